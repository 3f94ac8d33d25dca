r"""The k best scores may be those of k copies, which tell no more than one.

In a pool with b copies of a question that tells one bit and one that tells less about another
bit,

.. math:: \sum_i I(y_i; \omega) = b \text{ bits}, \qquad I(y_{1:b}; \omega) = 1 \text{ bit}

for the b largest scores.  The greedy batch takes one copy, and then the other question.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._label_laws import given_models, told
from proofs_checks._logarithms import ZERO, log
from proofs_checks._small_pools import Question

Bits: TypeAlias = Callable[[int], tuple[int, int]]  # of the scores together, and of the batch

MODELS = list(product((Fraction(0), Fraction(1)), repeat=2))  # two bits
FIRST: Question = tuple(first for first, _ in MODELS)
OTHER: Question = tuple((1 + 2 * second) / 4 for _, second in MODELS)  # right with 3/4


def compared(bits: Bits, sizes: Sequence[int]) -> Finding:
    """Take the largest scores and the greedy batch by the package, and see what they tell."""
    from altheory.acquisition import bald, batchbald, top_k

    for b in sizes:
        pool = [FIRST] * b + [OTHER]
        table = [[[float(1 - p), float(p)] for p in question] for question in pool]
        chosen = top_k(bald(table), b).indices
        law = given_models(list(zip(*(pool[i] for i in chosen), strict=True)))
        axes = range(1, b + 1)
        single = sum((told(law, (i,)) for i in axes), ZERO)
        found, claimed = (single, told(law, axes)), tuple(log(2).times(n) for n in bits(b))
        if found != claimed or batchbald(table, 2).indices != (0, b):
            return fails(f"b = {b}", claimed=bits(b), computed=f"{found[0]}, {found[1]}")
    return holds(f"b in {tuple(sizes)}; the greedy batch takes the other question second")


def few_copies(bits: Bits, rng: np.random.Generator) -> Finding:
    """Put one to three copies into the pool."""
    del rng
    return compared(bits, (1, 2, 3))


def ten_copies(bits: Bits, rng: np.random.Generator) -> Finding:
    """Put up to six copies into the pool, and ten."""
    del rng
    return compared(bits, (4, 5, 6, 10))


CLAIM: Claim[Bits] = Claim(
    key="acquisition/top-k/copies",
    title="The largest scores may be those of copies, which tell no more than one",
    statement=(
        r"\sum_{i \le b} I(y_i; \omega) = b \text{ bits}, \quad I(y_{1:b}; \omega) = 1 \text{ bit}"
        r" \text{ for the } b \text{ largest scores of } b \text{ copies and another}, \quad"
        r" b \in \{1, \dots, 6, 10\}"
    ),
    plain=(
        "Ten copies of a question that tells one bit have ten bits of scores, are the ten largest, "
        "and tell one bit; the greedy batch takes another question second."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that a pool without near copies suffers, nor how large a batch may be",
    source=Source(
        "kirsch2019",
        match="related",
        difference="there near copies in image data; here copies, exactly",
    ),
    expected=Verdict.PROVED,
    formula=lambda b: (b, 1),
    checks=(
        Check(Method.EXHAUSTIVE, few_copies, scope="1 to 3 copies, and another question"),
        Check(
            Method.EXHAUSTIVE,
            ten_copies,
            scope="4, 5, 6 and 10 copies, and another question",
            tier="normal",
        ),
    ),
    controls={
        "as much as the scores say": lambda b: (b, b),
        "two bits of two or more": lambda b: (b, min(b, 2)),
        "scores share the bit": lambda _: (1, 1),
    },
    uses=("acquisition/batchbald/sum",),
)
