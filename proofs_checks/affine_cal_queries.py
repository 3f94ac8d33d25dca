r"""CAL on affine separators asks when CAL on the sphere asks, whatever the signs.

Let a point :math:`x_i` with the label :math:`y_i` be shown on the sphere as the direction
:math:`s_i (x_i, 1)` with the label :math:`s_i y_i`, for any sign :math:`s_i`.  The signed
examples are the same and disagreement regions hold their antipodes, so both learners ask at
the same steps.  Under the Cauchy law, with fair signs, the directions are uniform, so

.. math:: \mathbb E[Q_n^{\mathrm{affine}, d}] = \mathbb E[Q_n^{\mathrm{sphere}, d + 1}] .
"""

from collections.abc import Callable
from itertools import combinations, product
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.sphere import SphereSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.protocols import Label
from altheory.theory.affine_cal import cal_expected_queries_affine
from altheory.theory.sphere_cal import cal_expected_queries
from proofs_checks._affine_plane import GRID, SIDES, Point, Sample, parted, separable

Shown: TypeAlias = tuple[tuple[int, ...], Label]
Formula: TypeAlias = Callable[[Point, Label, Label], Shown]

FEW: tuple[Point, ...] = ((-1, 0), (0, 0), (1, 0), (0, 1))
TURNED: tuple[tuple[Label, ...], ...] = ((1, -1, 1, -1), (-1, -1, 1, 1))


def folded(x: Point, y: Label, s: Label) -> Shown:
    """Return the direction with its label."""
    return (s * x[0], s * x[1], s), y if s == 1 else _other(y)


def _other(y: Label) -> Label:
    return 1 if y == -1 else -1


def asked(sample: Sample) -> list[bool]:
    """Return at which steps a line may give either label, by crossings of segments."""
    found = list[bool]()
    for i, (x, _) in enumerate(sample):
        plus, minus = parted(sample[:i])
        found.append(separable([*plus, x], minus) and separable(plus, [*minus, x]))
    return found


def shown(formula: Formula, sample: Sample, signs: tuple[Label, ...]) -> list[bool]:
    """Return at which steps CAL asks on the sphere."""
    space, found = SphereSeparators(3).version_space(), list[bool]()
    for (x, y), s in zip(sample, signs, strict=False):
        direction, label = formula(x, y, s)
        found.append(len(space.labels(direction)) == 2)
        space = space.restrict(direction, label)
    return found


def paths(
    length: int, among: tuple[Point, ...] = GRID
) -> Callable[[Formula, np.random.Generator], Finding]:
    """Return the check that shows so many points in order, with all labels."""

    def steps(formula: Formula, rng: np.random.Generator) -> Finding:
        del rng
        count = 0
        for points in combinations(among[::-1], length):
            for ys in product(SIDES, repeat=length):
                sample: Sample = tuple(zip(points, ys, strict=True))
                if not separable(*parted(sample)):
                    continue
                count += 1
                computed = asked(sample)
                for signs in TURNED:
                    if (claimed := shown(formula, sample, signs)) != computed:
                        where = f"{sample} with signs {signs[:length]}"
                        return fails(where, claimed=claimed, computed=computed)
        return holds(f"{count} realizable paths, {len(TURNED)} choices of signs each")

    steps.__name__ = f"paths_of_{length}_points_among_{len(among)}"
    return steps


def means(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare the law of the package with the sphere's, in the dimension of what is shown."""
    del rng
    d = len(formula((1, 0), 1, 1)[0])
    for n in (1, 3, 10, 100):
        if cal_expected_queries_affine(2, n) != cal_expected_queries(d, n):
            return fails(f"n = {n}", claimed=cal_expected_queries(d, n))
    return holds("n = 1, 3, 10, 100")


CLAIM: Claim[Formula] = Claim(
    key="affine/cal/same-queries",
    title="CAL asks about points as about lifted directions",
    statement=(
        r"x_n \in \mathrm{DIS}_{\mathrm{affine}}\{(x_i, y_i)\}_{i<n} \iff s_n (x_n, 1) \in"
        r" \mathrm{DIS}_{S^2}\{(s_i (x_i, 1), s_i y_i)\}_{i<n}, \quad x_i \in \{-1, 0, 1\}^2,"
        r" \ n \le 4, \text{ two choices of } s"
    ),
    plain=(
        "CAL on lines buys the labels that CAL on the sphere buys of the lifted points, with "
        "whatever signs: all labelings of 4 points of a 3 x 3 grid, shown in order, and two "
        "choices of signs."
    ),
    relation="exact",
    assumptions=frozenset({"realizable"}),
    does_not_say=(
        "the same mean under every law: it is the sphere's where lifted points are uniform up to "
        "their sign, as under Cauchy's law"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=folded,
    checks=(
        Check(Method.EXHAUSTIVE, paths(3, FEW), scope="3 of 4 points, in order"),
        Check(Method.EXHAUSTIVE, means, scope="the means of the package"),
        Check(Method.EXHAUSTIVE, paths(3), scope="3 points of the grid", tier="normal"),
        Check(Method.EXHAUSTIVE, paths(4), scope="4 points of the grid", tier="long"),
    ),
    controls={
        "the label stays": lambda x, y, s: (folded(x, y, s)[0], y),
        "the constant keeps its sign": lambda x, y, s: (
            (s * x[0], s * x[1], 1),
            folded(x, y, s)[1],
        ),
        "the point keeps its sign": lambda x, y, s: ((*x, s), folded(x, y, s)[1]),
    },
    uses=("affine/disagreement/lift", "affine/cauchy/lift"),
)
