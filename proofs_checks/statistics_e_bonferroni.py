r"""e-Bonferroni: however e-values depend on each other, a true null rarely falls.

Rejecting the nulls with :math:`e_i \ge m / \alpha` among :math:`m`, all true,

.. math:: P(\text{some null is rejected}) \le \sum_{i=1}^m P(e_i \ge m / \alpha)
          \le m \cdot \frac{\alpha}{m} = \alpha

by Markov's inequality.  It is sharp: let the :math:`e_i` be :math:`m / \alpha` on
disjoint events of probability :math:`\alpha / m` and zero elsewhere.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.ledger.statistics import e_bonferroni

Procedure: TypeAlias = Callable[[Sequence[Fraction], Fraction], frozenset[int]]
EValue: TypeAlias = tuple[int, ...]

HALF = Fraction(1, 2)


def e_values(outcomes: int) -> list[EValue]:
    """Return every integer e-value on equally likely outcomes: its sum is at most their number."""

    def grown(prefix: EValue) -> Iterator[EValue]:
        if len(prefix) == outcomes:
            yield prefix
            return
        for value in range(outcomes - sum(prefix) + 1):
            yield from grown((*prefix, value))

    return list(grown(()))


def chance_of_a_rejection(formula: Procedure, joint: Sequence[EValue], alpha: Fraction) -> Fraction:
    """Return the probability that some null is rejected; ``joint[i]`` is the i-th e-value."""
    rejected = [
        bool(formula([Fraction(e) for e in row], alpha)) for row in zip(*joint, strict=True)
    ]
    return Fraction(sum(rejected), len(rejected))


def every_pair(formula: Procedure, rng: np.random.Generator) -> Finding:
    """Take all pairs of e-values on four outcomes: all marginals, all dependences."""
    del rng
    pairs = list(product(e_values(4), repeat=2))
    worst = max(chance_of_a_rejection(formula, pair, HALF) for pair in pairs)
    outcome = holds if worst == HALF else fails
    return outcome(f"{len(pairs)} pairs at alpha 1/2", claimed=HALF, computed=worst)


def sharp_for_many(formula: Procedure, rng: np.random.Generator) -> Finding:
    """Put m e-values on disjoint events: the level is exhausted exactly."""
    del rng
    for m, alpha in product(range(1, 6), (HALF, Fraction(1, 5), Fraction(1, 20))):
        size = int(m / alpha)
        joint = [tuple(size if j == i else 0 for j in range(size)) for i in range(m)]
        chance = chance_of_a_rejection(formula, joint, alpha)
        if chance != alpha:
            return fails(f"m={m}", claimed=alpha, computed=chance)
    return holds("m <= 5 disjoint e-values of mean 1: the level is met exactly")


def at_least(formula: Callable[[int, Fraction], Fraction]) -> Procedure:
    """Return the procedure with another threshold."""
    return lambda es, alpha: frozenset(i for i, e in enumerate(es) if e >= formula(len(es), alpha))


CLAIM: Claim[Procedure] = Claim(
    key="statistics/e-bonferroni/family-wise",
    title="e-Bonferroni keeps the family-wise level under every dependence",
    statement=r"P(\exists i : e_i \ge m/\alpha) \le \alpha",
    plain=(
        "Among many true claims, the chance that any is rejected stays below the level, even if "
        "all are tested on the same data."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that averaging or other combinations would reject less",
    source=Source("vovk2021", match="related", difference="Bonferroni's threshold for e-values"),
    expected=Verdict.PROVED,
    formula=e_bonferroni,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_pair,
            scope="all pairs of integer e-values on 4 equally likely outcomes, alpha = 1/2",
        ),
        Check(
            Method.EXHAUSTIVE, sharp_for_many, scope="m <= 5 disjoint e-values, alpha .5, .2, .05"
        ),
    ),
    controls={
        "threshold 1/alpha for each": at_least(lambda _m, alpha: 1 / alpha),
        "one null fewer": at_least(lambda m, alpha: max(m - 1, 1) / alpha),
        "sum of the e-values": lambda es, alpha: frozenset(
            range(len(es)) if sum(es) >= 1 / alpha else ()
        ),
        "above and never at the threshold": lambda es, alpha: frozenset(
            i for i, e in enumerate(es) if e > len(es) / alpha
        ),
    },
)
