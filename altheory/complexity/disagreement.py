r"""The disagreement coefficient, enclosed rigorously.

With :math:`m(r) = P(\mathrm{DIS}(B(h, r)))`, the mass on which hypotheses within
:math:`r` of :math:`h` disagree,

.. math:: \theta_h(r_0) = \max \Bigl( 1, \sup_{r > r_0} \frac{m(r)}{r} \Bigr)

[hanneke2007bound]_.  Balls grow with :math:`r`, so :math:`m` never decreases, and for
:math:`s < r \le t`

.. math:: \frac{m(r)}{r} \le \frac{m(t)}{s}, \qquad
          \text{while} \quad \frac{m(t)}{t} \quad \text{is attained at } r = t.

So finitely many cells from :math:`r_0` to 1 enclose the supremum over a continuum,
and beyond 1 the ratio is below one.

Homogeneous separators under the uniform law need no cells, the ratio falls: ``theta_sphere_at``
and its limit ``theta_sphere`` (:mod:`altheory.theory.sphere_information`).
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import count as integers
from itertools import pairwise
from typing import Any, Protocol, TypeVar, runtime_checkable

from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, open_unit
from altheory.protocols import VersionSpace

H = TypeVar("H")
H_contra = TypeVar("H_contra", contravariant=True)

Mass = Callable[[Fraction], Fraction | Enclosure]


@runtime_checkable
class HasBalls(Protocol[H_contra]):
    """A class that knows its balls under its usual law."""

    def law(self) -> Any: ...
    def ball(self, center: H_contra, radius: Any, /) -> VersionSpace[Any, Any, Any]: ...


@runtime_checkable
class KnowsBalls(Protocol[H_contra]):
    """A class that knows on how much its balls disagree, under its usual law."""

    def ball_disagreement(self, center: H_contra, radius: Any, /) -> Fraction | Enclosure: ...


def disagreement_mass(of: HasBalls[H] | KnowsBalls[H], center: H) -> Mass:
    r"""Return :math:`m(r) = P(\mathrm{DIS}(B(h, r)))` around ``center``, under the usual law.

    >>> from altheory.hypotheses.thresholds import Threshold, Thresholds
    >>> disagreement_mass(Thresholds(), Threshold(0.25))(Fraction(1, 2))
    Fraction(3, 4)
    """
    given: Any = of
    if isinstance(given, KnowsBalls) and not isinstance(given, type):
        return lambda r: given.ball_disagreement(center, r)
    if isinstance(given, type) or not isinstance(given, HasBalls):
        raise DomainError(
            f"no balls are known for {of!r}; take the class on finitely many instances, "
            "restricted_to(of, points)"
        )
    law = given.law()
    return lambda r: law.mass(given.ball(center, r).disagreement())


def disagreement_coefficient(mass: Mass, r0: Any, *, resolution: int = 64) -> Enclosure:
    r"""Enclose :math:`\theta_h(r_0)` within a factor ``1 + 1/resolution`` of an exact mass.

    Parameters
    ----------
    mass
        The function :math:`m`: nondecreasing, with values in [0, 1].
    r0
        The radius above which the supremum is taken, in (0, 1).
    resolution
        The number of cells from one radius to its double.

    Raises
    ------
    DomainError
        If ``mass`` is no function, ``r0`` or a mass lies outside its set, or the masses
        decrease.

    Examples
    --------
    The mass 1 has its supremum at the left end, 1 / r0.

    >>> 4 in disagreement_coefficient(lambda r: Fraction(1), 0.25)
    True

    """
    if not callable(mass):
        raise DomainError(
            f"the mass is a function of the radius, such as disagreement_mass(of, h), got {mass!r}"
        )
    start = open_unit(r0, "the radius r0")
    cells = count(resolution, "the resolution")
    low = high = Fraction(1)
    last = Fraction(0)
    for left, right in pairwise(_radii(start, cells)):
        m = _enclosed(mass(right))
        if not 0 <= m.lo <= m.hi <= 1 or m.hi < last:
            raise DomainError(f"masses rise from 0 to 1 with the radius, got {m} at {right}")
        last = m.lo
        low, high = max(low, m.lo / right), max(high, m.hi / left)
    return Enclosure(low, high)


def _radii(start: Fraction, cells: int) -> Iterator[Fraction]:
    """Yield ``start * 2**j * (1 + i / cells)`` in order, up to the first of at least 1.

    Doubling keeps the denominators short, where powers of one ratio would not.
    """
    for k in integers():
        octave, i = divmod(k, cells)
        radius = start * 2**octave * (1 + Fraction(i, cells))
        yield radius
        if radius >= 1:
            return


def _enclosed(m: Fraction | Enclosure) -> Enclosure:
    return m if isinstance(m, Enclosure) else Enclosure.exactly(m)
