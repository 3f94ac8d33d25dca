r"""Conic intrinsic volumes: solid angles, external angles, and the mass of disagreement.

The nearest point of a closed convex polyhedral cone :math:`C` to a random direction lies in
the relative interior of one face.  The *intrinsic volume* :math:`v_k` is the chance that
this face has dimension :math:`k`,

.. math:: v_k(C) = \sum_{\dim F = k} \angle(F)\, \angle(F^\perp), \qquad
          \sum_k v_k = 1, \qquad \sum_k (-1)^k v_k = 0,

with the solid angle of each face and its external angle, that of the normals at
:math:`F`; the alternating sum (Gauss and Bonnet) is 0 unless :math:`C` is a linear space.
By the conic Crofton formula (``amelunxen2014living``) the hyperplane orthogonal to a
random direction meets :math:`C` in more than the origin with probability

.. math:: 2 (v_2 + v_4 + v_6 + \dots),

which is the mass of the disagreement region of the version space :math:`C`.

A space of lines within :math:`C` only shifts the index, so let :math:`C` be pointed and of
dimension :math:`D`.  Up to :math:`D = 4` all faces have angles that are enclosed as they
stand: arcs, triangles, and tetrahedra by one integral (:mod:`altheory.numeric.tetrahedra`).
For :math:`D = 5` the two unknown ones are :math:`v_5 = 1/2 - v_1 - v_3` and :math:`v_0 =
1/2 - v_2 - v_4`, with as many digits more as the difference loses.  Sums of positive terms
lose none, so a mass of :math:`10^{-30}` is enclosed as accurately as one of 1/2.  In four
dimensions :math:`2 v_2` and :math:`2 v_2 + 2 v_4` are arcs against tetrahedra: the second
term is of order :math:`s^3` for a cone of size :math:`s`, the first of order :math:`s`.
"""

from dataclasses import replace
from fractions import Fraction

from altheory.errors import DomainError
from altheory.numeric.angles import ACCURACY, remainder
from altheory.numeric.directions import Direction, combined, dot, split
from altheory.spaces._faces import Share, faces
from altheory.spaces.cone import Cone

LARGEST = 5  # dimension of a pointed cone of which all volumes are enclosed


def intrinsic_volumes(cone: Cone) -> tuple[Share, ...]:
    """Return v_0, ..., v_d of a cone in dimension d, each to 30 digits of its own size.

    Raises
    ------
    DomainError
        If the cone without its lines has more than five dimensions.

    References
    ----------
    ``amelunxen2014living``.

    Examples
    --------
    >>> quadrant = Cone.whole(3).above((0, 0, 1)).above((0, 1, 0))
    >>> [round(float(v), 6) for v in intrinsic_volumes(quadrant)]
    [0.0, 0.25, 0.5, 0.25]

    """
    return tuple(intrinsic_volume(cone, k) for k in range(cone.dimension + 1))


def intrinsic_volume(cone: Cone, k: int) -> Share:
    """Return one intrinsic volume, the chance that the nearest face has dimension ``k``."""
    return _volume(_spanning(cone), k, ACCURACY)


def solid_angle(cone: Cone) -> Share:
    """Return the share of the sphere that a cone takes, 0 if it is flat.

    Raises
    ------
    DomainError
        If the cone without its lines has more than five dimensions.

    """
    return intrinsic_volume(cone, cone.dimension)


def crossing_mass(cone: Cone) -> Share:
    """Return the chance that a random hyperplane through the origin crosses a pointed cone.

    It is the mass of the directions on which some members of the cone are positive and
    others negative.
    """
    if cone.lines:
        raise DomainError(f"a pointed cone holds no line, got {len(cone.lines)} in {cone}")
    volumes = (intrinsic_volume(cone, k) for k in range(2, cone.span + 1, 2))
    return 2 * sum(volumes, Fraction(0))


def polar(cone: Cone) -> Cone:
    """Return all vectors with nonnegative products with a cone that has an interior.

    Its rays are the normals of the cone, its facets are orthogonal to the cone's rays.
    """
    if cone.span < cone.dimension:
        raise DomainError(f"the polar of a flat cone holds lines, got {cone}")
    span = cone.dimension - len(cone.lines)
    on = range(len(cone.normals))
    tight = (sum(1 << k for k, t in enumerate(cone.tight) if t >> i & 1) for i in on)
    return Cone(cone.dimension, cone.rays, (), cone.normals, tuple(tight), span)


def enclosed_dimension(dimension: int) -> int:
    """Return the dimension of a pointed cone of which all volumes are enclosed, or refuse it."""
    if dimension > LARGEST:
        raise DomainError(
            f"intrinsic volumes are enclosed for cones of at most {LARGEST} dimensions beside "
            f"their lines, got {dimension}; estimate the mass with "
            "UniformSphere(d).estimate(region, rng, n)"
        )
    return dimension


def _volume(cone: Cone, k: int, bits: int) -> Share:
    """Return an intrinsic volume of a cone whose normals are in its span."""
    dimension, k = cone.span - len(cone.lines), k - len(cone.lines)
    if not 0 <= k <= dimension:
        return Fraction(0)
    enclosed_dimension(dimension)
    if dimension == LARGEST and k in {0, LARGEST}:
        return _remaining(cone, k, bits)
    own, other = faces(cone)
    pairs = zip(own.levels[k], other.levels[dimension - k], strict=True)
    return sum(
        (own.angle(f, k, bits) * other.angle(g, dimension - k, bits) for f, g in pairs),
        Fraction(0),
    )


def _remaining(cone: Cone, k: int, bits: int) -> Share:
    """Return what the volumes of the other indices of the same parity leave of 1/2."""
    others = [len(cone.lines) + j for j in {0: (2, 4), LARGEST: (1, 3)}[k]]

    def known(digits: int) -> Share:
        return sum((_volume(cone, j, digits) for j in others), Fraction(0))

    return remainder(lambda _: Fraction(1, 2), known, bits)


def _spanning(cone: Cone) -> Cone:
    """Return a cone with its normals projected on its span, which changes nothing else."""
    if cone.span == cone.dimension:
        return cone
    basis = list[Direction](cone.lines)  # orthogonal
    for ray in cone.rays:
        rest = ray
        for b in basis:
            rest = combined(dot(b, b), rest, -dot(rest, b), b)
        basis += [rest] if any(rest) else []
    return replace(cone, normals=tuple(split(basis, n)[0] for n in cone.normals))
