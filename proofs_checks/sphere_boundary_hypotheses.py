r"""Separators have no boundary hypotheses: no half space contains another.

If two normals w and w' are not multiples of each other by a positive number, some x has
:math:`w \cdot x > 0 > w' \cdot x`: :math:`x = w / |w|^2 - w' / |w'|^2` or near it, or w for
opposite normals.  So each open half space holds a point that the other has not, every member
of a version space is minimal and maximal, and SB and GB are envelopes that no member attains.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_cones import Row, cube, negative, samples, satisfiable
from proofs_checks._sphere_signs import curve, labelings
from proofs_checks.classes_boundaries import maximal, minimal

# From the number of members that differ on the points: how many are minimal, and how many maximal.
Extremes: TypeAlias = Callable[[int], tuple[int, int]]


def all_of_them(members: int) -> tuple[int, int]:
    """Return how many members have no member below, and none above."""
    return members, members


def _masks(points: tuple[Row, ...]) -> tuple[int, ...]:
    """Return the positive sets of all separators on points and their opposites, as bits."""
    both = (*points, *map(negative, points))
    rows = labelings(both[: len(points)])
    signs = [(*row, *(-sign for sign in row)) for row in rows]
    return tuple(sum(1 << i for i, sign in enumerate(row) if sign > 0) for row in signs)


def version_spaces(d: int, n: int) -> list[tuple[int, ...]]:
    """Return the members after every set of labels, as positive sets on 2n points."""
    masks = _masks(curve(d, n))
    found = {masks}
    fresh = set(found)
    while fresh:
        fresh = {
            tuple(m for m in members if (m >> i & 1) == y)
            for members in fresh
            for i in range(n)
            for y in (0, 1)
        } - found
        found |= fresh
    return [members for members in found if members]


def every_version_space(
    sizes: tuple[tuple[int, int], ...],
) -> Callable[[Extremes, np.random.Generator], Finding]:
    """Return the check that goes through every version space on points and their opposites."""

    def members(formula: Extremes, rng: np.random.Generator) -> Finding:
        del rng
        spaces = [space for d, n in sizes for space in version_spaces(d, n)]
        for space in spaces:
            computed = len(minimal(space)), len(maximal(space))
            if formula(len(space)) != computed:
                return fails(
                    f"{len(space)} members", claimed=formula(len(space)), computed=computed
                )
        return holds(f"{len(spaces)} version spaces")

    members.__name__ = f"every_version_space_of_{len(sizes)}_sizes"
    return members


def two_normals(formula: Extremes, rng: np.random.Generator) -> Finding:
    """Look for a point that one of two half spaces has and the other has not, in all pairs."""
    del rng
    pairs = [pair for d in (2, 3) for pair in samples(cube(d), (2,))]
    for w, v in pairs:
        inside = [not satisfiable([a, negative(b)]) for a, b in ((w, v), (v, w))]
        computed = (2 - inside[1], 2 - inside[0])
        if formula(2) != computed:
            return fails(f"normals {w} and {v}", claimed=formula(2), computed=computed)
    return holds(f"{len(pairs)} pairs of normals, all directions x")


CLAIM: Claim[Extremes] = Claim(
    key="sphere/no-boundary-hypotheses",
    title="Half spaces are an antichain",
    statement=(
        r"\min V = \max V = V \text{ for every version space } V \text{ on } n \text{ points of}"
        r" \text{ the moment curve and their opposites},\ (d, n) = (2, 4), (3, 4), (3, 5), (4, 5)"
    ),
    plain=(
        "No half space contains another, so none bounds a version space: on up to five points"
        " and their opposites, in up to four dimensions, and for all pairs of small normals."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that SB and GB do not exist: as regions they do, and no half space is one",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=all_of_them,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_version_space(((2, 4), (3, 4))),
            scope="d = 2, 3: four points of the moment curve and their opposites",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_version_space(((3, 5), (4, 5))),
            scope="d = 3, 4: five points of the moment curve and their opposites",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            two_normals,
            scope="d = 2, 3: all pairs of normals with coordinates -1, 0, 1",
        ),
    ),
    controls={
        "one on each side": lambda members: (min(members, 1), min(members, 1)),
        "half of them on each side": lambda members: ((members + 1) // 2, (members + 1) // 2),
        "a most specific one": lambda members: (min(members, 1), members),
    },
)
