"""Labels in scikit-learn's convention: any, of which one says that there is none.

In that convention -1 is none, elsewhere in this package a class.  Whether it was meant so where
+1 is the only class left cannot be told, and answers may come later; so this warns, which
nothing else does at this floor.
"""

import math
import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.graphs.graph import Nodes
from altheory.protocols import Bools


def labeled_nodes(y: NDArray[Any], missing: Any) -> tuple[Nodes, NDArray[Any]]:
    """Return the nodes that have a label, and their labels.

    >>> labeled_nodes(np.array([3, -1, 4]), -1)
    (array([0, 2]), array([3, 4]))
    """
    nodes = np.flatnonzero(~is_missing(y, missing))
    if not len(nodes):
        raise DomainError(f"all labels are {missing!r}, which is none; label one node at least")
    known = y[nodes].tolist()
    if len({isinstance(label, str) for label in known}) > 1:
        raise DomainError(f"labels are all text or all numbers, got both: {known!r:.60}")
    labels = np.asarray(known)
    if labels.dtype.kind == "f" and not np.isfinite(labels).all():
        raise DomainError(f"labels are finite, got {labels[~np.isfinite(labels)][0]}")
    return nodes, labels


def warn_of_a_lost_class(y: NDArray[Any], labels: NDArray[Any], missing: Any) -> None:
    """Warn if -1 is no label and +1 the only class that is left."""
    if len(labels) < len(y) and _same(-1, missing) and (labels == 1).all():
        warnings.warn(
            "+1 is the only class: -1 says that there is no label; if it is a class, "
            "set missing_label to something else",
            UserWarning,
            stacklevel=3,
        )


def is_missing(y: NDArray[Any], missing: Any) -> Bools:
    """Tell which entries are the missing label; NaN equals NaN here.

    Raises
    ------
    DomainError
        If the missing label is a number, and stands among texts as text.

    """
    if y.dtype.kind == "U" and not isinstance(missing, str):
        if (y == str(missing)).any():
            raise DomainError(
                f"labels are texts, and one of them is {str(missing)!r}, but missing_label is "
                f"{missing!r}; say missing_label={str(missing)!r} if it is none, or give labels "
                "as an array of objects"
            )
        return np.zeros(len(y), dtype=np.bool_)
    return np.array([_same(label, missing) for label in y.tolist()], dtype=np.bool_)


def with_missing(labels: NDArray[Any], where: Bools, missing: Any) -> NDArray[Any]:
    """Return labels with some replaced by the missing one, of a type that holds both."""
    if not where.any():
        return labels
    both = np.array([missing]).dtype, labels.dtype
    texts = [kind.kind in "OU" for kind in both]
    mixed = any(texts) and not all(texts)
    held = labels.astype(object if mixed else np.result_type(*both))
    held[where] = missing
    return held


def _same(label: Any, missing: Any) -> bool:
    return label is missing or bool(label == missing) or (_is_nan(label) and _is_nan(missing))


def _is_nan(x: Any) -> bool:
    return isinstance(x, float) and math.isnan(x)
