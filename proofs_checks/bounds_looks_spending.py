r"""Spending an error probability over looks, none of which is the last.

With :math:`\delta_j = \delta / (j (j + 1))` the first :math:`J` looks spend

.. math:: \sum_{j=1}^{J} \delta_j = \delta \Bigl(1 - \frac{1}{J + 1}\Bigr) < \delta,

so intervals that fail with probability at most :math:`\delta_j` at the :math:`j`-th
look hold together with probability more than :math:`1 - \delta`, however many looks
there are and whenever one stops.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.bounds._schedule import share
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import chain, identical
from proofs_checks._looks import TRIPLING, ever_misses

# What the look number j gets of a probability.
Schedule: TypeAlias = Callable[[Any, Any], Any]

J, DELTA = sp.Symbol("J", integer=True, positive=True), sp.Symbol("delta", positive=True)
LEVEL = Fraction(1, 2)  # large, so that a schedule which spends too much is seen


def reciprocals(j: Any, delta: Any) -> Any:
    """Return delta / (j (j + 1))."""
    return delta / (j * (j + 1))


def telescopes(schedule: Schedule, rng: np.random.Generator) -> Finding:
    """Prove the sum by induction over the looks."""
    del rng
    spent = DELTA * (1 - 1 / (J + 1))
    before = spent.subs(J, J - 1)
    steps = (
        identical(schedule(1, DELTA), spent.subs(J, 1), {DELTA: 1}, "the first look"),
        identical(schedule(J, DELTA), spent - before, {J: 3, DELTA: 1}, "the look number J"),
    )
    return chain(steps, "every number of looks: the first, and from J - 1 to J")


def as_shipped(schedule: Schedule, rng: np.random.Generator) -> Finding:
    """Compare with what the package spends."""
    del rng
    parts = [schedule(j, LEVEL) for j in range(1, 51)]
    shipped = [LEVEL * share("looks", j) for j in range(1, 51)]
    if parts != shipped:
        return fails("another schedule is shipped", claimed=parts[1], computed=shipped[1])
    spent = sum(shipped, Fraction(0))
    found = holds if spent == LEVEL * (1 - Fraction(1, 51)) else fails
    return found("50 looks of the package", claimed=LEVEL * Fraction(50, 51), computed=spent)


def fair_coin(schedule: Schedule, rng: np.random.Generator) -> Finding:
    """Look at a fair coin at sizes that triple, with Clopper-Pearson intervals."""
    del rng
    chance = ever_misses(lambda j: schedule(j, LEVEL))
    spent = LEVEL * (1 - Fraction(1, len(TRIPLING) + 1))
    outcome = holds if chance <= spent else fails
    return outcome(
        f"looks after {TRIPLING} flips: 1/2 is ever left out w.p. {float(chance):.5f}",
        claimed=f"<= {spent}",
        computed=f"{float(chance):.5f}",
    )


CLAIM: Claim[Schedule] = Claim(
    key="bounds/looks/spending",
    title="delta/(j(j+1)) over looks spends less than delta",
    statement=(
        r"\sum_{j=1}^{J} \frac{\delta}{j(j+1)} = \delta\Bigl(1 - \frac1{J+1}\Bigr) < \delta"
    ),
    plain=(
        "If the j-th look may fail with probability delta over j(j+1), then all looks together "
        "fail with probability less than delta, however many there are."
    ),
    relation="identity",
    assumptions=frozenset(),
    does_not_say=(
        "that this is the best way to spend: a union over looks ignores that they see the same "
        "data, and a bound that is valid at every size needs none of it"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=reciprocals,
    checks=(
        Check(
            Method.SYMBOLIC,
            telescopes,
            scope="every delta and every number of looks",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, as_shipped, scope="the package's schedule, 50 looks"),
        Check(
            Method.EXHAUSTIVE,
            fair_coin,
            scope="all sequences of 364 flips, delta = 1/2",
            tier="normal",
        ),
    ),
    controls={
        "delta/j^2": lambda j, delta: delta / (j * j),
        "delta/2^j": lambda j, delta: delta / 2**j,
        "delta/j": lambda j, delta: delta / j,
        "delta/(j(j+2))": lambda j, delta: delta / (j * (j + 2)),
        "all of delta at each look": lambda _j, delta: delta,
    },
)
