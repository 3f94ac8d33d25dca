"""The scaling verdict: exact feasibility, and the right answer on three learners."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import AltheoryError, DomainError
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.cal import CAL
from altheory.simulation.jumps import event_driven
from altheory.simulation.scaling import Interval, Scaling, scaling_law
from altheory.testing.strategies import rationals_in_unit
from tests.simulation.laws import ALPHA

LINE, INTERVALS = Thresholds(), Intervals()
TENTHS = [Fraction(1, 10**i) for i in range(1, 5)]
LEVEL = Fraction(1, 100)


def through(means, width=Fraction(1, 1000)):
    ends = zip(TENTHS, means, strict=True)
    return Scaling(tuple(Interval(e, 10**9, m - width, m + width) for e, m in ends), LEVEL)


@pytest.mark.parametrize(
    ("means", "verdict"),
    [
        ([2 + 5 * i for i in range(1, 5)], "log"),
        ([2 + 5 * 10**i for i in range(1, 5)], "linear"),
        ([7, 7, 7, 7], "undecided"),  # b = 0 belongs to both
        ([9, 8, 7, 6], "neither"),  # and b < 0 to none
        ([1, 2, 4, 9], "neither"),
    ],
)
def test_points_on_a_curve_are_recognized(means, verdict):
    assert through([Fraction(m) for m in means]).verdict == verdict


@given(
    a=rationals_in_unit(), b=rationals_in_unit(), width=rationals_in_unit(), off=rationals_in_unit()
)
def test_a_family_through_all_intervals_is_never_rejected(a, b, width, off):
    means = [a + b * i + width * (2 * off - 1) for i in range(1, 5)]
    assert through(means, width).verdict in {"log", "undecided"}
    means = [a + b * 10**i + width * (2 * off - 1) for i in range(1, 5)]
    assert through(means, width).verdict in {"linear", "undecided"}


@given(st.lists(st.integers(0, 6), min_size=3, max_size=3), st.integers(0, 2))
def test_feasibility_agrees_with_trying_vertices(middles, width):
    """A feasible polygon has a vertex, where two constraints are tight (or b = 0)."""
    intervals = [(Fraction(m - width), Fraction(m + width)) for m in middles]
    ends = [(x, end) for x, pair in zip((10, 100, 1000), intervals, strict=True) for end in pair]
    lines = [(end, Fraction(0)) for _, end in ends]
    lines += [
        (u - x * (v - u) / (y - x), (v - u) / (y - x))
        for x, u in ends
        for y, v in ends
        if x < y and v >= u
    ]
    fits = any(
        all(lo <= a + b * x <= hi for x, (lo, hi) in zip((10, 100, 1000), intervals, strict=True))
        for a, b in lines
    )
    known = (Interval(Fraction(1, 10**i), 9, *pair) for i, pair in enumerate(intervals, 1))
    assert (Scaling(tuple(known), LEVEL).verdict in {"linear", "undecided"}) == fits


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
@pytest.mark.parametrize(
    ("learner", "verdict"), [("cal", "log"), ("passive", "linear"), ("bisection", "neither")]
)
def test_learners_of_thresholds_get_their_verdict(learner, verdict, rng):
    law = scaling_law(LINE, learner=learner, epsilons=TENTHS, replicates=4000, alpha=ALPHA, rng=rng)
    assert law.verdict == verdict, str(law)
    assert Scaling.from_json(law.to_json()) == law
    assert verdict in str(law)


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_no_interval_costs_one_over_epsilon_however_queries_are_made(rng):
    """Bisection of the longest gap asks 1/eps - 1 labels to know that there is no interval."""
    goals = [Fraction(1, 2**k) for k in range(1, 5)]
    nothing = INTERVALS.parse_target("empty")
    law = scaling_law(
        INTERVALS, learner="bisection", epsilons=goals, target=nothing, replicates=150, rng=rng
    )
    assert law.verdict == "linear", str(law)


@pytest.mark.seeded("true of every run")
def test_cal_infers_nothing_as_long_as_no_interval_was_met(rng):
    cal: CAL[Any, Any] = CAL(INTERVALS.version_space())
    run = event_driven(cal, INTERVALS.law(), INTERVALS.parse_target("empty"), rng, limit=40)
    assert run.transcript.queries == run.transcript.unlabeled == 40


def test_bad_input_is_refused():
    with pytest.raises(DomainError, match="alpha lies strictly between 0 and 1, got 1"):
        scaling_law(LINE, epsilons=TENTHS, alpha=1, rng=0)
    with pytest.raises(DomainError, match="low <= high"):
        Interval(Fraction(1), 1, Fraction(1), Fraction(0))
    for document in ("", "{}", '{"schema": "altheory-scaling/1"}'):
        with pytest.raises(AltheoryError):
            Scaling.from_json(document)
