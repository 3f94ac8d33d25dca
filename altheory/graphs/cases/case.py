"""What a worked case is: nodes, edges, the few labels that are known, and all that are true."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.graphs.graph import Nodes
from altheory.numeric.inputs import rational
from altheory.protocols import Floats


@final
@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A graph with some labels, and the truth about the others.

    Attributes
    ----------
    points
        The instances, ``float64[n, d]``; None where there is only a graph.
    weights
        The graph, ``scipy.sparse.csr_array[n, n]``.
    labeled
        The nodes whose label is known, ``intp[l]``.
    values
        Their values, ``float64[l]`` of 0 and 1; of C classes one row of these each,
        ``float64[l, C]``.
    truth
        The class of every node, ``int64[n]``: 1 is positive, or a number from 0 to C - 1.

    """

    points: Floats | None = field(repr=False)
    weights: Any = field(repr=False)
    labeled: Nodes
    values: Floats = field(repr=False)
    truth: NDArray[np.int64] = field(repr=False)

    def __str__(self) -> str:
        what = "nodes" if self.points is None else f"points in dimension {self.points.shape[1]}"
        classes = len(np.unique(self.truth))
        return f"{len(self.truth)} {what}, {len(self.labeled)} labeled, {classes} classes"

    @property
    def unlabeled(self) -> Nodes:
        """The nodes whose label is not known, ascending."""
        return np.setdiff1d(np.arange(len(self.truth)), self.labeled)

    @property
    def positive(self) -> Nodes:
        """The labeled nodes of class 1."""
        return np.intersect1d(self.labeled, np.flatnonzero(self.truth == 1))

    @property
    def negative(self) -> Nodes:
        """The labeled nodes of any other class."""
        return np.setdiff1d(self.labeled, self.positive)

    def accuracy(self, classes: Any) -> Fraction:
        """Return the share of unlabeled nodes of which ``classes``, ``int[n]``, tells the truth.

        A node without a class, -1 say, is wrong.
        """
        told = np.asarray(classes)
        if told.shape != self.truth.shape or told.dtype.kind not in "iub":
            raise DomainError(
                f"each of {len(self.truth)} nodes has a class, got shape {told.shape} "
                f"of type {told.dtype}"
            )
        rest = self.unlabeled
        if not len(rest):
            raise DomainError("a share of the unlabeled nodes, but all are labeled")
        return Fraction(int((told[rest] == self.truth[rest]).sum()), len(rest))


def labeled_case(points: Any, weights: Any, truth: Any, labeled: Any) -> Case:
    """Return the case in which the nodes ``labeled`` of two classes tell the truth."""
    classes, nodes = np.asarray(truth, dtype=np.int64), np.asarray(labeled, dtype=np.intp)
    return Case(points, weights, nodes, classes[nodes].astype(np.float64), classes)


def deviation(noise: Any) -> float:
    """Return a standard deviation as a float, or refuse it."""
    if rational(noise, "the noise") < 0:
        raise DomainError(f"a standard deviation is at least 0, got {noise}")
    return float(noise)
