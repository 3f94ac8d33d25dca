"""How large the disagreement region is, beside how far its members are apart.

Both are masses of regions under a law on the points.  The laws are the point
masses, which decide every inequality that is linear in the law, and the uniform
law for those that are not.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import product
from typing import NamedTuple, TypeAlias

from altheory.hypotheses.finite import FiniteVersionSpace
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from proofs_checks._small_classes import every_version_space, rows

Masses: TypeAlias = Sequence[Fraction]


class Spread(NamedTuple):
    """A version space seen from one of its members, under one law."""

    space: FiniteVersionSpace
    target: int
    disagreement: Fraction
    error: Fraction

    @property
    def size(self) -> int:
        return len(self.space.members)

    def __str__(self) -> str:
        n = self.space.of.n_points
        return f"members {rows(n, self.space.members)}, target {rows(n, [self.target])}"


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
        error = max(mass[target ^ mask] for mask in space.members)
        yield Spread(space, target, mass[region], error)


@cache
def every_spread() -> tuple[Spread, ...]:
    """Return one case of each kind met in the version spaces of all small classes.

    Two cases are of one kind if they agree in region, error and size, which is all
    that a bound is told.
    """
    found: dict[tuple[Fraction, Fraction, int], Spread] = {}
    for space in every_version_space():
        for seen in spreads(space):
            found.setdefault((seen.disagreement, seen.error, seen.size), seen)
    return tuple(found.values())
