"""CAL on the stream that everybody can follow, and on every order of every small one."""

from fractions import Fraction
from itertools import permutations

import pytest

from altheory.errors import DomainError, InconsistentLabelsError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.cal import CAL
from altheory.testing import laws
from altheory.testing.replay import replay
from altheory.testing.strategies import families

LINE = Thresholds()
TARGET = Threshold(Fraction(1, 2))


def refuse(x):
    raise AssertionError(f"asked for the label of {x}, which is known")


def test_a_stream_by_hand():
    """Asked: 1/4 (-), 3/4 (+), then 1/2 (+); 1/8 and 7/8 are known by then."""
    run = replay(CAL(LINE.version_space()), TARGET, [0.25, 0.75, 0.125, 0.875, 0.5])
    assert run.sample == ((0.25, -1), (0.75, 1), (0.5, 1))
    last = run.states[-1]
    assert (last.queries, last.unlabeled) == (3, 5)
    assert CAL(LINE.version_space()).hypothesis(last) == Threshold(Fraction(3, 8))


def test_a_known_label_is_never_asked():
    learner = CAL(LINE.version_space())
    state = replay(learner, TARGET, [0.25, 0.5]).states[-1]
    for x in (0.0, 0.125, 0.25, 0.5, 0.75, 1.0):
        assert learner.step(state, x, refuse).version_space == state.version_space


@pytest.mark.parametrize("name", ["star", "cube", "thresholds", "two opposites", "singleton"])
def test_every_target_and_every_order_of_small_classes(name):
    cls = FiniteClass(3, families(3)[name])
    for target in cls.representatives(range(3)):
        for xs in permutations(range(3)):
            given = {"cls": cls, "target": target, "xs": xs, "size": 2, "sample": ()}
            laws.hold("mellow", mellow=CAL(cls.version_space()), **given)
            laws.hold("learners", learner=CAL(cls.version_space()), target=target, xs=xs)


def test_the_star_costs_a_label_a_point():
    """From the center of a star nothing is ever inferred."""
    for n in (1, 2, 5):
        cls = FiniteClass(n, families(n)["star"])
        run = replay(CAL(cls.version_space()), cls.parse_target("-" * n), range(n))
        assert run.states[-1].queries == n


def test_a_batch_waits():
    learner = CAL(LINE.version_space(), batch=3)
    run = replay(learner, TARGET, [0.25, 0.3, 0.75, 0.1])
    assert [state.queries for state in run.states] == [0, 0, 0, 3, 3]
    assert [len(state.waiting) for state in run.states] == [0, 1, 2, 0, 0]
    assert run.sample == ((0.25, -1), (0.3, -1), (0.75, 1))
    waiting = replay(learner, TARGET, [0.25, 0.75]).states[-1]
    flushed = learner.flush(waiting, TARGET)
    assert (flushed.queries, flushed.waiting, flushed.unlabeled) == (2, (), 2)


@pytest.mark.parametrize("n", [0, 1, 2, 7, 8, 100])
def test_a_batch_keeps_its_order(n):
    xs = [Fraction(k * 37 % 101, 101) for k in range(n)]
    learner = CAL(LINE.version_space(), batch=101)
    state = replay(learner, TARGET, xs).states[-1]
    assert state.waiting == tuple(xs)
    answers = iter([(x, TARGET(x)) for x in xs])

    def expected(x):
        instance, answer = next(answers)
        assert x == instance
        return answer

    assert learner.flush(state, expected).queries == n


def test_a_batch_of_many_points_copies_each_a_few_times():
    """Chunks have the sizes of binary digits, so a point moves log2(n) times at most."""
    learner: CAL[Fraction, Threshold] = CAL(LINE.version_space(), batch=10**6)
    state = learner.init()
    moved = 0
    for n in range(1, 1001):
        state = learner.step(state, Fraction(n, 1001), refuse)
        moved += len(state.chunks[-1]) - 1
        digits = [2**i for i in reversed(range(10)) if n >> i & 1]
        assert [len(chunk) for chunk in state.chunks] == digits
    assert moved <= 1000 * 10


def test_a_lie_is_named_when_it_shows():
    answers = {0.5: 1, 0.6: -1}
    with pytest.raises(InconsistentLabelsError) as caught:
        replay(CAL(LINE.version_space(), batch=2), answers.__getitem__, answers)
    assert set(caught.value.labels) == {(0.6, -1), (0.5, 1)}


@pytest.mark.parametrize("batch", [0, -1, 1.5, True])
def test_no_batch(batch):
    with pytest.raises(DomainError, match="a batch must be an integer of at least 1"):
        CAL(LINE.version_space(), batch=batch)
