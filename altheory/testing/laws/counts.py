"""Laws of error counts: survivors are the members with few errors, no more and no fewer.

They hold for every class whose version spaces count errors, and say nothing of others.
"""

from collections.abc import Sequence
from typing import Any

from altheory.protocols import Counting, Sample
from altheory.testing.replay import fold


def survivors_are_the_members_with_few_errors(
    cls: Any, sample: Sample[Any], xs: Sequence[Any]
) -> None:
    """A labeling of all points in play survives ``k`` errors iff it makes at most ``k``."""
    space = cls.version_space()
    if not isinstance(space, Counting):
        return
    points = list(dict.fromkeys([*(x for x, _ in sample), *xs]))
    counts, rivals = space.counts(sample), cls.representatives(points)
    errors = [_errors(h, sample) for h in rivals]
    assert counts.minimum == min(errors)
    for k in range(counts.minimum - 1, len(sample) + 1):
        survivors = counts.at_most(k)
        for h, made in zip(rivals, errors, strict=True):
            kept = not fold(survivors, [(x, h(x)) for x in points]).is_empty
            assert kept == (made <= k)


def survivors_of_survivors(cls: Any, space: Any, sample: Sample[Any], xs: Sequence[Any]) -> None:
    """Counting on survivors restricts to those that survive both samples."""
    if not isinstance(space, Counting):
        return
    once = space.counts([(x, 1) for x in xs])
    kept = once.at_most(once.minimum + 1)
    counts = kept.counts(sample)
    points = list(dict.fromkeys([*(x for x, _ in sample), *xs]))
    rivals = [h for h in cls.representatives(points) if _holds(kept, h, points)]
    # a rival stands for all members with its labels, of which only some may have survived,
    # but all of them make the same errors
    assert counts.minimum == min(_errors(h, sample) for h in rivals)
    both = counts.at_most(counts.minimum)
    for h in rivals:
        assert _holds(both, h, points) == (_errors(h, sample) == counts.minimum)


def a_survivor_is_among_the_best(cls: Any, sample: Sample[Any]) -> None:
    """``member()`` of the best survivors makes the fewest errors."""
    space = cls.version_space()
    if isinstance(space, Counting):
        counts = space.counts(sample)
        best = counts.at_most(counts.minimum)
        assert _errors(best.member(), sample) == counts.minimum


def survivors_disagree_less(space: Any, sample: Sample[Any]) -> None:
    """The disagreement region of survivors lies inside that of all."""
    if isinstance(space, Counting):
        everything: Any = space
        counts = everything.counts(sample)
        best = counts.at_most(counts.minimum)
        assert (best.disagreement() - everything.disagreement()).is_empty


def _holds(space: Any, h: Any, points: Sequence[Any]) -> bool:
    return not fold(space, [(x, h(x)) for x in points]).is_empty


def _errors(h: Any, sample: Sample[Any]) -> int:
    return sum(h(x) != y for x, y in sample)
