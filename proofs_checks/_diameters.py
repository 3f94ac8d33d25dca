r"""How large the disagreement region is, beside how far its members are apart.

Both are masses of regions under a law on the points, :math:`P = \sum_x p_x \delta_x`.
An inequality between linear forms of such masses holds for every law as soon as it
holds for the point masses :math:`\delta_x`, of which every law is a mixture.  For
another inequality the point masses decide nothing: no bound passes that computer
algebra does not show to be linear.  The uniform law is there to refute more.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any, NamedTuple, TypeAlias

import sympy as sp

from altheory.hypotheses.finite import FiniteVersionSpace
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from proofs_checks._small_classes import every_version_space, few_version_spaces, rows

Masses: TypeAlias = Sequence[Fraction]


class Spread(NamedTuple):
    """A version space seen from one of its members, under one law.

    ``errors`` are those of the other members, its rivals, in increasing order.
    """

    space: FiniteVersionSpace
    target: int
    disagreement: Fraction
    errors: tuple[Fraction, ...]

    def __str__(self) -> str:
        n = self.space.of.n_points
        return f"members {rows(n, self.space.members)}, target {rows(n, [self.target])}"


def is_linear(form: Callable[[tuple[Any, ...]], Any], n_masses: int) -> bool:
    """Decide whether a function of several masses is a linear form, by computer algebra.

    >>> is_linear(sum, 3), is_linear(max, 3)
    (True, False)
    """
    symbols = sp.symbols(f"x:{n_masses}", nonnegative=True)
    try:
        value = sp.expand(form(symbols))
    except TypeError:  # a case distinction on symbols, as in max
        return False
    slopes = (sp.diff(value, x) for x in symbols)
    return not value.subs(dict.fromkeys(symbols, 0)) and all(m.is_number for m in slopes)


@cache
def masses(n_points: int) -> tuple[Masses, ...]:
    """Return the mass of each bitmask, under each point mass and the uniform law."""
    atoms = [FiniteDistribution([int(i == x) for i in range(n_points)]) for x in range(n_points)]
    regions = [FiniteRegion(n_points, mask) for mask in range(1 << n_points)]
    laws = (*atoms, FiniteDistribution.uniform(n_points))
    return tuple(tuple(law.mass(region) for region in regions) for law in laws)


def spreads(space: FiniteVersionSpace) -> Iterator[Spread]:
    """Go through the laws and the members of a version space, as targets."""
    region = space.disagreement().mask
    for mass, target in product(masses(space.of.n_points), space.members):
        errors = sorted(mass[target ^ mask] for mask in space.members if mask != target)
        yield Spread(space, target, mass[region], tuple(errors))


@cache
def every_spread(*, few: bool = False) -> tuple[Spread, ...]:
    """Return one case of each kind met in the version spaces of all small classes, or of few.

    Two cases are of one kind if they agree in the region and in the errors, which is
    all that a bound is told.
    """
    found: dict[tuple[Fraction, tuple[Fraction, ...]], Spread] = {}
    for space in few_version_spaces() if few else every_version_space():
        for seen in spreads(space):
            found.setdefault((seen.disagreement, seen.errors), seen)
    return tuple(found.values())
