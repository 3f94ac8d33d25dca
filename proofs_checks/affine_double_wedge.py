r"""Where affine separators disagree: what lies in neither of two shadows.

Let P and N be the convex hulls of the positive and of the negative instances.  By Farkas,
every separator that agrees says + at x iff :math:`(x, 1)` is in the cone of the signed
examples :math:`y_i (x_i, 1)`, so with the last coordinates

.. math:: \mathrm{SB} = \{p + t (p - q) : p \in P,\; q \in N,\; t \ge 0\},

the shadow of P in the light of N, and -1 is sure in that of N in the light of P.  The region
between is bounded by the inner common tangents: a double wedge.
"""

from collections.abc import Callable, Sequence
from itertools import combinations, product
from typing import TypeAlias

import numpy as np

from altheory.complexity.restriction import restricted_to
from altheory.hypotheses.affine import AffineSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._affine_plane import (
    GRID,
    LABELINGS,
    Point,
    Sample,
    Sure,
    meet,
    parted,
    rows,
    said,
    samples,
    turn,
    within,
)

Formula: TypeAlias = Callable[[Sample, Sequence[Point]], Sure]

SQUARE: Sample = (((1, 1), 1), ((1, -1), 1), ((-1, 1), -1), ((-1, -1), -1))
LARGE: tuple[Point, ...] = tuple((a, b) for a in range(-2, 3) for b in range(-2, 3))
UP, DOWN, MIDDLE = (1, 2), (1, -2), (1, 0)

PYTHON = """\
plus, minus = [(1, 1), (1, -1)], [(-1, 1), (-1, -1)]
up, middle, down = (1, 2), (1, 0), (1, -2)


def side(w, x):
    return w[0] * x[0] + w[1] * x[1] + w[2]


lines = [(3, 2, 0), (3, -2, 0)]
for w in lines:  # both agree with all four labels
    assert all(side(w, p) > 0 for p in plus) and all(side(w, n) < 0 for n in minus)
for x in (up, down):  # and disagree at two points,
    assert side(lines[0], x) * side(lines[1], x) < 0
# halfway between which lies a point where every line that agrees says +, for it lies
# halfway between two positive labels too.  A strip holds what is halfway between its points.
for one, other in ((up, down), plus):
    assert middle == tuple((a + b) // 2 for a, b in zip(one, other))
assert 2 * side((5, 7, 11), middle) == side((5, 7, 11), plus[0]) + side((5, 7, 11), plus[1])
"""


def shadows(sample: Sample, points: Sequence[Point]) -> Sure:
    """Return both shadows: of at most three labels each (Caratheodory)."""
    plus, minus = parted(sample)
    found = (
        frozenset(x for x in points if in_shadow(x, *pair))
        for pair in ((plus, minus), (minus, plus))
    )
    return Sure(*found)


def in_shadow(x: Point, of: list[Point], light: list[Point]) -> bool:
    """Decide whether x is in the hull of a set or behind it."""
    hull = (within(x, a, b, c) for a, b, c in product(of, repeat=3))
    edges = (meet(a, b, x, q) for a, b in product(of, repeat=2) for q in light)
    corners = (within(p, x, a, b) for p in of for a, b in combinations(light, 2))
    return any(hull) or any(edges) or any(corners)


def hulls(sample: Sample, points: Sequence[Point]) -> Sure:
    """Take the hulls alone for what is sure."""
    inside = (
        frozenset(x for x in points if any(within(x, *t) for t in product(of, repeat=3)))
        for of in parted(sample)
    )
    return Sure(*inside)


def crossed(sample: Sample, points: Sequence[Point]) -> Sure:
    """Put the light on the side of what throws the shadow: x between p and q."""
    found = shadows(sample, points)
    plus, minus = parted(sample)
    lit = frozenset(x for x in points for p in plus for q in minus if meet(p, p, x, q) or x == p)
    return Sure(lit, found.negative)


def strip(sample: Sample, points: Sequence[Point]) -> Sure:
    """Return the sure points if the rest is convex, as a strip is: fewer than the true ones.

    Of the points in doubt it holds all that lie between two of them.
    """
    true = shadows(sample, points)
    doubt = [x for x in points if x not in true.positive | true.negative]
    triangles = list(combinations(doubt, 3)) or [(x, x, x) for x in doubt]
    sure = frozenset(x for x in points if not any(within(x, *t) for t in triangles))
    return Sure(true.positive & sure, true.negative & sure)


def every_line(most: int) -> Callable[[Formula, np.random.Generator], Finding]:
    """Return the check that goes through all labelings of so many points of the grid."""

    def lines(formula: Formula, rng: np.random.Generator) -> Finding:
        del rng
        count = 0
        if len(rows()) != LABELINGS:
            return fails("the list of lines", claimed=LABELINGS, computed=len(rows()))
        for sample in samples(most):
            true = said(sample)
            if true is not None and (claimed := formula(sample, GRID)) != true:
                return fails(f"labels {sample}", claimed=claimed, computed=true)
            count += true is not None
        return holds(f"{count} samples with labels that some line gives")

    lines.__name__ = f"every_line_and_{most}_labels"
    return lines


def square(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with version spaces of the package, beyond four corners of a square."""
    del rng
    claimed, computed = formula(SQUARE, LARGE), _asked(SQUARE)
    if claimed == computed:
        return holds(f"{len(LARGE)} points around a square")
    missed = MIDDLE not in claimed.positive and turn(UP, MIDDLE, DOWN) == 0
    return fails(
        f"labels {SQUARE}",
        claimed=claimed,
        computed=computed,
        counterexample=_counterexample() if missed else None,
    )


def _asked(sample: Sample) -> Sure:
    space = AffineSeparators(2).version_space()
    for x, y in sample:
        space = space.restrict(x, y)
    specific, general = space.specific(), space.general()
    positive = frozenset(x for x in LARGE if x in specific)
    return Sure(positive, frozenset(x for x in LARGE if x not in general))


def _counterexample() -> Counterexample:
    """Certify that + is sure halfway between two points where it is not."""
    points = [*(x for x, _ in SQUARE), UP, DOWN, MIDDLE]
    space = restricted_to(AffineSeparators(2), points).version_space()
    for i, (_, y) in enumerate(SQUARE):
        space = space.restrict(i, y)
    return Counterexample(space.certificate(len(points) - 1), PYTHON)


CHECKS: tuple[Check[Formula], ...] = (
    Check(Method.EXHAUSTIVE, every_line(1), scope="the 3 x 3 grid, at most 1 label"),
    Check(Method.EXHAUSTIVE, square, scope="4 labels, 25 points"),
    Check(Method.EXHAUSTIVE, every_line(3), scope="the 3 x 3 grid, at most 3", tier="normal"),
    Check(Method.EXHAUSTIVE, every_line(4), scope="the 3 x 3 grid, at most 4", tier="long"),
)

CLAIM: Claim[Formula] = Claim(
    key="affine/disagreement/double-wedge",
    title="Where lines disagree is a double wedge",
    statement=(
        r"\mathrm{DIS} = \mathbb R^2 \setminus (S(P, N) \cup S(N, P)), \quad"
        r" S(P, N) = \{p + t(p - q) : p \in P, q \in N, t \ge 0\}, \quad"
        r" P = \mathrm{conv}\{x_i : y_i = 1\},\ N = \mathrm{conv}\{x_i : y_i = -1\},"
        r" \quad x_i, x \in \{-1, 0, 1\}^2"
    ),
    plain=(
        "Lines that part the positive from the negative points disagree wherever a point lies "
        "neither in the hull of one kind nor behind it as seen from the other: at most 4 labels "
        "on a 3 x 3 grid, and the 25 points around a square."
    ),
    relation="exact",
    assumptions=frozenset({"realizable"}),
    does_not_say="that the region is bounded: with labels of both signs it opens without end",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=shadows,
    checks=CHECKS,
    controls={
        "the hulls alone": hulls,
        "a convex region": strip,
        "the light on the other side": crossed,
    },
)
