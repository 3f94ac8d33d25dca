r"""The law of the two gaps: its density inside, and the atoms at the ends.

All of it comes from :math:`S(a, b) = P(A > a, B > b)`.  Inside the rectangle
:math:`a < t, b < 1 - t` the density is :math:`\partial_a \partial_b S`.  A gap of at
most m has no density at m, where it reaches the end of the domain, but an atom: where
A = t the other gap has the density :math:`-\partial_b S(t, b)`, and where B = 1 - t
the density of A is :math:`-\partial_a S(a, 1 - t)`.  For n >= 1 instances the gaps
never reach both ends.
"""

from typing import Any

import sympy as sp

from proofs_checks.thresholds_gaps import survival

N = sp.Symbol("n", integer=True, positive=True)
A, B, T = sp.symbols("a b t", positive=True)


def density(a: Any, b: Any) -> Any:
    """Return the joint density of the gaps inside the rectangle."""
    return sp.diff(survival(N, A, B), A, B).subs({A: a, B: b}, simultaneous=True)


def left_atom(a: Any, b: Any) -> Any:
    """Return the density of B at b where A = a is the end of the domain."""
    return -sp.diff(survival(N, A, B), B).subs({A: a, B: b}, simultaneous=True)


def right_atom(a: Any, b: Any) -> Any:
    """Return the density of A at a where B = b is the end of the domain."""
    return -sp.diff(survival(N, A, B), A).subs({A: a, B: b}, simultaneous=True)


def beyond_the_line(c: Any, b: Any) -> Any:
    """Return the density of B at b < 1 - t where A - B > c, which is b < a - c.

    The integral of the density over b + c < a < t is the rise of its antiderivative
    in a, which is minus the left atom; at a = t the atom itself makes up for it.
    """
    inside = left_atom(b + c, b) - left_atom(T, b)
    return inside + left_atom(T, b)
