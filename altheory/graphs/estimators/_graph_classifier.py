"""What the classifiers share: data in scikit-learn's convention, a graph, and new points.

Each of them labels the nodes of a graph; they differ in how.  Here alone altheory inherits from
somebody else's classes, since that is what scikit-learn's convention consists of.
"""

from abc import abstractmethod
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError, MissingDependencyError
from altheory.graphs._dirichlet import dirichlet_problem
from altheory.graphs.estimators._affinity import joined
from altheory.graphs.estimators._labels import labeled_nodes, warn_of_a_lost_class, with_missing
from altheory.graphs.graph import Graph, Nodes
from altheory.graphs.harmonic_solution import Harmonic
from altheory.graphs.induction import induced
from altheory.protocols import Bools, Floats

try:
    from sklearn.base import BaseEstimator, ClassifierMixin
    from sklearn.utils.multiclass import check_classification_targets
    from sklearn.utils.validation import (
        check_consistent_length,
        check_is_fitted,
        column_or_1d,
        validate_data,
    )
except ImportError as error:
    raise MissingDependencyError("scikit-learn", "graphs") from error


class GraphClassifier(ClassifierMixin, BaseEstimator):
    """A classifier that labels the nodes of a graph, and new points by nodes like them."""

    classes_: NDArray[Any]
    graph_: Graph
    transduction_: NDArray[Any]
    label_distributions_: Floats
    ties_: Bools

    def __init__(
        self,
        *,
        affinity: str = "nearest_neighbors",
        n_neighbors: int = 7,
        radius: float = 1.0,
        bandwidth: float | None = None,
        missing_label: Any = -1,
        unlabeled: str = "refuse",
    ) -> None:
        self.affinity = affinity
        self.n_neighbors = n_neighbors
        self.radius = radius
        self.bandwidth = bandwidth
        self.missing_label = missing_label
        self.unlabeled = unlabeled

    def fit(self, X: Any, y: Any) -> Self:
        """Label all nodes.

        Parameters
        ----------
        X
            The points, ``float64[n, d]``; if precomputed, the weights between the nodes,
            ``[n, n]``, sparse or dense, or a :class:`~altheory.graphs.Graph`.
        y
            Their labels, ``missing_label`` where there is none.

        Raises
        ------
        DomainError
            If a parameter, the weights or the labels are none.
        UnlabeledComponentError
            If a component holds no label, unless ``unlabeled="nan"``.

        """
        xs = self._validated(X, None if y is None else "no_validation", ensure_min_samples=2)
        known = column_or_1d(y, warn=True)
        check_consistent_length(xs, known)
        nodes, labels = labeled_nodes(known, self.missing_label)
        warn_of_a_lost_class(known, labels, self.missing_label)
        check_classification_targets(labels)
        self.classes_, codes = np.unique(labels, return_inverse=True)
        self.graph_, self._affinity = joined(
            xs, self.affinity, self.n_neighbors, self.radius, self.bandwidth
        )
        reached = self._reached(nodes)
        rows, self._bound = self._transduced(nodes, codes, reached)
        rows[~reached] = np.nan
        self.label_distributions_ = rows
        self.ties_ = _likeliest(rows, self._bound).sum(axis=1) > 1
        self.ties_[nodes] = False
        self.transduction_ = self._named(rows, self._bound)
        self.transduction_[nodes] = self.classes_[codes]
        return self

    def predict_proba(self, X: Any) -> Floats:
        """Return the mean of the distributions of like nodes.

        This is induction, outside the transductive theorem: with the new points the graph, and
        with it the answer at every node, would be another.  A point that coincides with a node
        gets what that has, with several the mean of these.

        Parameters
        ----------
        X
            The points, ``float64[m, d]``; if precomputed, weights from them to the nodes,
            ``[m, n]``.

        Returns
        -------
        ndarray
            One row each, ``float64[m, C]``, in the order of ``classes_``.

        Raises
        ------
        DomainError
            If a point is joined to no node, unless ``unlabeled="nan"``, which makes it NaN.

        """
        return self._induced(X)[0]

    def predict(self, X: Any) -> NDArray[Any]:
        """Return the likeliest class of each point, the first of several.

        Those whose values are no further apart than the errors that are possible count as equal.
        It is ``missing_label`` where :meth:`predict_proba` is NaN.
        """
        return self._named(*self._induced(X))

    def score(self, X: Any, y: Any, sample_weight: Any = None) -> float:
        """Return the share of correct predictions among the points that have a label."""
        nodes, labels = labeled_nodes(column_or_1d(y), self.missing_label)
        pairs = zip(self.predict(X)[nodes].tolist(), labels.tolist(), strict=True)
        weights = None if sample_weight is None else np.asarray(sample_weight)[nodes]
        return float(np.average([found == label for found, label in pairs], weights=weights))

    @abstractmethod
    def _transduced(self, nodes: Nodes, codes: Nodes, reached: Bools) -> tuple[Floats, float]:
        """Return distributions over classes, ``float64[n, C]``, and a bound on their error."""

    def _induced(self, X: Any) -> tuple[Floats, float]:
        """Return distributions at new points, and a bound on their error."""
        check_is_fitted(self)
        xs = self._validated(X, reset=False)
        weights = xs if self._affinity is None else self._affinity.weights(xs)
        found = Harmonic(self.label_distributions_, self._bound, "")
        return _means(found, weights, partly=self.unlabeled == "nan")

    def _reached(self, nodes: Nodes) -> Bools:
        """Tell which nodes hang together with a labeled one, or refuse that some do not."""
        if self.unlabeled not in ("refuse", "nan"):
            raise DomainError(
                f'unlabeled components are for "refuse" or "nan", got {self.unlabeled!r}'
            )
        component = self.graph_.component
        reached: Bools = np.isin(component, component[nodes])
        if self.unlabeled == "refuse" and not reached.all():
            remedy = ', or leave them without a class with unlabeled="nan"'
            dirichlet_problem(self.graph_, nodes, remedy=remedy)  # names them in its error
        return reached

    def _named(self, rows: Floats, bound: float) -> NDArray[Any]:
        """Return the classes of distributions that are off by no more than a bound."""
        nowhere: Bools = np.isnan(rows[:, 0])
        first = _likeliest(rows, bound).argmax(axis=1)
        return with_missing(self.classes_[first], nowhere, self.missing_label)

    def _validated(self, X: Any, y: Any = "no_validation", **how: Any) -> Any:
        sparse = "csr" if self.affinity == "precomputed" else False
        if isinstance(X, Graph) and not sparse:
            raise DomainError('points are wanted, got a graph; set affinity="precomputed"')
        given = X.weights if isinstance(X, Graph) else X
        return validate_data(self, given, y, accept_sparse=sparse, dtype=np.float64, **how)

    def __sklearn_tags__(self) -> Any:
        parent: Any = super()
        tags = parent.__sklearn_tags__()
        tags.input_tags.pairwise = tags.input_tags.sparse = self.affinity == "precomputed"
        return tags


def _likeliest(rows: Floats, bound: float) -> Bools:
    """Tell which classes may be the likeliest ones, ``bool[m, C]``; none where rows are NaN."""
    found: Bools = rows.max(axis=1, keepdims=True, initial=0.0) - rows <= 2 * bound
    return found


def _means(found: Harmonic, weights: Any, *, partly: bool) -> tuple[Floats, float]:
    """Return what new points take from nodes; if partly, NaN if there is nothing to take."""
    from scipy.sparse import csr_array

    if not partly:
        means = induced(found, weights)
        return np.asarray(means.f), means.error_bound
    kept = csr_array(csr_array(weights).multiply(~np.isnan(found.f[:, 0])[None, :]))
    kept.eliminate_zeros()
    joined_to_some = np.diff(kept.indptr) > 0
    rows = np.full((kept.shape[0], found.f.shape[1]), np.nan)
    if not joined_to_some.any():
        return rows, found.error_bound
    means = induced(found, kept[joined_to_some])
    rows[joined_to_some] = means.f
    return rows, means.error_bound
