r"""Random seeds miss the blocks that matter with probability .925^s.

If none of s random labels lies in an inner block, the cut with the fewest errors is in the second
block, whatever the outer labels are, of one kind only or none at all: it is the middle of
:math:`(n, p]` with :math:`n \le .1` (or 0) and :math:`p \ge .9` (or 1).  Then a learner that
asks next to its cut begins as it does with one seed in each of the outer blocks.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sampling_bias import FOUR_BLOCKS
from proofs_checks._four_blocks import SPANS, at, every_place, label
from proofs_checks._identities import chain, identical

Chance: TypeAlias = Callable[[Any], Any]

MISSED = sp.Rational(37, 40)


def one_more_seed(formula: Chance, rng: np.random.Generator) -> Finding:
    """Prove that each seed misses the inner blocks independently of the others."""
    del rng
    s = sp.Symbol("s", integer=True, nonnegative=True)
    outer = sum(sp.Rational(str(FOUR_BLOCKS[i].mass)) for i in (0, 3))
    step = identical(formula(s + 1), outer * formula(s), {s: 2}, "one more seed")
    return chain((identical(formula(sp.Integer(0)), 1, {s: 0}, "no seed"), step), "all s")


def compared(formula: Chance, n: int) -> Finding:
    """Weigh the samples of ``n`` seeds by which the real minimizer is within the second block."""
    lo, hi = SPANS[1]
    for places in every_place(n):
        total = Fraction(0)
        for blocks in product(range(4), repeat=n):
            sample = [(at(*pair), label(at(*pair))) for pair in zip(blocks, places, strict=True)]
            if lo <= Thresholds().erm(sample).cut <= hi:
                total += prod((FOUR_BLOCKS[i].mass for i in blocks), start=Fraction(1))
        if sp.Rational(str(total)) != formula(n):
            return fails(f"{n} seeds at {places}", claimed=formula(n), computed=total)
    return holds(f"{n} seeds, all blocks and places", claimed=formula(n), computed=formula(n))


def two_seeds(formula: Chance, rng: np.random.Generator) -> Finding:
    """Follow all samples of one seed and of two."""
    del rng
    return chain((compared(formula, n) for n in (1, 2)), "1 and 2 seeds, all blocks and places")


def three_seeds(formula: Chance, rng: np.random.Generator) -> Finding:
    """Follow all samples of three seeds."""
    del rng
    return compared(formula, 3)


CLAIM: Claim[Chance] = Claim(
    key="sampling-bias/random-seeds",
    title="Random seeds miss the blocks that matter with probability .925^s",
    statement=(
        r"P(\text{no seed in } [.44, .56] \cup [.6, .65]) = \bigl(\tfrac{37}{40}\bigr)^s = "
        r"P(\text{the cut begins in } [.44, .56]), \quad \text{the second equation for } 1 \le s"
        r" \le 3"
    ),
    plain=(
        "Ten random seeds miss both inner blocks 46 times in 100, and even fifty of them 2 times "
        "in 100; then, as followed for up to three seeds, margin sampling begins in the wrong "
        "place."
    ),
    relation="exact",
    assumptions=frozenset({"independent instances"}),
    does_not_say=(
        "that it escapes otherwise: seeds with no more labels of the third block than of the "
        "second have their cut to the left of both"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda s: MISSED**s,
    checks=(
        Check(Method.SYMBOLIC, one_more_seed, scope="all numbers of seeds, the first equation"),
        Check(
            Method.EXHAUSTIVE,
            two_seeds,
            scope="1 and 2 seeds, all blocks, their ends and middles, the second equation",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            three_seeds,
            scope="3 seeds, all blocks, their ends and middles, the second equation",
            tier="long",
        ),
    ),
    controls={
        "the third block alone tells": lambda s: sp.Rational(19, 20) ** s,
        "seeds of both outer blocks": lambda s: MISSED**s - 2 * (MISSED / 2) ** s,
        "first order only": lambda s: 1 - sp.Rational(3, 40) * s,
    },
)
