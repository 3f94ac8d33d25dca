r"""Unlabeled data cannot tell a hypothesis from its complement.

If :math:`\chi(h, x) = \chi(\bar h, x)`, as for every cut and every margin, both have the same
unlabeled error under any law and on any sample.  So pruning a class that is closed under
complement leaves one that is, and of its k hypotheses each label leaves exactly

.. math:: k / 2 .

For the class :math:`\{h, \bar h\}` that is one label with pruning, and one without.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, product
from typing import TypeAlias

import numpy as np

from altheory.complexity.compatibility import (
    Compatibility,
    cut_compatibility,
    empirical_law,
    unlabeled_errors,
)
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.spaces.finite import FiniteDistribution
from proofs_checks._compatible import everywhere_alike, path
from proofs_checks._small_classes import rows

Left: TypeAlias = Callable[[int, int], Fraction]  # |H| and k, the hypotheses that are kept
LARGEST_SAMPLE = 3


def half(_size: int, kept: int) -> Fraction:
    """Return one of each pair."""
    return Fraction(kept, 2)


def closed_classes(n: int) -> Iterator[FiniteClass]:
    """Go through the classes on n points that hold the complement of each hypothesis."""
    everything, pairs = (1 << n) - 1, 1 << (n - 1)
    for chosen in range(1, 1 << pairs):
        halves = [h for h in range(pairs) if chosen >> h & 1]
        yield FiniteClass(n, [*halves, *(everything ^ h for h in halves)])


def laws(n: int) -> list[FiniteDistribution]:
    """Return an uneven law and those of all samples of up to three points."""
    samples = (
        drawn
        for size in range(1, LARGEST_SAMPLE + 1)
        for drawn in combinations_with_replacement(range(n), size)
    )
    return [FiniteDistribution(range(1, n + 1)), *(empirical_law(n, drawn) for drawn in samples)]


def prunings(n: int, chi: Compatibility) -> Iterator[tuple[FiniteClass, list[int]]]:
    """Prune all such classes at every threshold that makes a difference."""
    for of, law in product(closed_classes(n), laws(n)):
        errors = {h.positive.mask: e for h, e in unlabeled_errors(of, chi, law).items()}
        for threshold in sorted(set(errors.values())):
            yield of, [h for h, error in errors.items() if error <= threshold]


def compared(left: Left, n: int) -> Finding:
    """Count who is left by either label at every point."""
    count = 0
    for chi in (cut_compatibility(path(n)), everywhere_alike):
        for of, kept in prunings(n, chi):
            claimed = left(len(of.hypotheses), len(kept))
            for x in range(n):
                positive = sum(h >> x & 1 for h in kept)
                if not claimed == positive == len(kept) - positive:
                    where = f"kept {rows(n, kept)}, a label at {x}"
                    return fails(where, claimed=claimed, computed=positive)
            count += 1
    return holds(f"{count} prunings on {n} points")


def two_points(left: Left, rng: np.random.Generator) -> Finding:
    """Go through the classes on two points."""
    del rng
    return compared(left, 2)


def three_points(left: Left, rng: np.random.Generator) -> Finding:
    """Go through the classes on three points."""
    del rng
    return compared(left, 3)


CLAIM: Claim[Left] = Claim(
    key="semi-supervised/complement",
    title="Unlabeled data cannot tell a hypothesis from its complement",
    statement=(
        r"\chi(h, \cdot) = \chi(\bar h, \cdot),\ \mathcal H = \bar{\mathcal H} \implies"
        r" |\{h \in \mathcal H(t) : h(x) = y\}| = \tfrac12 |\mathcal H(t)|,"
        r" \quad |\mathcal X| \in \{2, 3\}"
    ),
    plain=(
        "If a hypothesis and its complement are equally compatible, whatever unlabeled data remove "
        "they leave the sign open, and the first label halves what is left; for all such classes "
        "on two or three points, cuts of a path, one uneven law and all samples of up to three."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that one label is enough in a larger class; nor the same for a compatibility that knows "
        "how rare positives are"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=half,
    checks=(
        Check(Method.EXHAUSTIVE, two_points, scope="all such classes on 2 points, all thresholds"),
        Check(
            Method.EXHAUSTIVE,
            three_points,
            scope="all such classes on 3 points, all thresholds",
            tier="normal",
        ),
    ),
    controls={
        "unlabeled data know the sign": lambda _, kept: Fraction(kept),
        "one hypothesis is left": lambda _, __: Fraction(1),
        "half of the class": lambda size, _: Fraction(size, 2),
    },
)
