"""The batched A2 and the exact learner: the same events, the same looks, one by one."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.bounds._pinned import Pinned
from altheory.bounds._uniform import Uniform, uniform
from altheory.errors import BudgetError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners._look import Judge
from altheory.learners.a2 import A2
from altheory.oracles._naming import noise_called
from altheory.simulation import threshold_a2 as kernel
from altheory.simulation.label_chances import chances
from altheory.simulation.threshold_a2 import a2_on_thresholds, bought, in_order
from altheory.simulation.threshold_errors import WHOLE, Cuts, Profile
from altheory.simulation.transcript import replay
from tests.simulation.laws import ALPHA, deviates

LINE = Thresholds()
TARGET = Threshold(Fraction(37, 100))
DELTA = Fraction(1, 20)
NOISES = ("none", "classification:1/20", "massart:1/2", "tsybakov:2", "tie", "block", "pure")


def hasty(n, delta):
    """A radius that no theorem supports: many rounds, survivors with gaps."""
    return Fraction(1, 1 + n) + min(Fraction(1, 8), 6 * delta)


def sharp(n, delta):
    """A radius with which one label decides."""
    del delta
    return Fraction(2, 5 * n)


def third(n, delta):
    """A surplus that no theorem supports."""
    del delta
    return n // 3


THEOREMS = {
    "dkw": uniform("dkw", LINE),
    "vc": uniform("vc", LINE),
    "relative-vc": uniform("relative-vc", LINE),
    "random-walk": uniform("random-walk", LINE),
    "eager": Pinned(name="eager", theorem="none", source="none", surplus=third, radius=hasty),
    "hasty": Uniform(name="hasty", theorem="none", source="none", radius=hasty),
    "sharp": Uniform(name="sharp", theorem="none", source="none", radius=sharp),
}


def batched(noise, bound, epsilon, rng, limit=float("inf")):
    judge = Judge(bound=THEOREMS[bound], epsilon=Fraction(epsilon), delta=DELTA)
    known = chances(noise_called(noise, LINE, TARGET))
    assert known is not None
    return a2_on_thresholds(rng, judge, known, limit=limit)


def exact(run, bound, epsilon):
    """Return the exact learner and its state after the events of a batched run."""
    learner: A2[Fraction, Threshold] = A2(
        LINE.version_space(), LINE.law(), THEOREMS[bound], Fraction(epsilon), DELTA
    )
    return learner, replay(run.transcript, learner)


@pytest.mark.seeded("two ways of computing the same thing")
@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize(
    ("bound", "epsilon", "limit"),
    [
        ("dkw", "1/3", np.inf),
        ("vc", "1/3", 500),
        ("hasty", "1/50", np.inf),
        ("hasty", "0.04", 60),
        ("relative-vc", "1/3", 500),
        ("random-walk", "1/3", 500),
        ("eager", "1/30", np.inf),
    ],
)
def test_both_ways_agree_event_by_event(noise, bound, epsilon, limit, rng):
    for _ in range(2):
        run = batched(noise, bound, epsilon, rng, limit)
        learner, state = exact(run, bound, epsilon)
        assert run.looks == state.looks
        assert (run.queries, run.unlabeled) == (state.queries, state.unlabeled)
        assert (run.finished, run.round, run.mass) == (state.finished, state.round, state.mass)
        assert run.cuts.space.cuts == state.version_space.cuts
        assert run.output == learner.hypothesis(state)
        assert run.finished or run.unlabeled == limit


@pytest.mark.seeded("true of every run with these seeds in sum")
def test_survivors_with_gaps_occur_in_the_comparison(rng):
    """Otherwise nothing above speaks of them."""
    runs = [batched("pure", "hasty", "1/50", rng) for _ in range(20)]
    assert max(run.cuts.starts.size for run in runs) > 1
    assert max(run.round for run in runs) > 2


@pytest.mark.seeded("true of every run")
def test_a_long_run_agrees_too(rng):
    run = batched("classification:1/20", "dkw", "1/20", rng)
    _, state = exact(run, "dkw", "1/20")
    assert run.looks == state.looks
    assert run.round > 1


@pytest.mark.seeded("true of every run with these seeds in sum")
def test_a_run_ends_when_the_cuts_left_hardly_disagree(rng):
    ended = 0
    for _ in range(30):
        run = batched("pure", "sharp", "3/10", rng)
        _, state = exact(run, "sharp", "3/10")
        assert (run.looks, run.finished) == (state.looks, True)
        ended += run.looks[-1].verdict == "halved"
    assert ended > 0


@pytest.mark.seeded("true of every run")
def test_indices_increase_and_stay_below_the_limit(rng):
    run = batched("none", "hasty", "1/1000", rng, limit=2000)
    indices = [i for batch in run.batches for i in batch.indices.tolist()]
    assert all(a < b for a, b in pairwise([-1, *indices]))
    assert max(indices) < run.unlabeled <= 2000


@pytest.mark.seeded("true of every run")
def test_an_accuracy_of_one_costs_nothing(rng):
    run = batched("none", "dkw", 1, rng)
    assert (run.finished, run.queries, run.unlabeled) == (True, 0, 0)
    assert run.output == Threshold(Fraction(1, 2))


@pytest.mark.seeded("refused in every run")
def test_a_run_that_would_not_end_is_refused(rng, monkeypatch):
    monkeypatch.setattr(kernel, "MOST_LABELS", 1000)
    with pytest.raises(BudgetError, match="A2, to epsilon 1/100, would go beyond 1000 labels"):
        batched("pure", "dkw", "1/100", rng)


@pytest.mark.statistical(alpha=3 * ALPHA, power=0.99)
def test_the_labels_of_a_batch_have_their_law(rng):
    """Geometric gaps, uniform places strictly inside, labels of the label law."""
    cuts, n = Cuts(np.array([0.25]), np.array([0.5])), 20_000
    known = chances(noise_called("classification:1/5", LINE, TARGET))
    assert known is not None
    batch = bought(rng, cuts, n, known)
    gaps = (np.diff(batch.indices, prepend=-1) - 1).tolist()
    assert not deviates(gaps, lambda k: 1 - 0.75 ** (k + 1))
    assert 0.25 < batch.xs.min() <= batch.xs.max() < 0.5
    tenths = ((batch.xs - 0.25) * 40).astype(int).tolist()
    assert not deviates(tenths, lambda k: (k + 1) / 10)
    wrong = (np.where(batch.xs >= 0.37, 1, -1) != batch.ys).astype(int).tolist()
    assert not deviates(wrong, lambda k: (0.8 + 0.2 * k) * (k >= 0))


@given(st.lists(st.tuples(st.floats(1e-300, 1, exclude_max=True), st.sampled_from([-1, 1]))))
def test_labels_travel_with_their_instances(sample):
    """The last bit of a key is the label; no bit of the instance is lost."""
    xs = np.array([x for x, _ in sample], dtype=np.float64)
    ys = np.array([y for _, y in sample], dtype=np.int8)
    ordered = in_order(xs, ys)
    assert list(zip(*(part.tolist() for part in ordered), strict=True)) == sorted(sample)


GAPS = Cuts(np.array([0.0, 0.5]), np.array([0.25, 0.875]))


@pytest.mark.parametrize("cuts", [WHOLE, GAPS])
def test_the_profile_counts_as_the_exact_one_does_at_ties_too(cuts):
    xs = np.array([0.125, 0.25, 0.25, 0.375, 0.5, 0.625, 0.625, 0.625, 0.75])
    ys = np.array([1, -1, 1, -1, 1, -1, -1, 1, 1], dtype=np.int8)
    profile = Profile.of(xs, ys, cuts)
    counts = cuts.space.counts([(Fraction(x), int(y)) for x, y in zip(xs, ys, strict=True)])
    assert profile.fewest == counts.minimum
    for most in range(counts.minimum, xs.size + 1):
        kept = counts.at_most(most)
        assert profile.at_most(most).space.cuts == kept.cuts
        assert profile.mass(most) == LINE.law().mass(kept.disagreement())


@pytest.mark.seeded("nearly sure: of 150 other runs none differs")
@pytest.mark.parametrize(("epsilon", "labels"), [("1/10", 1093), ("3/100", 2186), ("1/100", 3279)])
def test_without_noise_relative_bounds_take_whole_rounds(epsilon, labels, rng):
    """Each round ends with its look at 1093 labels, not at 364."""
    assert {batched("none", "relative-vc", epsilon, rng).queries for _ in range(5)} == {labels}
