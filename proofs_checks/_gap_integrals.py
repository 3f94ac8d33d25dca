"""Integrals over the law of the two gaps: the density inside, and the atoms at the ends.

A gap of at most m has no density at m, where it reaches the end of the domain, but
an atom.  So the mean of f(A, B) after n >= 1 instances has four parts, which are
polynomials if f is, and then n and the target may be anything.
"""

from typing import Any

import sympy as sp

A, B, T = sp.symbols("a b t", positive=True)


def density(n: int) -> Any:
    """Return the joint density of the gaps inside the rectangle a < t, b < 1 - t."""
    return sp.diff((1 - A - B) ** n, A, B)


def left_atom(n: int) -> Any:
    """Return the density of B where A = t, the end of the domain."""
    return -sp.diff((1 - T - B) ** n, B)


def excess(n: int, c: Any, *, wide: int) -> Any:
    """Return P(A - B > c) as a polynomial in t and c.

    The set is b < a - c.  Its corner a = t, b = t - c lies inside the rectangle iff
    t - c <= 1 - t; ``wide`` is 0 then, and 1 if b stops at 1 - t before.
    """
    inside = sp.integrate(sp.expand(density(n)), (A, B + c, T))
    top = 1 - T if wide else T - c
    total = sp.integrate(sp.expand(inside + left_atom(n)), (B, 0, top))
    # B = 1 - t has an atom too: the density of A there, and the corner for n = 0
    right = -sp.diff((T - A) ** n, A)
    return total + wide * sp.integrate(sp.expand(right), (A, 1 - T + c, T))
