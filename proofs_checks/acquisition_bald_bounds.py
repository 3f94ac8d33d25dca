r"""BALD is at least 0, and at most each of three entropies.

.. math:: 0 \le I(y; \omega) \le \min\bigl(H(\bar p), \ln K, \ln C\bigr)

for K equally likely models and C classes.  All three are reached at once by K = C models that are
sure of different classes.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import chain
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._logarithms import ZERO, Logs, entropy, log
from proofs_checks._model_tables import FEW, MANY, Table, consensus, few, information, many

Ceiling: TypeAlias = Callable[[Table], Logs]

SURE: tuple[Table, ...] = tuple(
    tuple(tuple(Fraction(i == j) for j in range(n)) for i in range(n)) for n in (2, 3)
)


def least(table: Table) -> Logs:
    """Return the least of the entropy of the consensus, ln K and ln C."""
    consensual = entropy(consensus(table))
    few_kinds = log(min(len(table), len(table[0])))
    return min(consensual, few_kinds)


def compared(ceiling: Ceiling, several: Iterable[Table]) -> Finding:
    """Compare with the mutual information of each table."""
    count = reached = 0
    for table in several:
        most, found = ceiling(table), information(table)
        if most < found or found < ZERO:
            return fails(f"{table}", claimed=f"at most {most}", computed=found)
        count, reached = count + 1, reached + (found == most)
    return holds(f"{count} tables, {reached} of which reach the bound")


def sure_and_small(ceiling: Ceiling, rng: np.random.Generator) -> Finding:
    """Start with models that are sure of different classes."""
    del rng
    return compared(ceiling, chain(SURE, few()))


def larger(ceiling: Ceiling, rng: np.random.Generator) -> Finding:
    """Go through many tables."""
    del rng
    return compared(ceiling, chain(SURE, many()))


def random_table(ceiling: Ceiling, rng: np.random.Generator) -> Finding:
    """Try a random table of up to five models and classes."""
    models, classes = rng.integers(1, 6, size=2).tolist()
    weights = (rng.integers(0, 7, size=(models, classes)) ** 2).tolist()
    table = tuple(tuple(Fraction(n, sum(of)) for n in of) for of in weights if sum(of))
    return compared(ceiling, (table,) if table else ())


CLAIM: Claim[Ceiling] = Claim(
    key="acquisition/bald/bounds",
    title="BALD is between 0 and three entropies",
    statement=(
        r"0 \le I(y; \omega) \le \min(H(\bar p), \ln K, \ln C), \quad"
        r" (K, C, d) \in \{(2, 3, 4), (3, 2, 6), (3, 3, 2), (2, 2, 12)\},"
        r"\ p_k(c) \in \tfrac1d \mathbb Z"
    ),
    plain=(
        "The score is never negative, and never more than the entropy of the mean prediction, "
        "the logarithm of the number of models, or that of classes; on 353 small tables."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that about a continuous parameter, sampled by K models, at most ln K is told",
    source=Source(
        "houlsby2011",
        match="related",
        difference="the score is theirs; its bounds, among them ln K, are derived here",
    ),
    expected=Verdict.PROVED,
    formula=least,
    checks=(
        Check(Method.EXHAUSTIVE, sure_and_small, scope=FEW),
        Check(Method.EXHAUSTIVE, larger, scope=MANY, tier="normal"),
    ),
    controls={
        "half of ln K": lambda table: log(len(table)).times(Fraction(1, 2)),
        "the entropy of the first model": lambda table: entropy(table[0]),
        "two thirds of the entropy of the consensus": lambda table: entropy(consensus(table)).times(
            Fraction(2, 3)
        ),
    },
    uses=("acquisition/bald/mutual-information",),
    attack=random_table,
)
