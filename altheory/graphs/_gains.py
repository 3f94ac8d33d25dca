r"""What a label is expected to add to the confidence in all nodes.

Let k be asked, with chance :math:`p_c = f_{kc}` for each class c, and let
:math:`x = G_{ik} / G_{kk} \in [0, 1]`.  Node i has then :math:`f_i + (e_c - f_k) x`, of mean
:math:`f_i`.  With t the likeliest class at i now, the expected largest value exceeds
:math:`f_{it}` by

.. math:: \sum_{c \ne t} p_c \max\Bigl(0,\ \max_{j \ne t} a_j,\ a_c + x\Bigr),
          \qquad a_j = f_{ij} - f_{it} + (p_t - p_j) x ,

where each of the maxima is over the lead of another class than t: no term is negative, and a
node whose likeliest class stays as it is whatever the answer adds exactly nothing.  At k itself
x = 1 and this is :math:`1 - \max p`.  For two classes, with :math:`h_i = f_i - \tfrac12`,

.. math:: 2 (1 - p) (p x - h_i)^+ \ (h_i \ge 0), \qquad 2 p ((1 - p) x + h_i)^+ \ (h_i < 0).
"""

from typing import Any

import numpy as np

from altheory.protocols import Floats

ROWS = 16  # of a block that stays in the cache


def gains(passes: Any, columns: Floats, diagonal: Floats, f: Floats, p: Floats) -> Floats:
    """Return the expected gain of each candidate, ``float64[m]``.

    ``columns : float64[u, m]`` of G, ``f : float64[u, C]``, ``p : float64[m, C]``, where a
    single column holds the values of class 1 of two.
    """
    if f.shape[1] > 1:
        return _of_classes(columns, diagonal, f, p)
    one = p[:, 0]
    down, up = one / diagonal, (1 - one) / diagonal
    falls, rises = passes.crossings(columns, f[:, 0] - 0.5, down, up)
    total: Floats = 2 * (1 - one) * falls + 2 * one * rises
    return total


def _of_classes(columns: Floats, diagonal: Floats, f: Floats, p: Floats) -> Floats:
    total, top = np.zeros(len(p)), np.argmax(f, axis=1)
    for t in range(f.shape[1]):
        rows = np.flatnonzero(top == t)
        others = [c for c in range(f.shape[1]) if c != t]
        for low in range(0, len(rows), ROWS):
            some = rows[low : low + ROWS]
            x = columns[some] / diagonal
            leads = [(f[some, j] - f[some, t])[:, None] + (p[:, t] - p[:, j]) * x for j in others]
            most = np.maximum(np.max(leads, axis=0), 0.0)
            for c, lead in zip(others, leads, strict=True):
                total += (p[:, c] * np.maximum(most, lead + x)).sum(axis=0)
    return total


def confidence(f: Floats) -> Floats:
    """Return the largest value of each row, where a single column is that of class 1 of two."""
    largest: Floats = f.max(axis=1) if f.shape[1] > 1 else np.maximum(f[:, 0], 1 - f[:, 0])
    return largest
