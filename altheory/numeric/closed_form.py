"""Closed forms: a number that a formula names, always enclosed, exact if asked.

Programs need the value now, a reader may want the expression.  So the enclosure
is computed at once and the exact form (a fraction, or an expression of computer
algebra) only when somebody looks at it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self, final

from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import rational

READABLE = 10**6  # a fraction with a larger denominator is shown as a decimal


@final
@dataclass(frozen=True, slots=True)
class ClosedForm:
    """A real number with its rigorous enclosure and, lazily, its expression.

    Parameters
    ----------
    enclosure
        Two rationals around the number.
    expression
        What makes the exact form: a function of no arguments that returns a
        ``Fraction`` or a SymPy expression; None where there is no closed form.

    Examples
    --------
    >>> from fractions import Fraction
    >>> third = ClosedForm.exactly(Fraction(1, 3))
    >>> third.exact, float(third)
    (Fraction(1, 3), 0.3333333333333333)

    """

    enclosure: Enclosure
    expression: Callable[[], Any] | None = field(default=None, repr=False, compare=False)

    @classmethod
    def exactly(cls, x: Any) -> Self:
        """Return the closed form of a rational."""
        value = rational(x)
        return cls(Enclosure.exactly(value), lambda: value)

    @property
    def exact(self) -> Any:
        """The number as a ``Fraction`` or a SymPy expression, None where there is none."""
        return None if self.expression is None else self.expression()

    def __float__(self) -> float:
        return float(self.enclosure)

    def __str__(self) -> str:
        value = self.enclosure.midpoint
        if self.enclosure.width == 0 and value.denominator <= READABLE:
            return str(value)
        return f"{float(self):.12g}"
