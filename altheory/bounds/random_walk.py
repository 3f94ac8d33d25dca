r"""The exact quantile of a random walk: how many errors more than the fewest the best one makes.

Let positive regions be nested, and let :math:`t^*` be best among thresholds.  A threshold
:math:`t > t^*` makes fewer errors than :math:`t^*` by the walk of the labels between them,

.. math:: k_{t^*} - k_t = \#\{t^* \le x_i < t, y_i = -1\} - \#\{t^* \le x_i < t, y_i = +1\} .

*Coupling theorem*: this walk is above one of fair coins at no time.  For as :math:`t^*` is
best, half of the mass of every :math:`[t^*, t)` at least is positive; map the negative mass,
quantile by quantile, to that of fair labels: it moves to the left.  Map positive mass to fair
positive mass likewise, which moves to the right, and what is left over of it to fair negatives.
The map preserves mass, so samples are coupled point by point, and for every :math:`t` there
are no fewer negatives and no more positives.  No noise condition is needed.

To the left of :math:`t^*` there is a second walk, and at most :math:`n` points are divided
between the two.  For :math:`k^2 \ge 3n - 2` all of them on one side are
the worst case, so

.. math:: P\Bigl(k_{t^*} - \min_t k_t \ge k\Bigr) \le P(M_n \ge k) = 2 P(S_n > k) + P(S_n = k).

A learner also needs to know when to stop.  Half of :math:`\delta` is for the four events that
a half-line of one label, on one side of :math:`t^*`, deviates in one direction by more than
:math:`\sqrt{\ln(8/\delta) / 2n}`, by Massart's inequality: the error of whoever makes the
fewest errors exceeds the least by at most two of these.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._bound import Bound
from altheory.bounds._classes import require_nested
from altheory.bounds._pinned import Pinned
from altheory.bounds._walk import one_side_is_worst, quantile
from altheory.bounds.hoeffding import radius_of
from altheory.numeric.inputs import count, open_unit

LATEX = (
    r"k_{h^*} - \min_h k_h < k, \quad 2 P(S_n > k) + P(S_n = k) \le \delta, \quad "
    r"k^2 \ge 3n - 2"
)
SOURCE = "altheory; derived"


def random_walk(n: int, delta: Any) -> Bound:
    r"""Bound by how much the empirical error of a best hypothesis exceeds the least one.

    Parameters
    ----------
    n
        The sample size, fixed before the data.
    delta
        The error probability, in (0, 1).

    Returns
    -------
    Bound
        The difference of the fractions of errors lies between 0 and ``upper``: a multiple
        of ``1/n``.

    Raises
    ------
    DomainError
        If a value lies outside its set.

    References
    ----------
    Derived here; the law of the maximum is the reflection principle.

    Examples
    --------
    Two labels of fair coins are both wrong for the best threshold, and right for another
    one, with probability 1/4 at most.

    >>> print(random_walk(2, Fraction(1, 4)))
    emp. error of the best - least emp. error in [0, 0.5] (at n = 2, delta = 0.25, upper)

    """
    n, exact = count(n, "the sample size"), open_unit(delta, "delta")
    return Bound(
        lower=Fraction(0),
        upper=Fraction(_surplus(n, exact), n),
        quantity="emp. error of the best - least emp. error",
        delta=exact,
        n=n,
        side="upper",
        source=SOURCE,
        assumptions=("independent labeled instances", "nested class", "fixed sample size"),
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Pinned:
    """Return the bound as a theorem for the best hypothesis of a nested class."""
    require_nested(hypotheses, "random-walk", "its walk needs positive regions that are nested")
    return Pinned(
        name="random_walk",
        theorem=(
            "with probability at least 1 - delta a best hypothesis of a nested class makes fewer "
            "than k errors more than the fewest on n independent labeled instances, n fixed, "
            "where a fair walk of n steps reaches k with probability at most delta/2; and whoever "
            "makes the fewest has an excess error of at most sqrt(2 ln(8/delta)/n)"
        ),
        source=SOURCE,
        surplus=_half,
        radius=half_lines,
    )


def _surplus(n: int, delta: Fraction) -> int:
    """Return the most errors more than the fewest: one less than what is not reached."""
    return min(n, quantile(n, delta, one_side_is_worst(n)) - 1)


def _half(n: int, delta: Fraction) -> int:
    return _surplus(n, delta / 2)


def half_lines(n: int, delta: Fraction) -> Fraction:
    r"""Return :math:`\sqrt{2 \ln(8/\delta)/n}`, rounded up: two half-lines, half of delta."""
    return 2 * radius_of(n, delta / 8)
