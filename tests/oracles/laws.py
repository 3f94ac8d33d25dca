"""What every label law keeps, as plain functions, and laws to try them on."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from altheory.hypotheses.thresholds import Threshold
from altheory.numeric.enclosure import Enclosure
from altheory.oracles.block import block
from altheory.oracles.classification_noise import classification_noise
from altheory.oracles.massart import massart
from altheory.oracles.pure_noise import pure_noise
from altheory.oracles.rare_positives import rare_positives
from altheory.oracles.realizable import realizable
from altheory.oracles.tie import tie
from altheory.oracles.tsybakov import tsybakov
from altheory.spaces.line import UNIT
from altheory.spaces.line_laws import UniformInterval
from altheory.testing.strategies import rationals_in_unit

KAPPAS = tuple(map(Fraction, ("1", "5/4", "3/2", "2", "7/3", "3", "4")))
CUTS = tuple(Fraction(k, 6) for k in range(7))


def on_the_line(cut):
    """Every label law of the line, with the target at ``cut``."""
    target = Threshold(cut)
    return (
        realizable(target),
        classification_noise(target, Fraction(1, 10)),
        classification_noise(target, Fraction(1, 2)),
        massart(target, Fraction(1, 3)),
        massart(target, Fraction(1, 3), UNIT),
        *(tsybakov(target, kappa) for kappa in KAPPAS),
        block(),
        tie(),
        pure_noise(UNIT),
        rare_positives(),
    )


LAWS = tuple(law for cut in CUTS for law in on_the_line(cut))


def laws():
    """Draw a label law of the line."""
    return rationals_in_unit(12).flatmap(lambda cut: st.sampled_from(on_the_line(cut)))


def ends(x):
    """The two ends of what is known of a number."""
    return (x.lo, x.hi) if isinstance(x, Enclosure) else (x, x)


def compare_is_the_sign_of_probability_minus_u(law, x, u):
    sign, (lo, hi) = law.compare(x, u), ends(law.probability(x))
    assert (sign > 0) >= (lo > u)
    assert (sign < 0) >= (hi < u)
    if lo == hi:
        assert sign == (lo > u) - (lo < u)


def bayes_says_plus_iff_probability_is_at_least_half(law, x):
    assert (x in law.bayes) == (law.compare(x, Fraction(1, 2)) >= 0)


def error_is_the_integral(law, positive, cells):
    """Between sums of the least and largest chance of an error on each of ``cells`` cells.

    On a cell whose ends the region and the law do not separate, the chance is monotone;
    where they do, it lies between 0 and 1.
    """
    edges = sorted({Fraction(k, cells) for k in range(cells + 1)} | set(law.turns))
    low = high = Fraction(0)
    for a, b in pairwise(edges):
        smooth = not any(a < x < b for x, _ in positive.cuts)
        chances = [chance_of_error(law, positive, a + (b - a) * s) for s in (EPS, 1 - EPS)]
        low += (b - a) * (min(lo for lo, _ in chances) - SLACK if smooth else 0)
        high += (b - a) * (max(hi for _, hi in chances) + SLACK if smooth else 1)
    lo, hi = ends(law.error(positive, UniformInterval()))
    assert low <= lo <= hi <= high


EPS = Fraction(1, 10**40)
SLACK = Fraction(1, 10**9)  # more than a chance changes within EPS of an end (kappa >= 5/4)


def chance_of_error(law, positive, x):
    lo, hi = ends(law.probability(x))
    return (1 - hi, 1 - lo) if x in positive else (lo, hi)
