r"""Monotone labelings of a finite preorder, by what the answers so far imply.

A labeling is monotone iff everything below a positive element is positive.  Let P be all that is
below a positive answer, and N all that is above a negative one.  Each x in neither of them is open:
P and what is below x may be all that is positive, and so may what is in neither N nor above x.  So
the disagreement region is the complement of :math:`P \cup N`, and needs no list of the labelings,
of which there are as many as antichains.
"""

from dataclasses import dataclass, replace
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError, InconsistentLabelsError
from altheory.numeric.inputs import count, label
from altheory.protocols import Bools

Ints = NDArray[np.int64]


@final
@dataclass(frozen=True, slots=True, eq=False)
class MonotoneLabels:
    """The version space of the monotone labelings of a preorder.

    Attributes
    ----------
    below
        ``bool[m, m]``: whether the element of the row is below that of the column.
    labels
        ``int[m]``: what all remaining labelings say, 0 where they disagree.
    skipped
        ``bool[m]``: where nobody could tell.
    under, over
        ``int[m]``: how many open elements are below each element, and how many above it.
    answers
        What was told, in order.

    """

    below: Bools
    labels: Ints
    skipped: Bools
    under: Ints
    over: Ints
    answers: tuple[tuple[int, int], ...] = ()

    def restrict(self, x: int, y: int) -> "MonotoneLabels":
        """Return the labelings that say ``y`` of element ``x``; 0 says only that it was asked.

        Raises
        ------
        DomainError
            If there is no such element.
        InconsistentLabelsError
            If an earlier answer implies the contrary, with both.

        """
        if count(x, "an element", least=0) >= len(self.below):
            raise DomainError(f"elements are below {len(self.below)}, got {x}")
        if y == 0:
            skipped = self.skipped.copy()
            skipped[x] = True
            return replace(self, skipped=skipped)
        if self.labels[x] == -label(y):
            raise InconsistentLabelsError([(x, y), self._reason(x)])
        told = (self.below[:, x] if y > 0 else self.below[x]) & (self.labels == 0)
        return replace(
            self,
            labels=np.where(told, y, self.labels),
            under=self.under - np.count_nonzero(self.below[told], axis=0),
            over=self.over - np.count_nonzero(self.below[:, told], axis=1),
            answers=(*self.answers, (x, y)),
        )

    def question(self) -> int | None:
        """Return the open element whose answer tells most at least, None if there is none.

        The number of open elements that an answer labels is counted for both answers.  The smaller
        one decides, then the larger one, then the order.  On a chain this bisects.
        """
        askable = np.flatnonzero((self.labels == 0) & ~self.skipped)
        if not askable.size:
            return None
        positive, negative = self.under[askable], self.over[askable]
        worst, total = np.minimum(positive, negative), positive + negative
        return int(askable[np.lexsort((-total, -worst))[0]])

    def _reason(self, x: int) -> tuple[int, int]:
        """Return the first answer that implies the label of an element."""
        return next(
            (a, y)
            for a, y in self.answers
            if y == self.labels[x] and (self.below[x, a] if y > 0 else self.below[a, x])
        )


def open_labels(below: Any) -> MonotoneLabels:
    """Return all monotone labelings of a preorder: ``bool[m, m]``, the row below the column.

    >>> chain = open_labels(np.triu(np.ones((5, 5), dtype=bool)))
    >>> chain.question(), chain.restrict(2, -1).labels.tolist()
    (2, [0, 0, -1, -1, -1])
    """
    order = np.asarray(below)
    if order.dtype != bool or order.ndim != 2 or order.shape[0] != order.shape[1]:
        raise DomainError(f"an order is bool[m, m], got {order.dtype} of shape {order.shape}")
    ways = order.astype(np.float32) @ order.astype(np.float32)  # at most m each: above 0 is exact
    if not order.diagonal().all() or ((ways > 0) & ~order).any():
        raise DomainError("an order is reflexive and transitive, got one that is not: close it")
    none = np.zeros(len(order), dtype=np.int64)
    under, over = np.count_nonzero(order, axis=0), np.count_nonzero(order, axis=1)
    return MonotoneLabels(order, none, none > 0, under, over)
