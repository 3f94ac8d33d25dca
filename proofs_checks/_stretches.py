"""Streams of labeled instances in stretches, through RobustCAL, with their exact probability."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import product
from math import prod
from typing import Any, NamedTuple, TypeAlias

from altheory.bounds._uniform import Uniform
from altheory.hypotheses.finite import FiniteClass
from altheory.learners.robust_cal import RobustCAL
from altheory.protocols import Label
from altheory.spaces.finite import FiniteDistribution

Cell: TypeAlias = tuple[int, Label]
Law: TypeAlias = dict[Cell, Fraction]
Labeled: TypeAlias = dict[int, Label]

CUTS = FiniteClass(3, ["+++", "-++", "--+", "---"])
WEIGHTS = (3, 1, 2)
CHANCES = (Fraction(1, 3), Fraction(1, 2), Fraction(3, 4))  # of +, by point


class Path(NamedTuple):
    """A stream with its chance, and what is left after its first stretches."""

    members: tuple[int, ...]
    rest: tuple[Cell, ...]
    chance: Fraction


def narrow(n: int, delta: Fraction) -> Fraction:
    """Return a radius that drops hypotheses after one label; no theorem."""
    del n, delta
    return Fraction(1, 4)


NARROW = Uniform(name="narrow", theorem="none", source="none", radius=narrow)


def whole_law() -> Law:
    """Return the law of one labeled instance."""
    masses = [Fraction(w, sum(WEIGHTS)) for w in WEIGHTS]
    law: Law = {}
    for x, (mass, p) in enumerate(zip(masses, CHANCES, strict=True)):
        law |= {(x, -1): mass * (1 - p), (x, 1): mass * p}
    return law


def learner(of: FiniteClass = CUTS, weights: Sequence[int] = WEIGHTS) -> RobustCAL[Any, Any]:
    """Return RobustCAL with the narrow radius, which never stops of itself."""
    law, least = FiniteDistribution(weights), Fraction(1, 100)
    return RobustCAL(of.version_space(), law, NARROW, least, Fraction(1, 20))


@cache
def paths() -> tuple[Path, ...]:
    """Return all streams of four instances; RobustCAL looks after 1, 2 and 4."""
    return tuple(_paths())


def _paths() -> Iterator[Path]:
    law, run = whole_law(), learner()
    for first in product(law, repeat=2):
        state = run.init()
        for x, y in first:
            said: Labeled = {x: y}
            state = run.step(state, x, said.__getitem__)
        chance = prod((law[cell] for cell in first), start=Fraction(1))
        for rest in product(law, repeat=2):
            path = chance * prod((law[cell] for cell in rest), start=Fraction(1))
            yield Path(state.version_space.members, rest, path)
