"""Which points are alike: the graph of those known, and how new ones hang on it."""

from typing import Any

from altheory.errors import DomainError
from altheory.graphs._affinity import Affinity
from altheory.graphs._neighborhoods import everyone, nearest, within
from altheory.graphs.graph import Graph, graph_of
from altheory.numeric.inputs import count, positive

AFFINITIES = ("nearest_neighbors", "radius", "full", "precomputed")
ALIASES = {"knn": "nearest_neighbors", "rbf": "full"}  # what scikit-learn calls them


def joined(
    X: Any, affinity: str, n_neighbors: Any, radius: Any, bandwidth: Any
) -> tuple[Graph, Affinity | None]:
    """Return the graph of points, and how new ones are joined to it; None if by given weights.

    Raises
    ------
    DomainError
        If one of the parameters is none.

    """
    if bandwidth is not None:
        positive(bandwidth, "a bandwidth")
    neighbors = reach = None
    if affinity == "precomputed":
        return graph_of(X), None
    if affinity == "nearest_neighbors":
        neighbors = min(count(n_neighbors, "the number of neighbors"), len(X) - 1)
        near = nearest(X, neighbors)
    elif affinity == "radius":
        reach = float(positive(radius, "a radius"))
        near = within(X, reach)
    elif affinity == "full":
        near = everyone(X)
    else:
        meant = f"; {affinity} is {ALIASES[affinity]} here" if affinity in ALIASES else ""
        raise DomainError(f"an affinity is one of {', '.join(AFFINITIES)}, got {affinity!r}{meant}")
    sigma = near.bandwidth(bandwidth)
    return graph_of(near.weights(sigma)), Affinity(X, neighbors, reach, sigma)
