r"""Class-mass normalization: soft labels that respect how common each class is.

The harmonic solution pays no attention to how much of the graph each class gets, and a few
labels can lose a whole cluster to many.  With proportions :math:`q_c` of the classes, values
at unlabeled nodes are weighed anew [zhu2003]_,

.. math:: f'_{ic} \propto q_c \, \frac{f_{ic}}{\sum_j f_{jc}} ,

with sums over the unlabeled nodes.  It is a rule, not a theorem: what it returns minimizes no
energy.
"""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._results import result_of
from altheory.graphs.harmonic_solution import Harmonic
from altheory.numeric.inputs import exact_floats
from altheory.protocols import Bools, Floats

ROUNDING = 2.0**-53
ROUNDED = "round them to floats"


def mass_normalized(found: Harmonic, proportions: Any = None) -> Harmonic:
    """Return values at unlabeled nodes that are weighed by the mass of their class.

    Parameters
    ----------
    found
        A harmonic solution in floats; labeled nodes keep their values, and those without a
        value stay without.
    proportions
        The share of each class, of negatives first: not counts.  Of two classes one number,
        that of positives, will do.  By default the mean of the labels.

    Returns
    -------
    Harmonic
        With a bound on the error that follows from that of ``found``.

    Raises
    ------
    DomainError
        If proportions are none, or 0 for a class that has labels, a class with a positive
        proportion has no mass at all, or there is neither a label nor a proportion.

    Examples
    --------
    >>> from altheory.graphs.harmonic_solution import harmonic
    >>> star = [[0, 3, 1, 1], [3, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]]
    >>> found = harmonic(star, [1, 2], [1, 0])
    >>> found.f.round(2).tolist(), mass_normalized(found).f.round(2).tolist()
    ([0.75, 1.0, 0.0, 0.75], [0.5, 1.0, 0.0, 0.5])

    """
    found = result_of("harmonic", Harmonic, found)
    values = np.asarray(found.f, dtype=np.float64)
    rows = values if values.ndim == 2 else np.column_stack((1 - values, values))
    kept: Bools = np.ones(len(rows), dtype=np.bool_)
    kept[found.labeled] = False
    kept &= ~np.isnan(rows[:, 0])
    shares = _shares(proportions, rows[found.labeled])
    scores, error = _scores(rows[kept], shares, found.error_bound)
    f = values.copy()
    f[kept] = scores if values.ndim == 2 else scores[:, 1]
    return Harmonic(f, error, f"{found.method}, class mass normalized", found.labeled)


def _scores(rows: Floats, shares: Floats, error: float) -> tuple[Floats, float]:
    """Return normalized rows, and how far off they are if ``rows`` are off by ``error``.

    The score of a class rises with its own weight and falls with the others'.
    """
    if len(rows) == 0:
        return rows, 0.0
    wrong = error + 2 * ROUNDING
    mass, slack = rows.sum(axis=0), len(rows) * (wrong + len(rows) * ROUNDING)
    empty = (shares > 0) & (mass <= slack)
    if empty.any():
        raise DomainError(
            f"class {int(np.argmax(empty))} has no mass beyond rounding to be weighed by; "
            "label a node of it"
        )
    low = shares * np.maximum(rows - wrong, 0) / (mass + slack)
    high = shares * (rows + wrong) / np.where(shares > 0, mass - slack, 1)
    scores = shares * rows / np.where(mass > 0, mass, 1)
    total = scores.sum(axis=1, keepdims=True)
    if not total.all():
        raise DomainError("a node has values in classes of proportion zero alone")
    found = scores / total
    least = _ratio(low, low + high.sum(axis=1, keepdims=True) - high)
    most = _ratio(high, np.maximum(high + low.sum(axis=1, keepdims=True) - low, high))
    width = np.maximum(found - least, most - found)
    return found, float(width.max()) + (4 * len(shares) + 12) * ROUNDING


def _ratio(parts: Floats, wholes: Floats) -> Floats:
    return np.divide(parts, wholes, out=np.zeros(parts.shape), where=wholes > 0)


def _shares(given: Any, labels: Floats) -> Floats:
    """Return a proportion for each class, by default the mean of the labels, one row each."""
    if given is None:
        if len(labels) == 0:
            raise DomainError("no node is labeled; give the proportions of the classes")
        return np.asarray(labels.mean(axis=0))
    if isinstance(given, bool | np.bool_):
        raise DomainError(f"a proportion is a number, got {given}; by default it is that of labels")
    if np.ndim(given) == 0:
        share = float(exact_floats([given], "proportions", ROUNDED)[0])
        shares = np.array([1 - share, share])
    else:
        shares = exact_floats(given, "proportions", ROUNDED)
    if len(shares) != labels.shape[1]:
        raise DomainError(f"each of {labels.shape[1]} classes has a proportion, got {given}")
    if (shares < 0).any() or abs(shares.sum() - 1) > len(shares) * 2 * ROUNDING:
        raise DomainError(
            f"proportions are not negative and sum to one, got {given}; divide counts by their sum"
        )
    lost = (shares == 0) & labels.any(axis=0)
    if lost.any():
        raise DomainError(
            f"class {int(np.argmax(lost))} has labels, got {given}; give it a share above 0"
        )
    return np.asarray(shares)
