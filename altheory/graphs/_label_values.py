"""Values of labeled nodes."""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._sparse_floats import EXACT
from altheory.numeric.inputs import exact_array
from altheory.protocols import Floats


def label_values(values: Any, n: int) -> Floats:
    """Return values in [0, 1], or rows that sum to one up to their own rounding, or refuse them."""
    given = exact_array(values, "values", EXACT)
    if given.ndim not in (1, 2) or len(given) != n or 0 in given.shape:
        raise DomainError(f"each of {n} labeled nodes has a value, got shape {given.shape}")
    inside = (given >= 0) & (given <= 1)
    if not inside.all():
        raise DomainError(
            f"values lie in [0, 1], 1 for positive and 0 for negative, got {given[~inside][0]}"
        )
    if given.ndim == 2:
        off = np.abs(given.sum(axis=1) - 1)
        if (off > given.shape[1] * 2.0**-52).any():
            raise DomainError(f"rows of values sum to one, got {given[np.argmax(off)].tolist()}")
    return given
