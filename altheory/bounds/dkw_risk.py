r"""Dvoretzky, Kiefer and Wolfowitz for risk: two chains in place of one.

Let the positive regions of a class be nested, as those of thresholds are.  An error
is a false alarm or a miss,

.. math:: \mathrm{err}(h) = P(h(x) = +1, y = -1) + P(h(x) = -1, y = +1),

and each of the two families of events is a chain: with the positive region the
first grows and the second shrinks.  Along a chain of events the deviation of
frequencies is that of a distribution function (of the first member that holds the
draw), so by Massart's inequality at :math:`\delta / 2` each deviates by at most
:math:`\sqrt{\ln(4/\delta) / (2n)}`, and their sum by

.. math:: \sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)|
          \le 2 \sqrt{\frac{\ln(4/\delta)}{2n}}.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._bound import Bound, Side, level
from altheory.bounds._classes import require_nested
from altheory.bounds._uniform import Uniform
from altheory.bounds.hoeffding import radius_of
from altheory.numeric.inputs import count

LATEX = (
    r"\sup_h |\widehat{\mathrm{err}}(h) - \mathrm{err}(h)| \le 2 \sqrt{\frac{\ln(4/\delta)}{2n}}"
)


def dkw_risk(n: int, delta: Any, *, side: Side = "two-sided") -> Bound:
    r"""Bound the largest deviation of the empirical error over a nested class.

    Parameters
    ----------
    n
        The sample size, fixed before the data.
    delta
        The error probability, in (0, 1).
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
    ``massart1990``, as commonly stated; the two chains are derived here.

    Examples
    --------
    >>> print(dkw_risk(1000, Fraction(1, 20)))
    sup |emp. error - error| in [0, 0.0936165] (at n = 1000, delta = 0.05, two-sided)

    """
    n, each = count(n, "the sample size"), level(delta, side) / 2
    names = {
        "two-sided": "sup |emp. error - error|",
        "upper": "sup error - emp. error",
        "lower": "sup emp. error - error",
    }
    return Bound(
        lower=Fraction(0),
        upper=min(Fraction(1), 2 * radius_of(n, each)),
        quantity=names[side],
        delta=delta,
        n=n,
        side=side,
        source="massart1990; special case: two chains",
        assumptions=("independent labeled instances", "nested class", "fixed sample size"),
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a nested class."""
    require_nested(hypotheses, "dkw-risk", "its two chains need positive regions that are nested")
    return Uniform(
        name="dkw_risk",
        theorem=(
            "with probability at least 1 - delta the error of no hypothesis of a nested class "
            "differs from its fraction of errors on n independent labeled instances, n fixed, by "
            "more than 2 sqrt(ln(4/delta)/(2n))"
        ),
        source="massart1990; special case: two chains",
        radius=_radius,
    )


def _radius(n: int, delta: Fraction) -> Fraction:
    return 2 * radius_of(n, delta / 4)
