"""Intrinsic volumes: reflection groups, products, lines, polars, samples, every size."""

import math
import random
from fractions import Fraction

import numpy as np
import pytest

from altheory.errors import DomainError
from altheory.numeric.directions import reduced, unit_vectors
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.cone import Cone, polyhedral
from altheory.spaces.intrinsic import (
    crossing_mass,
    intrinsic_volume,
    intrinsic_volumes,
    polar,
    solid_angle,
)


def known(x):
    return x if isinstance(x, Enclosure) else Enclosure.exactly(x)


def meet(a, b):
    a, b = known(a), known(b)
    return a.lo <= b.hi and b.lo <= a.hi


def solid(dimension, normals):
    cone = polyhedral(dimension, normals)
    assert cone is not None
    return cone


def around(rng, dimension, count, scale=1):
    """A cone around the last axis, of that width upside down."""
    rows = [[rng.randint(-1000, 1000) for _ in range(dimension - 1)] for _ in range(count)]
    return solid(dimension, [(*(scale * c for c in row), rng.randint(1, 1000)) for row in rows])


def type_a(n):
    return [tuple((i == k) - (i == k + 1) for i in range(n + 1)) for k in range(n)]


def type_b(n):
    return [*(row[:n] for row in type_a(n)[:-1]), unit_vectors(n)[-1]]


def type_d(n):
    return [*type_b(n)[:-1], tuple(int(i >= n - 2) for i in range(n))]


TYPE_F = [(0, 1, -1, 0), (0, 0, 1, -1), (0, 0, 0, 1), (1, -1, -1, -1)]
GROUPS = [
    *((type_a(n), range(1, n + 1)) for n in range(2, 6)),
    *((type_b(n), range(1, 2 * n, 2)) for n in range(2, 6)),
    *((type_d(n), (*range(1, 2 * n - 2, 2), n - 1)) for n in (4, 5)),
    (TYPE_F, (1, 5, 7, 11)),
]


def coefficients(exponents):
    """The coefficients of the product of all (t + m) / (m + 1)."""
    found = [Fraction(1)]
    for m in exponents:
        shifted = zip([*found, Fraction(0)], [Fraction(0), *found], strict=True)
        found = [(m * low + high) / (m + 1) for low, high in shifted]
    return found


@pytest.mark.parametrize(("roots", "exponents"), GROUPS)
def test_chambers_of_reflection_groups(roots, exponents):
    """Their volumes are the coefficients of a product over the exponents of the group.

    With the last one 1 over the order of the group; type A has a line besides.
    """
    cone = solid(len(roots[0]), roots)
    expected = [0] * len(cone.lines) + coefficients(exponents)
    volumes = intrinsic_volumes(cone)
    assert len(volumes) == cone.dimension + 1
    assert all(v in known(found) for v, found in zip(expected, volumes, strict=True))
    assert all(known(v).width * 10**29 <= known(v).lo for v in volumes)


def test_the_largest_group_in_four_dimensions_to_thirty_digits():
    """H4, with 14,400 elements and the exponents 1, 11, 19, 29, by a ratio of Fibonacci numbers."""
    one, ratio = 1, 1
    for _ in range(300):
        one, ratio = ratio, one + ratio
    less = ratio - one
    roots = [(0, 0, 0, 1), (0, less, -one, -ratio), (0, 0, 1, 0), (less, -ratio, -one, 0)]
    for v, found in zip(
        coefficients((1, 11, 19, 29)), intrinsic_volumes(solid(4, roots)), strict=True
    ):
        assert max(abs(known(found).lo - v), abs(known(found).hi - v)) < v / 10**29


@pytest.mark.parametrize("dimension", range(1, 6))
def test_orthants(dimension):
    volumes = intrinsic_volumes(solid(dimension, unit_vectors(dimension)))
    assert all(
        Fraction(math.comb(dimension, k), 2**dimension) in known(v) for k, v in enumerate(volumes)
    )


def test_volumes_of_a_product_are_a_convolution():
    """Of a sector and a cone in space, or of two sectors and a ray."""
    rng = random.Random(1)
    for one, other in [(2, 2), (2, 3), (3, 2), (1, 4), (4, 1)]:
        factors = [around(rng, d, d + 1) if d > 1 else solid(1, [(1,)]) for d in (one, other)]
        rows = [(*n, *[0] * other) for n in factors[0].normals]
        rows += [(*[0] * one, *n) for n in factors[1].normals]
        first, second = map(intrinsic_volumes, factors)
        for k, v in enumerate(intrinsic_volumes(solid(one + other, rows))):
            terms = [first[i] * second[k - i] for i in range(k + 1) if i <= one and k - i <= other]
            assert meet(v, sum(map(known, terms), Enclosure.exactly(0)))


@pytest.mark.parametrize(("dimension", "scale"), [(3, 1), (4, 1), (4, 10**30), (5, 1)])
def test_volumes_add_up_to_one_and_cancel_by_parity(dimension, scale):
    rng = random.Random(dimension + scale)
    volumes = [known(v) for v in intrinsic_volumes(around(rng, dimension, 7, scale))]
    assert 1 in sum(volumes, Enclosure.exactly(0))
    assert Fraction(1, 2) in sum(volumes[::2], Enclosure.exactly(0))
    assert all(v.lo > 0 and v.width * 10**29 < v.lo for v in volumes)


def test_the_polar_cone_has_the_volumes_in_reverse():
    rng = random.Random(2)
    for dimension in (3, 4, 5):
        cone = around(rng, dimension, 6)
        opposite = solid(dimension, cone.rays)
        assert set(map(reduced, polar(cone).rays)) == set(opposite.rays)
        pairs = zip(intrinsic_volumes(polar(cone)), intrinsic_volumes(cone)[::-1], strict=True)
        assert all(meet(a, b) for a, b in pairs)
        assert all(
            meet(intrinsic_volume(opposite, k), intrinsic_volume(polar(cone), k)) for k in (1, 2)
        )


def test_a_line_shifts_the_volumes_and_a_flat_cone_keeps_them():
    """In a space of one dimension more, once with that axis and once without."""
    rng = random.Random(3)
    for dimension in (2, 3, 4):
        cone = around(rng, dimension, 5)
        volumes = intrinsic_volumes(cone)
        tilted = [(*n, n[0]) for n in cone.normals]  # orthogonal to (1, 0, ..., 0, -1)
        wide = intrinsic_volumes(solid(dimension + 1, [(*n, 0) for n in cone.normals]))
        assert all(meet(a, b) for a, b in zip(wide, (0, *volumes), strict=True))
        flat = solid(dimension + 1, tilted).on((*[0] * dimension, 1))
        thin = intrinsic_volumes(flat)
        assert thin[-1] == solid_angle(flat) == 0
        assert all(meet(a, b) for a, b in zip(thin, (*volumes, 0), strict=True))


def test_spaces_half_spaces_and_rays():
    whole = Cone.whole(7)
    half = whole.above(whole.lines[0])
    assert half is not None
    assert list(intrinsic_volumes(whole)) == [0, 0, 0, 0, 0, 0, 0, 1]
    assert list(intrinsic_volumes(half)) == [*[0] * 6, Fraction(1, 2), Fraction(1, 2)]
    assert crossing_mass(polar(half)) == 0
    assert crossing_mass(polar(whole)) == 0
    assert list(intrinsic_volumes(polar(whole))) == [1, *[0] * 7]


@pytest.mark.parametrize(("dimension", "bound"), [(4, 1), (5, 1), (4, 10**30), (5, 10**9)])
def test_a_mass_in_four_and_five_dimensions_is_little_more_than_two_arcs(dimension, bound):
    """2 v_2 <= mass <= 2 v_2 + 2 v_4, and what is not crossed is inside the polar cones."""
    cone = around(random.Random(4), dimension, 9, bound)
    mass = known(crossing_mass(cone))
    second, fourth = (known(intrinsic_volume(cone, k)) for k in (2, 4))
    assert (2 * second).less_than(mass) is (True if bound < 10**12 else None)
    assert meet(mass, 2 * second + 2 * fourth)
    assert mass.width * 10**29 < mass.lo
    assert fourth.less_than(second * second * second * 10) is True
    if bound == 1:
        assert meet(mass, 1 - 2 * known(solid_angle(polar(cone))))


def test_a_tiny_cone_is_a_euclidean_polytope():
    """The corner cube of side s: length 12 s, volume s^3, up to relative s^2."""
    s = 10**20
    cube = solid(4, [(*(a * s * c for c in e), 1) for e in unit_vectors(3) for a in (1, -1)])
    # the cube of half width 1/s: 12 edges of length 2/s with right external angles
    assert float(intrinsic_volume(cube, 4) * s**3) == pytest.approx(8 / (2 * math.pi**2), 1e-12)
    assert float(intrinsic_volume(cube, 2) * s) == pytest.approx(12 * 2 / (2 * math.pi) / 4, 1e-12)
    assert float(intrinsic_volume(cube, 3) * s**2) == pytest.approx(24 / (4 * math.pi) / 2, 1e-12)


@pytest.mark.statistical(alpha=2e-7, power=0.99)
@pytest.mark.parametrize("dimension", [4, 5])
def test_volumes_by_projections(rng, dimension):
    """The nearest face of random directions, by dimension, against Hoeffding's inequality.

    The nearest point of a cone is the one with nonpositive products of what is left of
    the direction; its face has as many dimensions as the rays that carry it.
    """
    from scipy.optimize import nnls

    cone, n = around(random.Random(5), dimension, 6), 4000
    rays = np.array([[float(c) for c in r] for r in cone.rays])
    rays /= np.linalg.norm(rays, axis=1, keepdims=True)
    normals = np.array([[float(c) for c in z] for z in cone.normals])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    counts = np.zeros(dimension + 1)
    for x in rng.standard_normal((n, dimension)):
        nearest = rays.T @ nnls(rays.T, x)[0]
        tight = normals[np.abs(normals @ nearest) < 1e-9]
        counts[dimension - np.linalg.matrix_rank(tight) if len(tight) else dimension] += 1
    shares = np.array([float(v) for v in intrinsic_volumes(cone)])
    # 6 * 2 exp(-2 * 4000 * 0.048^2) < 1.2e-7 in dimension 5, 10 of them in dimension 4
    assert np.abs(counts / n - shares).max() < 0.048


def test_refusals():
    corner = solid(6, unit_vectors(6))
    with pytest.raises(DomainError, match=r"at most 5 .* got 6; .*UniformSphere.d..estimate"):
        solid_angle(corner)
    with pytest.raises(DomainError, match="holds no line"):
        crossing_mass(Cone.whole(2))
    with pytest.raises(DomainError, match="flat"):
        polar(corner.on((1, -1, 0, 0, 0, 0)))
    wide = [(1, *[0] * 6), (0, 1, *[0] * 5), (0, 0, 1, *[0] * 4)]
    assert Fraction(1, 8) in known(solid_angle(solid(7, wide)))
