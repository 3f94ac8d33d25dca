r"""Clopper-Pearson is valid, and no valid bound of its kind is smaller.

With :math:`U(k) = \sup \{p : P(\mathrm{Bin}(n, p) \le k) \ge \delta\}`,

.. math:: \sup_{p \in [0, 1]} P(p > U(K)) = \delta.

Why: at the jump :math:`U(k)` the tail is :math:`\delta` by definition, and the
miscoverage at every :math:`p` is a tail to the right of a jump.  A smaller value
at any :math:`k` would put a larger tail there.
"""

from fractions import Fraction

import numpy as np

from altheory.bounds._binomial import tail_at_most
from altheory.bounds._bound import GRID_BITS
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from proofs_checks._coverage import CHECKS, SMALL, Upper, ends, random_jump

ULP = Fraction(1, 2**GRID_BITS)


def upper(k: int, n: int, delta: Fraction) -> Fraction:
    """Return the shipped bound."""
    return clopper_pearson(k, n, delta, side="upper").upper


def cannot_be_lowered(bound: Upper, rng: np.random.Generator) -> Finding:
    """Lower the bound at one count by one unit of its grid: it misses too often."""
    del rng
    for n, delta in SMALL:
        for k, u in enumerate(ends(bound, n, delta)[:-1]):
            if tail_at_most(k, n, u - ULP, delta):
                return fails(f"n={n}, k={k}, delta={delta}: {float(u):.6g} is larger than needed")
    return holds("at every count below n, one unit of 2^-48 less is too little")


CLAIM: Claim[Upper] = Claim(
    key="bounds/clopper-pearson/validity",
    title="Clopper-Pearson misses with probability at most delta, and exactly delta at worst",
    statement=(
        r"\sup_p P(p > U(K)) = \delta, \quad "
        r"U(k) = \sup\{p : P(\mathrm{Bin}(n, p) \le k) \ge \delta\}"
    ),
    plain=(
        "The binomial tail turned around never fails more often than stated, for no probability, "
        "and cannot be made smaller at any count."
    ),
    relation="exact",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say="that the bound holds at every n at once; see bounds/peeking/hoeffding",
    source=Source("clopper1934", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=upper,
    checks=(
        *CHECKS,
        Check(
            Method.EXHAUSTIVE,
            cannot_be_lowered,
            scope="every k < n, n <= 8, delta in {1/2, 1/20, 1/100}, to 2^-48",
        ),
    ),
    controls={
        "one success fewer": lambda k, n, delta: upper(max(k - 1, 0), n, delta),
        "delta twice as large": lambda k, n, delta: upper(k, n, min(2 * delta, Fraction(99, 100))),
        "delta halved for one side": lambda k, n, delta: upper(k, n, delta / 2),
        "one trial more": lambda k, n, delta: upper(k, n + 1, delta),
    },
    attack=random_jump,
)
