"""Label complexity: simulated beside exact, and printed so that it reads back."""

import math
import statistics
from fractions import Fraction
from typing import Any

import pytest

from altheory.bounds.hoeffding import hoeffding
from altheory.errors import AltheoryError, DomainError, UnknownNameError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.simulation.curve import Curve
from altheory.simulation.replicates import gather
from altheory.simulation.sweep import label_complexity
from altheory.simulation.task import Goal, Task
from tests.simulation.laws import ALPHA, finite_law, mean, threshold_law

LINE = Thresholds()
STAR = FiniteClass(4, [0, 1, 2, 4, 8])


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
@pytest.mark.parametrize(
    ("hypotheses", "law"), [(LINE, threshold_law(4, 1)), (STAR, finite_law(STAR, 4))]
)
def test_the_mean_agrees_with_enumeration(hypotheses, law, rng):
    curve = label_complexity(hypotheses, streams=[4], replicates=4000, rng=rng)
    row = curve.rows[0]
    exact = mean(law)
    # Hoeffding: at most 4 labels, so the sample mean is within r of the mean, and a
    # mean 2r away would be noticed just as surely
    bound = hoeffding(Fraction(row.mean_queries), 4000, ALPHA, low=0, high=4)
    assert exact in bound
    assert row.exact == float(exact)


def test_the_exact_column_is_the_closed_form():
    goals = [0.25, 1e-6]
    rows = label_complexity(LINE, epsilons=goals, replicates=2, rng=0).rows
    assert [row.exact for row in rows] == pytest.approx(
        [1 + 2 * math.log(1 / e) for e in goals], rel=1e-15
    )
    fixed = label_complexity(
        LINE, streams=[9], target=Threshold(Fraction(1, 3)), replicates=2, rng=0
    )
    target = Fraction(1, 3)
    series = sum((2 - target**k - (1 - target) ** k) / k for k in range(1, 10))
    assert fixed.rows[0].exact == pytest.approx(float(series), rel=1e-15)
    assert label_complexity(LINE, streams=[9], batch=2, replicates=2, rng=0).rows[0].exact is None


@pytest.mark.parametrize("learner", ["cal", "passive", "bisection"])
@pytest.mark.parametrize("hypotheses", [LINE, STAR])
def test_curves_read_back_and_print_their_rows(learner, hypotheses):
    for goals in ({"epsilons": [0.5, 0.125]}, {"streams": [1, 6]}):
        curve = label_complexity(hypotheses, learner=learner, **goals, replicates=30, rng=5)
        assert Curve.from_json(curve.to_json()) == curve
        assert len(str(curve).splitlines()) == 8
        assert all(row.failures == row.eliminated_best == 0 for row in curve.rows)
        assert all(e.low <= e.value <= e.high for e in curve.estimates)


def test_the_same_seed_gives_the_same_bytes():
    def once(seed):
        return label_complexity(LINE, epsilons=[0.01], replicates=50, rng=seed).to_json()

    assert once(1) == once(1) != once(2)


@pytest.mark.parametrize(("goals", "goal"), [("epsilons", 0.1), ("streams", 7)])
def test_one_goal_needs_no_list(goals, goal):
    one, listed = (
        label_complexity(LINE, **given, replicates=5, rng=0)
        for given in ({goals: goal}, {goals: [goal]})
    )
    assert one == listed


def test_a_target_is_what_it_is_written_as():
    curves = {
        label_complexity(LINE, streams=5, target=target, replicates=5, rng=0).to_json()
        for target in ("0.25", 0.25, Fraction(1, 4), Threshold(Fraction(1, 4)))
    }
    assert len(curves) == 1


def test_a_wide_class_has_short_settings():
    """The masks of 20000 points have more decimal digits than Python prints."""
    rows = ["-" * 20_000, "+" + "-" * 19_999]
    curve = label_complexity(
        FiniteClass(20_000, rows), streams=3, target=rows[1], replicates=2, rng=0
    )
    assert len(curve.settings["hypotheses"]) < 200
    assert len(curve.settings["target"]) < 200
    assert max(map(len, str(curve).splitlines())) < 500


def test_the_title_counts_replicates():
    titles = [
        str(label_complexity(LINE, streams=1, replicates=n, rng=0)).splitlines()[0] for n in (1, 2)
    ]
    assert "1 replicate, seed" in titles[0]
    assert "2 replicates, seed" in titles[1]


@pytest.mark.parametrize("replicates", [1, 2, 9])
def test_few_replicates_have_no_interval(replicates):
    curve = label_complexity(LINE, epsilons=[0.01], replicates=replicates, rng=0)
    assert (curve.rows[0].low, curve.rows[0].high, curve.estimates) == (None, None, ())
    assert Curve.from_json(curve.to_json()) == curve
    assert "from 10 replicates on" in str(curve)


def test_ten_replicates_have_an_interval():
    row = label_complexity(LINE, epsilons=[0.01], replicates=10, rng=0).rows[0]
    assert row.low is not None


@pytest.mark.parametrize("noise", ["tie", "block:0.05", "pure"])
def test_a_target_that_changes_nothing_is_refused(noise):
    with pytest.raises(DomainError, match=f"noise {noise} have no target, got 0.1; leave it out"):
        label_complexity(LINE, streams=5, noise=noise, target="0.1", replicates=2, rng=0)
    curve = label_complexity(LINE, streams=5, noise=noise, replicates=2, rng=0)
    assert curve.settings["target"] is None
    assert "target" not in str(curve).splitlines()[0]


def test_failures_say_what_they_are_measured_against():
    exact, noisy = (
        str(label_complexity(LINE, replicates=2, rng=0, **given)).splitlines()[-1]
        for given in ({"epsilons": 0.1}, {"streams": 3, "noise": "massart:0.5"})
    )
    assert exact == "failures: outputs whose error is above epsilon"
    assert noisy.startswith("failures: outputs whose excess error over the best of the class")
    assert noisy.endswith("is above what the learner guarantees at the end")


@pytest.mark.parametrize("learner", ["a2", "robust-cal", "iwal", "dhm", "margin"])
def test_a_chance_to_fail_is_in_the_title(learner):
    cls = SphereSeparators(2) if learner == "margin" else LINE
    given = {"learner": learner, "streams": 3, "replicates": 2, "delta": 0.25}
    lines = str(label_complexity(cls, rng=0, **given)).splitlines()
    assert "delta 1/4, " in lines[0]
    assert ("bound dkw, " in lines[0]) == (learner in {"a2", "robust-cal"})
    assert lines[-1].startswith("delta: the proof is of" if learner == "a2" else "failures: ")


def test_the_interval_is_the_normal_approximation():
    task = Task(hypotheses=LINE, learner="cal", goal=Goal(epsilon=Fraction(1, 8)), seed=6)
    queries = gather([task], 90)[0].queries
    row = label_complexity(LINE, epsilons=[0.125], replicates=90, rng=6).rows[0]
    margin = 1.959963984540054 * statistics.stdev(queries) / math.sqrt(90)
    ends = [statistics.mean(queries) - margin, statistics.mean(queries) + margin]
    assert [row.low, row.high] == pytest.approx(ends, rel=1e-12)


@pytest.mark.parametrize("hypotheses", [LINE, STAR])
def test_passive_learning_pays_for_the_whole_stream(hypotheses):
    row = label_complexity(hypotheses, learner="passive", streams=[6], replicates=20, rng=0).rows[0]
    assert (row.mean_queries, row.mean_unlabeled) == (6, 6)


@pytest.mark.parametrize("learner", ["cal", "bisection"])
def test_an_error_within_the_goal_is_no_failure(learner):
    """A hypothesis of the star is within 1/4 of its center, which bisection knows at once."""
    row = label_complexity(STAR, learner=learner, epsilons=[0.5], replicates=40, rng=0).rows[0]
    assert row.failures == 0
    assert (row.mean_queries == 0) == (learner == "bisection")


def test_nothing_to_learn_costs_nothing():
    single = FiniteClass(2, ["+-"])
    for learner in ("cal", "passive", "bisection"):
        row = label_complexity(single, learner=learner, epsilons=[0.1], replicates=10, rng=0).rows[
            0
        ]
        assert (row.mean_queries, row.low, row.high) == (0, 0, 0)


def test_the_finest_epsilon_has_finite_rows():
    row = label_complexity(LINE, learner="passive", epsilons=[1e-300], replicates=10, rng=0).rows[0]
    assert row.low is not None
    assert row.high is not None
    assert 0 < row.low < row.mean_queries < row.high < math.inf


BAD: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, "exactly one of them"),
    ({"epsilons": [0.1], "streams": [1]}, "exactly one of them"),
    ({"epsilons": []}, "at least one goal"),
    ({"epsilons": [0]}, "positive, got 0"),
    ({"epsilons": [-0.5]}, "positive, got -0.5"),
    ({"epsilons": [math.nan]}, "finite, got nan"),
    ({"epsilons": ["x"]}, "got 'x'"),
    ({"epsilons": "0.1"}, "epsilons are a number or a list of numbers, got '0.1'"),
    ({"streams": object}, "streams are a number or a list of numbers, got"),
    ({"streams": [10**301]}, "a stream is at most 1e300, got about 1e301; show fewer"),
    ({"streams": [10**30], "learner": "bisection"}, "a stream for bisection is at most 100000"),
    ({"streams": [1], "replicates": 10**14}, "replicates is at most 10000000, got 1"),
    ({"streams": [1], "batch": 10**12}, "a batch is at most 1000000, got 1000000000000"),
    ({"streams": [1], "target": 2}, r"a number in \[0, 1\]"),
    ({"streams": [1], "target": "2/0"}, "got '2/0'"),
    ({"streams": [1], "target": STAR}, "is a Threshold or its text"),
    ({"epsilons": [Fraction(1, 10**400)]}, "at least"),
    ({"streams": [0]}, "at least 1, got 0"),
    ({"streams": [1.5]}, "at least 1, got 1.5"),
    ({"streams": [1], "replicates": 0}, "replicates must be an integer of at least 1, got 0"),
    ({"streams": [1], "batch": 0}, "a batch"),
    ({"streams": [1], "batch": 2, "learner": "passive"}, "one label at a time"),
    ({"streams": [1], "rng": -1}, "a seed must be an integer of at least 0, got -1"),
    ({"streams": [1], "rng": "x"}, "rng is a numpy Generator"),
)


@pytest.mark.parametrize(("settings", "said"), BAD)
def test_bad_settings_are_refused(settings, said):
    with pytest.raises(DomainError, match=said):
        label_complexity(LINE, **settings)


def test_an_unknown_learner_is_refused():
    with pytest.raises(UnknownNameError, match="no learner is called 'call'; did you mean cal"):
        label_complexity(LINE, learner="call", streams=[1])


@pytest.mark.parametrize("document", ["", "{}", "[]", '{"schema": "altheory-simulate/1"}'])
def test_what_is_no_curve_is_refused(document):
    with pytest.raises(AltheoryError):
        Curve.from_json(document)
