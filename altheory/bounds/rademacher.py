r"""The Rademacher average of a nested class, exactly, in place of a bound on it.

The errors of thresholds on a sample are prefix sums, so their Rademacher average is the mean of
the maximum :math:`M_n` of a walk of fair steps, over n.  By Spitzer's identity, and by the
principle of reflection,

.. math:: \mathfrak R_n = \frac1n \sum_{k=1}^n \frac{\mathbb E S_k^+}{k}
          = \frac{\mathbb E M_n}{n}
          = \frac1n \Bigl(\Bigl(n + \frac{[n \text{ even}]}{2}\Bigr) 2^{1-n}
            \binom{n-1}{\lfloor (n-1)/2 \rfloor} - \frac12\Bigr)
          \approx \sqrt{\frac{2}{\pi n}} .

Where instances coincide the maximum is over fewer times, and not larger; the labelings of any
class whose positive regions are nested are prefixes too.  The mean of the largest deviation in
one direction is at most :math:`2 \mathfrak R_n`, and by McDiarmid's inequality it is exceeded by
:math:`\sqrt{\ln(1/\delta) / 2n}` with probability at most :math:`\delta`.  So with probability at
least :math:`1 - \delta`

.. math:: \sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)|
          \le 2 \, \mathfrak R_n + \sqrt{\frac{\ln(2/\delta)}{2n}} .
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._bound import Bound, Side, level
from altheory.bounds._classes import require_nested
from altheory.bounds._deviation import QUANTITIES
from altheory.bounds._uniform import Uniform
from altheory.bounds._walk import mean_maximum
from altheory.bounds.hoeffding import radius_of
from altheory.numeric.inputs import count

LATEX = (
    r"\sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)| \le \frac2n \sum_{k=1}^n 2^{-k} "
    r"\binom{k-1}{\lfloor (k-1)/2 \rfloor} + \sqrt{\frac{\ln(2/\delta)}{2n}}"
)
SOURCE = "mohri2018; special case: the exact average of a nested class"


def rademacher(n: int, delta: Any, *, side: Side = "two-sided") -> Bound:
    r"""Bound the largest deviation of the empirical error over a nested class.

    Parameters
    ----------
    n
        The sample size, fixed before the data.
    delta
        The error probability, in (0, 1); split evenly if two-sided.
    side
        ``"two-sided"``, ``"upper"`` for :math:`\sup_h (\mathrm{err} -
        \widehat{\mathrm{err}})`, ``"lower"`` for the other direction.

    Returns
    -------
    Bound
        The deviation lies between 0 and ``upper``, which is rounded up.

    Raises
    ------
    DomainError
        If a value lies outside its set.

    References
    ----------
    ``mohri2018``, as commonly stated (one-sided); ``spitzer1956`` for the average.

    Examples
    --------
    >>> print(rademacher(1000, Fraction(1, 20)))
    sup |emp. error - error| in [0, 0.0924222] (at n = 1000, delta = 0.05, two-sided)

    """
    n, each = count(n, "the sample size"), level(delta, side)
    return Bound(
        lower=Fraction(0),
        upper=min(Fraction(1), _one_side(n, each)),
        quantity=QUANTITIES[side],
        delta=delta,
        n=n,
        side=side,
        source=SOURCE,
        assumptions=("independent labeled instances", "nested class", "fixed sample size"),
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a nested class."""
    require_nested(hypotheses, "rademacher", "its walk needs positive regions that are nested")
    return Uniform(
        name="rademacher",
        theorem=(
            "with probability at least 1 - delta the error of no hypothesis of a nested class "
            "differs from its fraction of errors on n independent labeled instances, n fixed, by "
            "more than 2 E[M]/n + sqrt(ln(2/delta)/(2n)), M being the maximum of a fair walk of "
            "n steps"
        ),
        source=SOURCE,
        radius=_radius,
    )


def _one_side(n: int, delta: Fraction) -> Fraction:
    average = (mean_maximum(n) / n).rounded().hi
    return 2 * average + radius_of(n, delta)


def _radius(n: int, delta: Fraction) -> Fraction:
    return _one_side(n, delta / 2)
