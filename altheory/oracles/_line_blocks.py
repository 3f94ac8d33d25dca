"""Labels on the line that change sign three times, without chance."""

from fractions import Fraction
from typing import Any

from altheory.errors import DomainError
from altheory.oracles._parts import clipped
from altheory.oracles._step_labels import StepLabels
from altheory.spaces.cuts import after, before
from altheory.spaces.line import IntervalUnion


def step(a: Fraction, b: Fraction, c: Fraction) -> StepLabels[IntervalUnion]:
    """Return the law with + on [a, b), - on [b, c), + on [c, 1] and - below a."""
    positive = IntervalUnion((before(a), before(b), before(c), after(1)))
    return StepLabels(((positive, Fraction(1)), (~positive, Fraction(0))))


def line_only(whole: Any, name: str) -> None:
    """Refuse a class whose instances are not those of the line."""
    if not isinstance(whole, IntervalUnion):
        shown = clipped(str(whole))
        raise DomainError(
            f"the noise {name!r} is a law on [0, 1], got a class on the domain {shown}; "
            "use it with thresholds or intervals"
        )
