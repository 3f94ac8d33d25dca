"""Minimum cuts as a classifier of scikit-learn's kind."""

from typing import final

import numpy as np

from altheory.graphs.estimators._graph_classifier import GraphClassifier
from altheory.graphs.graph import Nodes
from altheory.graphs.isolating_cuts import multiway_cut
from altheory.protocols import Bools, Floats


@final
class MinCutClassifier(GraphClassifier):
    """Labels that agree with those given and sever as little weight as they can.

    Of two classes these are a minimum cut [blum2001learning]_, the one in which the second
    class is least.  For more classes finding the minimum is NP-hard: each gets the nodes that
    isolate its labels from all others at least cost, and nodes that no class gets so go to the
    class that is dearest to isolate (:mod:`altheory.graphs.isolating_cuts`); with k classes that
    severs at most 2 - 2/k times the minimum.

    A cut gives labels and no probabilities: ``label_distributions_`` is 1 for the class of a
    node and 0 for the others.

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
        Nowhere, since a cut decides; where others decide differently tells ``forced_``.
    graph_
        The :class:`~altheory.graphs.graph.Graph`.
    value_, lower_bound_
        The weight that the labels sever, and the least that is proved to be necessary: exact
        fractions, and equal for two classes.
    forced_
        Where all minimum cuts are proved to agree with the labels, ``bool[n]``; for two classes
        they do so nowhere else.
    is_unique_
        Whether that is everywhere, components without a label aside: the labels are the only
        minimum.
    n_features_in_
        The dimension, or if precomputed the number of nodes.

    Examples
    --------
    A triangle on the left hangs by one edge on another.

    >>> points = [[0.0], [1.0], [2.0], [5.0], [6.0], [7.0]]
    >>> model = MinCutClassifier(affinity="radius", radius=3.0, bandwidth=1e9)
    >>> model.fit(points, [7, -1, -1, -1, -1, 8]).transduction_.tolist()
    [7, 7, 7, 8, 8, 8]
    >>> round(model.value_, 3), model.is_unique_, model.predict([[2.2]]).tolist()
    (Fraction(1, 1), True, [7])

    """

    def _transduced(self, nodes: Nodes, codes: Nodes, reached: Bools) -> tuple[Floats, float]:
        cut = multiway_cut(self.graph_, nodes, codes)
        self.value_, self.lower_bound_ = cut.value, cut.lower_bound
        self.forced_ = cut.forced & reached
        self.is_unique_ = bool(cut.forced[reached].all())
        return np.eye(len(self.classes_))[cut.labels], 0.0
