"""Every order in which n instances can fall around a target, through the real CAL.

For continuous instances only the order matters: the next one falls into one of the
gaps between the instances so far and the target.  Following CAL into every gap,
with the middle of the gap for the instance, visits all (n + 1)! orders and decides
each of them by the objects themselves.
"""

from collections import Counter
from fractions import Fraction
from functools import cache, reduce
from itertools import pairwise
from math import factorial
from typing import Any

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.cal import CAL, CALState

TARGET = Threshold(Fraction(1, 2))


@cache
def orders(n: int) -> Counter[tuple[int, int]]:
    """Count the orders of ``n`` instances by (instances left of the target, questions).

    >>> sorted(orders(1).items())
    [((0, 1), 1), ((1, 1), 1)]
    """
    learner: CAL[Fraction, Threshold] = CAL(Thresholds().version_space())
    found: Counter[tuple[int, int]] = Counter()

    def follow(
        state: CALState[Fraction, Threshold], marks: tuple[Fraction, ...], left: int
    ) -> None:
        if state.unlabeled == n:
            found[left, state.queries] += 1
            return
        for i in range(1, len(marks)):
            x = (marks[i - 1] + marks[i]) / 2
            after = learner.step(state, x, TARGET)
            # marks[left + 1] is the target
            follow(after, (*marks[:i], x, *marks[i:]), left + (i <= left + 1))

    follow(learner.init(), (Fraction(0), TARGET.cut, Fraction(1)), 0)
    return found


def law(n: int) -> tuple[Fraction, ...]:
    """Return P(Q = q) for q = 0, ..., n: every order is equally likely for a uniform target.

    >>> law(2)
    (Fraction(0, 1), Fraction(1, 3), Fraction(2, 3))
    """
    count = Counter[int]()
    for (_, queries), ways in orders(n).items():
        count[queries] += ways
    return tuple(Fraction(count[q], factorial(n + 1)) for q in range(n + 1))


def mean(n: int, t: Any) -> Any:
    """Return E[Q] for the target ``t``, a rational or a symbol: a polynomial of degree n.

    Given that l instances fall left of t, all l! (n - l)! orders are equally likely.
    """
    return sum(
        ways * queries * t**left * (1 - t) ** (n - left)
        / (factorial(left) * factorial(n - left))
        for (left, queries), ways in orders(n).items()
    )  # fmt: skip


def neighbors_alone_matter() -> bool:
    """Return whether CAL asks exactly between the two marks beside the target, and stays so.

    A mark is an instance or an end of the domain.  The version space lies between the
    two marks beside the target, which are of four kinds, and the next instance falls
    on either side of the target, within or beyond its neighbor.  CAL only compares, so
    one instance of each position stands for all, and what it does in these states it
    does after any number of instances.
    """
    return all(_as_the_marks_say(lo, hi) for lo in _LEFT for hi in _RIGHT)


_LEFT = (Fraction(0), Fraction(1, 4))
_RIGHT = (Fraction(3, 4), Fraction(1))


def _as_the_marks_say(lo: Fraction, hi: Fraction) -> bool:
    """Try an instance in the middle of every gap between the marks 0, lo, target, hi, 1."""
    learner: CAL[Fraction, Threshold] = CAL(Thresholds().version_space())
    known = [x for x in (lo, hi) if 0 < x < 1]
    state = reduce(lambda s, x: learner.step(s, x, TARGET), known, learner.init())
    marks = sorted({Fraction(0), lo, TARGET.cut, hi, Fraction(1)})
    for x in ((a + b) / 2 for a, b in pairwise(marks)):
        after = learner.step(state, x, TARGET)
        if after.queries - state.queries != int(lo < x < hi):
            return False
        seen = [*known, x, Fraction(0), Fraction(1)]
        nearest = max(m for m in seen if m < TARGET.cut), min(m for m in seen if m > TARGET.cut)
        (piece,) = after.version_space.disagreement().pieces
        if (piece.lo, piece.hi) != nearest:
            return False
    return True
