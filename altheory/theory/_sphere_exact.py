r"""Moments and external angles of random cones, exact in powers of :math:`1/\pi^2`.

Let :math:`\theta` be the angle between two independent uniform points of
:math:`S^{d-1}`, so with density :math:`\kappa_d \sin^{d-2}\theta`, and
:math:`U = 1 - \theta/\pi`.  Cauchy's integral gives both generating functions that the
theory of CAL needs,

.. math::

    G_d(x) = \mathbb E\, e^{xU} = \sum_m I_d(m) \frac{x^m}{m!}
           = e^{x/2}\, \frac{\Gamma(d/2)^2}{|\Gamma(d/2 + ix/2\pi)|^2}, \qquad
    A_d(x) = \sum_j a_j \frac{x^j}{j!} = \frac{1}{G_d(-x)},

and the gamma function telescopes to a polynomial :math:`P` in :math:`z = x^2/\pi^2`:

.. math::

    d \text{ even: } & G_d = \frac{e^x - 1}{x P}, & A_d &= \frac{x P}{1 - e^{-x}}, &
    P &= \prod_{k=1}^{d/2-1} \Bigl(1 + \frac{z}{4k^2}\Bigr), \\
    d \text{ odd: } & G_d = \frac{e^x + 1}{2 P}, & A_d &= \bigl(1 + \tanh \tfrac x2\bigr) P, &
    P &= \prod_{k=1}^{(d-1)/2} \Bigl(1 + \frac{z}{(2k-1)^2}\Bigr).

So every :math:`I_d(m)` and :math:`a_j` is a polynomial in :math:`q = 1/\pi^2` with rational
coefficients, kept here as such.
"""

import math
from fractions import Fraction
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=64)
def product(d: int) -> Any:
    """Return P as a polynomial in z."""
    from flint import fmpq_poly, fmpz_poly  # 70 ms that most callers never need

    roots = range(2, d - 1, 2) if d % 2 == 0 else range(1, d - 1, 2)
    whole = fmpz_poly([1])
    for root in roots:
        whole *= fmpz_poly([root * root, 1])
    return fmpq_poly(whole) / whole[0]


@lru_cache(maxsize=64)
def _reciprocal(d: int, length: int) -> tuple[Any, ...]:
    """Return the first coefficients of 1/P."""
    from flint import fmpq

    factors, series = product(d).coeffs(), [fmpq(1)]
    for i in range(1, length):
        terms = (factors[k] * series[i - k] for k in range(1, min(i, len(factors) - 1) + 1))
        series.append(-sum(terms, fmpq(0)))
    return tuple(series)


@lru_cache(maxsize=4096)
def exact_moment(d: int, m: int) -> Any:
    r"""Return :math:`I_d(m)` as a polynomial in q.

    >>> exact_moment(3, 2)  # 1/2 - 2/pi^2
    (-2)*x + 1/2
    """
    from flint import fmpq, fmpq_poly

    series = _reciprocal(d, m // 2 + 1 if d > 2 else 1)
    if d % 2 == 0:
        weights = (fmpq(1, m - 2 * i + 1) for i in range(len(series)))
    else:
        weights = (fmpq(1 + int(m == 2 * i), 2) for i in range(len(series)))
    parts = enumerate(zip(series, weights, strict=True))
    return fmpq_poly([c * math.perm(m, 2 * i) * w for i, (c, w) in parts])


@lru_cache(maxsize=4096)
def exact_angle(d: int, j: int) -> Any:
    r"""Return :math:`a_j`, the mean external angle at codimension j, as a polynomial in q.

    >>> exact_angle(4, 2)  # 1/6 + 1/(2 pi^2)
    1/2*x + 1/6
    """
    from flint import fmpq_poly

    factors = product(d).coeffs()[: j // 2 + 1]
    of = _todd if d % 2 == 0 else _one_and_tanh
    terms = [c * math.perm(j, 2 * i) * of(j - 2 * i) for i, c in enumerate(factors)]
    return fmpq_poly(terms)


def density(d: int) -> Any:
    r"""Return :math:`\pi \kappa_d` for even d and :math:`\kappa_d` for odd d, a rational.

    >>> [density(d) for d in (2, 3, 4, 5)]
    [1, 1/2, 2, 3/4]
    """
    from flint import fmpq

    k = (d - 1) // 2
    central = math.comb(2 * k, k)
    return fmpq(4**k, central) if d % 2 == 0 else fmpq(k * central, 4**k)


def _todd(k: int) -> Any:
    """Return k! times the k-th coefficient of x/(1 - exp(-x)): a Bernoulli number."""
    from flint import fmpq

    return fmpq(1, 2) if k == 1 else fmpq.bernoulli(k)


def _one_and_tanh(k: int) -> Any:
    """Return k! times the k-th coefficient of 1 + tanh(x/2)."""
    from flint import fmpq

    if k % 2 == 0:
        return fmpq(int(k == 0))
    return 2 * (2 ** (k + 1) - 1) * fmpq.bernoulli(k + 1) / (k + 1)


def in_powers_of_pi(polynomial: Any) -> Any:
    """Return a polynomial in q as a fraction if it is one, or else a SymPy expression.

    >>> in_powers_of_pi(exact_moment(3, 2)), in_powers_of_pi(exact_moment(3, 1))
    (1/2 - 2/pi**2, Fraction(1, 2))
    """
    import sympy as sp

    if polynomial.degree() <= 0:
        return fraction(polynomial[0])
    powers = enumerate(polynomial.coeffs())
    return sp.Add(*(sp.Rational(int(c.p), int(c.q)) * sp.pi ** (-2 * i) for i, c in powers))


def at_pi(polynomial: Any) -> Any:
    """Return a polynomial in q as a ball, at the precision that is set."""
    from flint import arb, arb_poly

    return arb_poly(polynomial)(1 / arb.pi() ** 2)


def fraction(x: Any) -> Fraction:
    """Return the fraction that a rational of flint is."""
    return Fraction(int(x.p), int(x.q))
