r"""A2 rules out an interval in 1093, 88573 or 21523360 labels, on every path.

On N cells in a row no interval is positive, labels are without noise,
:math:`\varepsilon = 1/N` and :math:`\delta = 1/20`.  Whatever cells are drawn, A2 takes

.. math::

    N = 10, 100, 1000: \quad 1093,\; 88573,\; 21523360 \text{ labels}

with Hoeffding's radius and a union over the class, and 121, 3280, 29524 with exact
binomial bounds.  Disagreement cannot halve before: that takes more labels of more than
half of the cells than there are.  So the number does not depend on chance.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from altheory.bounds._schedule import Spending
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._a2_price import all_negative_labels, no_interval, taken

Labels: TypeAlias = Callable[[int, str], int]

HOEFFDING, BINOMIAL = "hoeffding", "clopper-pearson"
FOUND: Mapping[tuple[int, str], int] = MappingProxyType(
    {
        (10, HOEFFDING): 1093,
        (100, HOEFFDING): 88573,
        (1000, HOEFFDING): 21523360,
        (10, BINOMIAL): 121,
        (100, BINOMIAL): 3280,
        (1000, BINOMIAL): 29524,
    }
)


def labels(cells: int, name: str) -> int:
    """Return the labels of A2, by the number of cells and the bound."""
    return FOUND[cells, name]


def compared(formula: Labels, name: str, spending: Spending = "looks") -> Finding:
    """Go through the looks, and make sure that no path could halve the region before the end."""
    evidence, claimed = [], 0
    for cells in (10, 100, 1000):
        claimed = formula(cells, name)
        computed = all_negative_labels(cells, no_interval(cells, name, spending))
        if computed is None:
            return unknown(f"{cells} cells: disagreement may halve on some path")
        if claimed != computed:
            return fails(f"{cells} cells, {name}", claimed=claimed, computed=computed)
        evidence.append(f"{cells} cells: {computed}")
    return holds(f"{name}; {'; '.join(evidence)}", claimed=claimed, computed=claimed)


def by_hoeffding(formula: Labels, rng: np.random.Generator) -> Finding:
    """Compare with the looks of A2 with Hoeffding's radius."""
    del rng
    return compared(formula, HOEFFDING)


def by_exact_binomial(formula: Labels, rng: np.random.Generator) -> Finding:
    """Compare with the looks of A2 with Clopper-Pearson bounds."""
    del rng
    return compared(formula, BINOMIAL)


def run_on(formula: Labels, spending: Spending = "looks") -> Finding:
    """Run the learner on 10 cells: the same cell each time, one after the other, at both ends."""
    paths: tuple[Callable[[int], int], ...] = (
        lambda _: 0,
        lambda i: i % 10,
        lambda i: 9 * (i % 2),
    )
    for name in (BINOMIAL, HOEFFDING):
        situation, claimed = no_interval(10, name, spending), formula(10, name)
        for computed in (taken(10, situation, cell) for cell in paths):
            if claimed != computed:
                return fails(f"10 cells, {name}", claimed=claimed, computed=computed)
    return holds(f"10 cells, {len(paths)} paths with each bound")


def by_the_learner(formula: Labels, rng: np.random.Generator) -> Finding:
    """Run A2 itself on three paths of 10 cells, with both bounds."""
    del rng
    return run_on(formula)


CLAIM: Claim[Labels] = Claim(
    key="a2/no-interval/labels",
    title="A2 on an interval that is not there",
    statement=(
        r"N = 10, 100, 1000: \ 1093,\ 88573,\ 21523360 \text{ labels (Hoeffding)},"
        r"\ 121,\ 3280,\ 29524 \text{ (exact binomial)}, \quad \delta = \tfrac1{20}"
    ),
    plain=(
        "If no interval of cells is positive, A2 takes the same number of labels on every path, "
        "since what disagrees never shrinks before its bounds are narrow enough."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain", "independent instances"}),
    does_not_say="what other schedules of looks take, which may be three times as much or a third",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=labels,
    checks=(
        Check(Method.EXHAUSTIVE, by_hoeffding, scope="10, 100 and 1000 cells, every path"),
        Check(
            Method.EXHAUSTIVE,
            by_exact_binomial,
            scope="10, 100 and 1000 cells, every path",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            by_the_learner,
            scope="10 cells, the learner itself on three paths",
            tier="normal",
        ),
    ),
    controls={
        "a look sooner": lambda cells, name: (labels(cells, name) - 1) // 3,
        "a look later": lambda cells, name: 3 * labels(cells, name) + 1,
        "one label less": lambda cells, name: labels(cells, name) - 1,
    },
)
