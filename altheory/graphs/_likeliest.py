"""Hard labels from soft ones: the likeliest class, and where errors may hide which it is.

Wherever a result of this package has hard labels, each of them is a class, the first of those
that may be likeliest; a Boolean array of its own tells where there is another such.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from altheory.protocols import Bools


def likeliest(scores: Any, error_bound: float) -> tuple[NDArray[np.int64], Bools]:
    """Return the first class of each node that may have the highest score, and who has several.

    ``scores``, ``[n, C]`` or ``[n]`` for the positive one of two classes, may be fractions.  Two
    that are at most ``2 * error_bound`` apart may be in any order.  Each comparison is of one
    rounded difference, and rounding keeps order: no tie is missed.  Without a score all
    classes are tied.

    >>> classes, ties = likeliest(np.array([0.25, 0.5, np.nan]), 1e-9)
    >>> classes.tolist(), ties.tolist()
    ([0, 0, 0], [False, True, True])
    """
    nowhere = np.isnan(scores.astype(np.float64))
    known = np.where(nowhere, 0, scores)
    if scores.ndim == 1:
        lead = 2 * known - 1
        behind = np.column_stack((np.maximum(lead, 0), np.maximum(-lead, 0)))
    else:
        behind = known.max(axis=1, keepdims=True) - known
    near = (behind <= 2 * error_bound).astype(np.bool_)
    near |= nowhere.reshape(len(near), -1)
    return near.argmax(axis=1).astype(np.int64), near.sum(axis=1) > 1
