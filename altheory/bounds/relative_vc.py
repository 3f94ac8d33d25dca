r"""Relative deviations: the fewer the errors, the closer the empirical ones.

For independent labeled instances, a class with growth function :math:`\Pi`, errors
:math:`R` and their frequencies :math:`\widehat R`,

.. math:: P\Bigl(\sup_h \frac{R - \widehat R}{\sqrt R} > \varepsilon\Bigr), \quad
          P\Bigl(\sup_h \frac{\widehat R - R}{\sqrt{\widehat R}} > \varepsilon\Bigr)
          \quad \le 4 \, \Pi(2n) \, e^{-n \varepsilon^2 / 4} .

Solved for :math:`R`, with :math:`\varepsilon^2 = \frac4n \ln \frac{4 \Pi(2n)}{\delta}`,

.. math:: \widehat R - \varepsilon \sqrt{\widehat R} \le R
          \le \widehat R + \frac{\varepsilon^2}{2}
              + \varepsilon \sqrt{\widehat R + \frac{\varepsilon^2}{4}} .

Given two samples with :math:`K` errors in all, the difference of their frequencies exceeds
:math:`v` with probability at most :math:`e^{-n^2 v^2 / 2K}` if errors are swapped at random;
that the first sample alone may be compared with its mean needs that a binomial variable reaches
its mean with probability 1/4, which is true for :math:`p > 1/n` only, and enough.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, final

from altheory.bounds._binomial import successes
from altheory.bounds._bound import Bound, Side, level, within
from altheory.bounds._classes import Growth, growth
from altheory.bounds._deviation import labelings_of
from altheory.bounds._uniform import Uniform
from altheory.numeric.enclosure import Enclosure

LATEX = (
    r"\mathrm{err} \le \widehat{\mathrm{err}} + \frac{\varepsilon^2}{2} + \varepsilon "
    r"\sqrt{\widehat{\mathrm{err}} + \frac{\varepsilon^2}{4}}, \quad "
    r"\varepsilon^2 = \frac4n \ln\frac{4 \Pi(2n)}{\delta}"
)
SOURCE = "bousquet2004; as commonly stated"


def relative_vc(k: int, n: int, delta: Any, *, growth: Growth, side: Side = "two-sided") -> Bound:
    """Bound the error of every hypothesis with ``k`` errors, all of a class together.

    Parameters
    ----------
    k, n
        The number of errors, and of independent labeled instances fixed before the data.
    delta
        The error probability for all hypotheses together, in (0, 1); split evenly if
        two-sided.
    growth
        The growth function of the class, or anything above it: the labelings of
        :math:`2n` instances matter.
    side
        ``"two-sided"``, ``"lower"`` or ``"upper"``.

    Returns
    -------
    Bound
        Ends rounded outward and cut to [0, 1].

    Raises
    ------
    DomainError
        If a value lies outside its set.

    References
    ----------
    ``bousquet2004``, as commonly stated; ``greenberg2014`` for the condition p > 1/n.

    Examples
    --------
    Thresholds have n + 1 labelings.

    >>> print(relative_vc(0, 1000, Fraction(1, 20), growth=lambda n: n + 1, side="upper"))
    the error in [0, 0.0479337] (at n = 1000, delta = 0.05, upper)

    """
    k, n = successes(k, n)
    square = _square(n, labelings_of(growth, 2 * n), level(delta, side))
    rate = Fraction(k, n)
    return within(
        Fraction(0),
        Fraction(1),
        lambda: rate - (square * rate).sqrt().rounded().hi,
        lambda: rate + (square / 2 + (square * (rate + square / 4)).sqrt()).rounded().hi,
        quantity="the error",
        delta=delta,
        n=n,
        side=side,
        source=SOURCE,
        assumptions=("independent labeled instances", "fixed sample size"),
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a class of finite VC dimension."""
    return Uniform(
        name="relative_vc",
        theorem=(
            "with probability at least 1 - delta for all hypotheses of the class the error R and "
            "its fraction E of errors on n independent labeled instances, n fixed, satisfy "
            "R - E <= e sqrt(R) and E - R <= e sqrt(E) with e^2 = 4 ln(8 Pi(2n)/delta)/n"
        ),
        source=SOURCE,
        radius=_Radius(hypotheses),
        single=_Single(hypotheses),
    )


@final
@dataclass(frozen=True, slots=True)
class _Single:
    """Both sides, at the growth function of a class."""

    hypotheses: Any

    def __call__(self, k: int, n: int, delta: Fraction) -> Bound:
        return relative_vc(k, n, delta, growth=lambda m: growth(self.hypotheses, m))


@final
@dataclass(frozen=True, slots=True)
class _Radius:
    """Epsilon, which no deviation exceeds, as no error exceeds 1."""

    hypotheses: Any

    def __call__(self, n: int, delta: Fraction) -> Fraction:
        return _square(n, growth(self.hypotheses, 2 * n), delta / 2).sqrt().rounded().hi


@lru_cache(maxsize=4096)
def _square(n: int, labelings: int, delta: Fraction) -> Enclosure:
    r"""Enclose :math:`\varepsilon^2 = 4 \ln(4 L / \delta) / n`."""
    return Enclosure.exactly(4 * labelings / delta).log() * 4 / n
