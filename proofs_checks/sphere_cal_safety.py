r"""CAL is safe on the sphere: it ends where buying every label would have ended.

n integer points in general position cut the separators into cells, one for each row of
signs, and a version space after labels of these points is a union of cells.  So version
spaces are compared as sets of rows, which are found without cones, from determinants.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias, final

import numpy as np

from altheory.hypotheses.half_space import SphereSeparator
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.learners.cal import CAL
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.protocols import Label, Learner, Oracle
from proofs_checks._sphere_signs import Point, curve, labelings, spread

Row: TypeAlias = tuple[int, ...]
Maker: TypeAlias = Callable[[SphereVersionSpace], Learner[Any, Any, SphereSeparator]]
Careless: TypeAlias = Callable[[SphereVersionSpace, Point], bool]
BOTH: tuple[Label, Label] = (-1, 1)
SMALL, LARGER = ((2, 3), (3, 3)), ((2, 4), (3, 4), (4, 4), (3, 5))


def cal(prior: SphereVersionSpace) -> Learner[Any, Any, SphereSeparator]:
    """Return the real CAL learner of the package."""
    return CAL(prior)


@final
@dataclass(frozen=True, slots=True)
class Guessing:
    """CAL, but where ``careless`` says so it believes the central separator instead of asking."""

    prior: SphereVersionSpace
    careless: Careless

    def init(self) -> Any:
        return CAL(self.prior).init()

    def step(self, state: Any, x: Any, ask: Oracle[Any]) -> Any:
        space = state.version_space
        if len(space.labels(x)) == 2 and self.careless(space, x):
            return type(state)(space.restrict(x, space.member()(x)))
        return CAL(self.prior).step(state, x, ask)

    def hypothesis(self, state: Any) -> SphereSeparator:
        found: SphereSeparator = state.version_space.member()
        return found


def far_from_the_middle(space: SphereVersionSpace, x: Point) -> bool:
    """Guess where the central separator is sure: the angle is over 45 degrees."""
    w = space.member().normal
    product = sum(a * b for a, b in zip(w, x, strict=True))
    return 2 * product**2 > sum(a * a for a in w) * sum(b * b for b in x)


def after_two_labels(space: SphereVersionSpace, x: Point) -> bool:
    """Guess once two labels bind."""
    del x
    return len(space.sample) == 2


def histories(d: int, n: int) -> Iterator[tuple[Point, ...]]:
    """Yield two sets of points in general position."""
    yield from (curve(d, n), spread(d, n))


def on_every_path(
    sizes: tuple[tuple[int, int], ...],
) -> Callable[[Maker, np.random.Generator], Finding]:
    """Return the check that compares the two version spaces after every history of labels."""

    def paths(make: Maker, rng: np.random.Generator) -> Finding:
        del rng
        compared = 0
        for d, n in sizes:
            for points in histories(d, n):
                learner = make(SphereSeparators(d).version_space())
                for shown, state, rows in _after(learner, points):
                    space = state.version_space
                    left = {row for row in labelings(points) if _agrees(row, points, space.sample)}
                    if space.is_empty or left != rows:
                        where = f"points {points}, labels {shown}: the version spaces part"
                        return fails(where, claimed=sorted(left), computed=sorted(rows))
                    compared += 1
        return holds(f"{compared} histories of labels, (d, n) = {', '.join(map(str, sizes))}")

    paths.__name__ = f"every_path_of_{len(sizes)}_sizes_up_to_{sizes[-1][0]}"
    return paths


def _after(
    learner: Learner[Any, Any, Any], points: tuple[Point, ...]
) -> Iterator[tuple[dict[Point, int], Any, set[Row]]]:
    """Yield every history that some separator explains, with the state and the rows left."""
    stack = [(dict[Point, int](), learner.init(), set(labelings(points)))]
    while stack:
        shown, state, rows = stack.pop()
        yield shown, state, rows
        stack += [
            (shown | {x: y}, learner.step(state, x, _says(y)), alike)
            for (i, x), y in product(enumerate(points), BOTH)
            if x not in shown and (alike := {row for row in rows if row[i] == y})
        ]


def _says(y: Label) -> Oracle[Any]:
    return lambda _: y


def _agrees(row: Row, points: tuple[Point, ...], sample: Any) -> bool:
    """Decide whether the separators of a row agree with labels of the points."""
    label = dict(zip(points, row, strict=True))
    return all(label[tuple(map(int, x))] == y for x, y in sample)


CLAIM: Claim[Maker] = Claim(
    key="sphere/cal/safety",
    title="CAL is safe on the sphere",
    statement=(
        r"V_m^{\mathrm{CAL}} = \{w : y_i \, w \cdot x_i > 0,\ i \le m\},"
        r" \quad m \le n \le 4,\ 2 \le d \le 4 \text{ and } n = 5,\ d = 3, \text{ two sets each}"
    ),
    plain=(
        "On every path CAL keeps exactly the separators that agree with all labels, bought or "
        "not: for two sets of up to four points in dimensions 2 to 4 and five in space, in every "
        "order."
    ),
    relation="identity",
    assumptions=frozenset({"realizable"}),
    does_not_say="how many labels are bought, nor anything of noisy labels",
    source=Source(
        "cohn1994improving",
        match="special case",
        difference="the statement there is for every class; this is its instance on the sphere",
    ),
    expected=Verdict.PROVED,
    formula=cal,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            on_every_path(SMALL),
            scope="two sets of 3 points in dimensions 2 and 3, all orders and labels",
        ),
        Check(
            Method.EXHAUSTIVE,
            on_every_path(LARGER),
            scope="two sets of 4 points, d = 2, 3, 4, and of 5, d = 3; all orders and labels",
            tier="normal",
        ),
    ),
    controls={
        "believes a central separator far from its hyperplane": (
            lambda prior: Guessing(prior, far_from_the_middle)
        ),
        "guesses the third label": lambda prior: Guessing(prior, after_two_labels),
    },
)
