"""Regions of affine space against inequalities, and the Cauchy law against its distribution."""

import math
from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.hypotheses.affine import AffineSeparators
from altheory.numeric.directions import primitive
from altheory.numeric.enclosure import Enclosure
from altheory.spaces import affine_laws
from altheory.spaces.affine import AffineRegion, lifted, lifted_rows
from altheory.spaces.affine_laws import Cauchy
from altheory.spaces.sphere import SphereRegion
from altheory.testing.strategies import affine_points, sphere_regions, sphere_vectors

DRAWS = 4000
ALPHA = 1e-7
F = Fraction


def half(*normal):
    return AffineRegion.open_half(normal)


def primitive_of(x):
    return primitive(map(F, x))


@given(st.lists(sphere_vectors(3).map(primitive_of), max_size=3), affine_points(2))
def test_membership_is_the_inequality(normals, x):
    (a, b) = map(F, x)
    for w in normals:
        value = w[0] * a + w[1] * b + w[2]
        assert (x in half(*w)) == (value > 0)
        assert half(*w).contains([list(map(float, x))]).tolist() == [
            w[0] * F(float(x[0])) + w[1] * F(float(x[1])) + w[2] > 0
        ]


def test_what_lies_below_the_horizon_does_not_count():
    """Regions that differ on the lower half sphere or on the horizon only are equal."""
    horizon = SphereRegion.cone(3, [], [(0, 0, 1)])
    upper = SphereRegion.open_half((0, 0, 1))
    assert AffineRegion(horizon).is_empty
    assert AffineRegion(~upper).is_empty
    assert not AffineRegion(upper).is_empty
    assert AffineRegion(upper) == ~AffineRegion.nothing(2)
    assert hash(AffineRegion(upper)) == hash(~AffineRegion.nothing(2))
    assert half(1, 0, 0) == AffineRegion(SphereRegion.open_half((1, 0, 0)) & upper)
    assert half(1, 0, 0) != half(1, 0, 1)
    assert half(1, 0, 0) != half(1, 0)
    assert AffineRegion(upper) != upper


def test_parallel_lines_have_a_strip_between_them():
    strip = half(1, 0, 1) & half(-1, 0, 1)
    assert strip.witness(solid=True) in strip
    assert (0, 10**9) in strip
    assert (1, 0) not in strip
    assert (half(1, 0, -1) & half(-1, 0, -1)).is_empty
    assert (half(1, 0, -1) & half(-1, 0, 1)).witness() is None


@given(sphere_regions(3))
def test_a_witness_is_a_point_of_the_region(lift):
    region = AffineRegion(lift)
    found = region.witness()
    assert region.is_empty == (found is None)
    assert found is None or found in region


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: lifted("ab", 2), "a point of 2 numbers"),
        (lambda: lifted((1,), 2), "2 coordinates, got 1"),
        (lambda: lifted((1, math.nan), 2), "finite"),
        (lambda: lifted(0.5, 1), "list or an array"),
        (lambda: lifted_rows([[1.0], [1.0, 2.0]], 1), "rows of 1 numbers"),
        (lambda: lifted_rows([[1.0, 2.0]], 1), "got shape"),
        (lambda: lifted_rows([[math.inf]], 1), "inf"),
        (lambda: half(1, 0) & half(1, 0, 0), "dimension 1"),
        (lambda: Cauchy(2).mass(half(1, 0)), "dimension 2"),
        (lambda: Cauchy(1).mass(SphereRegion.nothing(2)), "dimension 1"),  # type: ignore[arg-type]
        (lambda: Cauchy(0), "at least 1"),
        (lambda: Cauchy(1).sample(0, -1), "at least 0"),
    ],
)
def test_refusals(call, said):
    with pytest.raises(DomainError, match=said):
        call()


def test_no_instances_are_a_batch():
    assert lifted_rows([], 2).shape == (0, 3)
    assert half(1, 0, 0).contains([]).tolist() == []


@pytest.mark.parametrize("x", [F(-3), F(-1), F(-1, 7), F(0), F(1), F(5, 3)])
def test_on_the_line_mass_is_the_distribution_function(x):
    """P(X < x) = 1/2 + arctan(x) / pi."""
    mass = Cauchy(1).mass(half(-1, x))
    assert abs(float(mass) - 0.5 - math.atan(x) / math.pi) < 1e-15


@given(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), st.tuples(*[st.integers(-3, 3)] * 2))
def test_on_the_line_even_regions_and_others_have_the_same_mass(first, second):
    """An interval and the two rays outside of it; the ends are exact."""
    a, b = sorted({F(p, 1 + abs(q)) for p, q in (first, second)} | {F(9)})[:2]
    between = half(1, -a) & half(-1, b)
    form = (math.atan(b) - math.atan(a)) / math.pi
    assert abs(float(Cauchy(1).mass(between)) - form) < 1e-15
    assert abs(float(Cauchy(1).mass(~between)) - 1 + form) < 1e-15


def test_in_the_plane_a_half_plane_has_the_mass_of_its_distance():
    """Projections of the law on lines are Cauchy again."""
    mass = Cauchy(2).mass(half(3, 4, -5))  # at distance 1 from the origin
    assert isinstance(mass, Enclosure)
    assert F(1, 4) in mass
    assert mass.hi - mass.lo < F(1, 2**90)
    assert abs(float(Cauchy(2).mass(half(1, 2, 0))) - 0.5) < 1e-16
    assert Cauchy(2).mass(half(0, 0, 1)) == 1
    assert Cauchy(2).mass(half(0, 0, -1)) == 0


def test_no_float_is_too_large(monkeypatch):
    """Not even for a generator that draws zeros."""
    monkeypatch.setattr(
        affine_laws, "generator", lambda _: SimpleNamespace(standard_normal=np.zeros)
    )
    assert Cauchy(2).sample(0, 3).tolist() == [[0.0, 0.0]] * 3
    assert math.isfinite(40 / affine_laws.LEAST)


@pytest.mark.statistical(alpha=ALPHA, power=0.999)
@pytest.mark.parametrize("d", [1, 2, 4])
def test_samples_have_cauchy_projections(d, rng):
    """A Kolmogorov test by DKW at level ALPHA/3 of w . X / |w| against arctan."""
    xs = Cauchy(d).sample(rng, DRAWS)
    assert xs.shape == (DRAWS, d)
    projected = np.sort(xs @ np.ones(d) / math.sqrt(d))
    heights = 0.5 + np.arctan(projected) / math.pi
    gap = max(
        np.max(np.arange(1, DRAWS + 1) / DRAWS - heights),
        np.max(heights - np.arange(DRAWS) / DRAWS),
    )
    assert gap <= math.sqrt(math.log(2 * 3 / ALPHA) / (2 * DRAWS))


def test_the_test_of_samples_has_power():
    """Against Gaussian ratios whose denominators are halved."""
    xs = np.linspace(-20, 20, 4001)
    level = math.sqrt(math.log(6 / ALPHA) / (2 * DRAWS))
    double = 0.5 + np.arctan(xs / 2) / math.pi
    power = math.sqrt(math.log(1 / 1e-3) / (2 * DRAWS))
    assert np.max(np.abs(double - 0.5 - np.arctan(xs) / math.pi)) > level + power


@pytest.mark.statistical(alpha=ALPHA, power=0.999)
@pytest.mark.parametrize("even", [True, False])
def test_draws_within_a_region_are_the_conditioned_law(even, rng):
    """Within x < -1 or x > 1, or above 1 alone, half of the draws lie beyond tan(3 pi / 8)."""
    region = ~AffineRegion(
        SphereRegion.cone(2, [(1, 1), (-1, 1)]) | SphereRegion.cone(2, [(-1, -1), (1, -1)])
    )
    region = region if even else half(1, -1)
    n = 400
    xs = [Cauchy(1).draw(region, rng)[0] for _ in range(n)]
    assert all((x,) in region for x in xs)
    beyond = sum(abs(x) > 1 + math.sqrt(2) for x in xs)
    level = math.sqrt(math.log(4 / ALPHA) / (2 * n)) * n
    assert abs(beyond - n / 2) <= level
    if even:
        assert abs(sum(x > 0 for x in xs) - n / 2) <= level


def test_draws_are_exact_and_lie_in_thin_regions():
    n = 10**30
    thin = AffineRegion(
        ~(SphereRegion.cone(2, [(-n, 1), (n, 1)]) | SphereRegion.cone(2, [(n, -1), (-n, -1)]))
    )
    for seed in range(3):
        (x,) = Cauchy(1).draw(thin, np.random.default_rng(seed))
        assert isinstance(x, F)
        assert (x,) in thin
        assert abs(x) > F(1, n)


def test_in_higher_dimensions_draws_come_from_a_band_of_known_mass():
    rng, d = np.random.default_rng(3), 4
    xs = [*map(tuple, Cauchy(d).sample(rng, 12).tolist())]
    space = (
        AffineSeparators(d).version_space().restrict_all(xs, [1 if x[0] > 0 else -1 for x in xs])
    )
    region = space.disagreement()
    band = Cauchy(d).envelope(region)
    assert band is not None
    assert float(band.mass) <= 1
    drawn = [band.draw(rng) for _ in range(40)]
    assert all(len(x) == d and isinstance(x[0], F) for x in drawn)
    assert any(x in region for x in drawn)
    assert Cauchy(d).draw(region, rng) in region
    assert Cauchy(d).envelope(half(1, 0, 0, 0, 1)) is None
