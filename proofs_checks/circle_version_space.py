r"""On the circle the version space is an arc, and it disagrees on two opposite arcs.

After labels that some half circle gives, :math:`V` is the whole circle or an open arc of
:math:`\ell \le 1/2` turns, and

.. math:: P(\mathrm{DIS}(V)) = \min(2\ell, 1).

Two random members differ with a third of that probability, :math:`2\ell/3`: their mean
distance on an arc is :math:`\ell/3`.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.circle_version_space import CircleVersionSpace
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import identical

GRID = 8  # a multiple of four: the quarter turns from its points are on it


class Masses(NamedTuple):
    """Where some members differ, and where two random ones do, on average."""

    disagreement: Any
    pair: Any


Formula: TypeAlias = Callable[[Any], Masses]


def of_an_arc(length: Any) -> Masses:
    """Return the masses for an arc of at most half a turn."""
    return Masses(2 * length, 2 * length / 3)


def spaces() -> Iterator[CircleVersionSpace]:
    """Return every version space after labels at three points of the grid."""
    of = CircleSeparators()
    seen = set[CircleVersionSpace]()
    for labels in product((-1, 0, 1), repeat=GRID // 2):  # opposite points give opposite labels
        space = of.version_space()
        for x, y in zip(of.grid(GRID), labels, strict=False):
            space = space.restrict(x, y) if y else space
        if any(labels) and not space.is_empty and space not in seen:
            seen.add(space)
            yield space


def counted(space: CircleVersionSpace) -> tuple[Fraction, Fraction]:
    """Return the length of the arc and the mass on which two members differ, by cells.

    Ends of arcs and boundaries of instances on the grid are on the grid.  Two members
    stand for each cell of directions, either side of its middle, and the middle of each
    cell of instances for all of it.
    """
    cells = range(GRID)
    directions = [Fraction(3 * k + j, 3 * GRID) for k in cells for j in (1, 2)]
    members = [CircleSeparator(u) for u in directions if u in space.directions]
    middles = [Fraction(2 * k + 1, 2 * GRID) for k in cells]
    doubted = sum(len({h(x) for h in members}) == 2 for x in middles)
    return Fraction(len(members), 2 * GRID), Fraction(doubted, GRID)


def every_version_space(formula: Formula, rng: np.random.Generator) -> Finding:
    """Count the cells of instances that two members label apart."""
    del rng
    law, number = CircleSeparators().law(), 0
    for space in spaces():
        (arc,) = space.directions.pieces
        length, computed = counted(space)
        if arc.hi - arc.lo != length or law.mass(space.disagreement()) != computed:
            return fails(f"arc {arc}: the package measures otherwise", computed=computed)
        if (claimed := formula(length).disagreement) != computed:
            return fails(f"arc {arc}", claimed=claimed, computed=computed)
        number += 1
    return holds(f"{number} version spaces")


def mean_over_pairs(formula: Formula, rng: np.random.Generator) -> Finding:
    """Integrate twice the distance of two uniform members."""
    del rng
    length, u, v = sp.symbols("length u v", positive=True)
    below = sp.integrate(2 * (u - v), (v, 0, u))  # by symmetry the second is below the first
    mean = 2 * sp.integrate(below, (u, 0, length)) / length**2
    return identical(formula(length).pair, mean, {length: sp.Rational(1, 3)}, "double integral")


CLAIM: Claim[Formula] = Claim(
    key="circle/version-space/disagreement",
    title="An arc of directions disagrees on twice its length",
    statement=(
        r"P(\mathrm{DIS}(V)) = 2\ell, \quad \mathbb E\,P(h \ne h') = \tfrac23 \ell,"
        r" \quad \ell = |V| \le \tfrac12 \text{ after labels at multiples of } \tfrac18"
    ),
    plain=(
        "After labels at eighths of a turn the directions left are an arc and disagree on twice "
        "its length, a random pair of members on a third of that."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law"}),
    does_not_say="that the first label narrows the doubt: half a turn of directions leaves it all",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=of_an_arc,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_version_space,
            scope="labels at multiples of 1/8, all of them",
            tier="normal",
        ),
        Check(Method.SYMBOLIC, mean_over_pairs, scope="all lengths up to half a turn"),
    ),
    controls={
        "one arc of the two": lambda length: Masses(length, length / 3),
        "a pair is like the extremes": lambda length: Masses(4 * length, 2 * length),
        "a committee halves the doubt": lambda length: Masses(2 * length**2, length),
    },
    uses=("circle/distance",),
)
