"""The means of CAL on intervals against orders of cells, the learner itself, and known values."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.hypotheses.interval import Interval
from altheory.hypotheses.intervals import Intervals
from altheory.theory.intervals_cal import (
    cal_expected_queries_interval,
    cal_query_chance_interval,
    expected_largest_gap,
)
from altheory.theory.means import exact_mean
from proofs_checks import intervals_cal_fixed_target, intervals_cal_never_stops

F = Fraction
ENDS = st.lists(st.fractions(0, 1, max_denominator=30), min_size=2, max_size=2).map(sorted)
TARGETS = [(F(0), F(1)), (F(0), F(1, 2)), (F(1, 4), F(3, 4)), (F(1, 4), F(1, 2)), (F(1, 2), F(1))]


@pytest.mark.parametrize(
    ("low", "high", "n", "shown"),
    [
        ("0.49", "0.51", 500, "59.441"),
        ("0.2", "0.3", 500, "25.422"),
        ("0.25", "0.75", 50, "13.027"),
    ],
)
def test_the_known_values(low, high, n, shown):
    assert f"{float(cal_expected_queries_interval(n, F(low), F(high))):.3f}" == shown


@given(ENDS, st.integers(0, 60))
def test_the_exact_form_lies_in_the_enclosure_and_adds_up(ends, n):
    form = cal_expected_queries_interval(n, *ends)
    assert form.exact in form.enclosure
    chances = [cal_query_chance_interval(k, *ends) for k in range(1, n + 1)]
    assert form.exact == sum(chances, F(0))
    assert all(0 < chance <= 1 for chance in chances)


@given(ENDS, st.integers(0, 10**9))
def test_targets_are_mirrored_and_more_instances_cost_more(ends, n):
    low, high = ends
    form = cal_expected_queries_interval(n, low, high).enclosure
    mirrored = cal_expected_queries_interval(n, 1 - high, 1 - low).enclosure
    assert (form - mirrored).lo <= 0 <= (form - mirrored).hi
    more = cal_expected_queries_interval(n + 1, low, high).enclosure
    assert form.lo < more.hi
    assert form.width < F(1, 10**20)


@pytest.mark.parametrize(("low", "high"), TARGETS)
@pytest.mark.parametrize("n", [1, 2])
def test_the_mean_disagreement_of_real_version_spaces(low, high, n):
    """On a grid of N cells the mean mass is a polynomial in 1/N of degree n: extrapolate it.

    Instances are cell centers and the target ends on cell edges; every placement
    counts.  Coinciding cells add terms of order 1/N, 1/N^2, ...: n + 1 grids decide.
    """
    sizes = [4 * m for m in range(1, n + 3)]
    values = [mean_mass(n, cells, Interval(low, high)) for cells in sizes]
    limit = F(0)
    for i, value in enumerate(values):  # Lagrange at 1/N = 0
        weight = F(1)
        for j, other in enumerate(sizes):
            if j != i:
                weight *= F(-1, other) / (F(1, sizes[i]) - F(1, other))
        limit += weight * value
    assert limit == cal_query_chance_interval(n + 1, low, high)


def mean_mass(n, cells, target):
    xs = [F(2 * i + 1, 2 * cells) for i in range(cells)]
    total = F(0)
    for sample in product(xs, repeat=n):
        space = Intervals().version_space().restrict_all(sample, [target(x) for x in sample])
        total += space.disagreement().length
    return total / cells**n


def test_what_is_never_met_costs_every_label():
    for target in (Interval.empty(), Interval(F(1, 2), F(1, 2))):
        assert cal_expected_queries_interval(9, target.low, target.high).exact == 9
        assert cal_query_chance_interval(9, target.low, target.high) == 1


def test_simulations_find_the_law():
    target = Interval(F(1, 4), F(1, 2))

    def asked(**changed: Any):
        question: Any = {"hypotheses": Intervals(), "learner": "cal", "quantity": "queries"}
        return exact_mean(**(question | changed))

    mean = asked(target=target, stream=20)
    assert mean is not None
    assert mean.exact == cal_expected_queries_interval(20, F(1, 4), F(1, 2)).exact
    assert asked(stream=20) is None
    assert asked(target=target, stream=20, hypotheses=Intervals(F(1, 8))) is None


@pytest.mark.parametrize("n", range(1, 5))
def test_the_largest_gap_from_its_survival(n):
    """The mean is the integral of P(G > t), with inclusion and exclusion over n + 1 gaps."""
    import sympy as sp

    t = sp.Symbol("t")
    total = sp.Integer(0)
    for j in range(1, n + 2):
        term = (-1) ** (j + 1) * sp.binomial(n + 1, j) * (1 - j * t) ** n
        total += sp.integrate(term, (t, 0, sp.Rational(1, j)))
    assert total == sp.Rational(str(expected_largest_gap(n).exact))


def test_the_largest_gap_of_many():
    assert f"{float(expected_largest_gap(100)):.4f}" == "0.0515"
    form = expected_largest_gap(1000)
    assert abs(float(form.exact) - float(form)) < 1e-15


def test_bad_values_are_refused():
    with pytest.raises(DomainError, match="two ends or none"):
        cal_expected_queries_interval(3, 0, None)
    with pytest.raises(DomainError, match="at least 0, got -1"):
        cal_expected_queries_interval(-1, 0, 1)


def test_long_streams_have_an_expression():
    form = cal_expected_queries_interval(520, F(1, 4), F(1, 2))
    assert abs(float(form.exact.doit().evalf(30)) - float(form)) < 1e-12


@given(ENDS, st.integers(1, 20))
def test_the_claims_state_what_the_package_computes(ends, n):
    if ends[0] < ends[1]:
        claimed = intervals_cal_fixed_target.chance(n, *ends)
        assert claimed == cal_query_chance_interval(n, *ends)
    mass, error = intervals_cal_never_stops.disagreement_and_error(n)
    assert (mass, error) == (F(1), F(expected_largest_gap(n).exact))
