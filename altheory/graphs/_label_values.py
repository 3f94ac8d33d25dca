"""Values of labeled nodes."""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._sparse_floats import EXACT
from altheory.numeric.inputs import exact_array
from altheory.protocols import Floats


def label_values(values: Any, n: int) -> Floats:
    """Return values in [0, 1], or rows that sum to one up to their own rounding, or refuse them."""
    require_one_each(values, n)
    given = exact_array(values, "values", EXACT)
    inside = (given >= 0) & (given <= 1)
    if not inside.all():
        raise DomainError(
            f"values lie in [0, 1], 1 for positive and 0 for negative, got {given[~inside][0]}"
            + (meant(given.tolist()) if given.ndim == 1 else "")
        )
    if given.ndim == 2:
        off = np.abs(given.sum(axis=1) - 1)
        if (off > given.shape[1] * 2.0**-52).any():
            flat = "; give values.ravel() for one value each" if given.shape[1] == 1 else ""
            raise DomainError(
                f"rows of values sum to one, got {given[np.argmax(off)].tolist()}{flat}"
            )
    return given


def require_one_each(values: Any, n: int) -> None:
    """Refuse what is no row or rows of n numbers; what is no array is for others to refuse."""
    try:
        given: Any = np.asarray(values)
    except ValueError:
        return
    if given.dtype.kind in "US":
        raise DomainError(
            f"values are numbers, got {values!r:.60}; HarmonicClassifier takes names of classes"
        )
    if given.ndim not in (1, 2) or 0 in given.shape:
        raise DomainError(f"each of {n} labeled nodes has a value, got shape {given.shape}")
    if len(given) != n:
        others = "; leave out nodes without a label" if len(given) > n else ""
        raise DomainError(f"each of {n} labeled nodes has a value, got {len(given)}{others}")


def meant(values: list[Any]) -> str:
    """Return the way out for labels in another convention: -1 and 1, or numbers of classes."""
    if all(y in (-1, 1) for y in values):
        return "; give (y + 1) / 2 for labels of -1 and 1"
    if all(y >= 0 and y == int(y) for y in values):
        return "; give rows, np.eye(C)[classes], for C classes"
    return ""
