r"""The graph of a Sudoku: its degree, and its spectrum.

Boxes of n by n cells make :math:`n^4` nodes of degree :math:`3 n^2 - 2 n - 1`.  Multiplicities
are computed one eigenvalue at a time, as the rank that is missing of A - lambda I over the
integers; they add up to all nodes, so there is no other eigenvalue.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._sudoku_graphs import multiplicity, neighbors

Spectrum: TypeAlias = Callable[[int], Mapping[int, int]]


def merged(pairs: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    """Return eigenvalues and how often each occurs; for n = 2 two of them coincide."""
    total: Counter[int] = Counter()
    for value, times in pairs:
        total[value] += times
    return total


def terms(n: int) -> tuple[tuple[int, int], ...]:
    """Return the eigenvalues for constants, lines and boxes, and how often each occurs."""
    return (
        (3 * n * n - 2 * n - 1, 1),
        (2 * n * n - 2 * n - 1, 2 * (n - 1)),
        (n * n - n - 1, 2 * n * (n - 1)),
        (n * n - 2 * n - 1, (n - 1) ** 2),
        (-1, n * n * (n - 1) ** 2),
        (-n - 1, 2 * n * (n - 1) ** 2),
    )


def exchanged(n: int, *times: int) -> Mapping[int, int]:
    """Return the same eigenvalues, occurring otherwise."""
    return merged(zip((value for value, _ in terms(n)), times, strict=True))


def boxes(n: int) -> Callable[[Spectrum, np.random.Generator], Finding]:
    """Return the check for one size of boxes."""

    def ranks(claimed: Spectrum, rng: np.random.Generator) -> Finding:
        del rng
        values = claimed(n)
        degrees = {len(links) for links in neighbors(n)}
        if degrees != {max(values)}:
            return fails(f"the degree for n = {n}", claimed=max(values), computed=degrees)
        found = {value: multiplicity(n, value) for value in values}
        if found != dict(values) or sum(found.values()) != n**4:
            return fails(f"the spectrum for n = {n}", claimed=dict(values), computed=found)
        return holds(f"ranks over the integers for n = {n}", claimed=dict(values), computed=found)

    return ranks


CLAIM: Claim[Spectrum] = Claim(
    key="sudoku/spectrum",
    title="The spectrum of the Sudoku graph",
    statement=(
        r"\operatorname{spec} A = \{20^1, 11^4, 5^{12}, 2^4, (-1)^{36}, (-4)^{24}\},"
        r"\quad\text{and by the same formula in } n \text{ for boxes of } 2 \times 2"
    ),
    plain=(
        "The graph of a Sudoku has 81 nodes of degree 20 and the eigenvalues 20, 11, 5, 2, -1 and "
        "-4, which occur 1, 4, 12, 4, 36 and 24 times; a formula gives these for boxes of two by "
        "two as well."
    ),
    relation="exact",
    does_not_say="the formula for boxes larger than three by three",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda n: merged(terms(n)),
    checks=(
        Check(Method.EXHAUSTIVE, boxes(2), scope="boxes of 2 x 2: all 16 nodes"),
        Check(Method.EXHAUSTIVE, boxes(3), scope="boxes of 3 x 3: all 81 nodes", tier="normal"),
    ),
    controls={
        "the least is -n": lambda n: merged((max(value, -n), times) for value, times in terms(n)),
        "bands and boxes exchanged": lambda n: exchanged(
            n, 1, 2 * n - 2, (n - 1) ** 2, 2 * n * (n - 1), (n * n - n) ** 2, 2 * n * (n - 1) ** 2
        ),
        "the boxes add all of their cells": lambda n: merged(
            (value + 2 * (n - 1) * (place == 0), times)
            for place, (value, times) in enumerate(terms(n))
        ),
    },
)
