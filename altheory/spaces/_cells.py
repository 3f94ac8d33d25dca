r"""Boolean combinations of closed cones, decided cell by cell.

Finitely many hyperplanes through the origin divide space into cells, on each of which all
their signs are constant, and so is membership in a Boolean combination of cones that they
bound.  Some signs may decide it already: of a cone, one inequality that fails.  So the
search for the cells inside cuts space by one hyperplane that still matters after another
and stops where none does.  The origin is no direction and in no cell.

In high dimension the cone of signed examples is known by its generators alone, the facets
of its dual cone: the search cannot cut by hyperplanes that nobody can list, but membership
is decided there too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError
from altheory.numeric.directions import Direction, opposite, reduced
from altheory.protocols import Bools
from altheory.spaces.cone import Cone, parts
from altheory.spaces.facet_cone import FacetCone

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


@final
@dataclass(frozen=True, slots=True)
class DualCone:
    """``side * x . w >= 0`` for all ``w`` in a cone that is known by its facets, x not 0.

    These are the nonnegative combinations of its normals, or their antipodes.
    """

    cone: FacetCone
    side: Literal[-1, 1] = 1

    @property
    def opposite(self) -> "DualCone":
        """The cone of the antipodes."""
        return DualCone(self.cone, -1 if self.side > 0 else 1)


Formula: TypeAlias = ClosedCone | DualCone | Union | Outside
Boundary: TypeAlias = Direction | FacetCone


def outside(formula: Formula) -> Formula:
    """Return the complement."""
    return formula.part if isinstance(formula, Outside) else Outside(formula)


def antipodes(formula: Formula) -> Formula:
    """Return the opposite of all that lies inside."""
    if isinstance(formula, Outside):
        return Outside(antipodes(formula.part))
    if isinstance(formula, Union):
        return Union(tuple(antipodes(part) for part in formula.parts))
    return formula.opposite


def union(*formulas: Formula) -> Formula:
    """Return what lies in one of several."""
    found: dict[Formula, None] = {}
    for each in formulas:
        found |= dict.fromkeys(each.parts if isinstance(each, Union) else (each,))
    if any(outside(each) in found for each in found):
        return ClosedCone()
    return Union(tuple(found)) if len(found) > 1 else formulas[0]


def decide(formula: Formula, signs: Mapping[Boundary, int]) -> bool | Boundary:
    """Return whether directions with these signs lie inside, or a boundary that matters.

    ``signs`` holds each hyperplane under both of its normals, and the sides of cones.
    """
    if isinstance(formula, Outside):
        found = decide(formula.part, signs)
        return not found if isinstance(found, bool) else found
    if isinstance(formula, Union):
        return _first((decide(part, signs) for part in formula.parts), stop=True)
    if isinstance(formula, DualCone):
        side = signs.get(formula.cone)
        return formula.cone if side is None else side == formula.side
    half = (n if (s := signs.get(n)) is None else s >= 0 for n in formula.halves)
    flat = (n if (s := signs.get(n)) is None else s == 0 for n in formula.flats)
    return _first(chain(flat, half), stop=False)


def _first(answers: Iterable[bool | Boundary], *, stop: bool) -> bool | Boundary:
    """Return ``stop`` if that is an answer, else the first open one, else not ``stop``."""
    found: bool | Boundary = not stop
    for answer in answers:
        if answer is stop:
            return stop
        if isinstance(found, bool):
            found = answer
    return found


def inside(formula: Formula, sign_of: Mapping[Boundary, NDArray[np.int8]], size: int) -> Bools:
    """Decide a batch of ``size`` from the signs at each boundary, under both normals."""
    if isinstance(formula, Outside):
        return ~inside(formula.part, sign_of, size)
    answer = np.full(size, not isinstance(formula, Union))
    if isinstance(formula, Union):
        for part in formula.parts:
            answer |= inside(part, sign_of, size)
        return answer
    if isinstance(formula, DualCone):
        held: Bools = sign_of[formula.cone] == formula.side
        return held
    for n in formula.halves:
        answer &= sign_of[n] >= 0
    for n in formula.flats:
        answer &= sign_of[n] == 0
    return answer


def normals(formula: Formula) -> set[Direction]:
    """Return one normal of each hyperplane that bounds a cone."""
    cones = (leaf for leaf in leaves(formula) if isinstance(leaf, ClosedCone))
    return {max(n, opposite(n)) for leaf in cones for n in (*leaf.halves, *leaf.flats)}


def facet_cones(formula: Formula) -> list[FacetCone]:
    """Return the cones that are known by their facets, each once."""
    cones = (leaf.cone for leaf in leaves(formula) if isinstance(leaf, DualCone))
    return list(dict.fromkeys(cones))


def beside_a_cone(formula: Formula) -> ClosedCone | DualCone | None:
    """Return the cone C if the formula is that of all that lies neither in C nor in -C."""
    pair = formula.part if isinstance(formula, Outside) else None
    if isinstance(pair, Union) and len(pair.parts) == 2:
        one, other = pair.parts
        if isinstance(one, ClosedCone | DualCone) and one.opposite == other:
            return one
    return None


def leaves(formula: Formula) -> Iterator[ClosedCone | DualCone]:
    """Yield the cones that are combined."""
    if isinstance(formula, Outside):
        yield from leaves(formula.part)
    elif isinstance(formula, Union):
        for part in formula.parts:
            yield from leaves(part)
    else:
        yield formula


def probes(cone: FacetCone) -> Iterator[Direction]:
    """Yield a direction on each side that a cone has, inside that if it has an interior.

    A direction orthogonal to an inner one is on neither side.
    """
    i = next(k for k, c in enumerate(cone.inner) if c)
    j = 1 if i == 0 else 0
    across = {i: -cone.inner[j], j: cone.inner[i]}
    yield reduced([across.get(k, 0) for k in range(cone.dimension)])
    if cone.normals:
        middle = reduced([sum(column) for column in zip(*cone.normals, strict=True)])
        yield from (middle, opposite(middle))


def cells(formula: Formula, dimension: int, *, solid: bool = False) -> Iterator[Cone]:
    """Yield disjoint cones whose relative interiors make up the region.

    With ``solid`` only those of full dimension, which make up all but a set of measure zero.

    Raises
    ------
    BudgetError
        If the search visits more than ``CELLS`` cells, or meets a cone of which
        nothing but the facets is known.

    """
    visited, stack = 0, [(Cone.whole(dimension), dict[Boundary, int]())]
    while stack:
        cone, signs = stack.pop()
        visited += 1
        if visited > CELLS:
            raise BudgetError(f"a region of more than {CELLS} cells; use fewer labels")
        found = decide(formula, signs)
        if found is True:
            yield cone
        elif isinstance(found, FacetCone):
            raise BudgetError(
                f"a region beside a cone of {len(found.normals)} facets in dimension {dimension} "
                "is not cut into cells; ask for members, or sample"
            )
        elif not isinstance(found, bool):
            stack += [
                (part, {**signs, found: s, opposite(found): -s})
                for s, part in parts(cone, found)
                if part.span == dimension or not solid
            ]
