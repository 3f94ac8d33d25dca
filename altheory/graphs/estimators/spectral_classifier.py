"""Spectral partition as a classifier of scikit-learn's kind."""

from typing import final

import numpy as np

from altheory.graphs.estimators._graph_classifier import GraphClassifier
from altheory.graphs.estimators._labeled_parts import labeled_parts
from altheory.graphs.graph import Nodes
from altheory.protocols import Bools, Floats


@final
class SpectralClassifier(GraphClassifier):
    """Spectral partitions, found without labels and named by them.

    Of two classes a component with labels of both is split in two
    (:mod:`altheory.graphs.spectral`); a node without a label has the shares of the classes among
    the labels on its side, and of all of the component if there are none.  With more classes the
    part in which most labels are outvoted is split again, until a component has as many parts
    as classes.  That is a heuristic: only the conductance of each single cut is bounded, by
    Cheeger's inequality.

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

    Attributes
    ----------
    classes_
        The classes, sorted.
    transduction_
        The label of each node; those given are kept.
    label_distributions_
        How likely each class is at each node, ``float64[n, C]``.
    ties_
        Where several classes have the largest share, ``bool[n]``: the first of them is the label.
    graph_
        The :class:`~altheory.graphs.graph.Graph`.
    parts_
        The number of each node's part, ``int64[n]``.
    conductances_
        The conductance of each cut within what it cut: exact fractions.
    n_features_in_
        The dimension, or if precomputed the number of nodes.

    Examples
    --------
    A triangle on the left hangs by one edge on another; of the 14 ends of edges each has 7.

    >>> points = [[0.0], [1.0], [2.0], [5.0], [6.0], [7.0]]
    >>> model = SpectralClassifier(affinity="radius", radius=3.0, bandwidth=1e9)
    >>> model.fit(points, [7, -1, -1, -1, -1, 8]).transduction_.tolist()
    [7, 7, 7, 8, 8, 8]
    >>> [float(round(h, 3)) for h in model.conductances_], model.predict([[2.2]]).tolist()
    ([0.143], [7])

    """

    def _transduced(self, nodes: Nodes, codes: Nodes, reached: Bools) -> tuple[Floats, float]:
        del reached  # shares are NaN elsewhere
        numbers = np.full(self.graph_.size, -1, dtype=np.int64)
        numbers[nodes] = codes
        parts, self.conductances_ = labeled_parts(self.graph_, numbers, len(self.classes_))
        self.parts_ = np.empty(self.graph_.size, dtype=np.int64)
        rows = np.empty((self.graph_.size, len(self.classes_)))
        for number, part in enumerate(parts):
            self.parts_[part.nodes], rows[part.nodes] = number, part.shares
        rows[nodes] = np.eye(len(self.classes_))[codes]
        return rows, 0.0
