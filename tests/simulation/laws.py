"""Exact laws of CAL by enumeration of naive runs, and how far a sample may be from them."""

import math
from collections import Counter
from fractions import Fraction
from itertools import accumulate, permutations, product

from altheory.hypotheses.finite import FiniteHypothesis
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.cal import CAL
from altheory.simulation.stream import run
from altheory.spaces.finite import FiniteRegion

ALPHA = 1e-6


def threshold_law(n, batch):
    """Return the law of CAL's labels on n uniform instances and a uniform target.

    All orders of the target and the instances are equally likely.
    """
    cal = CAL(Thresholds().version_space(), batch)
    orders = list(permutations(range(1, n + 2)))
    asked = Counter(
        run(cal, [Fraction(k, n + 2) for k in rest], Threshold(Fraction(first, n + 2))).queries
        for first, *rest in orders
    )
    return {q: Fraction(times, len(orders)) for q, times in asked.items()}


def finite_law(hypotheses, n):
    """Return the law of CAL's labels on n uniform points and a uniform target."""
    cal = CAL(hypotheses.version_space())
    targets = [
        FiniteHypothesis(FiniteRegion(hypotheses.n_points, m)) for m in hypotheses.hypotheses
    ]
    runs = list(product(targets, product(range(hypotheses.n_points), repeat=n)))
    asked = Counter(run(cal, xs, target).queries for target, xs in runs)
    return {q: Fraction(times, len(runs)) for q, times in asked.items()}


def mean(law):
    return sum(q * p for q, p in law.items())


def distribution(law):
    """Return the distribution function of a law on the integers."""
    return lambda k: float(sum((p for q, p in law.items() if q <= k), Fraction(0)))


def deviates(sample, cdf, alpha=ALPHA):
    """Tell whether the empirical distribution function is too far from ``cdf``.

    By Dvoretzky, Kiefer, Wolfowitz and Massart a sample of size n from the law itself
    is farther off than r = sqrt(ln(2/alpha)/(2n)) with probability at most alpha, so
    a law farther than 2r from it is noticed with probability at least 1 - alpha.
    """
    n = len(sample)
    counts, seen, farthest = Counter(sample), 0, 0.0
    for k in range(min(sample) - 1, max(sample) + 1):
        seen += counts[k]
        farthest = max(farthest, abs(seen / n - cdf(k)))
    return farthest > math.sqrt(math.log(2 / alpha) / (2 * n))


def differ(one, other, alpha=ALPHA):
    """Tell whether two samples are too far apart to have one law.

    Each is farther than its own r from its law with probability at most alpha / 2, as in
    ``deviates``, so laws farther apart than twice the sum of both are noticed.
    """
    room, ends = 0.0, (min(*one, *other), max(*one, *other))
    for sample in (one, other):
        room += math.sqrt(math.log(4 / alpha) / (2 * len(sample)))
    first, second = (_empirical(sample, *ends) for sample in (one, other))
    return max(abs(a - b) for a, b in zip(first, second, strict=True)) > room


def _empirical(sample, least, most):
    counts = Counter(sample)
    steps = accumulate(counts[k] for k in range(least, most + 1))
    return [seen / len(sample) for seen in steps]
