r"""What an agnostic learner is told beside its goal: a uniform theorem and a delta.

A2 uses the theorem at its looks.  Passive learning under noise uses it once: with
:math:`n` labels fixed in advance, a hypothesis with the fewest errors has an excess
error of at most the widest interval, so it asks

.. math:: n(\varepsilon, \delta) = \min \{n : \mathrm{width}(n, \delta) \le \varepsilon\}.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._uniform import Theorem, covering, uniform
from altheory.errors import DomainError
from altheory.numeric.inputs import open_unit
from altheory.simulation.roster import takes_bound, takes_delta

DELTA = Fraction(1, 20)
PREFERRED = ("clopper-pearson", "dkw", "vc")  # the first one with a theorem for the class


def needs_theorem(learner: str, noise: str) -> bool:
    """Tell whether a learner makes use of a bound and a delta."""
    return takes_bound(learner) or (learner == "passive" and noise != "none")


def bound_of(hypotheses: Any, given: str | None) -> str:
    """Return the name of a bound with a uniform theorem for the class.

    By default it is the binomial tail with a union on classes that are listed, two
    chains on nested classes, and a Vapnik-Chervonenkis bound on all others.

    Raises
    ------
    UnknownNameError, NoUniformTheoremError
        If there is no such bound, or it does not cover the class.

    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> bound_of(Thresholds(), None), bound_of(Thresholds(), "vc_vapnik")
    ('dkw', 'vc-vapnik')
    """
    if given is None:
        known = tuple(covering(hypotheses))
        given = next((name for name in (*PREFERRED, *known) if name in known), PREFERRED[-1])
    uniform(given, hypotheses)
    return given.replace("_", "-")


def level_of(given: Any) -> Fraction:
    """Return delta as a rational in (0, 1), by default 1/20."""
    return DELTA if given is None else open_unit(given, "delta")


def refuse_unused(learner: str, noise: str, *, bound: Any, delta: Any) -> None:
    """Refuse a bound or delta that would change nothing."""
    if needs_theorem(learner, noise):
        return
    given = {"bound": bound, "delta": None if takes_delta(learner) else delta}
    for name, value in given.items():
        if value is not None:
            raise DomainError(
                f"{learner} without noise has no {name}, got {value}; leave it out"
                if learner == "passive"
                else f"{learner} has no {name}, got {value}; leave it out, or choose a2"
            )


def least_sample(theorem: Theorem, epsilon: Fraction, delta: Fraction) -> int:
    """Return the least sample size at which no interval is wider than ``epsilon``.

    Invariant of the bisection: ``few`` labels are too few and ``enough`` suffice.
    """
    few, enough = 0, 1
    while theorem.width(enough, delta) > epsilon:
        few, enough = enough, 2 * enough
    while enough - few > 1:
        middle = (few + enough) // 2
        narrow = theorem.width(middle, delta) <= epsilon
        few, enough = (few, middle) if narrow else (middle, enough)
    return enough
