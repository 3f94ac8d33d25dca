r"""Boolean combinations of closed cones, decided cell by cell.

Finitely many hyperplanes through the origin divide space into cells, on each of which all
their signs are constant, and so is membership in a Boolean combination of cones that they
bound.  Some signs may decide it already: of a cone, one inequality that fails.  So the
search for the cells inside cuts space by one hyperplane that still matters after another
and stops where none does.  The origin is no direction and in no cell.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError
from altheory.numeric.directions import Direction, opposite
from altheory.protocols import Bools
from altheory.spaces.cone import Cone, parts

CELLS = 100_000  # visited in one search


@final
@dataclass(frozen=True, slots=True)
class ClosedCone:
    """``n . x >= 0`` for all ``halves`` and ``l . x == 0`` for all ``flats``, x not 0."""

    halves: tuple[Direction, ...] = ()
    flats: tuple[Direction, ...] = ()

    @property
    def opposite(self) -> "ClosedCone":
        """The cone of the antipodes."""
        return ClosedCone(tuple(sorted(map(opposite, self.halves))), self.flats)


@final
@dataclass(frozen=True, slots=True)
class Union:
    """What lies in one of the parts."""

    parts: tuple["Formula", ...]


@final
@dataclass(frozen=True, slots=True)
class Outside:
    """What does not lie in ``part``."""

    part: "Formula"


Formula: TypeAlias = ClosedCone | Union | Outside


def outside(formula: Formula) -> Formula:
    """Return the complement."""
    return formula.part if isinstance(formula, Outside) else Outside(formula)


def union(*formulas: Formula) -> Formula:
    """Return what lies in one of several."""
    found: dict[Formula, None] = {}
    for each in formulas:
        found |= dict.fromkeys(each.parts if isinstance(each, Union) else (each,))
    return Union(tuple(found)) if len(found) > 1 else formulas[0]


def decide(formula: Formula, signs: Mapping[Direction, int]) -> bool | Direction:
    """Return whether directions with these signs lie inside, or a hyperplane that matters.

    ``signs`` holds each hyperplane under both of its normals.
    """
    if isinstance(formula, Outside):
        found = decide(formula.part, signs)
        return not found if isinstance(found, bool) else found
    if isinstance(formula, Union):
        return _first((decide(part, signs) for part in formula.parts), stop=True)
    half = (n if (s := signs.get(n)) is None else s >= 0 for n in formula.halves)
    flat = (n if (s := signs.get(n)) is None else s == 0 for n in formula.flats)
    return _first(chain(flat, half), stop=False)


def _first(answers: Iterable[bool | Direction], *, stop: bool) -> bool | Direction:
    """Return ``stop`` if that is an answer, else the first open one, else not ``stop``."""
    found: bool | Direction = not stop
    for answer in answers:
        if answer is stop:
            return stop
        if isinstance(found, bool):
            found = answer
    return found


def inside(formula: Formula, sign_of: Mapping[Direction, NDArray[np.int8]], size: int) -> Bools:
    """Decide a batch of ``size`` from the signs at each hyperplane, under both normals."""
    if isinstance(formula, Outside):
        return ~inside(formula.part, sign_of, size)
    answer = np.full(size, not isinstance(formula, Union))
    if isinstance(formula, Union):
        for part in formula.parts:
            answer |= inside(part, sign_of, size)
        return answer
    for n in formula.halves:
        answer &= sign_of[n] >= 0
    for n in formula.flats:
        answer &= sign_of[n] == 0
    return answer


def normals(formula: Formula) -> set[Direction]:
    """Return one normal of each hyperplane that bounds a cone."""
    if isinstance(formula, Outside):
        return normals(formula.part)
    if isinstance(formula, Union):
        return {n for part in formula.parts for n in normals(part)}
    return {max(n, opposite(n)) for n in (*formula.halves, *formula.flats)}


def cells(formula: Formula, dimension: int, *, solid: bool = False) -> Iterator[Cone]:
    """Yield disjoint cones whose relative interiors make up the region.

    With ``solid`` only those of full dimension, which make up all but a set of measure zero.

    Raises
    ------
    BudgetError
        If the search visits more than ``CELLS`` cells.

    """
    visited, stack = 0, [(Cone.whole(dimension), dict[Direction, int]())]
    while stack:
        cone, signs = stack.pop()
        visited += 1
        if visited > CELLS:
            raise BudgetError(f"a region of more than {CELLS} cells; use fewer labels")
        found = decide(formula, signs)
        if found is True:
            yield cone
        elif not isinstance(found, bool):
            stack += [
                (part, {**signs, found: s, opposite(found): -s})
                for s, part in parts(cone, found)
                if part.span == dimension or not solid
            ]
