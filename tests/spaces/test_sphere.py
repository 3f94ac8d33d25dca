"""Regions of the sphere: the laws of sets, boundaries at the last bit, masses known by symmetry."""

import math
from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.numeric.directions import dot, primitive, sign, unit_vectors
from altheory.numeric.enclosure import Enclosure
from altheory.spaces import _cells, sphere_laws
from altheory.spaces.circle import ArcUnion
from altheory.spaces.sphere import SphereRegion, sphere_point, sphere_points, sphere_region
from altheory.spaces.sphere_laws import UniformSphere
from altheory.testing import laws
from altheory.testing.strategies import sphere_regions, sphere_vectors

LATTICE = [primitive(x) for x in product((-1, 0, 1), repeat=3) if any(x)]
NORTH, EAST = SphereRegion.open_half((0, 0, 1)), SphereRegion.open_half((1, 0, 0))
NOTHING, SPHERE = SphereRegion.nothing(3), ~SphereRegion.nothing(3)
LAW = UniformSphere(3)


def known(mass):
    """A mass as an enclosure, exact or not."""
    return mass if isinstance(mass, Enclosure) else Enclosure.exactly(mass)


def great_circle(pole):
    return SphereRegion.cone(3, (), [pole])


@pytest.mark.parametrize("d", [2, 3, 4])
@given(data=st.data())
def test_laws_hold_in_every_dimension(d, data):
    a, b = data.draw(sphere_regions(d)), data.draw(sphere_regions(d))
    laws.hold("regions", a=a, b=b, xs=data.draw(st.lists(sphere_vectors(d), max_size=6)))


@given(sphere_vectors(3), st.lists(sphere_vectors(3), min_size=1, max_size=4))
def test_half_spheres_hold_what_is_on_their_side(pole, xs):
    half = SphereRegion.open_half(pole)
    closed = SphereRegion.cone(3, [primitive(map(Fraction, pole))])
    for x in xs:
        side = sign(dot(primitive(map(Fraction, pole)), primitive(map(Fraction, x))))
        assert (x in half, x in closed, x in closed - half) == (side > 0, side >= 0, side == 0)
    floats = np.array([[float(c) for c in x] for x in xs])
    assert half.contains(floats).tolist() == [x in half for x in floats.tolist()]


@given(sphere_vectors(3), st.fractions(min_value="1/7", max_value=7), sphere_regions(3))
def test_only_the_direction_counts(x, factor, a):
    assert (x in a) == (tuple(Fraction(c) * factor for c in x) in a)


@given(sphere_regions(3))
def test_emptiness_is_known_where_lattice_directions_meet_every_cell(a):
    """Cells of hyperplanes with normals in {-1, 0, 1}^3 have lattice directions of size 4."""
    lattice = [x for x in product(range(-4, 5), repeat=3) if any(x)]
    met = a.contains(np.array(lattice, dtype=float))
    assert a.is_empty == (not met.any())
    witness = a.witness()
    assert witness is None or witness in a


def test_solid_witnesses():
    assert great_circle((0, 0, 1)).witness(solid=True) is None
    assert great_circle((0, 0, 1)).witness() is not None
    inner = (NORTH & EAST).witness(solid=True)
    assert inner is not None
    assert inner in NORTH & EAST


def test_sets_of_measure_zero_are_sets_all_the_same():
    """A point, two opposite points and a circle, each written in two ways."""
    equator, meridian = great_circle((0, 0, 1)), great_circle((1, 0, 0))
    poles = equator & meridian
    assert poles == SphereRegion.cone(3, (), [(1, 0, 1), (1, 0, -1)])
    assert hash(poles) == hash(SphereRegion.cone(3, (), [(1, 0, 1), (1, 0, -1)]))
    assert (0, 5, 0) in poles
    point = poles & SphereRegion.open_half((0, 1, 0))
    assert point == SphereRegion.cone(3, [(0, 1, 0)], [(1, 0, 0), (0, 0, 1)])
    assert point != poles
    assert not point.is_empty
    assert (point & ~SphereRegion.cone(3, [(0, 1, 7)])).is_empty
    assert equator == ~(NORTH | SphereRegion.open_half((0, 0, -1)))
    assert SphereRegion.cone(3, [(0, 0, 1), (0, 0, -1)]) == equator
    assert SphereRegion.cone(3, (), [(1, 0, 0), (0, 1, 0), (0, 0, 1)]) == NOTHING
    assert [LAW.mass(each) for each in (point, poles, equator, NOTHING)] == [0] * 4


def test_masses_known_by_symmetry():
    assert LAW.mass(SPHERE) == 1
    assert LAW.mass(NORTH) == LAW.mass(~NORTH) == Fraction(1, 2)
    assert Fraction(1, 4) in known(LAW.mass(NORTH & EAST))
    assert Fraction(3, 4) in known(LAW.mass(NORTH | EAST))
    octants = [
        SphereRegion.open_half((s, 0, 0))
        & SphereRegion.open_half((0, t, 0))
        & SphereRegion.open_half((0, 0, u))
        for s, t, u in product((1, -1), repeat=3)
    ]
    assert all(Fraction(1, 8) in known(LAW.mass(octant)) for octant in octants)
    assert Fraction(1, 2) in known(LAW.mass(octants[0] | octants[1] | octants[6] | octants[7]))
    assert all((a & b).is_empty for a, b in combinations(octants, 2))


@given(sphere_regions(2), st.lists(st.integers(0, 63), max_size=4))
def test_the_plane_agrees_with_arcs(a, places):
    """Eight directions and the arcs between them make up every region drawn in the plane."""
    compass = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
    arcs = ArcUnion()
    for k, x in enumerate(compass):
        turn = Fraction(k, 8)
        arcs |= ArcUnion.closed(turn, turn) if x in a else ArcUnion()
        y = compass[(k + 1) % 8]
        between = (2 * x[0] + y[0], 2 * x[1] + y[1])
        arcs |= ArcUnion.open(turn, turn + Fraction(1, 8)) if between in a else ArcUnion()
    assert arcs.length in known(UniformSphere(2).mass(a))
    assert a.is_empty == arcs.is_empty
    slopes = [(math.cos(2 * math.pi * k / 64), math.sin(2 * math.pi * k / 64)) for k in places]
    for k, slope in zip(places, slopes, strict=True):
        if k % 8:
            assert (slope in a) == (Fraction(k, 64) in arcs)


def test_the_mass_beside_two_opposite_cones_is_found_in_two_ways():
    """By the perimeter of the polar polygon, and by the cells of the region itself."""
    cones = [
        [(1, 0, 0), (0, 1, 0), (0, 0, 1)],
        [(1, 2, 9), (-3, 1, 7), (0, -2, 5), (1, -1, 4)],
        [(100, 0, 1), (-100, 3, 1), (0, 100, 1), (1, -100, 1)],
        [(1, 0, 0), (0, 1, 0)],
    ]
    for halves in cones:
        cone = SphereRegion.cone(3, halves)
        opposed = SphereRegion.cone(3, [tuple(-c for c in n) for n in halves])
        beside = ~(cone | opposed)
        perimeter, cells = LAW.mass(beside), LAW.mass(beside & SPHERE & ~great_circle((0, 0, 1)))
        assert isinstance(perimeter, Enclosure)
        assert isinstance(cells, Enclosure)
        assert perimeter.less_than(cells) is None
        assert cells.less_than(perimeter) is None
        assert 1 in known(LAW.mass(cone | opposed)) + perimeter


def test_masses_beyond_space_are_those_of_lunes_and_corners():
    four = UniformSphere(4)
    north, east = SphereRegion.open_half((0, 0, 0, 1)), SphereRegion.open_half((1, 0, 0, 0))
    assert four.mass(north) == Fraction(1, 2)
    assert Fraction(1, 4) in known(four.mass(north & east))
    assert Fraction(1, 8) in known(four.mass(north & east & SphereRegion.open_half((0, 1, 0, 0))))
    corner = beside(4, [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0)])
    assert Fraction(3, 4) in known(four.mass(corner))  # the fourth coordinate does not matter
    assert Fraction(1, 4) in known(four.mass(~corner))


def beside(d, halves):
    """What lies neither in a cone nor in the opposite one."""
    opposed = [tuple(-c for c in n) for n in halves]
    return ~(SphereRegion.cone(d, halves) | SphereRegion.cone(d, opposed))


def test_the_mass_beside_flat_cones_and_half_spheres():
    assert LAW.mass(beside(3, [(1, 0, 0)])) == 0
    assert LAW.mass(beside(3, [(1, 0, 0), (-1, 0, 0), (0, 1, 0)])) == 1
    assert LAW.mass(~beside(3, [(1, 0, 0), (-1, 0, 0), (0, 1, 0)])) == 0
    assert Fraction(1, 2) in known(LAW.mass(beside(3, [(1, 0, 0), (0, 1, 0)])))
    arc = SphereRegion.cone(3, [(1, 0, 0), (0, 1, 0)], [(0, 0, 1)])
    assert LAW.mass(~(arc | arc.antipodes)) == 1


@pytest.mark.statistical(alpha=1e-6, power=0.999)
def test_samples_are_uniform(rng):
    """Hoeffding on the octants, for 4,000 instances: each share is within 0.05 of 1/8."""
    xs = LAW.sample(rng, 4000)
    assert xs.shape == (4000, 3)
    assert np.abs((xs**2).sum(axis=1) - 1).max() < 1e-15 * 4
    shares = [np.mean((np.sign(xs) == s).all(axis=1)) for s in product((1, -1), repeat=3)]
    # P(any off by 0.0483) <= 16 exp(-2 * 4000 * 0.0483^2) < 1.3e-7
    assert max(abs(share - 1 / 8) for share in shares) < 0.0483


def test_draws_give_up_on_tiny_regions(monkeypatch):
    tiny = NORTH & SphereRegion.open_half((10**9, 0, -1)) & ~SphereRegion.open_half((10**9, 0, -2))
    monkeypatch.setattr(sphere_laws, "TRIES", 4096)
    with pytest.raises(BudgetError, match="none of 4096"):
        LAW.draw(tiny, np.random.default_rng(0))


def test_searches_give_up_on_many_cells(monkeypatch):
    monkeypatch.setattr(_cells, "CELLS", 3)
    with pytest.raises(BudgetError, match="more than 3 cells"):
        _ = SphereRegion.cone(3, [(1, 0, 0), (0, 1, 0), (-1, -1, 0)], [(1, 1, 1)]).is_empty


@pytest.mark.parametrize("wrong", [(0, 0, 0), (0.0, -0.0, 0), (1, 2), "100", (1, 2, math.nan), 7])
def test_instances_are_vectors_other_than_zero(wrong):
    with pytest.raises(DomainError):
        sphere_point(wrong, 3)
    with pytest.raises(DomainError):
        sphere_points([wrong], 3)


def test_refusals():
    with pytest.raises(DomainError, match="row 1"):
        sphere_points([[1.0, 0.0], [0.0, 0.0]], 2)
    with pytest.raises(DomainError, match="in dimension 3"):
        sphere_region(SphereRegion.nothing(2), 3)
    with pytest.raises(DomainError):
        _ = NORTH & SphereRegion.nothing(2)
    with pytest.raises(DomainError, match="at least 2"):
        UniformSphere(1)
    assert SphereRegion.nothing(2) != NOTHING
    assert sphere_points([], 3).shape == (0, 3)
    assert str(NORTH & EAST) == "region of S^2 between 2 hyperplanes"
    octant = SphereRegion.cone(3, [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
    beside = "what lies beside two opposite cones"
    assert str(octant) == "region of S^2: cone bounded by 3 hyperplanes"
    assert str(~octant) == "region of S^2: all but a cone bounded by 3 hyperplanes"
    assert str(~(octant | octant.antipodes)) == f"region of S^2: {beside} bounded by 3 hyperplanes"
    space = SphereVersionSpace(9).restrict_all(unit_vectors(9), [1] * 9)
    assert str(space.disagreement()) == f"region of S^8: {beside} spanned by 9 directions"
    assert str(space.specific()) == "region of S^8: cone spanned by 9 directions"
    mixed = space.specific() & SphereRegion.open_half(range(1, 10))
    said = "between 1 hyperplane and beside a cone spanned by 9 directions"
    assert str(mixed) == f"region of S^8 {said}"
