"""CAL on affine separators: the mean of the sphere, found by class and learner, and simulated."""

import math

import pytest

from altheory.errors import DomainError
from altheory.hypotheses.affine import AffineSeparators
from altheory.hypotheses.affine_version_space import AffineSeparator
from altheory.simulation.sweep import label_complexity
from altheory.theory.affine_cal import cal_expected_queries_affine
from altheory.theory.means import exact_mean
from altheory.theory.sphere_cal import cal_expected_queries
from altheory.theory.thresholds_cal import cal_expected_queries_thresholds

ALPHA = 1e-7
LENGTH, RUNS = 12, 800


@pytest.mark.parametrize("d", [1, 2, 4])
@pytest.mark.parametrize("n", [0, 1, 7, 10**6])
def test_labels_in_a_stream(d, n):
    for target in (None, AffineSeparator((1,) * (d + 1)), AffineSeparator((0,) * d + (1,))):
        form = exact_mean(
            hypotheses=AffineSeparators(d),
            learner="cal",
            quantity="queries",
            stream=n,
            target=target,
        )
        assert form == cal_expected_queries(d + 1, n)


@pytest.mark.parametrize("n", [1, 2, 10, 100])
def test_on_the_line_a_label_more_than_thresholds(n):
    """Of which the side is known: 2 H_n - 1 is 1 + 2 (H_n - 1)."""
    thresholds = cal_expected_queries_thresholds(n - 1).exact
    assert cal_expected_queries_affine(1, n).exact == 1 + thresholds


def test_there_is_no_space_of_dimension_zero():
    with pytest.raises(DomainError, match="at least 1"):
        cal_expected_queries_affine(0, 3)


@pytest.mark.statistical(alpha=ALPHA, power=0.999)
@pytest.mark.parametrize("d", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_simulated_means_are_the_exact_ones(d, rng):
    """Hoeffding for means of counts in [2, n]: off by at most (n - 2) sqrt(ln(2/a) / 2R)."""
    curve = label_complexity(
        AffineSeparators(d), learner="cal", streams=[LENGTH], replicates=RUNS, rng=rng
    )
    (row,) = curve.rows
    exact = float(cal_expected_queries_affine(d, LENGTH))
    assert row.exact == exact
    assert abs(row.mean_queries - exact) <= slack()


def slack(level=ALPHA / 2):
    return (LENGTH - 2) * math.sqrt(math.log(1 / level) / (2 * RUNS))


def test_the_simulation_tells_dimensions_apart():
    """Twins: the sphere without the lift, or lifted twice."""
    for d, twin in ((1, 3), (2, 2), (2, 4)):
        exact, other = (float(cal_expected_queries(k, LENGTH)) for k in (d + 1, twin))
        assert abs(exact - other) > slack() + slack(1e-3)
