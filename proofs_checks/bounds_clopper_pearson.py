r"""Clopper-Pearson is valid, and nothing smaller on its grid is.

The shipped :math:`U(k)` is :math:`\sup \{p : P(\mathrm{Bin}(n, p) \le k) \ge \delta\}`
rounded *up* to a multiple of :math:`2^{-48}`.  So at worst it misses with a little
less than :math:`\delta`, and one unit less at any count is too little:

.. math:: \sup_{p \in [0, 1]} P(p > U(K)) \le \delta
          < P\bigl(\mathrm{Bin}(n, U(k) - 2^{-48}) \le k\bigr) \quad (k < n).

Why: the miscoverage at every :math:`p` is a tail to the right of a jump, and the
tail at a jump is at most :math:`\delta` by the choice of :math:`U(k)`.
"""

from fractions import Fraction

import numpy as np

from altheory.bounds._binomial import tail_at_most
from altheory.bounds._bound import GRID_BITS
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
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
    title="Clopper-Pearson misses with probability at most delta, and nothing smaller does",
    statement=(
        r"\sup_p P(p > U(K)) \le \delta "
        r"< P\bigl(\mathrm{Bin}(n, U(k) - 2^{-48}) \le k\bigr) \quad "
        r"(k < n \le 8,\ \delta \in \{\tfrac12, \tfrac1{20}, \tfrac1{100}\})"
    ),
    plain=(
        "In up to 8 trials, at error probabilities 1/2, 1/20 and 1/100, the binomial tail turned "
        "around and rounded up to 2^-48 never fails more often than stated, and one unit less at "
        "any count does."
    ),
    relation="upper",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say=(
        "that it misses with exactly delta at worst, which rounding up prevents, or that it holds "
        "at every n at once; see bounds/peeking/hoeffding"
    ),
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
