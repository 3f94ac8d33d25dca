r"""Entropy is at most the logarithm of the number of classes, and uniform rows alone reach it.

.. math:: H(p) \le \ln C, \qquad H(p) = \ln C \iff p_c = \tfrac1C \text{ for all } c ,

so log2 3, or 1.58496 bits, for three classes.
"""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._logarithms import Logs, Row, entropy, log, rows

Most: TypeAlias = Callable[[int], Logs]


def compared(most: Most, several: Iterable[Row]) -> Finding:
    """Compare with the entropy of each row, and see which rows reach it."""
    count = 0
    for row in several:
        bound, found = most(len(row)), entropy(row)
        if bound < found or (bound == found) != (len(set(row)) == 1):
            return fails(f"{row}", claimed=f"at most {bound}", computed=found)
        count += 1
    return holds(f"{count} rows; the uniform ones alone reach ln C")


def few(most: Most, rng: np.random.Generator) -> Finding:
    """Go through rows of two and three classes."""
    del rng
    return compared(most, chain(rows(2, 12), rows(3, 6)))


def many(most: Most, rng: np.random.Generator) -> Finding:
    """Go through rows of up to four classes."""
    del rng
    return compared(most, chain(rows(1, 1), rows(2, 60), rows(3, 24), rows(4, 12)))


CLAIM: Claim[Most] = Claim(
    key="acquisition/entropy/maximum",
    title="The largest entropy is that of the uniform row",
    statement=(
        r"H(p) \le \ln C, \text{ with equality iff } p \text{ is uniform}, \quad"
        r" (C, d) \in \{(2, 60), (3, 24), (4, 12)\},\ p_c \in \tfrac1d \mathbb Z"
    ),
    plain=(
        "No row has more entropy than the uniform one, such as log2 3, or 1.58496 bits, for three "
        "classes, and no other has as much; on all rows with entries k/60, k/24 and k/12."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that the model knows least where it is uniform: the label may be a coin",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=log,
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="2 classes with entries k/12, 3 with k/6"),
        Check(Method.EXHAUSTIVE, many, scope="k/60, k/24 and k/12 of 2, 3, 4", tier="normal"),
    ),
    controls={
        "one class fewer": lambda classes: log(max(classes - 1, 1)),
        "one class more": lambda classes: log(classes + 1),
        "one bit": lambda _: log(2),
    },
)
