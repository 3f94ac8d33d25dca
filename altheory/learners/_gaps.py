r"""How much more than the fewest errors chance explains, for all members of a class at once.

The inequality of :mod:`altheory.learners.dhm`, times n: numbers of errors K and k on n labels lie
too far apart for chance if

.. math:: K - k > b^2 + b (\sqrt K + \sqrt k), \qquad
          b^2 = n \beta_n^2 = 4 \ln \frac{8 (n^2 + n) \, \Pi(2n)^2}{\delta} .

As b grows with n, what is explained once is explained later.  Roots and b are rounded up, so
nothing is called too far that is not.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import isqrt
from typing import Any, final

from altheory.bounds._classes import growth
from altheory.bounds._deviation import root_of_log

SCALE = 2**64  # square roots are rounded up to multiples of its inverse


@final
@dataclass(frozen=True, slots=True)
class Gaps:
    """The inequality for one class, at one probability of failure."""

    hypotheses: Any
    delta: Fraction

    def slack(self, n: int) -> Fraction:
        """Return b, rounded up."""
        return _slack(growth(self.hypotheses, 2 * n), n, self.delta)

    def is_large(self, many: int, few: int, n: int) -> bool:
        """Tell whether the gap between two numbers of errors is more than chance explains."""
        slack = self.slack(n)
        gap = many - few - slack**2
        return gap > 0 and gap > slack * (_root(many) + _root(few))

    def explained(self, fewest: int, n: int) -> int:
        """Return the most errors that chance explains beside the fewest."""
        low, high = fewest, fewest + 1
        while not self.is_large(high, fewest, n):
            low, high = high, 2 * high
        while high - low > 1:  # low is explained, high is not
            middle = (low + high) // 2
            low, high = (low, middle) if self.is_large(middle, fewest, n) else (middle, high)
        return low

    def excess(self, fewest: int, n: int) -> Fraction:
        """Return what the excess error of whoever makes the fewest errors does not exceed.

        The largest value of the inequality over the errors of a best hypothesis, which are no
        fewer.
        """
        slack, root = self.slack(n), _root(fewest)
        if 4 * fewest >= slack**2:
            errors = slack**2 + 2 * slack * root
        else:
            errors = fewest + Fraction(5, 4) * slack**2 + slack * root
        return min(Fraction(1), errors / n)


@lru_cache(maxsize=4096)
def _slack(labelings: int, n: int, delta: Fraction) -> Fraction:
    return 2 * root_of_log(8 * (n * n + n) * labelings**2 / delta, Fraction(1))


@lru_cache(maxsize=4096)
def _root(x: int) -> Fraction:
    """Return the square root, rounded up."""
    scaled = x * SCALE**2
    root = isqrt(scaled)
    return Fraction(root + (root * root < scaled), SCALE)
