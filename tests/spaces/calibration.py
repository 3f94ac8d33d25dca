"""Simulation-based calibration: a sampler of a law is exchangeable with the law itself.

If a truth and L draws have the same law and are exchangeable, the rank of the truth among
them, by any functional, is uniform on 0..L.  By the inequality of Dvoretzky, Kiefer,
Wolfowitz and Massart the ranks of n independent trials have a distribution function farther
than sqrt(ln(2/alpha) / (2n)) from that with probability at most alpha.
"""

import math
from fractions import Fraction

import numpy as np

ALPHA = 1e-8


def unit(vectors):
    """Return exact vectors as float rows of length one."""
    rows = [[float(Fraction(c) / max(map(abs, v))) for c in v] for v in vectors]
    xs = np.array(rows)
    return xs / np.linalg.norm(xs, axis=1, keepdims=True)


def rank(values, rng):
    """Return the rank of the first value among the others, ties at random."""
    first, *others = values
    ties = sum(v == first for v in others)
    return sum(v < first for v in others) + int(rng.integers(ties + 1))


def distance(ranks, draws):
    """Return how far the ranks among so many draws are from uniform."""
    shares = np.bincount(ranks, minlength=draws + 1) / len(ranks)
    return float(np.abs(np.cumsum(shares) - np.arange(1, draws + 2) / (draws + 1)).max())


def allowed(trials, alpha=ALPHA):
    """Return the distance that ``trials`` ranks exceed with probability at most alpha."""
    return math.sqrt(math.log(2 / alpha) / (2 * trials))


def farthest(trials, draws, rng):
    """Return the largest distance over functionals, each trial a table of their values.

    The truth is the first row of a table, the draws are the others.
    """
    tables = [np.asarray(table) for table in trials]
    assert all(len(table) == draws + 1 for table in tables)
    ranks = np.array([[rank(column, rng) for column in table.T] for table in tables])
    return max(distance(column, draws) for column in ranks.T)
