r"""Vapnik-Chervonenkis bounds: what their versions share.

A version says how far an error may lie on one side of its empirical value, as a
function of :math:`n`, of a number of labelings and of :math:`\delta`; for both sides
each gets :math:`\delta / 2`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeAlias, final

from altheory.bounds._bound import Bound, Side, level
from altheory.bounds._classes import Growth, growth
from altheory.bounds._uniform import Uniform
from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count
from altheory.numeric.rational import readable

Version: TypeAlias = Callable[[int, int, Fraction], Fraction]

QUANTITIES: dict[Side, str] = {
    "two-sided": "sup |emp. error - error|",
    "upper": "sup error - emp. error",
    "lower": "sup emp. error - error",
}


def deviation(
    version: Version,
    n: int,
    delta: Any,
    *,
    labelings: Growth,
    samples: int,
    side: Side,
    source: str,
    latex: str,
) -> Bound:
    """Return the largest deviation over a class, of which ``labelings(samples * n)`` matter."""
    n, each = count(n, "the sample size"), level(delta, side)
    return Bound(
        lower=Fraction(0),
        upper=min(Fraction(1), version(n, labelings_of(labelings, samples * n), each)),
        quantity=QUANTITIES[side],
        delta=delta,
        n=n,
        side=side,
        source=source,
        assumptions=("independent labeled instances", "fixed sample size"),
        latex=latex,
    )


def labelings_of(of: Any, n: int) -> int:
    if not callable(of):
        raise DomainError(
            "a growth function gives the number of labelings of n instances, such as "
            f"lambda n: n + 1, got {of!r}; for a class itself there is bounds.uniform"
        )
    return count(of(n), "a number of labelings")


def for_class(
    name: str, version: Version, hypotheses: Any, *, samples: int, formula: str, source: str
) -> Uniform:
    """Return a version as a theorem for all hypotheses of a class of finite VC dimension.

    The labelings of ``samples * n`` instances matter.
    """
    return Uniform(
        name=name,
        theorem=(
            "with probability at least 1 - delta the error of no hypothesis of the class differs "
            "from its fraction of errors on n independent labeled instances, n fixed, by more "
            f"than {formula}"
        ),
        source=source,
        radius=_OfClass(version, hypotheses, samples),
    )


@final
@dataclass(frozen=True, slots=True)
class _OfClass:
    """Both sides of a version, at the growth function of a class."""

    version: Version
    hypotheses: Any
    samples: int

    def __call__(self, n: int, delta: Fraction) -> Fraction:
        return _radius(self.version, n, growth(self.hypotheses, self.samples * n), delta / 2)


@lru_cache(maxsize=4096)
def _radius(version: Version, n: int, labelings: int, delta: Fraction) -> Fraction:
    return version(n, labelings, delta)


def root_of_log(x: Fraction, n: Fraction) -> Fraction:
    r"""Return :math:`\sqrt{\ln(x) / n}`, rounded up."""
    if x < 1:
        raise DomainError(
            f"the root of a logarithm needs a number of at least 1, got {readable(x)}"
        )
    return (Enclosure.exactly(x).log() / n).sqrt().rounded().hi
