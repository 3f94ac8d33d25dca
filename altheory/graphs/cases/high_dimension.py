"""Few labels among many points in high dimension: a constant with spikes.

The energy of a spike at a labeled point costs next to nothing in dimension two and more, so
with more and more points and no more labels the harmonic solution is nearly one constant
everywhere but at the labels [nadler2009]_.
"""

import numpy as np

from altheory.errors import DomainError
from altheory.graphs.cases.case import Case, labeled_case
from altheory.graphs.neighbors import knn_graph
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator


def spikes(rng: Rng, n: int, d: int, *, neighbors: int = 10) -> Case:
    """Return points drawn from the unit cube, positive where the first coordinate is above 1/2.

    Two are labeled: the negative one nearest to (1/4, ..., 1/4), and the positive one nearest
    to (3/4, ..., 3/4).

    Parameters
    ----------
    rng
        A generator or a seed.
    n, d
        The number of points, and the dimension.
    neighbors
        How many neighbors each point has in the graph.

    Raises
    ------
    DomainError
        If all points are of one class.

    Examples
    --------
    >>> case = spikes(0, 100, 3)
    >>> case.points.shape, case.values.tolist()
    ((100, 3), [0.0, 1.0])

    """
    shape = count(n, "the number of points", least=2), count(d, "the dimension")
    points = generator(rng).random(shape)
    truth = (points[:, 0] > 0.5).astype(np.int64)
    sides = np.flatnonzero(truth == 0), np.flatnonzero(truth == 1)
    if not all(map(len, sides)):
        raise DomainError(f"there are points of both classes, got {n} of one; draw more")
    labeled = [
        int(side[((points[side] - at) ** 2).sum(axis=1).argmin()])
        for side, at in zip(sides, (0.25, 0.75), strict=True)
    ]
    return labeled_case(points, knn_graph(points, neighbors), truth, labeled)
