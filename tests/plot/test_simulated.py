import pytest

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Thresholds
from altheory.plot.simulated import simulated
from altheory.simulation.sweep import label_complexity


def test_goals_means_and_intervals_stay_together():
    curve = label_complexity(Thresholds(), learner="cal", streams=[8, 2], replicates=20, rng=0)
    series = simulated(curve, "active")
    assert series.name == "cal, simulated"
    assert series.status == "simulation"
    assert list(series.xs) == [8, 2]
    assert series.ys == tuple(row.mean_queries for row in curve.rows)
    assert series.low == tuple(row.low for row in curve.rows)
    assert series.high == tuple(row.high for row in curve.rows)


def test_a_single_replicate_has_no_interval():
    curve = label_complexity(Thresholds(), learner="cal", streams=[2], replicates=1, rng=0)
    with pytest.raises(DomainError, match="at least 2 replicates"):
        simulated(curve, "active")
