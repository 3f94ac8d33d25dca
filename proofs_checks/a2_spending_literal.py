r"""The literal counter: a sixth of delta (1 + 1/2 + ... + 1/R), below delta for 226 rounds.

A counter that advances once a round and twice a look makes the k-th look, in round r,
spend :math:`\delta / (a (a + 1))` with :math:`a = 2 k + r + 1`.  A round that begins after
K looks leaves out every second number from :math:`a = 2 K + r + 1` on, and the terms fall:

.. math:: \sum_{j \ge 1} \frac{1}{(a + 2 j)(a + 2 j + 1)}
          \le \frac12 \sum_{m > a} \frac{1}{m (m + 1)} = \frac{1}{2 (a + 1)}
          \le \frac{1}{6 r},

since every round before had a look, :math:`K \ge r - 1`.  So R rounds fail with probability
:math:`\frac{\delta}{6} (1 + 1/2 + \dots + 1/R)` at most, which is less than delta up to
R = 226.  A2 with :math:`\varepsilon \ge 2^{-226}` has no more rounds than that.
"""

from fractions import Fraction

import numpy as np
import sympy as sp

from altheory.bounds._schedule import share
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from altheory.theory.a2_price import a2_rounds_at_most
from proofs_checks._identities import chain, identical
from proofs_checks.a2_spending_looks import ROUNDS, Factor, harmonic

M, R = sp.symbols("m R", integer=True, positive=True)
LOOKS, MOST = 200, 226


def sixth(rounds: int) -> Fraction:
    """Return (1 + 1/2 + ... + 1/R) / 6."""
    return harmonic(rounds) / 6


def every_second(factor: Factor, rng: np.random.Generator) -> Finding:
    """Compare every second term with half of it and the one before, and telescope these."""
    del rng

    before, term = 1 / (M * (M + 1)), 1 / ((M + 1) * (M + 2))  # m = a + 2 j - 1
    pair = (before + term) / 2
    ends = (1 / M - 1 / (M + 2)) / 2
    more = sp.factor(pair - term)
    if not more.is_positive:
        return unknown(f"the sign of {more} is open")
    earliest = 2 * (R - 1) + R + 1  # a for K = R - 1, and no less for a later begin
    steps = (
        identical(sp.factor(pair), sp.factor(ends), {M: 3}, "two terms telescope"),
        identical(sp.expand(2 * (earliest + 1)), 6 * R, {R: 3}, "when round R begins"),
        by_number(factor),
    )
    return chain(steps, f"every a, j, K and r by algebra; R <= {ROUNDS} and {MOST} by addition")


def by_number(factor: Factor) -> Finding:
    """Add 1/(6 r) round by round; the last sum is at most 1."""
    for r in range(1, ROUNDS + 1):
        if factor(r) - factor(r - 1) != Fraction(1, 6 * r):
            grows = factor(r) - factor(r - 1)
            return fails(f"round {r}", claimed=grows, computed=Fraction(1, 6 * r))
    rounds = a2_rounds_at_most(Fraction(1, 2**MOST))
    enough = rounds == MOST and factor(MOST) <= 1 < factor(MOST + 1)
    return holds("226 rounds") if enough else unknown("226 is another number of rounds")


def as_shipped(factor: Factor, rng: np.random.Generator) -> Finding:
    """Add up the package's shares of rounds that begin as early as they may."""
    del rng
    claimed = computed = Fraction(0)
    for r in range(1, ROUNDS + 1):
        parts = (share("literal", r - 1 + j, r, j) for j in range(1, LOOKS + 1))
        computed, claimed = computed + sum(parts, Fraction(0)), factor(r)
        if computed > claimed:
            return fails(f"{r} rounds", claimed=float(claimed), computed=float(computed))
    return holds(f"{ROUNDS} rounds", claimed=f"<= {float(claimed):.6g}", computed=float(computed))


CLAIM: Claim[Factor] = Claim(
    key="a2/spending/literal",
    title="The literal counter spends less than delta, for 226 rounds",
    statement=(
        r"P(\text{A2 fails in } R \text{ rounds}) \le \frac{\delta}{6} \sum_{r=1}^{R} \frac1r"
        r" \le \delta \ (R \le 226), \quad \text{look } k \text{ in round } r \text{ spending}"
        r" \frac{\delta}{(2k+r+1)(2k+r+2)}"
    ),
    plain=(
        "If the counter of looks advances once a round and twice a look, A2 fails with probability "
        "less than delta for every epsilon down to 2 to the power of -226."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances"}),
    does_not_say="that the paper's counter is this one: its pseudo-code was not seen",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=sixth,
    checks=(
        Check(Method.SYMBOLIC, every_second, scope="every a, j, K, r; R <= 12 and 226 by addition"),
        Check(Method.EXHAUSTIVE, as_shipped, scope="the package's shares, up to 12 rounds"),
    ),
    controls={
        "an eighth": lambda rounds: harmonic(rounds) / 8,
        "a seventh": lambda rounds: harmonic(rounds) / 7,
        "the first round's sixth": lambda rounds: Fraction(min(rounds, 1), 6),
    },
    uses=("a2/spending/looks",),
)
