r"""Enclosures: two rationals between which a real number provably lies.

Sums, products and quotients of rationals need no rounding, so only the
transcendental functions round, and they round outward: they are evaluated in
ball arithmetic (Arb, through python-flint), whose balls are theorems, and the
ends of the ball are dyadic rationals.  Comparison has three outcomes, since two
enclosures that overlap decide nothing.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Self, final

from altheory.errors import DomainError
from altheory.numeric.inputs import rational
from altheory.numeric.rational import ceil_float, floor_float

if TYPE_CHECKING:
    from collections.abc import Callable

PRECISION = 128  # bits of the balls; a default, the result is rigorous for any value
STEEPEST = 2**16  # exp(STEEPEST) has 94,549 bits; beyond it an end would fill the memory


@final
@dataclass(frozen=True, slots=True)
class Enclosure:
    r"""The closed interval :math:`[\text{lo}, \text{hi}]`, known to hold a real number.

    >>> two = Enclosure.exactly(2)
    >>> root = two.sqrt()
    >>> 2 in root * root, root.less_than(Fraction(3, 2)), root.less_than(root)
    (True, True, None)
    """

    lo: Fraction
    hi: Fraction

    def __post_init__(self) -> None:
        object.__setattr__(self, "lo", rational(self.lo, "the lower end"))
        object.__setattr__(self, "hi", rational(self.hi, "the upper end"))
        if self.lo > self.hi:
            raise DomainError(f"an enclosure has lo <= hi, got [{self.lo}, {self.hi}]")

    @classmethod
    def exactly(cls, x: Any) -> Self:
        """Return the enclosure of a number that is known exactly."""
        value = rational(x)
        return cls(value, value)

    @classmethod
    def of_ball(cls, ball: Any) -> Self:
        """Return the enclosure that a ball of python-flint is."""
        return cls(_dyadic(ball.lower()), _dyadic(ball.upper()))

    @property
    def width(self) -> Fraction:
        return self.hi - self.lo

    @property
    def midpoint(self) -> Fraction:
        return (self.lo + self.hi) / 2

    def __contains__(self, x: Any) -> bool:
        return self.lo <= rational(x) <= self.hi

    def __float__(self) -> float:
        return float(self.midpoint)

    def __str__(self) -> str:
        return f"[{floor_float(self.lo):.12g}, {ceil_float(self.hi):.12g}]"

    def __neg__(self) -> "Enclosure":
        return Enclosure(-self.hi, -self.lo)

    def __add__(self, other: Any) -> "Enclosure":
        o = _enclose(other)
        return Enclosure(self.lo + o.lo, self.hi + o.hi)

    def __sub__(self, other: Any) -> "Enclosure":
        return self + -_enclose(other)

    def __mul__(self, other: Any) -> "Enclosure":
        o = _enclose(other)
        ends = [a * b for a in (self.lo, self.hi) for b in (o.lo, o.hi)]
        return Enclosure(min(ends), max(ends))

    def __truediv__(self, other: Any) -> "Enclosure":
        o = _enclose(other)
        if 0 in o:
            raise DomainError(f"cannot divide by {o}, which may be zero")
        return self * Enclosure(1 / o.hi, 1 / o.lo)

    def __radd__(self, other: Any) -> "Enclosure":
        return self.__add__(other)

    def __rsub__(self, other: Any) -> "Enclosure":
        return _enclose(other) - self

    def __rmul__(self, other: Any) -> "Enclosure":
        return self.__mul__(other)

    def __rtruediv__(self, other: Any) -> "Enclosure":
        return _enclose(other) / self

    def log(self) -> "Enclosure":
        """Return an enclosure of the natural logarithm (nats)."""
        if self.lo <= 0:
            raise DomainError(f"the logarithm needs a positive number, got {self}")
        return self._monotone(lambda ball: ball.log())

    def sqrt(self) -> "Enclosure":
        """Return an enclosure of the square root."""
        if self.lo < 0:
            raise DomainError(f"the square root needs a nonnegative number, got {self}")
        root = self._monotone(lambda ball: ball.sqrt())
        return Enclosure(max(root.lo, Fraction(0)), root.hi)

    def exp(self) -> "Enclosure":
        """Return an enclosure of the exponential, which starts at 0 far on the left."""
        if self.hi > STEEPEST:
            raise DomainError(f"the exponential of {self} is too large to enclose")
        lo, hi = max(self.lo, Fraction(-STEEPEST)), max(self.hi, Fraction(-STEEPEST))
        power = Enclosure(lo, hi)._monotone(lambda ball: ball.exp())
        return power if lo == self.lo else Enclosure(Fraction(0), power.hi)

    def less_than(self, other: Any) -> bool | None:
        """Decide ``self < other``: True, False, or None where the two overlap.

        >>> Enclosure(1, 2).less_than(3), Enclosure(1, 2).less_than(Enclosure(2, 3))
        (True, None)
        """
        o = _enclose(other)
        if self.hi < o.lo:
            return True
        return False if self.lo >= o.hi else None

    def at_most(self, other: Any) -> bool | None:
        """Decide ``self <= other``: True, False, or None where the two overlap."""
        above = _enclose(other).less_than(self)
        return None if above is None else not above

    def rounded(self, bits: int = PRECISION) -> "Enclosure":
        """Return a slightly wider enclosure whose ends have short denominators."""
        scale = Fraction(2) ** bits
        return Enclosure(
            Fraction((self.lo * scale).__floor__()) / scale,
            Fraction((self.hi * scale).__ceil__()) / scale,
        )

    def _monotone(self, f: "Callable[[Any], Any]") -> "Enclosure":
        """Apply an increasing function of balls to both ends, outward."""
        from flint import arb, ctx, fmpq  # 70 ms that most callers never need

        def ball(x: Fraction) -> Any:
            return f(arb(fmpq(x.numerator, x.denominator)))

        with ctx.workprec(PRECISION):
            return Enclosure(_dyadic(ball(self.lo).lower()), _dyadic(ball(self.hi).upper()))


def _enclose(x: Any) -> Enclosure:
    return x if isinstance(x, Enclosure) else Enclosure.exactly(x)


def _dyadic(ball: Any) -> Fraction:
    """Return the rational that an exact ball (radius zero) holds."""
    mantissa, exponent = ball.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
