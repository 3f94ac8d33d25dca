r"""e-Bonferroni: however e-values depend on each other, a true null rarely falls.

Rejecting the nulls with :math:`e_i \ge t = m / \alpha` among :math:`m`, all true,

.. math:: P(\text{some null is rejected}) \le \sum_{i=1}^m P(e_i \ge t)
          \le \sum_{i=1}^m \frac{\mathbb E[e_i]}{t} \le \frac mt = \alpha

by Markov's inequality: 1 is at most :math:`e/t` where :math:`e \ge t`, and 0 is elsewhere.
It is sharp: let the :math:`e_i` be :math:`t` on disjoint events of probability
:math:`1/t` and zero elsewhere.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from altheory.ledger.statistics import e_bonferroni

Threshold: TypeAlias = Callable[[Any, Any], Any]
EValue: TypeAlias = tuple[int, ...]

HALF = Fraction(1, 2)
ALPHAS = (HALF, Fraction(1, 5), Fraction(1, 20))


def e_values(outcomes: int) -> list[EValue]:
    """Return every integer e-value on equally likely outcomes: its sum is at most their number."""

    def grown(prefix: EValue) -> Iterator[EValue]:
        if len(prefix) == outcomes:
            yield prefix
            return
        for value in range(outcomes - sum(prefix) + 1):
            yield from grown((*prefix, value))

    return list(grown(()))


def chance_of_a_rejection(
    threshold: Threshold, joint: Sequence[EValue], alpha: Fraction
) -> Fraction:
    """Return the probability that some null is rejected; ``joint[i]`` is the i-th e-value."""
    rejected = [max(row) >= threshold(len(joint), alpha) for row in zip(*joint, strict=True)]
    return Fraction(sum(rejected), len(rejected))


def union_of_markov(threshold: Threshold, rng: np.random.Generator) -> Finding:
    """Prove, for every m and alpha, that Markov's bounds add up to alpha."""
    del rng
    m = sp.Symbol("m", integer=True, positive=True)
    alpha, e, over = sp.symbols("alpha e over", positive=True)
    i, t = sp.Symbol("i", integer=True), sp.sympify(threshold(m, alpha))
    markov = sp.simplify((t + over) / t - 1)  # at e = t + over; below t, e/t >= 0 is enough
    total = sp.simplify(sp.summation(1 / t, (i, 1, m)) - alpha)
    if total.is_zero and markov.is_positive and (e / t).is_positive:
        seen = f"e/t - 1 = {markov} at e = t + over, and m/t = alpha"
        return holds(seen, claimed="m/t - alpha = 0", computed=f"m/t - alpha = {total}")
    there = total.subs({m: 7, alpha: sp.Rational(1, 3)})
    if there.is_nonzero:
        return fails(f"m/t - alpha = {total}", claimed=0, computed=there)
    return unknown(f"m/t - alpha = {total}, e/t - 1 = {markov}")


def the_shipped_procedure(threshold: Threshold, rng: np.random.Generator) -> Finding:
    """Compare which nulls are rejected, at and around the threshold."""
    del rng
    cases = list(product(range(1, 6), ALPHAS, range(1, 121)))
    for m, alpha, at in cases:
        es = [Fraction(at), *[Fraction(at - 1)] * (m - 1)]
        expected = frozenset(i for i, e in enumerate(es) if e >= threshold(m, alpha))
        if e_bonferroni(es, alpha) != expected:
            rejected = len(e_bonferroni(es, alpha))
            return fails(f"m={m}, alpha={alpha}, e={at}", claimed=len(expected), computed=rejected)
    return holds(f"{len(cases)} sets of e-values up to 120: the same are rejected")


def every_pair(threshold: Threshold, rng: np.random.Generator) -> Finding:
    """Take all pairs of e-values on four outcomes: all marginals, all dependences."""
    del rng
    pairs = list(product(e_values(4), repeat=2))
    worst = max(chance_of_a_rejection(threshold, pair, HALF) for pair in pairs)
    outcome = holds if worst == HALF else fails
    return outcome(f"{len(pairs)} pairs at alpha 1/2", claimed=HALF, computed=worst)


def sharp_for_many(threshold: Threshold, rng: np.random.Generator) -> Finding:
    """Put m e-values on disjoint events: the level is exhausted exactly."""
    del rng
    for m, alpha in product(range(1, 6), ALPHAS):
        size = int(m / alpha)
        joint = [tuple(size if j == i else 0 for j in range(size)) for i in range(m)]
        chance = chance_of_a_rejection(threshold, joint, alpha)
        if chance != alpha:
            return fails(f"m={m}", claimed=alpha, computed=chance)
    return holds("m <= 5 disjoint e-values of mean 1: the level is met exactly")


CLAIM: Claim[Threshold] = Claim(
    key="statistics/e-bonferroni/family-wise",
    title="e-Bonferroni keeps the family-wise level under every dependence",
    statement=r"P(\exists i \le m : e_i \ge m/\alpha) \le \alpha",
    plain=(
        "Among many true claims, the chance that any is rejected stays below the level, even if "
        "all are tested on the same data."
    ),
    relation="upper",
    does_not_say="that averaging or other combinations would reject less",
    source=Source("vovk2021", match="related", difference="Bonferroni's threshold for e-values"),
    expected=Verdict.PROVED,
    formula=lambda m, alpha: m / alpha,
    checks=(
        Check(Method.SYMBOLIC, union_of_markov, scope="all m, alpha, e-values, dependences"),
        Check(
            Method.EXHAUSTIVE,
            the_shipped_procedure,
            scope="m <= 5 integer e-values up to 120, alpha .5, .2, .05",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_pair,
            scope="all pairs of integer e-values on 4 equally likely outcomes, alpha = 1/2",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE, sharp_for_many, scope="m <= 5 disjoint e-values, alpha .5, .2, .05"
        ),
    ),
    controls={
        "threshold 1/alpha for each": lambda _m, alpha: 1 / alpha,
        "one null fewer": lambda m, alpha: (m - 1) / alpha,
        "one null more, which is not sharp": lambda m, alpha: (m + 1) / alpha,
        "the square of the level": lambda m, alpha: m / alpha**2,
    },
)
