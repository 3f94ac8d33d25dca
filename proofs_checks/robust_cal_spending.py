r"""Shares of RobustCAL's looks add up to less than delta, whatever the run.

The k-th look spends :math:`\delta / (k (k + 1))`, and which look is the k-th is known before its
labels are: it sees none twice, and that a stretch is not looked at depends on the number of its
labels alone.  So a union over the looks fails with probability at most

.. math:: \sum_{k=1}^{K} \frac{\delta}{k (k + 1)} = \delta \Bigl(1 - \frac1{K + 1}\Bigr) .

A2 numbers its looks in the same way, but looks at labels again, and there that is not proved.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import chain, identical
from proofs_checks._stretches import Cell, Labeled, learner

# From the number of looks to the multiple of delta that they spend.
Spent: TypeAlias = Callable[[Any], Any]

K = sp.Symbol("K", integer=True, positive=True)
CROSS = FiniteClass(2, ["--", "+-", "-+", "++"])


def telescoped(spent: Spent, rng: np.random.Generator) -> Finding:
    """Compare the first share, and each further one with what the sum grows by."""
    del rng
    at = {K: 3}
    share = 1 / (K * (K + 1))
    steps = (
        identical(spent(sp.Integer(1)), share.subs(K, 1), at, "the first look"),
        identical(spent(K + 1) - spent(K), share.subs(K, K + 1), at, "one look more"),
    )
    return chain(steps, "every K by telescoping")


def on_paths(spent: Spent, rng: np.random.Generator) -> Finding:
    """Add up what the looks of the learner spend, for all streams of five on two points."""
    del rng
    run, seen = learner(CROSS, (1, 1)), set[int]()
    cells: tuple[Cell, ...] = ((0, -1), (0, 1), (1, -1), (1, 1))
    for path in product(cells, repeat=5):
        state = run.init()
        for x, y in path:
            said: Labeled = {x: y}
            state = run.step(state, x, said.__getitem__)
        looks = len(state.looks)
        computed = sum((look.delta for look in state.looks), Fraction(0))
        claimed = run.delta * Fraction(str(spent(sp.Integer(looks))))
        if computed != claimed:
            return fails(f"{path}: {looks} looks", claimed=claimed, computed=computed)
        seen.add(looks)
    return holds(f"1024 streams with {min(seen)} to {max(seen)} looks")


CLAIM: Claim[Spent] = Claim(
    key="robust-cal/spending",
    title="RobustCAL's looks spend less than delta, whatever the run",
    statement=(
        r"\sum_{k=1}^{K} \frac{\delta}{k (k + 1)} = \frac{K}{K + 1} \, \delta < \delta, \quad"
        r" P(\text{some look fails}) \le \delta"
    ),
    plain=(
        "The shares of K looks add up to delta times K / (K + 1); as no label is seen twice, each "
        "look's share is known before its labels, and delta is never exceeded."
    ),
    relation="exact",
    assumptions=frozenset({"independent instances"}),
    does_not_say="the same of A2, which looks again at labels that decided which look this is",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda k: k / (k + 1),
    checks=(
        Check(Method.SYMBOLIC, telescoped, scope="every K"),
        Check(
            Method.EXHAUSTIVE,
            on_paths,
            scope="the learner on all streams of five on two points",
            tier="normal",
        ),
    ),
    controls={
        "half of delta a look": lambda k: k / 2,
        "all of delta": lambda _k: sp.Integer(1),
        "halved from look to look": lambda k: 1 - sp.Rational(1, 2) ** k,
    },
    uses=("robust-cal/fresh-stretch",),
)
