"""What a round of margin-based learning is made of, on whatever domain."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol, final

from altheory.protocols import Label, Sample

SLACK = Fraction(1, 2**32)  # of a radius, for centers with fewer digits
GRID = 2**24  # for errors, so that tails of binomial laws have short denominators


@final
@dataclass(frozen=True, slots=True)
class MarginRound:
    """Where a round asks, and which error there is small enough.

    Attributes
    ----------
    center
        The separator of the round before, up to ``SLACK``.
    region
        The band around its hyperplane.
    error
        If the new separator errs on at most this share of the band, it is half as far
        from the target as the one before is known to be.

    """

    center: Any
    region: Any
    error: Fraction


class Rounds(Protocol):
    """The geometry of one class of homogeneous separators under its uniform law."""

    @property
    def support(self) -> int:
        """How many labels decide which separator is nearest."""
        ...

    @property
    def everything(self) -> Any:
        """The whole domain."""
        ...

    def first(self, x: Any, y: Label, /) -> Any:
        """Return the separator around the first signed example, at most 1/2 from the target."""
        ...

    def around(self, separator: Any, radius: Fraction, /) -> MarginRound:
        """Return the round for a target within ``radius`` of a separator.

        From the second round on the separator is nearer, by a share ``SLACK`` of it.
        """
        ...

    def nearest(self, center: Any, radius: Fraction, sample: Sample[Any], /) -> Any:
        """Return the separator nearest to ``center`` that contradicts no label.

        It may lie on the boundary of those that agree with all labels, and then some of
        the instances on its own.  None if it is farther than ``radius``.
        """
        ...


def tolerable(radius: Fraction, beyond: Fraction, mass: Fraction) -> Fraction:
    """Return the share of a band that leaves half of ``radius``, with what differs beyond.

    Both separators, the new one and the target, may differ from the center ``beyond`` the
    band of ``mass``.
    """
    share = (radius / 2 * (1 - SLACK) - 2 * beyond) / mass
    return Fraction((share * GRID).__floor__(), GRID)
