r"""Labels that were inferred keep differences of errors, and not errors.

Let S and T split a labeled sample, and let h and g say the same of every instance of S.  Then

.. math:: |\{(x, y) \in S \cup T : h(x) \ne y\}| - |\{(x, y) \in S \cup T : g(x) \ne y\}|
          = |\{(x, y) \in T : h(x) \ne y\}| - |\{(x, y) \in T : g(x) \ne y\}| ,

whatever the true labels of S are.  So DHM may put an inferred label in their place, right or
wrong, if it compares only those that agree with it.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

# From the errors of h and of g on T, and those of g on the whole sample, to those of h on it.
Whole: TypeAlias = Callable[[int, int, int], Any]
Sample: TypeAlias = tuple[tuple[int, int], ...]  # points, and labels 0 and 1


def transferred(h_on_t: int, g_on_t: int, g_on_all: int) -> int:
    """Return the errors of g on all, and what h has more of on T."""
    return g_on_all + h_on_t - g_on_t


def samples(n_points: int, most: int) -> Iterator[Sample]:
    """Go through all labeled samples of up to so many instances."""
    cells = tuple(product(range(n_points), (0, 1)))
    return (sample for n in range(most + 1) for sample in product(cells, repeat=n))


def parts(sample: Sample, h: int, g: int) -> Iterator[Sample]:
    """Go through what T may be: all instances on which h and g differ, and any others."""
    doubtful = [(x, y) for x, y in sample if (h ^ g) >> x & 1]
    agreed = [(x, y) for x, y in sample if not (h ^ g) >> x & 1]
    for bought in product((False, True), repeat=len(agreed)):
        kept = (pair for pair, is_bought in zip(agreed, bought, strict=True) if is_bought)
        yield (*doubtful, *kept)


def errors(h: int, sample: Sequence[tuple[int, int]]) -> int:
    """Return how many labels a bitmask misses."""
    return sum((h >> x & 1) != y for x, y in sample)


def gone_through(whole: Whole, n_points: int, most: int) -> Finding:
    """Compare with the count on the whole sample, for all pairs of labelings of the points."""
    seen = 0
    for h, g in product(range(1 << n_points), repeat=2):
        for sample in samples(n_points, most):
            for bought in parts(sample, h, g):
                claimed = whole(errors(h, bought), errors(g, bought), errors(g, sample))
                computed = errors(h, sample)
                if claimed != computed:
                    where = f"h = {h:b}, g = {g:b}, sample {sample}, of which T = {bought}"
                    return fails(where, claimed=claimed, computed=computed)
                seen += 1
    return holds(f"{seen} samples in two parts")


def two_points(whole: Whole, rng: np.random.Generator) -> Finding:
    """Go through all samples of two instances on two points."""
    del rng
    return gone_through(whole, 2, 2)


def three_points(whole: Whole, rng: np.random.Generator) -> Finding:
    """Go through all samples of three instances on three points."""
    del rng
    return gone_through(whole, 3, 3)


CLAIM: Claim[Whole] = Claim(
    key="dhm/inferred-labels-keep-differences",
    title="Inferred labels keep differences of errors, and not errors",
    statement=(
        r"h = g \text{ on } S \implies \mathrm{err}_{S \cup T}(h) - \mathrm{err}_{S \cup T}(g)"
        r" = \mathrm{err}_T(h) - \mathrm{err}_T(g) \text{ in numbers of errors (up to three"
        r" instances on three points)}"
    ),
    plain=(
        "Two hypotheses that say the same of every instance whose label was inferred differ, on "
        "the true labels of all instances, by their errors on the bought labels alone: gone "
        "through for every sample of up to three instances on three points."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that inferred labels are right, or that errors themselves can be read off the bought ones"
    ),
    source=Source(
        "dasgupta2007general",
        match="special case",
        difference="small samples, gone through one by one; the paper was not seen",
    ),
    expected=Verdict.PROVED,
    formula=transferred,
    checks=(
        Check(Method.EXHAUSTIVE, two_points, scope="all samples of up to 2 instances on 2 points"),
        Check(
            Method.EXHAUSTIVE,
            three_points,
            scope="all samples of up to 3 instances on 3 points",
            tier="normal",
        ),
    ),
    controls={
        "errors are kept": lambda h_on_t, _g_on_t, _g_on_all: h_on_t,
        "the other way round": lambda h_on_t, g_on_t, g_on_all: g_on_all + g_on_t - h_on_t,
        "one inferred label is wrong": lambda h_on_t, g_on_t, g_on_all: (
            g_on_all + h_on_t - g_on_t + (h_on_t > g_on_all)
        ),
    },
)
