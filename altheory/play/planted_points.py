"""Points of which each group is narrow on axes of its own, and anywhere on the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import count, listed, open_unit
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats


@final
@dataclass(frozen=True, slots=True, eq=False)
class PlantedGroups:
    """Points and their groups.

    Attributes
    ----------
    points
        ``float64[n, d]`` in the unit cube, group after group, then the noise.
    groups
        The number of each point's group, None of noise.

    """

    points: Floats
    groups: tuple[int | None, ...]


def planted_groups(
    subspaces: Sequence[Sequence[int]],
    *,
    dimension: int,
    size: int,
    noise: int,
    width: float,
    rng: Rng = None,
) -> PlantedGroups:
    """Draw groups that are uniform on a cube of their subspace, and noise that is everywhere.

    Parameters
    ----------
    subspaces
        The axes of each group, from 0; the place of its cube on them is uniform.
    dimension
        The number of axes.
    size
        Of each group.
    noise
        How many points belong to no group.
    width
        Of the cubes, between 0 and 1; of the others the points are uniform.
    rng
        Source of the points.

    Examples
    --------
    >>> found = planted_groups([(0,), (1,)], dimension=2, size=2, noise=1, width=0.1, rng=0)
    >>> found.points.shape, found.groups
    ((5, 2), (0, 0, 1, 1, None))

    """
    d, n = count(dimension, "the dimension"), count(size, "the size of a group")
    apart, side = (
        count(noise, "the number of noisy points", least=0),
        float(open_unit(width, "a width")),
    )
    stream = generator(rng)
    drawn: list[Floats] = []
    for given in listed(subspaces, "the subspaces"):
        axes = [count(axis, "an axis", least=0) for axis in listed(given, "the axes of a group")]
        if not {*axes} <= {*range(d)}:
            raise DomainError(f"the axes of a group are among 0, ..., {d - 1}, got {given!r}")
        points = stream.random((n, d))
        chosen = sorted({*axes})
        corner = (1 - side) * stream.random(len(chosen))
        points[:, chosen] = corner + side * points[:, chosen]
        drawn.append(points)
    drawn.append(stream.random((apart, d)))
    groups = (*(g for g in range(len(drawn) - 1) for _ in range(n)), *[None] * apart)
    return PlantedGroups(np.concatenate(drawn), groups)
