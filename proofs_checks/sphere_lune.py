r"""Folklore: halving the volume of the version space halves the disagreement region.

On the sphere the region measures a boundary and not a volume.  Two labels leave a lune, the
part between two half great circles: with the angle of a turns it has the share a of the
sphere and two sides of half a turn, so that its members disagree on *everything*, however
thin it is.  A third label through both its ends halves its volume and changes nothing:

.. math:: \frac{P(\mathrm{DIS}(V'))}{P(\mathrm{DIS}(V))} = 1, \qquad
    \frac{\operatorname{vol} V'}{\operatorname{vol} V} = \frac12 .

A label across the lune halves the volume too, and takes nearly half of the region.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple, TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.hypotheses.sphere import SphereSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.numeric.enclosure import Enclosure

ANGLES = tuple(Fraction(1, k) for k in (3, 4, 10, 1000))


class Shape(NamedTuple):
    """A version space: shares of the sphere, of a turn, and of what it is sure of."""

    volume: Fraction
    sides: Fraction
    polar: Fraction


Mass: TypeAlias = Callable[[Shape, Shape], Fraction]
PYTHON = """\
from fractions import Fraction as F

before, after = F(1, 3), F(1, 6)  # the angles of two lunes, in turns: their volumes


def sure(turns):  # all members agree on x iff x or -x is between the normals of the two
    height = 0  # sides; these are the vectors of a plane, and a plane has no mass
    return 2 * height


assert after == before / 2
assert 1 - sure(after) == 1 - sure(before) == 1 and 1 - sure(after) != F(1, 2)
"""


def lune(turns: Fraction) -> Shape:
    """Return what two labels leave: two sides of half a turn, and a flat polar."""
    return Shape(turns, Fraction(1), Fraction(0))


def half_lune(turns: Fraction) -> Shape:
    """Return a lune cut across: sides of 1/4, 1/4 and its angle.

    The normals of its sides form a triangle with two right angles, and a side of half a turn
    less the angle.
    """
    return Shape(turns / 2, Fraction(1, 2) + turns, (Fraction(1, 2) - turns) / 2)


def by_volume(before: Shape, after: Shape) -> Fraction:
    """Return the mass if it shrank with the volume."""
    return (1 - 2 * before.polar) * after.volume / before.volume


def by_perimeter(before: Shape, after: Shape) -> Fraction:
    """Return the mass from the sides."""
    del before
    return after.sides


def halvings(formula: Mass, rng: np.random.Generator) -> Finding:
    """Halve lunes lengthwise and across; what is sure is the polar and its opposite."""
    del rng
    for angle in ANGLES:
        for name, after in (("along", lune(angle / 2)), ("across", half_lune(angle))):
            claimed, computed = formula(lune(angle), after), 1 - 2 * after.polar
            if claimed != computed:
                names = {"claimed": claimed, "mass": computed}
                found = Counterexample(arithmetic("claimed", "!=", "mass", names), PYTHON)
                along = name == "along" and claimed == Fraction(1, 2)
                return fails(
                    f"a lune of {angle} turns, halved {name}",
                    claimed=claimed,
                    computed=computed,
                    counterexample=found if along else None,
                )
    return holds(f"{2 * len(ANGLES)} halvings")


def real_version_spaces(formula: Mass, rng: np.random.Generator) -> Finding:
    """Give labels to the real class: a quarter lune, halved along and across."""
    del rng
    separators = SphereSeparators(3)
    space = separators.version_space().restrict((1, 0, 0), 1).restrict((0, 1, 0), 1)
    quarter, law = Fraction(1, 4), separators.law()
    for x, after in (((-1, 1, 0), lune(quarter / 2)), ((0, 0, 1), half_lune(quarter))):
        mass = law.mass(space.restrict(x, 1).disagreement())
        computed = mass if isinstance(mass, Enclosure) else Enclosure.exactly(mass)
        if (claimed := formula(lune(quarter), after)) not in computed:
            return fails(f"a label +1 at {x}", claimed=claimed, computed=mass)
    return holds("a lune of 1/4 turn, halved along and across")


CLAIM: Claim[Mass] = Claim(
    key="sphere/disagreement/halving",
    title="Halving the volume halves the disagreement region",
    statement=(
        r"\operatorname{vol} V' = \tfrac12 \operatorname{vol} V \implies"
        r" P(\mathrm{DIS}(V')) = \tfrac12 P(\mathrm{DIS}(V))"
    ),
    plain="A label that halves the volume halves the region of disagreement: false from d = 3 on.",
    relation="counterexample",
    assumptions=frozenset({"realizable", "uniform law"}),
    does_not_say="that volume is a poor guide on the circle: there region and volume shrink alike",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=by_volume,
    checks=(
        Check(Method.EXHAUSTIVE, halvings, scope="d = 3; four lunes, halved along and across"),
        Check(Method.ENCLOSURE, real_version_spaces, scope="d = 3; real labels of a quarter lune"),
    ),
    controls={
        "the region keeps its mass": lambda *_: Fraction(1),
        "the region is the volume": lambda _, after: after.volume,
    },
    corrected=(by_perimeter, "sphere/disagreement/perimeter"),
)
