"""Handwritten digits, those that scikit-learn ships: 1797 images of 8 by 8 pixels."""

from importlib import import_module
from typing import Any

import numpy as np

from altheory.errors import DomainError, MissingDependencyError
from altheory.graphs.cases.case import Case
from altheory.graphs.neighbors import knn_graph
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator


def digits(rng: Rng, *, each: int = 10, neighbors: int = 10) -> Case:
    """Return scikit-learn's digits, with the labels of a few images of each class.

    Parameters
    ----------
    rng
        A generator or a seed, which chooses whose label is known.
    each
        How many labels each of the ten classes has.
    neighbors
        How many neighbors each image has in the graph, in Euclidean distance of pixels.

    Raises
    ------
    MissingDependencyError
        If scikit-learn is not installed.

    """
    points, truth = _images()
    members = [np.flatnonzero(truth == c) for c in range(10)]
    least, most = min(map(len, members)), count(each, "the number of labels of each class")
    if most > least:
        raise DomainError(f"a class has at most {least} labels, got {each}")
    draws = generator(rng)
    labeled = np.concatenate([np.sort(draws.choice(m, most, replace=False)) for m in members])
    return Case(points, knn_graph(points, neighbors), labeled, np.eye(10)[truth[labeled]], truth)


def _images() -> tuple[Any, Any]:
    """Return pixels, ``float64[1797, 64]`` from 0 to 16, and classes, ``int64[1797]``."""
    try:
        datasets: Any = import_module("sklearn.datasets")
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "bench") from error
    points, truth = datasets.load_digits(return_X_y=True)
    return np.asarray(points, dtype=np.float64), np.asarray(truth, dtype=np.int64)
