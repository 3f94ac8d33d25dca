r"""Solid angles of simplicial cones in four dimensions, as one integral in ball arithmetic.

Let :math:`a, b, c, e` be the corners of a spherical tetrahedron and :math:`q(t) = c + t (e
- c)`.  The planes through the edge :math:`ab` cut it into triangles :math:`abq`, and where the
dihedral angle grows by :math:`d\varphi` each point of the triangle moves as far as the sine
of its distance from the great circle :math:`ab`.  The vector area of a spherical triangle is
half the sum of its sides' lengths times their inward normals, so

.. math:: V = \frac12 \int (\ell_{ab} - \ell_{aq} \cos\alpha - \ell_{bq} \cos\beta)\, d\varphi
            = \frac W2 \int_0^1 \Bigl(A\, \ell_{ab} - \frac{P_a}{S_a} \ell_{aq}
              - \frac{P_b}{S_b} \ell_{bq}\Bigr) \frac{dt}{D},

with the angles :math:`\alpha, \beta` at :math:`a` and :math:`b` (integrate Schläfli's
differential along :math:`q` for the same), :math:`A = |a \wedge b|`, :math:`S_p = |p \wedge
q|`, :math:`P_p = (p \wedge o) \cdot (p \wedge q)` for the other end :math:`o` of the edge,
:math:`D = |a \wedge b \wedge q|^2` and :math:`W = |a \wedge b \wedge c \wedge e|`.  Squares and
products of these are polynomials in :math:`t` with integer coefficients.

The integrand is analytic around [0, 1], and Arb encloses such integrals: each piece by
Gauss and Legendre's rule, with an error bound from an ellipse around it
(``johansson2018``).  In a tetrahedron of size :math:`s` the bracket is :math:`s^2` times
its terms; that costs precision, which is raised, and no accuracy.  In one that is nearly
flat with the origin within, every edge has a singularity close to [0, 1]: it is what the
opposite of one corner leaves of a cone with a line, whose solid angle is a triangle's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import isqrt
from typing import Any, Self, TypeAlias, final

from altheory.numeric.angles import ACCURACY, GUARD, gram, remainder, triangle
from altheory.numeric.balls import enclosed, integral
from altheory.numeric.directions import Direction, combined, dot, opposite
from altheory.numeric.enclosure import Enclosure

ROUGH = Fraction(33, 32)  # below that all singularities are close

Polynomial: TypeAlias = list[int]  # in t, the constant first


def tetrahedron(corners: Sequence[Direction], *, bits: int = ACCURACY) -> Enclosure:
    """Return the volume of a spherical tetrahedron, as a share of the 3-sphere of its span.

    Parameters
    ----------
    corners
        Four independent directions, in a space of any dimension.
    bits
        Of relative accuracy.

    References
    ----------
    ``johansson2018`` (integration in ball arithmetic).

    Examples
    --------
    >>> orthant = tetrahedron([(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)])
    >>> Fraction(1, 16) in orthant
    True

    """
    order = _hinged(corners)
    if _smoothness(order) > ROUGH:
        return _sliced(order, bits)
    flips = ((_hinged([*(x for x in corners if x != e), opposite(e)]), e) for e in corners)
    flipped, e = max(flips, key=lambda flip: _smoothness(flip[0]))
    others = [combined(dot(e, e), x, -dot(e, x), e) for x in corners if x != e]
    return remainder(
        lambda digits: triangle(*others, bits=digits),
        lambda digits: _sliced(flipped, digits),
        bits,
    )


def _sliced(order: Sequence[Direction], bits: int) -> Enclosure:
    slices = _Slices.of(*order)
    return enclosed(lambda: slices.share(bits), bits + GUARD, accuracy=bits)


@final
@dataclass(frozen=True, slots=True)
class _Side:
    """The side pq at an end p of the edge, the other end being o."""

    cosine: Polynomial  # p . q
    sine: Polynomial  # |p ^ q|^2
    length: Polynomial  # |p|^2 |q|^2
    product: Polynomial  # (p ^ o) . (p ^ q)

    @classmethod
    def of(cls, p: Direction, o: Direction, c: Direction, way: Direction) -> Self:
        pp, cosine = dot(p, p), [dot(p, c), dot(p, way)]
        return cls(
            cosine,
            _square((p,), c, way),
            [pp * dot(c, c), 2 * pp * dot(c, way), pp * dot(way, way)],
            [gram((p, o), (p, c)), gram((p, o), (p, way))],
        )


@final
@dataclass(frozen=True, slots=True)
class _Slices:
    """The triangles abq for all q between c and e."""

    sides: tuple[_Side, _Side]
    edge: tuple[int, int]  # |a ^ b|^2 and a . b
    height: Polynomial  # |a ^ b ^ q|^2
    volume: int  # |a ^ b ^ c ^ e|^2

    @classmethod
    def of(cls, a: Direction, b: Direction, c: Direction, e: Direction) -> Self:
        way = tuple(j - i for i, j in zip(c, e, strict=True))
        sides = _Side.of(a, b, c, way), _Side.of(b, a, c, way)
        edge = gram((a, b)), dot(a, b)
        return cls(sides, edge, _square((a, b), c, way), gram((a, b, c, e)))

    def share(self, bits: int) -> Any:
        """Integrate in the present precision; no number where that is too low to begin."""
        from flint import acb, acb_poly, arb, ctx

        area = arb(self.edge[0]).sqrt()
        edge = area * arb.atan2(area, arb(self.edge[1]))
        sides = [[acb_poly(f) for f in (s.cosine, s.sine, s.length, s.product)] for s in self.sides]
        height, i, right = acb_poly(self.height), acb(0, 1), arb.pi() / 2

        def slope(t: Any, analytic: bool) -> Any:
            total = edge
            for cosine, sine, length, product in sides:
                s = sine(t).sqrt(analytic=analytic)
                turned = (s - i * cosine(t)).log(analytic=analytic)
                turned -= length(t).log(analytic=analytic) / 2
                total = total - (right - i * turned) * product(t) / s
            return total / height(t)

        probes = [slope(acb(t), False).real for t in (0, 0.5, 1)]
        accuracy = min(p.rel_accuracy_bits() for p in probes)
        if accuracy < bits:
            return arb("nan")
        goal = min(p.mid() for p in probes) / 2 ** ((accuracy + bits) // 2)
        total = integral(slope, 0, 1, abs_tol=goal, deg_limit=ctx.prec)
        return total * arb(self.volume).sqrt() / (2 * arb.pi()) ** 2


def _square(base: tuple[Direction, ...], c: Direction, way: Direction) -> Polynomial:
    """Return the squared volume that a base spans with c + t way."""
    rows, turned = (*base, c), (*base, way)
    return [gram(rows), 2 * gram(rows, turned), gram(turned)]


def _hinged(corners: Sequence[Direction]) -> tuple[Direction, ...]:
    """Order the corners so that the integrand is smooth; every order is right."""
    orders = (
        (a, b, *_evened(a, b, *(x for x in corners if x not in (a, b))))
        for a, b in combinations(corners, 2)
    )
    return max(orders, key=_smoothness)


def _smoothness(order: tuple[Direction, ...]) -> Fraction:
    """Return how far the singularities are, zeros of the sizes of q, a ^ q, b ^ q, a ^ b ^ q.

    That is the least sum of the distances of one of them from 0 and 1.
    """
    a, b, c, e = order
    way = tuple(j - i for i, j in zip(c, e, strict=True))
    found = list[Fraction]()
    for base in ((), (a,), (b,), (a, b)):
        start, end, step = (isqrt(gram((*base, x)) << GUARD) for x in (c, e, way))
        found.append(Fraction(start + end, step))
    return min(found)


def _evened(a: Direction, b: Direction, *others: Direction) -> list[Direction]:
    """Stretch directions by powers of two to about the same distance from the edge."""
    sizes = [gram((a, b, x)).bit_length() // 2 for x in others]
    return [tuple(k << max(sizes) - s for k in x) for x, s in zip(others, sizes, strict=True)]
