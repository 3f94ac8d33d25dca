"""Tsybakov noise: the displayed law, on both sides and at the boundary."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.interval import Interval
from altheory.hypotheses.thresholds import Threshold
from altheory.oracles.tsybakov import TsybakovLabels, tsybakov
from altheory.spaces.circle import ArcUnion
from altheory.spaces.circle_laws import UniformCircle
from altheory.spaces.cuts import after, before
from altheory.spaces.line import IntervalUnion
from altheory.spaces.line_laws import StepLaw, UniformInterval
from altheory.testing.strategies import interval_unions, rationals_in_unit
from tests.oracles import laws as law_book

HALF = Fraction(1, 2)


@given(rationals_in_unit(), rationals_in_unit())
@pytest.mark.parametrize("kappa", [1, 2, 3, 4])
def test_the_law_of_a_threshold_is_as_displayed(kappa, t, x):
    sign = (x > t) - (x < t)
    displayed = HALF + sign * min(HALF, abs(x - t) ** (kappa - 1))
    assert tsybakov(Threshold(t), kappa).probability(x) == displayed


@given(rationals_in_unit(8), rationals_in_unit(8))
def test_the_square_of_a_root_is_what_it_is_the_root_of(t, x):
    law = tsybakov(Threshold(t), Fraction(3, 2))  # the margin is the root of the distance
    margin = (law.probability(x) - HALF) * (1 if x >= t else -1)
    lo, hi = law_book.ends(margin)
    assert lo**2 <= min(abs(x - t), Fraction(1, 4)) <= hi**2


@pytest.mark.parametrize("t", [Fraction(0), Fraction(1, 3), Fraction(1)])
def test_the_boundary_of_a_threshold_is_its_cut(t):
    assert tsybakov(Threshold(t), 2).turns == (t,)


@given(interval_unions(), rationals_in_unit(), st.sampled_from([Fraction(2), Fraction(5, 2)]))
def test_the_law_of_a_mirror_image_is_the_mirror_image(region, x, kappa):
    mirrored = IntervalUnion(tuple((1 - a, 1 - side) for a, side in reversed(region.cuts)))
    one, other = TsybakovLabels(region, kappa), TsybakovLabels(mirrored, kappa)
    assert one.turns == tuple(1 - t for t in reversed(other.turns))
    assert one.probability(x) == other.probability(1 - x)


def test_a_region_has_no_boundary_where_the_line_ends():
    left = tsybakov(Interval(Fraction(0), HALF), 2)
    right = tsybakov(Interval(HALF, Fraction(1)), 2)
    assert (
        left.probability(Fraction(1, 10)) == right.probability(Fraction(9, 10)) == Fraction(9, 10)
    )
    assert tsybakov(Interval(Fraction(0), Fraction(1)), 2).turns == ()
    assert list(TsybakovLabels(IntervalUnion((after(0), before(1))), Fraction(2)).turns) == [0, 1]


def test_the_nearest_boundary_point_of_an_interval_decides():
    law = TsybakovLabels(IntervalUnion((before(0.25), after(0.5))), Fraction(2))
    assert list(law.turns) == [0.25, 0.5]
    assert [law.probability(x) for x in (0.125, 0.25, 0.3125, 0.4375, 0.75)] == [
        0.375, 0.5, 0.5625, 0.5625, 0.25,
    ]  # fmt: skip


def test_the_nearest_boundary_point_may_lie_across_the_place_0_of_the_circle():
    over = TsybakovLabels(ArcUnion.open(Fraction(7, 8), Fraction(9, 8)), Fraction(2))
    assert list(over.turns) == [0.125, 0.875]
    assert [over.probability(x) for x in (0, 0.0625, 0.75, 0.5)] == [0.625, 0.5625, 0.375, 0.125]
    beside = TsybakovLabels(ArcUnion.open(Fraction(1, 2), Fraction(3, 4)), Fraction(2))
    assert [beside.probability(x) for x in (0, 0.125, 0.25)] == [0.25, 0.125, 0.25]


def test_an_error_with_an_irrational_switch_is_enclosed_and_others_are_exact():
    far, near = tsybakov(Threshold(Fraction(0)), 3), tsybakov(Threshold(HALF), 3)
    everywhere = IntervalUnion.closed(0, 1)
    # the switch is at 1/sqrt(2): 1/2 - (1/2) / sqrt(2) / 3 - (1 - 1/sqrt(2)) / 2 = sqrt(2) / 6
    error = far.error(everywhere, UniformInterval())
    assert not isinstance(error, Fraction)
    assert Fraction(1, 18) in error * error
    assert near.error(Threshold(HALF).positive, UniformInterval()) == HALF - Fraction(1, 12)


@pytest.mark.parametrize("kappa", [0, Fraction(9, 10), -2])
def test_an_exponent_below_one_is_refused(kappa):
    with pytest.raises(DomainError, match=f"at least 1, got {kappa}"):
        tsybakov(Threshold(HALF), kappa)


def test_a_domain_without_distances_is_refused():
    with pytest.raises(DomainError, match="on the line or circle"):
        tsybakov(FiniteClass(2, [0]).version_space().member(), 2)


def test_another_law_of_the_instances_is_refused():
    law = StepLaw((Fraction(0), HALF, Fraction(1)), (Fraction(1, 4), Fraction(3, 4)))
    with pytest.raises(DomainError, match=r"need UniformInterval\(\)"):
        tsybakov(Threshold(HALF), 2).error(Threshold(HALF).positive, law)


def test_the_circle_is_not_the_line():
    labels = tsybakov(Threshold(HALF), 2)
    with pytest.raises(DomainError, match=r"need UniformInterval\(\), got UniformCircle"):
        labels.error(Threshold(HALF).positive, UniformCircle())
    with pytest.raises(DomainError, match="a region of the domain"):
        labels.error(ArcUnion.open(0, HALF), UniformInterval())
