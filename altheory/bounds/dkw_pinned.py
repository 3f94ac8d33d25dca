r"""Dvoretzky, Kiefer and Wolfowitz for differences: pinned to a best hypothesis.

Let positive regions be nested, and let :math:`t^*` be one fixed threshold, the best one say.
Another threshold :math:`t > t^*` differs from it on :math:`[t^*, t)` only,

.. math:: \mathrm{err}(t) - \mathrm{err}(t^*) = P(t^* \le x < t, y = +1) - P(t^* \le x < t, y = -1),

and the two families of events are chains.  With the two on the other side of :math:`t^*` there
are four chains.  By Massart's inequality for one direction at :math:`\delta / 8`, each
deviates by at most :math:`\sqrt{\ln(8/\delta) / 2n}` in either direction, and so

.. math:: \sup_h \bigl| (\widehat{\mathrm{err}}(h) - \widehat{\mathrm{err}}(h^*))
          - (\mathrm{err}(h) - \mathrm{err}(h^*)) \bigr| \le \sqrt{\frac{2 \ln(8/\delta)}{n}} .

That is the radius of the errors themselves but for a logarithm.  What is gained: a learner
that drops whoever exceeds the fewest errors by one radius, and not by two, keeps the best, and
the excess of whoever makes the fewest is one radius and not two.
"""

from fractions import Fraction
from math import floor
from typing import Any

from altheory.bounds._bound import Bound, Side, level
from altheory.bounds._classes import require_nested
from altheory.bounds._pinned import Pinned
from altheory.bounds.hoeffding import radius_of
from altheory.bounds.random_walk import half_lines
from altheory.numeric.inputs import count

LATEX = (
    r"\sup_h \bigl| (\widehat{\mathrm{err}}(h) - \widehat{\mathrm{err}}(h^*)) "
    r"- (\mathrm{err}(h) - \mathrm{err}(h^*)) \bigr| \le \sqrt{\frac{2 \ln(8/\delta)}{n}}"
)
SOURCE = "massart1990; special case: four chains"
QUANTITIES: dict[Side, str] = {
    "two-sided": "sup |emp. difference - difference|",
    "upper": "sup difference - emp. difference",
    "lower": "sup emp. difference - difference",
}


def dkw_pinned(n: int, delta: Any, *, side: Side = "two-sided") -> Bound:
    r"""Bound how far empirical differences from one fixed hypothesis of a nested class deviate.

    Parameters
    ----------
    n
        The sample size, fixed before the data.
    delta
        The error probability, in (0, 1).
    side
        ``"two-sided"``; ``"upper"`` for differences above the empirical ones, ``"lower"`` for
        those below.

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
    ``massart1990``, as commonly stated; the four chains are derived here.

    Examples
    --------
    >>> print(dkw_pinned(1000, Fraction(1, 20)))
    sup |emp. difference - difference| in [0, 0.100749] (at n = 1000, delta = 0.05, two-sided)

    """
    n, each = count(n, "the sample size"), level(delta, side) / 4
    return Bound(
        lower=Fraction(0),
        upper=min(Fraction(1), 2 * radius_of(n, each)),
        quantity=QUANTITIES[side],
        delta=delta,
        n=n,
        side=side,
        source=SOURCE,
        assumptions=(
            "independent labeled instances",
            "nested class",
            "differences from one fixed hypothesis",
            "fixed sample size",
        ),
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Pinned:
    """Return the bound as a theorem for the best hypothesis of a nested class."""
    require_nested(
        hypotheses, "dkw-pinned", "its four chains need positive regions that are nested"
    )
    return Pinned(
        name="dkw_pinned",
        theorem=(
            "with probability at least 1 - delta no difference from a best hypothesis of a nested "
            "class differs from the empirical one on n independent labeled instances, n fixed, by "
            "more than sqrt(2 ln(8/delta)/n)"
        ),
        source=SOURCE,
        surplus=_surplus,
        radius=half_lines,
    )


def _surplus(n: int, delta: Fraction) -> int:
    return min(n, floor(n * half_lines(n, delta)))
