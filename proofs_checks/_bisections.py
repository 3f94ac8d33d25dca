"""The real bisection learner against every sequence of answers.

Every answer that leaves a threshold is possible, so following both tells what
bisection guarantees in the worst case, over all targets at once.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.bisection import Bisection, BisectionState
from altheory.protocols import Label

DENOMINATORS = 48
LEARNER: Bisection[Fraction, Threshold] = Bisection(Thresholds().version_space())


@cache
def guarantee(queries: int) -> tuple[Fraction, Fraction]:
    """Return the largest width, and the largest error of the output, after so many queries.

    The error is the largest distance of the output from a threshold that remains.

    >>> guarantee(1)
    (Fraction(1, 2), Fraction(1, 4))
    """
    widths: list[Fraction] = []
    errors: list[Fraction] = []
    for state in branches(queries):
        left, middle = state.version_space.disagreement().pieces[0], LEARNER.hypothesis(state).cut
        widths.append(left.hi - left.lo)
        errors.append(max(left.hi - middle, middle - left.lo))
    return max(widths), max(errors)


def accuracies() -> list[Fraction]:
    """Return the fractions in (0, 1) with small denominators."""
    return sorted({Fraction(a, b) for b in range(2, DENOMINATORS + 1) for a in range(1, b)})


def branches(queries: int) -> Iterator[BisectionState[Fraction, Threshold]]:
    """Go through the states after every sequence of answers."""
    states = [LEARNER.init()]
    for _ in range(queries):
        states = [LEARNER.step(s, None, answer) for s in states for answer in (_minus, _plus)]
    yield from states


def _minus(x: Fraction) -> Label:
    del x
    return -1


def _plus(x: Fraction) -> Label:
    del x
    return 1
