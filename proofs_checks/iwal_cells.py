r"""As many cells as one likes hold all thresholds, each nearly one threshold, under every law.

With quantiles :math:`c_i`, the least points with :math:`P(x \le c_i) \ge i/n`, the i-th cell holds
the cuts in :math:`(c_{i-1}, c_i]`.  Its members agree up to :math:`c_{i-1}` and from :math:`c_i`
on, and in between lies

.. math:: P(x < c_i) - P(x \le c_{i-1}) \le \frac in - \frac{i - 1}n = \frac1n ,

atoms or not.  So IWAL compares thresholds like n hypotheses, at the price of 1/n.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, product
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.thresholds import Threshold
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

F = Fraction
Law: TypeAlias = Sequence[tuple[Fraction, Fraction]]  # points in order, with their masses
# The ends of the cells of a law, without 0 and 1: cuts up to the first end are the first cell.
Ends: TypeAlias = Callable[[Law, int], tuple[Fraction, ...]]


def quantiles(law: Law, n: int) -> tuple[Fraction, ...]:
    """Return the quantiles of 1/n, ..., (n - 1)/n."""
    found: list[Fraction] = []
    below, i = F(0), 1
    for x, mass in law:
        below += mass
        while i < n and below >= F(i, n):
            found.append(x)
            i += 1
    return tuple(found)


def evenly(law: Law, n: int) -> tuple[Fraction, ...]:
    """Return cells of equal length."""
    del law
    return tuple(F(i, n) for i in range(1, n))


def coarser(law: Law, n: int) -> tuple[Fraction, ...]:
    """Return one cell less."""
    return quantiles(law, n - 1)


def earlier(law: Law, n: int) -> tuple[Fraction, ...]:
    """Return the points before the quantiles."""
    places = [x for x, _ in law]
    return tuple(places[max(places.index(c) - 1, 0)] for c in quantiles(law, n))


def laws(points: int, whole: int) -> Iterator[Law]:
    """Yield the laws on evenly spaced points whose masses are multiples of 1/whole."""
    places = [F(2 * i + 1, 2 * points) for i in range(points)]
    for masses in product(range(whole + 1), repeat=points):
        if sum(masses) == whole:
            yield [(x, F(m, whole)) for x, m in zip(places, masses, strict=True)]


def unlike(law: Law, low: Fraction, high: Fraction, cuts: Sequence[Fraction]) -> Fraction:
    """Return the mass of points that two cuts in (low, high] label differently."""
    members = [Threshold(a) for a in cuts if low < a <= high]
    differ = (m for x, m in law if len({h(x) for h in members}) == 2)
    return sum(differ, F(0))


def every_law(ends: Ends, points: int, whole: int, sizes: Sequence[int]) -> Finding:
    """Compare the mass on which members of a cell differ with 1/n."""
    cuts = [F(i, 4 * points) for i in range(4 * points + 1)]
    tried, widest = 0, F(0)
    for law, n in product(laws(points, whole), sizes):
        bounds = (F(-1), *ends(law, n), F(1))
        tried += 1
        for low, high in pairwise(bounds):
            found = unlike(law, low, high, cuts)
            widest = max(widest, found * n)
            if found > F(1, n):
                shown = {str(x): str(m) for x, m in law if m}
                return fails(
                    f"masses {shown}, cell ({low}, {high}]", claimed=F(1, n), computed=found
                )
    where = f"{tried} laws and numbers of cells"
    return holds(where, claimed="<= 1/n", computed=f"{widest} of 1/n")


def four_atoms(ends: Ends, rng: np.random.Generator) -> Finding:
    """Go through laws on four points with masses in quarters."""
    del rng
    return every_law(ends, 4, 4, (2, 3))


def more_atoms(ends: Ends, rng: np.random.Generator) -> Finding:
    """Go through laws on six points with masses in sixths."""
    del rng
    return every_law(ends, 6, 6, (2, 3, 4, 6))


CLAIM: Claim[Ends] = Claim(
    key="iwal/thresholds-cells",
    title="n cells hold all thresholds, and differ inside by a mass of 1/n at most",
    statement=(
        r"c_i = \min \{c : P(x \le c) \ge \tfrac in\} \Rightarrow P\bigl(\exists a, b \in "
        r"(c_{i-1}, c_i]: h_a(x) \ne h_b(x)\bigr) \le \tfrac1n: \text{ laws on 4 and 6 points, "
        r"masses in quarters and sixths},\; n \le 6"
    ),
    plain=(
        "All thresholds fall into n cells whose members agree but for a mass of 1/n, whatever the "
        "law, with atoms too: enumerated for the laws on four and on six points."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that the cells are known to a learner; the slack only needs that they are there",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=quantiles,
    checks=(
        Check(Method.EXHAUSTIVE, four_atoms, scope="laws on four points in quarters, n in {2, 3}"),
        Check(
            Method.EXHAUSTIVE,
            more_atoms,
            scope="laws on six points in sixths, n in {2, 3, 4, 6}",
            tier="normal",
        ),
    ),
    controls={
        "cells of equal length": evenly,
        "one cell less": coarser,
        "the points before": earlier,
    },
)
