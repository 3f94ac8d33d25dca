r"""The version space of homogeneous separators after n uniform labeled instances.

On :math:`S^{d-1}` it is a random cone :math:`C_n`, cut out by n hyperplanes through the
origin, and CAL asks for the next instance iff its hyperplane meets the inside.  By the
conic Crofton formula (``amelunxen2014living`` in the bibliography) that has the probability
:math:`2 (v_2 + v_4 + \dots)` in terms of the intrinsic volumes :math:`v_k` of the cone, so

.. math::

    p_n = P(\text{asks for instance } n + 1)
        = 2 \sum_{j = d-2, d-4, \dots \ge 0} \mathbb E\, v_{d-j}(C_n), \qquad
    \mathbb E\, v_{d-j}(C_n) = a_j \binom nj I_d(n - j) .

Why: a face of codimension j lies in the intersection of j of the hyperplanes.  A uniform
point of that intersection is uniform on the sphere, and it is a point of the cone iff none
of the other n - j hyperplanes separates it from the target: with probability
:math:`(1 - \theta/\pi)^{n-j}` if the two form the angle :math:`\theta`.  The external angle
there depends on the j normals only, so its mean :math:`a_j` is free of n.  For
:math:`1 \le n < d` the cone holds a line and no point is special, so that the alternating
sum of its intrinsic volumes vanishes; that determines all :math:`a_j`
(:mod:`altheory.theory._sphere_exact`).

The enclosures take seconds at d = 400, and beyond that dimension they are refused with a
``BudgetError``.
"""

from collections.abc import Callable
from math import comb
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.balls import enclosed
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.inputs import count
from altheory.theory._sphere_exact import exact_angle, exact_moment, fraction, in_powers_of_pi
from altheory.theory._sphere_series import angle, bits_for, moment

ADDED_UP = 128  # beyond, a form has hundreds of terms and nobody reads it: then there is none


def expected_volume_sphere(dimension: int, n: int) -> ClosedForm:
    r"""Return :math:`I_d(n) = \mathbb E(1 - \theta/\pi)^n`, the mean share of the sphere left.

    It is the probability that a random hypothesis agrees with n labels.

    Parameters
    ----------
    dimension
        :math:`d \ge 2`.
    n
        The number of labeled instances, at least 0.

    Returns
    -------
    ClosedForm
        Enclosed for every n; a polynomial in :math:`1/\pi^2` for n up to 128.

    Examples
    --------
    >>> expected_volume_sphere(3, 2).exact, expected_volume_sphere(2, 4).exact
    (1/2 - 2/pi**2, Fraction(1, 5))

    """
    return expected_intrinsic_volume(dimension, n, dimension)


def expected_intrinsic_volume(dimension: int, n: int, k: int) -> ClosedForm:
    r"""Return :math:`\mathbb E\, v_k(C_n)`, the mean share of the space nearest to a k-face.

    Parameters
    ----------
    dimension, n
        :math:`d \ge 2` and the number of labeled instances, at least 0.
    k
        The dimension of the faces, :math:`0 \le k \le d`; :math:`v_d` is the volume and
        :math:`v_0` what the others leave of 1.

    Examples
    --------
    >>> [expected_intrinsic_volume(3, 1, k).exact for k in range(4)]  # a half-space
    [Fraction(0, 1), Fraction(0, 1), Fraction(1, 2), Fraction(1, 2)]

    """
    d, n = _checked(dimension, n)
    k = count(k, "the dimension of a face", least=0)
    if k > d:
        raise DomainError(f"a face of a cone in dimension {d} has at most dimension {d}, got {k}")
    if k == 0:
        return _apex(d, n)
    j = d - k
    if j > n:
        return ClosedForm.exactly(0)
    ways = comb(n, j)
    return _form(d, n, lambda: angle(d, j) * ways * moment(d, n - j), lambda: intrinsic(d, n, j))


def expected_disagreement_sphere(dimension: int, n: int) -> ClosedForm:
    r"""Return :math:`p_n = \mathbb E[P(\mathrm{DIS})]` after ``n`` instances; 1 for n < d.

    Examples
    --------
    >>> expected_disagreement_sphere(3, 3).exact, expected_disagreement_sphere(2, 3).exact
    (3/2 - 6/pi**2, Fraction(1, 2))

    """
    d, n = _checked(dimension, n)
    if n < d:
        return ClosedForm.exactly(1)
    steps = range(d % 2, d - 1, 2)
    return _form(
        d,
        n,
        lambda: sum(2 * angle(d, j) * comb(n, j) * moment(d, n - j) for j in steps),
        lambda: sum(2 * intrinsic(d, n, j) for j in steps),
    )


def cal_query_chance_sphere(dimension: int, k: int) -> ClosedForm:
    r"""Return :math:`p_{k-1}`, the probability that CAL asks for the ``k``-th instance.

    >>> [str(cal_query_chance_sphere(2, k)) for k in (1, 2, 3, 4)]
    ['1', '1', '2/3', '1/2']
    """
    return expected_disagreement_sphere(dimension, count(k, "the number of an instance") - 1)


def expected_facets_sphere(dimension: int, n: int) -> ClosedForm:
    r"""Return :math:`n\, p_{n-1}`, the mean number of labels that the version space needs.

    The last of n exchangeable labels is a facet of the cone iff CAL asks for it.  This is
    the mean size of the version space compression set.

    >>> expected_facets_sphere(3, 4).exact
    6 - 24/pi**2
    """
    d, n = _checked(dimension, n)
    if n == 0:
        return ClosedForm.exactly(0)
    chance = expected_disagreement_sphere(d, n - 1)
    form = chance.expression and (lambda: n * chance.exact)
    return ClosedForm(n * chance.enclosure, form)


def expected_edges_sphere(dimension: int, n: int) -> ClosedForm:
    r"""Return :math:`2 \binom n{d-1} I_d(n - d + 1)`, the mean number of edges of the cone.

    Each d - 1 of the hyperplanes meet in a line, and either half of it is an edge iff none of
    the other hyperplanes separates it from the target.  With fewer than d labels the version
    space holds a line and has no edge.  The limit is :math:`2 \kappa_d \pi^{d-1}/(d - 1)`.

    Examples
    --------
    >>> [str(expected_edges_sphere(3, n)) for n in (2, 3)], expected_edges_sphere(3, 4).exact
    (['0', '3'], 6 - 24/pi**2)

    """
    d, n = _checked(dimension, n)
    if n <= d:
        return ClosedForm.exactly(d if n == d else 0)
    twice = 2 * comb(n, d - 1)
    return _form(
        d,
        n,
        lambda: twice * moment(d, n - d + 1),
        lambda: twice * exact_moment(d, n - d + 1),
    )


def intrinsic(d: int, n: int, j: int) -> Any:
    r"""Return :math:`a_j \binom nj I_d(n - j)` as a polynomial in :math:`1/\pi^2`.

    >>> intrinsic(3, 3, 1)  # an edge of three lines on the sphere
    (-3)*x + 3/4
    """
    return exact_angle(d, j) * comb(n, j) * exact_moment(d, n - j)


def _checked(dimension: Any, n: Any) -> tuple[int, int]:
    return count(dimension, "a dimension", least=2), count(n, "a sample size", least=0)


def _apex(d: int, n: int) -> ClosedForm:
    """Return the mean of v_0, half of the chance that the next label is sure."""
    chance = expected_disagreement_sphere(d, n)
    sure = (1 - chance.enclosure) / 2
    return ClosedForm(sure, chance.expression and (lambda: (1 - chance.exact) / 2))


def _form(d: int, n: int, ball: Callable[[], Any], polynomial: Callable[[], Any]) -> ClosedForm:
    if d == 2:
        return ClosedForm.exactly(fraction(polynomial()[0]))
    return ClosedForm(
        enclosed(ball, bits_for(d, n)),
        (lambda: in_powers_of_pi(polynomial())) if n <= ADDED_UP else None,
    )
