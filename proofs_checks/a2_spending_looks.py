r"""Numbering the looks of all rounds: what is proved is delta (1 + 1/2 + ... + 1/R).

The k-th look of A2 spends :math:`\delta / (k (k + 1))`, whatever round it is in.  Given how a
round begins after K looks, its labels are independent draws, and a union over its looks
fails with probability at most

.. math:: \sum_{j=1}^{J} \frac{\delta}{(K + j)(K + j + 1)}
          = \frac{\delta}{K + 1} - \frac{\delta}{K + J + 1} < \frac{\delta}{K + 1} .

Every round before had a look, so that :math:`K \ge r - 1` in round r, and R rounds fail with
probability :math:`\delta (1 + 1/2 + \dots + 1/R)` at most.
"""

from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np
import sympy as sp

from altheory.bounds import uniform
from altheory.bounds._schedule import share
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._a2_paths import learner, looks
from proofs_checks._identities import chain, identical
from proofs_checks.a2_spending_rounds import SHORT

# From a number of rounds to the multiple of delta that their looks are proved to fail with.
Factor: TypeAlias = Callable[[int], Fraction]

J, K = sp.symbols("J K", integer=True, positive=True)
ROUNDS, LOOKS = 12, 200


def harmonic(rounds: int) -> Fraction:
    """Return 1 + 1/2 + ... + 1/R."""
    return sum((Fraction(1, r) for r in range(1, rounds + 1)), Fraction(0))


def one_round(factor: Factor, rng: np.random.Generator) -> Finding:
    """Prove what a round after K looks spends, and take the fewest looks that K may be."""
    del rng
    spent = 1 / (K + 1) - 1 / (K + J + 1)
    look = 1 / ((K + J) * (K + J + 1))
    at = {K: 2, J: 3}

    def numbers() -> Finding:
        for r in range(1, ROUNDS + 1):
            most = (1 / (K + 1)).subs(K, r - 1)  # which falls with K
            grows = factor(r) - factor(r - 1)
            if grows != Fraction(int(most.p), int(most.q)):
                return fails(f"round {r}", claimed=grows, computed=most)
        return holds("each round")

    steps = (
        identical(look.subs(J, 1), sp.factor(spent.subs(J, 1)), at, "the first look of a round"),
        identical(look, sp.factor(spent - spent.subs(J, J - 1)), at, "the J-th look of a round"),
        numbers() if factor(0) == 0 else unknown("no round spends something"),
    )
    return chain(steps, f"every K and J by telescoping; R <= {ROUNDS} by addition")


def as_shipped(factor: Factor, rng: np.random.Generator) -> Finding:
    """Add up the package's shares of rounds that begin as early as they may."""
    del rng
    claimed = computed = Fraction(0)
    for r in range(1, ROUNDS + 1):
        parts = [share("looks", r - 1 + j, r, j) for j in range(1, LOOKS + 1)]
        rest = Fraction(1, r + LOOKS)  # of the looks beyond
        computed, claimed = computed + sum(parts, Fraction(0)) + rest, factor(r)
        if computed > claimed:
            return fails(f"{r} rounds", claimed=claimed, computed=computed)
    return holds(f"{ROUNDS} rounds", claimed=f"{float(claimed):.6g}", computed=float(computed))


def on_paths(factor: Factor, rng: np.random.Generator) -> Finding:
    """Add up what the looks of a round spend, on every path of three cuts over two rounds."""
    del rng
    bound = uniform("clopper-pearson", SHORT.of)
    run = learner(SHORT.of, bound, SHORT.epsilon, SHORT.delta, weights=SHORT.weights)
    most, of_round = Fraction(0), 0
    for state, _ in (stop for stops in looks(run, SHORT.chances, SHORT.most) for stop in stops):
        spent: dict[int, Fraction] = defaultdict(Fraction)
        for look in state.looks:
            spent[look.round] += look.delta
        for r, computed in spent.items():
            claimed = SHORT.delta * (factor(r) - factor(r - 1))
            if computed > claimed:
                return fails(f"round {r}", claimed=claimed, computed=computed)
        most, of_round = max((most, of_round), (spent[max(spent)], max(spent)))
    return holds(f"a round spends up to {most} of {SHORT.delta}", computed=most)


CLAIM: Claim[Factor] = Claim(
    key="a2/spending/looks",
    title="Numbered looks are proved to spend delta (1 + 1/2 + ... + 1/R)",
    statement=(
        r"K \ge r - 1 \implies \sum_{j=1}^{J} \frac{\delta}{(K + j)(K + j + 1)} ="
        r" \frac{\delta}{K + 1} - \frac{\delta}{K + J + 1} < \frac{\delta}{r}, \quad"
        r" P(\text{A2 fails in } R \text{ rounds}) \le \delta \sum_{r=1}^{R} \frac1r"
    ),
    plain=(
        "If looks are numbered over all rounds, a union over the looks of each round bounds the "
        "failure of A2 by delta times 1 + 1/2 + ... + 1/R, which is more than delta from two "
        "rounds on."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances"}),
    does_not_say="that any law makes A2 fail more often than delta: none is known",
    source=Source(
        "balcan2009agnostic",
        match="related",
        difference="commonly stated with delta alone; derived here, the paper was not seen",
    ),
    expected=Verdict.PROVED,
    formula=harmonic,
    checks=(
        Check(Method.SYMBOLIC, one_round, scope="every K and J; R <= 12 by addition"),
        Check(
            Method.EXHAUSTIVE,
            as_shipped,
            scope="the package's shares, up to 12 rounds",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            on_paths,
            scope="every path of three cuts over two rounds of 13 labels",
            tier="normal",
        ),
    ),
    controls={
        "delta": lambda rounds: Fraction(min(rounds, 1)),
        "1 + 1/4 + ... + 1/R^2": lambda rounds: sum(
            (Fraction(1, r * r) for r in range(1, rounds + 1)), Fraction(0)
        ),
        "half of it": lambda rounds: harmonic(rounds) / 2,
    },
)
