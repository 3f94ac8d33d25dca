"""Two moons: half circles that reach into each other."""

import numpy as np

from altheory.graphs.cases.case import Case, deviation, labeled_case
from altheory.graphs.neighbors import knn_graph
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats


def two_moons(rng: Rng, *, each: int = 100, noise: float = 0.05, neighbors: int = 10) -> Case:
    """Return points on two half circles of radius 1, with one label in the middle of each.

    The upper one, around the origin, is positive; the lower one is it turned by half a turn
    about (1/2, 1/4).  By the nearest label the tip of each moon that lies in the other is lost.

    Parameters
    ----------
    rng
        A generator or a seed.  Each moon has one point in each of equal arcs.
    each
        How many points a moon has.
    noise
        The standard deviation of both coordinates; at 0.05 an edge joins the moons in some
        draws, at 0.1 in most.
    neighbors
        How many neighbors each point has in the graph.

    Examples
    --------
    >>> case = two_moons(0)
    >>> case.points.shape, case.labeled.tolist(), case.values.tolist()
    ((200, 2), [50, 150], [1.0, 0.0])

    """
    n, draws = count(each, "the size of a moon"), generator(rng)
    upper, lower = _arc(draws, n), (1.0, 0.5) - _arc(draws, n)
    points = np.vstack((upper, lower))
    points += deviation(noise) * draws.standard_normal(points.shape)
    middle = n // 2, n + n // 2
    return labeled_case(points, knn_graph(points, neighbors), np.repeat([1, 0], n), middle)


def _arc(rng: np.random.Generator, n: int) -> Floats:
    angles = np.pi * (np.arange(n) + rng.random(n)) / n
    return np.column_stack((np.cos(angles), np.sin(angles)))
