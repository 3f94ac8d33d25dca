"""Intrinsic volumes of random cones against their own relations, small cases and the circle."""

from fractions import Fraction

import mpmath
import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.theory.circle_cal import cal_query_chance_circle, expected_disagreement_circle
from altheory.theory.sphere_version_space import (
    ADDED_UP,
    cal_query_chance_sphere,
    expected_disagreement_sphere,
    expected_edges_sphere,
    expected_facets_sphere,
    expected_intrinsic_volume,
    expected_volume_sphere,
)

F = Fraction
dimensions, lengths = st.integers(2, 9), st.integers(0, 10**12)


def contains(enclosure, exact, digits=60):
    value = sp.N(sp.sympify(exact), digits)
    slack = sp.Float(10, digits) ** (5 - digits)
    lo, hi = (sp.Rational(x.numerator, x.denominator) for x in (enclosure.lo, enclosure.hi))
    return lo - slack <= value <= hi + slack


@given(dimensions, st.integers(0, 40), st.data())
def test_the_exact_form_lies_in_the_enclosure(d, n, data):
    for form in (
        expected_intrinsic_volume(d, n, data.draw(st.integers(0, d))),
        expected_disagreement_sphere(d, n),
        expected_facets_sphere(d, n),
    ):
        assert contains(form.enclosure, form.exact)


@given(dimensions, lengths)
def test_the_volumes_are_a_law(d, n):
    volumes = [expected_intrinsic_volume(d, n, k).enclosure for k in range(d + 1)]
    assert all(v.hi >= 0 for v in volumes)
    total = sum(volumes[1:], volumes[0])
    assert 1 in total
    assert total.width < F(1, 10**30)


@given(dimensions, st.integers(1, 10**12))
def test_each_half_of_the_volumes_is_one_half(d, n):
    """Gauss and Bonnet: the cone of n >= 1 labels is no linear space."""
    for parity in (0, 1):
        half = [expected_intrinsic_volume(d, n, k).enclosure for k in range(parity, d + 1, 2)]
        assert F(1, 2) in sum(half[1:], half[0])


@given(dimensions, st.integers(0, 8))
def test_below_the_dimension_every_label_is_bought(d, n):
    form = expected_disagreement_sphere(d, n)
    assert (form.exact == 1) == (n < d)
    assert form.enclosure.at_most(1)


@given(lengths)
def test_the_circle(n):
    assert expected_disagreement_sphere(2, n).exact == expected_disagreement_circle(n)
    assert expected_volume_sphere(2, n).exact == F(1, n + 1)
    assert cal_query_chance_sphere(2, n + 1).exact == cal_query_chance_circle(n + 1)


def test_a_half_space_and_a_wedge():
    assert [expected_intrinsic_volume(4, 0, k).exact for k in range(5)] == [0, 0, 0, 0, 1]
    assert [expected_intrinsic_volume(4, 1, k).exact for k in range(5)] == [
        0,
        0,
        0,
        F(1, 2),
        F(1, 2),
    ]
    # two labels leave a wedge of the angle pi - alpha, its edge has the external angle alpha
    volume = sp.Rational(1, 3) - 1 / (2 * sp.pi**2)
    wedge = [expected_intrinsic_volume(4, 2, k).exact for k in range(5)]
    assert wedge[:2] == [0, 0]
    assert sp.expand(wedge[4] - volume) == 0
    assert wedge[3] == F(1, 2)
    assert sp.expand(wedge[2] + volume - sp.Rational(1, 2)) == 0


@pytest.mark.parametrize("d", [3, 4, 6])
@pytest.mark.parametrize("n", [5, 17, 1000])
def test_the_volume_is_the_integral(d, n):
    with mpmath.workdps(40):
        weight = mpmath.gamma(mpmath.mpf(d) / 2) / mpmath.gamma(mpmath.mpf(d - 1) / 2)
        scale = weight * mpmath.sqrt(mpmath.pi)
        volume = mpmath.quad(lambda v: scale * (1 - v) ** n * mpmath.sinpi(v) ** (d - 2), grid(n))
        value = expected_volume_sphere(d, n).enclosure.midpoint
        assert abs(volume - mpmath.mpf(value.numerator) / value.denominator) < 1e-20


@pytest.mark.parametrize("n", [5, 17, 1000])
def test_in_three_dimensions_the_region_is_the_perimeter(n):
    """A uniform point of a great circle is uniform on the sphere."""
    with mpmath.workdps(40):
        perimeter = mpmath.quad(
            lambda v: n * mpmath.pi * (1 - v) ** (n - 1) * mpmath.sinpi(v) / 2, grid(n)
        )
        assert abs(perimeter - float(expected_disagreement_sphere(3, n))) < 1e-15


def grid(n):
    """Where to cut (0, 1) for an integrand that lives on the scale 1/n."""
    return [0, *(mpmath.mpf(k) / n for k in (1, 3, 10, 50) if k < n), 1]


@given(dimensions, st.integers(0, 10**6))
def test_more_labels_leave_less(d, n):
    now, later = (expected_disagreement_sphere(d, m).enclosure for m in (n, n + 1))
    assert later.at_most(now)
    assert expected_volume_sphere(d, n + 1).enclosure.less_than(
        expected_volume_sphere(d, n).enclosure
    )


def test_forms_nobody_reads_are_none():
    assert expected_volume_sphere(3, ADDED_UP).exact is not None
    for form in (expected_volume_sphere, expected_disagreement_sphere):
        assert form(3, ADDED_UP + 1).exact is None
    assert expected_facets_sphere(3, ADDED_UP + 2).exact is None
    assert expected_intrinsic_volume(3, ADDED_UP + 1, 0).exact is None


def test_facets_by_hand():
    assert [expected_facets_sphere(3, n).exact for n in range(4)] == [0, 1, 2, 3]
    assert expected_facets_sphere(3, 4).exact == 6 - 24 / sp.pi**2


@given(st.integers(0, 10**9))
def test_polygons_have_as_many_edges_as_facets(n):
    edges, facets = expected_edges_sphere(3, n), expected_facets_sphere(3, n)
    assert (edges.enclosure.less_than(facets.enclosure) is None) == (n > 2)
    assert expected_edges_sphere(2, n).exact == (2 if n > 1 else 0)


@given(st.integers(4, 10**9))
def test_in_four_dimensions_three_edges_meet_in_a_corner(n):
    """Each facet of the section has three neighbors at each corner: R = 2 F - 4."""
    edges = expected_edges_sphere(4, n).enclosure
    assert 0 in edges - 2 * expected_facets_sphere(4, n).enclosure + 4


@given(dimensions, st.integers(0, 40))
def test_edges_in_powers_of_pi(d, n):
    form = expected_edges_sphere(d, n)
    assert contains(form.enclosure, form.exact)


def test_tiny_volumes_keep_their_digits():
    form = expected_volume_sphere(12, 10**10).enclosure
    assert 0 < form.width / form.lo < F(1, 10**30)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: expected_volume_sphere(1, 3), "dimension"),
        (lambda: expected_volume_sphere(3, -1), "sample size"),
        (lambda: expected_disagreement_sphere(0, 1), "dimension"),
        (lambda: expected_intrinsic_volume(3, 1, 4), "at most dimension 3"),
        (lambda: cal_query_chance_sphere(3, 0), "number of an instance"),
    ],
)
def test_refusals(call, message):
    with pytest.raises(DomainError, match=message):
        call()
