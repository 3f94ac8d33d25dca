r"""Differences from a best hypothesis: two numbers of one sample are enough.

To drop hypotheses and to stop, a learner need not know errors.  Let :math:`h^*` be best,
:math:`\widehat h` have the fewest errors of all on :math:`n` independent labeled instances,
and :math:`k_h` be the number of errors of :math:`h`.  With probability at least
:math:`1 - \delta` both

.. math:: k_{h^*} - k_{\widehat h} \le s(n, \delta), \qquad
          \mathrm{err}(\widehat h) - \mathrm{err}(h^*) \le r(n, \delta) .

Only the differences from the *fixed* :math:`h^*` need to be controlled, by the analysis: it
is pinned, and the learner never knows it.  What all hypotheses have in common cancels.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias, final

from altheory.bounds._binomial import successes
from altheory.numeric.inputs import count, open_unit

Surplus: TypeAlias = Callable[[int, Fraction], int]
Reach: TypeAlias = Callable[[int, Fraction], Fraction]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """Bounds on differences from a best hypothesis of one class that hold together.

    Parameters
    ----------
    name
        The file of the bound.
    theorem
        What holds, and what must be true of the data.
    source
        Key of ``references.bib``, and how closely it matches.
    surplus
        A best hypothesis makes at most ``surplus(n, delta)`` errors more than the fewest.
    radius
        The error of whoever makes the fewest exceeds the least by at most
        ``radius(n, delta)``.
    hypotheses
        The class that it was found for; None if it was written down by hand.

    """

    name: str
    theorem: str
    source: str
    surplus: Surplus
    radius: Reach
    hypotheses: Any = field(default=None, compare=False, repr=False)

    def lower(self, k_min: int, n: int, delta: Any) -> Fraction:
        """Return a lower bound on the excess error of whoever makes ``k_min``, the fewest."""
        successes(k_min, n)
        open_unit(delta, "delta")
        return Fraction(0)

    def upper(self, k_min: int, n: int, delta: Any) -> Fraction:
        """Return an upper bound on the excess error of whoever makes ``k_min``, the fewest."""
        successes(k_min, n)
        return self.width(n, delta)

    def cutoff(self, k_min: int, n: int, delta: Any) -> int:
        """Return the most errors that a best hypothesis may make if ``k_min`` are the fewest."""
        k_min, n = successes(k_min, n)
        return min(n, k_min + self.surplus(n, open_unit(delta, "delta")))

    def width(self, n: int, delta: Any) -> Fraction:
        """Return what the excess error of whoever makes the fewest errors does not exceed."""
        return min(Fraction(1), self.radius(count(n, "the sample size"), open_unit(delta, "delta")))
