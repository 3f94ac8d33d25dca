r"""What a bound says: two rationals, the chance of being wrong, and on whose word.

A bound computed from data is a random interval.  With probability at least
:math:`1 - \delta` it holds the quantity, whatever the law within the assumptions;
rounding is outward only, so the interval reported contains the interval defined.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, final

from altheory.errors import DomainError
from altheory.numeric.inputs import count, open_unit, rational
from altheory.numeric.rational import ceil_float, floor_float, readable

Side = Literal["two-sided", "lower", "upper"]
SIDES: tuple[Side, ...] = ("two-sided", "lower", "upper")

GRID_BITS = 48  # ends found by bisection are multiples of 2**-48


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    r"""An interval that fails to hold ``quantity`` with probability at most ``delta``.

    Parameters
    ----------
    lower, upper
        The ends, rational and rounded outward; a one-sided bound has the end of
        the range on the other side.
    quantity
        What is bounded.
    delta
        The error probability, in (0, 1).
    n
        The sample size.
    side
        Which ends the data moved.
    source
        Key of ``references.bib``, and how closely it matches.
    anytime
        True if the intervals of *all* sample sizes hold together with
        probability at least ``1 - delta``: one may look, then go on.
    assumptions
        What must be true of the data.
    latex
        The formula in LaTeX's mathematics mode: of an interval whose ends share ``delta``
        the upper end, :math:`\delta` being its part; of a deviation both directions.

    """

    lower: Fraction
    upper: Fraction
    quantity: str
    delta: Fraction
    n: int
    side: Side
    source: str
    anytime: bool = False
    assumptions: tuple[str, ...] = ()
    latex: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", rational(self.lower, "a lower bound"))
        object.__setattr__(self, "upper", rational(self.upper, "an upper bound"))
        object.__setattr__(self, "delta", open_unit(self.delta, "delta"))
        object.__setattr__(self, "n", count(self.n, "the sample size"))
        known_side(self.side)
        if self.lower > self.upper:
            raise DomainError(
                f"a bound has lower <= upper, got [{readable(self.lower)}, {readable(self.upper)}]"
            )

    def __contains__(self, x: Any) -> bool:
        return self.lower <= rational(x) <= self.upper

    @property
    def width(self) -> Fraction:
        return self.upper - self.lower

    def __str__(self) -> str:
        scope = "at every n" if self.anytime else f"at n = {self.n}"
        return (
            f"{self.quantity} in [{floor_float(self.lower):.6g}, {ceil_float(self.upper):.6g}] "
            f"({scope}, delta = {float(self.delta):g}, {self.side})"
        )

    def to_json(self) -> dict[str, Any]:
        """Return the bound as JSON data, rationals as ``p/q``."""
        return {
            "lower": str(self.lower),
            "upper": str(self.upper),
            "quantity": self.quantity,
            "delta": str(self.delta),
            "n": self.n,
            "side": self.side,
            "source": self.source,
            "anytime": self.anytime,
            "assumptions": list(self.assumptions),
            "latex": self.latex,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Bound":
        """Return the bound that ``to_json`` wrote."""
        fields = dict(data)
        fields.update({name: Fraction(data[name]) for name in ("lower", "upper", "delta")})
        fields.update(assumptions=tuple(data["assumptions"]))
        return cls(**fields)


def known_side(side: Any) -> Side:
    """Return ``side``, or refuse it."""
    if not isinstance(side, str) or side not in SIDES:
        raise DomainError(f"a side is one of {', '.join(SIDES)}, got {side!r}")
    return SIDES[SIDES.index(side)]


def level(delta: Any, side: Side) -> Fraction:
    """Return the error probability of each end: a two-sided bound splits ``delta``."""
    exact = open_unit(delta, "delta")
    return exact / 2 if known_side(side) == "two-sided" else exact


def within(
    low: Fraction,
    high: Fraction,
    lower: Callable[[], Fraction],
    upper: Callable[[], Fraction],
    *,
    side: Side,
    **facts: Any,
) -> Bound:
    """Return the bound with these ends, cut to the range; a side not asked for is its end."""
    return Bound(
        lower=low if side == "upper" else max(low, lower()),
        upper=high if side == "lower" else min(high, upper()),
        side=side,
        **facts,
    )


def interval(low: Any, high: Any) -> tuple[Fraction, Fraction]:
    """Return a range as rationals, or refuse one without interior."""
    low, high = rational(low, "the low end"), rational(high, "the high end")
    if low >= high:
        raise DomainError(f"a range has low < high, got [{readable(low)}, {readable(high)}]")
    return low, high


def sample_mean(mean: Any, n: int, low: Fraction, high: Fraction) -> Fraction:
    """Return the mean of ``n`` values of a range as a rational, or refuse it."""
    value = rational(mean, "the mean")
    if not low <= value <= high:
        raise DomainError(
            f"the mean lies in [{readable(low)}, {readable(high)}], got {readable(value)}; "
            f"a count or a sum of {n} values is divided first: {readable(value / n)}"
        )
    return value


def upper_end(
    excluded: Callable[[Fraction], bool],
    start: Fraction,
    roughly: Callable[[float], bool] | None = None,
) -> Fraction:
    """Return the first grid point from ``start`` on that is ``excluded``, or 1.

    ``excluded`` must stay true once it is true, and may say no when in doubt:
    the answer then moves outward.  The same test ``roughly``, in floats, saves
    time and changes nothing: it is only a hint where to look.
    Invariant: ``lo`` is not excluded or is the start, ``hi`` is excluded or is 1.
    """

    def beyond(i: int) -> bool:
        return excluded(Fraction(i, 2**GRID_BITS))

    lo, hi = int(start * 2**GRID_BITS), 2**GRID_BITS
    if roughly is not None:
        hint = _bisect(lambda i: roughly(i / 2**GRID_BITS), lo, hi)
        lo, hi = _around(beyond, hint, lo, hi)
    return Fraction(_bisect(beyond, lo, hi), 2**GRID_BITS)


def _bisect(beyond: Callable[[int], bool], lo: int, hi: int) -> int:
    while hi - lo > 1:
        middle = (lo + hi) // 2
        lo, hi = (lo, middle) if beyond(middle) else (middle, hi)
    return hi


def _around(beyond: Callable[[int], bool], hint: int, lo: int, hi: int) -> tuple[int, int]:
    """Shrink ``lo, hi`` to a bracket near the hint, by steps that double."""
    step = 1
    while lo < hint - step and beyond(hint - step):
        hi, step = hint - step, 2 * step
    lo = max(lo, hint - step)
    step = 1
    while hint + step < hi and not beyond(hint + step):
        lo, step = hint + step, 2 * step
    return lo, min(hi, hint + step)
