"""The harmonic solution as a classifier of scikit-learn's kind."""

from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.graphs.class_mass import mass_normalized
from altheory.graphs.estimators._graph_classifier import GraphClassifier
from altheory.graphs.graph import Nodes
from altheory.graphs.harmonic_solution import harmonic
from altheory.protocols import Bools, Floats

ROUNDING = 2.0**-53  # of 1 - f


@final
class HarmonicClassifier(GraphClassifier):
    """Label propagation, solved with a proved bound on the error.

    For two classes and for more, each class has the harmonic function that is 1 at its labels
    and 0 at the others [zhu2003]_; a node gets the class with the highest value.

    Parameters
    ----------
    affinity
        Which points are joined: each to its ``n_neighbors`` "nearest_neighbors", to all within
        ``radius``, or to all ("full"); or, if "precomputed", X holds the weights themselves.
    n_neighbors
        How many others each point chooses; all, if there are fewer.
    radius
        How far apart points may be that are joined.
    bandwidth
        The length at which a weight is exp(-1/2); by default the median length of the edges, or
        an eighth of the longest if that is more.
    missing_label
        What stands in y where there is no label: a number, a text, NaN or None.  If labels are
        -1 and +1, something other than -1, as 0.
    unlabeled
        What becomes of components without a label: they are refused by the names of their
        nodes, or with "nan" have NaN for a distribution, and are ``missing_label`` again.
    class_mass
        Proportions of the classes, not counts, by which values are weighed anew
        (:mod:`altheory.graphs.class_mass`), in the order of ``classes_``, or "labels" for the
        proportions of the labels; by default they are not.

    Attributes
    ----------
    classes_
        The classes, sorted.
    transduction_
        The label of each node; those given are kept.
    label_distributions_
        How likely each class is at each node, ``float64[n, C]``.
    ties_
        Where several classes have values no further apart than twice the error, ``bool[n]``: the
        first of them is the label.
    graph_
        The :class:`~altheory.graphs.graph.Graph`.
    error_bound_
        No value of ``label_distributions_`` is further off than this from the exact solution for
        the weights of ``graph_``.
    method_
        How it was solved.
    n_features_in_
        The dimension, or if precomputed the number of nodes.

    Examples
    --------
    >>> points = [[0.0], [1.0], [2.0], [5.0], [6.0]]
    >>> model = HarmonicClassifier(n_neighbors=2, missing_label="?")
    >>> model.fit(points, ["a", "?", "?", "?", "b"]).transduction_.tolist()
    ['a', 'a', 'a', 'b', 'b']
    >>> model.predict([[1.0], [5.4]]).tolist(), model.error_bound_ < 1e-12
    (['a', 'b'], True)

    """

    def __init__(
        self,
        *,
        affinity: str = "nearest_neighbors",
        n_neighbors: int = 7,
        radius: float = 1.0,
        bandwidth: float | None = None,
        missing_label: Any = -1,
        unlabeled: str = "refuse",
        class_mass: Any = None,
    ) -> None:
        super().__init__(
            affinity=affinity,
            n_neighbors=n_neighbors,
            radius=radius,
            bandwidth=bandwidth,
            missing_label=missing_label,
            unlabeled=unlabeled,
        )
        self.class_mass = class_mass

    def _transduced(self, nodes: Nodes, codes: Nodes, reached: Bools) -> tuple[Floats, float]:
        del reached  # the solution is NaN elsewhere
        indicators = np.eye(len(self.classes_))[codes]
        values = indicators[:, 1] if len(self.classes_) == 2 else indicators
        found = harmonic(self.graph_, nodes, values, unlabeled="nan")
        if self.class_mass is not None:
            found = mass_normalized(found, self._proportions())
        f: Floats = found.f
        self.method_ = found.method
        self.error_bound_ = found.error_bound + (ROUNDING if f.ndim == 1 else 0)
        rows = f if f.ndim == 2 else np.column_stack((1 - f, f))
        return rows, self.error_bound_

    def _proportions(self) -> Any:
        if not isinstance(self.class_mass, str):
            return self.class_mass
        if self.class_mass != "labels":
            raise DomainError(
                f'class_mass is "labels", None or a proportion of each class, got '
                f"{self.class_mass!r}"
            )
        return None
