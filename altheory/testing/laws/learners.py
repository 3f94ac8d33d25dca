"""Laws of learners whose labels come from a target of the class."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from altheory.testing.replay import replay


def at_most_one_query_an_instance(learner: Any, target: Any, xs: Sequence[Any]) -> None:
    """After ``n`` instances at most ``n`` labels were bought, and the count is honest."""
    run = replay(learner, target, xs)
    for n, state in enumerate(run.states):
        bought = sum(map(len, run.asked[:n]))
        assert state.queries == bought <= n


def the_target_is_never_removed(learner: Any, target: Any, xs: Sequence[Any]) -> None:
    """The version space always allows what the target says."""
    for state in replay(learner, target, xs).states:
        assert all(target(x) in state.version_space.labels(x) for x in xs)


def the_hypothesis_agrees_with_every_label(learner: Any, target: Any, xs: Sequence[Any]) -> None:
    """No label that was paid for is contradicted by what the learner believes."""
    run = replay(learner, target, xs)
    if run.sample:
        final = learner.hypothesis(run.states[-1])
        assert all(final(x) == y for x, y in run.sample)


def steps_are_pure(learner: Any, target: Any, xs: Sequence[Any]) -> None:
    """The same instances give the same transcript, and no state changes afterwards."""
    first, second = replay(learner, target, xs), replay(learner, target, xs)
    assert first == second
    assert first.states[0] == learner.init()


def the_disagreement_region_shrinks(learner: Any, target: Any, xs: Sequence[Any]) -> None:
    """No step opens a label that was closed."""
    states = replay(learner, target, xs).states
    regions = [state.version_space.disagreement() for state in states]
    for before, after in pairwise(regions):
        assert (after - before).is_empty
