"""Two rings, one around the other: what is near is alike, what is alike is not near."""

import numpy as np

from altheory.graphs.cases.case import Case, deviation, labeled_case
from altheory.graphs.neighbors import knn_graph
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats

RADII = 1.0, 2.0


def two_rings(
    rng: Rng, *, inner: int = 50, outer: int = 100, noise: float = 0.1, neighbors: int = 5
) -> Case:
    """Return points on two circles around the origin, of radius 1 and 2, with one label each.

    The inner ring is positive.  Both labeled points are at an angle near 0, so that by the
    nearest label the outer ring is positive but for the arc that faces the labels.

    By default the rings hardly ever hang together, and whatever travels along edges is right;
    with ``noise=0.13, neighbors=8`` they nearly always do, and methods differ.

    Parameters
    ----------
    rng
        A generator or a seed.  Each ring is cut into as many equal arcs as it has points,
        and each arc has a point at a random angle, so that there is no wide gap.
    inner, outer
        How many points the rings have.
    noise
        The standard deviation of the distance from the origin; from about 0.15 on, edges
        usually join the two rings.
    neighbors
        How many neighbors each point has in the graph.

    Examples
    --------
    >>> case = two_rings(0)
    >>> case.points.shape, case.labeled.tolist(), case.values.tolist()
    ((150, 2), [0, 50], [1.0, 0.0])

    """
    sizes = count(inner, "the size of a ring"), count(outer, "the size of a ring")
    draws, spread = generator(rng), deviation(noise)
    rings = [_ring(draws, n, r, spread) for n, r in zip(sizes, RADII, strict=True)]
    points = np.vstack(rings)
    return labeled_case(points, knn_graph(points, neighbors), np.repeat([1, 0], sizes), (0, inner))


def _ring(rng: np.random.Generator, n: int, radius: float, noise: float) -> Floats:
    angles = 2 * np.pi * (np.arange(n) + rng.random(n)) / n
    radii = radius + noise * rng.standard_normal(n)
    return np.column_stack((radii * np.cos(angles), radii * np.sin(angles)))
