r"""CAL on the sphere: the expected number of labels in n uniform instances, exactly.

For homogeneous separators and instances uniform on :math:`S^{d-1}`, whatever the target,

.. math::

    \mathbb E[Q_n] = \sum_{k<n} p_k = n \text{ for } n \le d, \qquad
    \mathbb E[Q_n] = c_d \ln n + b_d + o(1),

with :math:`p_k` from :mod:`altheory.theory.sphere_version_space`.  Summing its Beta
integrals over the stream leaves harmonic numbers and binomial coefficients
(:mod:`altheory.theory._sphere_series`), so the number is enclosed for every n, and the
constants are what remains in the limit:

.. math::

    c_d = 2 \kappa_d \pi^{d-1} a_{d-2}, \qquad
    b_d = \begin{cases} 2\gamma - 1 & d \text{ even} \\ 1 & d \text{ odd} \end{cases}
    + \sum_{k = d-2, d-4, \dots > 0} w_k \bigl(\operatorname{Ci}(k\pi) - \ln(k\pi)\bigr),

    w_k = 2^{4-d} \pi \kappa_d (-1)^{\lfloor k/2 \rfloor} \binom{d-2}{(d-2-k)/2}
          \sum_{j = d-2, d-4, \dots \ge 0} (-1)^{\lfloor j/2 \rfloor} a_j \frac{(k\pi)^j}{j!},

where the last follows from :math:`\int_0^1 (\cos k\pi v - 1)\, dv/v =
\operatorname{Ci}(k\pi) - \gamma - \ln(k\pi)` after j integrations by parts.
"""

from fractions import Fraction
from math import comb, factorial
from typing import Any

from altheory.numeric.balls import enclosed
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.inputs import count
from altheory.theory._sphere_exact import density, exact_angle, fraction, in_powers_of_pi
from altheory.theory._sphere_series import angle, bits_for, limit, streamed
from altheory.theory.circle_cal import cal_expected_queries_circle
from altheory.theory.sphere_version_space import ADDED_UP, intrinsic


def cal_expected_queries(dimension: int, n: int) -> ClosedForm:
    r"""Return :math:`\mathbb E[Q_n]`, the mean number of labels CAL buys in ``n`` instances.

    Parameters
    ----------
    dimension
        :math:`d \ge 2`, of homogeneous separators under the uniform law.
    n
        The length of the stream, at least 0.

    Returns
    -------
    ClosedForm
        Enclosed to a relative :math:`2^{-112}` for every n.  Exact, a polynomial in
        :math:`1/\pi^2`, for n up to 128; for d = 2 it is :math:`2 H_n - 1` for every n;
        otherwise None.

    Raises
    ------
    BudgetError
        If n > d > 400: the time grows like the fourth power of d, seconds at d = 400.

    Examples
    --------
    >>> cal_expected_queries(3, 4).exact, cal_expected_queries(4, 4).exact
    (9/2 - 6/pi**2, Fraction(4, 1))
    >>> print(cal_expected_queries(4, 10**10))
    185.468970048

    """
    d, n = _dimension(dimension), count(n, "the length of a stream", least=0)
    if n <= d:
        return ClosedForm.exactly(n)
    if d == 2:
        return cal_expected_queries_circle(n)

    def exact() -> Any:
        terms = (2 * intrinsic(d, k, j) for j in _steps(d) for k in range(j, n))
        return in_powers_of_pi(sum(terms) + _before(d))

    enclosure = enclosed(
        lambda: sum(2 * angle(d, j) * streamed(d, j, n) for j in _steps(d)) + _before(d),
        bits_for(d),
    )
    return ClosedForm(enclosure, exact if n <= ADDED_UP else None)


def cal_constant(dimension: int) -> ClosedForm:
    r"""Return :math:`c_d = \lim \mathbb E[Q_n] / \ln n = \lim n\, P(\text{asks for instance } n)`.

    It grows like :math:`\sqrt{2\pi/3}\, d^{3/2}`, and is a polynomial in :math:`\pi^2`;
    of all the expectations here the one that is quick for every d.

    >>> [cal_constant(d).exact for d in (2, 3, 4, 5)]
    [Fraction(2, 1), pi**2/2, 2 + 2*pi**2/3, -3*pi**4/8 + 5*pi**2]
    """
    d = _dimension(dimension)
    if d == 2:
        return ClosedForm.exactly(2)

    def exact() -> Any:
        import sympy as sp

        return sp.expand(_twice_density(d) * _scaled(d, d - 2, 1))

    def ball() -> Any:
        from flint import arb

        power = d - 1 if d % 2 else d - 2
        return 2 * density(d) * arb.pi() ** power * angle(d, d - 2)

    return ClosedForm(enclosed(ball, bits_for(d)), exact)


def cal_offset(dimension: int) -> ClosedForm:
    r"""Return :math:`b_d = \lim (\mathbb E[Q_n] - c_d \ln n)`.

    Raises
    ------
    BudgetError
        If d > 400, as :func:`cal_expected_queries`.

    Examples
    --------
    >>> cal_offset(3).exact, cal_offset(4).exact
    (pi**2*(-log(pi) + Ci(pi))/2 + 1, 2*pi**2*(-log(2*pi) + Ci(2*pi))/3 - 1 + 2*EulerGamma)

    """
    d = _dimension(dimension)

    def ball() -> Any:
        return sum(2 * angle(d, j) * limit(d, j) for j in _steps(d)) + _before(d)

    return ClosedForm(enclosed(ball, bits_for(d)), lambda: _exact_offset(d))


def _exact_offset(d: int) -> Any:
    import sympy as sp

    start = sp.Integer(1) if d % 2 else 2 * sp.EulerGamma - 1
    waves = range(2 - d % 2, d - 1, 2)
    return start + sum(_weight(d, k) * (sp.Ci(k * sp.pi) - sp.log(k * sp.pi)) for k in waves)


def _weight(d: int, k: int) -> Any:
    """Return the weight of the wave cos(k pi v)."""
    import sympy as sp

    terms = ((-1) ** (j // 2) * _scaled(d, j, k) / factorial(j) for j in _steps(d))
    ways = sp.Rational((-1) ** (k // 2) * comb(d - 2, (d - 2 - k) // 2), 2 ** (d - 3))
    return sp.expand(ways * _twice_density(d) * sum(terms))


def _scaled(d: int, j: int, k: int) -> Any:
    """Return a_j (k pi)^j as a polynomial in pi."""
    import sympy as sp

    return sp.expand(sp.sympify(in_powers_of_pi(exact_angle(d, j))) * (k * sp.pi) ** j)


def _twice_density(d: int) -> Any:
    """Return 2 pi kappa_d."""
    import sympy as sp

    value: Fraction = 2 * fraction(density(d))
    return sp.Rational(value.numerator, value.denominator) * (sp.pi if d % 2 else 1)


def _steps(d: int) -> range:
    return range(d % 2, d - 1, 2)


def _before(d: int) -> int:
    """Return what the sum misses at the first instance, where no half of the volumes is 1/2."""
    return 1 if d % 2 else -1


def _dimension(d: Any) -> int:
    return count(d, "a dimension", least=2)
