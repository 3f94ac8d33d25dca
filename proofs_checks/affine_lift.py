r"""The lift: affine separators are homogeneous ones, asked about (x, 1).

.. math:: \operatorname{sign}(w \cdot x + b) = \operatorname{sign}((w, b) \cdot (x, 1)),

so the labels that are possible at x, given labels, are those that homogeneous separators of
space may give to :math:`(x, 1)`, given the same labels at lifted points.  Here the latter
are asked of polyhedral cones, and the former decided by crossings of segments.
"""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.affine import AffineSeparators
from altheory.hypotheses.sphere import SphereSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._affine_plane import GRID, Point, Sample, parted, samples, separable

Lift: TypeAlias = Callable[[Point, int], tuple[int, ...]]


def lifted(x: Point, y: int) -> tuple[int, ...]:
    """Return (x, 1), whatever the label."""
    del y
    return (*x, 1)


@cache
def possible(sample: Sample) -> dict[Point, frozenset[int]]:
    """Return the labels that some line gives to each point of the grid."""
    plus, minus = parted(sample)
    return {
        x: frozenset(
            y
            for y, sides in ((1, ([*plus, x], minus)), (-1, (plus, [*minus, x])))
            if separable(*sides)
        )
        for x in GRID
    }


def labelings(most: int) -> Callable[[Lift, np.random.Generator], Finding]:
    """Return the check that goes through all labelings of so many points of the grid."""

    def labels(formula: Lift, rng: np.random.Generator) -> Finding:
        del rng
        for sample in samples(most):
            space = SphereSeparators(len(formula(GRID[0], 1))).version_space()
            for x, y in sample:
                space = space.restrict(formula(x, y), y)
            for x, computed in possible(sample).items():
                claimed = space.labels(formula(x, 1))
                if claimed != computed:
                    where = f"labels {sample}, point {x}"
                    return fails(where, claimed=sorted(claimed), computed=sorted(computed))
        return holds(f"{sum(1 for _ in samples(most))} samples, {len(GRID)} points")

    labels.__name__ = f"labelings_of_{most}_points"
    return labels


def package(formula: Lift, rng: np.random.Generator) -> Finding:
    """Compare regions with those of the package's affine class, in doubt and sure."""
    del rng
    for sample in (tuple(zip(GRID[:5], (1, -1, 1, 1, -1), strict=True)), ((GRID[4], 1),)):
        affine = AffineSeparators(2).version_space()
        lift = SphereSeparators(len(formula(GRID[0], 1))).version_space()
        for x, y in sample:
            affine, lift = affine.restrict(x, y), lift.restrict(formula(x, y), y)
        claimed = frozenset(x for x in GRID if formula(x, 1) in lift.disagreement())
        computed = frozenset(x for x in GRID if x in affine.disagreement())
        if claimed != computed:
            return fails(f"labels {sample}", claimed=sorted(claimed), computed=sorted(computed))
    return holds("two samples")


CLAIM: Claim[Lift] = Claim(
    key="affine/disagreement/lift",
    title="Affine separators are homogeneous ones of lifted points",
    statement=(
        r"x \in \mathrm{DIS}_{\mathrm{affine}}\{(x_i, y_i)\} \iff (x, 1) \in"
        r" \mathrm{DIS}_{\mathrm{homogeneous}}\{((x_i, 1), y_i)\}, \quad"
        r" x_i, x \in \{-1, 0, 1\}^2,\ i \le 4"
    ),
    plain=(
        "Lines, and the two constants, disagree about a point iff planes through the origin "
        "disagree about it at height 1: all labelings of at most 4 points of a 3 x 3 grid, also "
        "those that no line gives."
    ),
    relation="exact",
    does_not_say=(
        "the same of any law of the points: lifted instances are uniform up to their sign for "
        "Cauchy's alone"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lifted,
    checks=(
        Check(Method.EXHAUSTIVE, labelings(1), scope="the 3 x 3 grid, at most 1 label"),
        Check(Method.EXHAUSTIVE, package, scope="regions of the package"),
        Check(Method.EXHAUSTIVE, labelings(3), scope="the grid, at most 3", tier="normal"),
        Check(Method.EXHAUSTIVE, labelings(4), scope="the grid, at most 4", tier="long"),
    ),
    controls={
        "a constant that follows the label": lambda x, y: (*x, y),
        "a constant that is none": lambda x, _: (*x, 1 + x[0] * x[1]),
        "circles instead of lines": lambda x, _: (*x, 1, x[0] ** 2 + x[1] ** 2),
    },
)
