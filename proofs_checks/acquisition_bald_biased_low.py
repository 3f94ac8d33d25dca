r"""A sample of models never shows more than the models do, on average, and more of them show more.

Of T models drawn with replacement from K equally likely ones,

.. math:: \mathbb E\, \mathrm{BALD}_T \le \mathbb E\, \mathrm{BALD}_{T+1} \le I(y; \omega) ,

since the mean of a sample has the mean of all as its expectation and entropy is concave (Jensen),
while the mean entropy of the sample is unbiased.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache
from itertools import chain, product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._logarithms import ZERO, Logs
from proofs_checks._model_tables import UNSURE, Table, information, tables

Ceiling: TypeAlias = Callable[[Table, int], Logs]


@cache
def expected(table: Table, t: int) -> Logs:
    """Return the mean information of t models drawn with replacement, over all draws."""
    draws = (information(tuple(sorted(drawn))) for drawn in product(table, repeat=t))
    return sum(draws, ZERO).times(Fraction(1, len(table) ** t))


def compared(ceiling: Ceiling, several: Iterable[Table], most: int) -> Finding:
    """Compare with the mean over all draws of one to ``most`` models."""
    count = 0
    for table in several:
        for t in range(1, most + 1):
            bound, found = ceiling(table, t), expected(table, t)
            if bound < found or found < expected(table, max(t - 1, 1)):
                where = f"{t} drawn of {table}"
                return fails(where, claimed=f"at most {bound}", computed=found)
        count += 1
    return holds(f"{count} tables, 1 to {most} models drawn")


def pairs_drawn(ceiling: Ceiling, rng: np.random.Generator) -> Finding:
    """Draw up to two models."""
    del rng
    return compared(ceiling, chain((UNSURE,), tables(3, 2, 2)), 2)


def more_drawn(ceiling: Ceiling, rng: np.random.Generator) -> Finding:
    """Draw up to four models."""
    del rng
    return compared(ceiling, chain((UNSURE,), tables(3, 2, 2), tables(2, 2, 6)), 4)


CLAIM: Claim[Ceiling] = Claim(
    key="acquisition/bald/biased-low",
    title="BALD of sampled models never exceeds the information on average, and grows with them",
    statement=(
        r"\mathbb E\, \mathrm{BALD}_T \le \mathbb E\, \mathrm{BALD}_{T+1} \le I(y; \omega), \quad"
        r" (K, C, d) \in \{(3, 2, 2), (2, 2, 6)\},\ p_k(c) \in \tfrac1d \mathbb Z,\ T \le 4"
    ),
    plain=(
        "The mean score of up to four models drawn from two or three is at most what the label "
        "tells about all of them, and never falls if one more is drawn; on 39 small tables."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that every sample shows too little: one of unlike models shows too much",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda table, _: information(table),
    checks=(
        Check(Method.EXHAUSTIVE, pairs_drawn, scope="one or two of 3 models, entries k/2"),
        Check(
            Method.EXHAUSTIVE,
            more_drawn,
            scope="up to four of 3 models with entries k/2, of 2 with k/6",
            tier="normal",
        ),
    ),
    controls={
        "the usual factor 1 - 1/T": lambda table, t: information(table).times(Fraction(t - 1, t)),
        "half of it": lambda table, _: information(table).times(Fraction(1, 2)),
    },
    uses=("acquisition/bald/mutual-information",),
)
