r"""Shares that are fixed when a round begins: A2 fails with probability delta at most.

The j-th look of round r spends :math:`\delta / (r (r + 1) \, j (j + 1))`, which nothing that
the learner sees in the round changes.  Given how round r began, its labels are
independent draws, and a union over its looks fails with probability
:math:`\sum_j \delta/(r (r+1) j (j+1)) \le \delta / (r (r + 1))` at most; and over the rounds

.. math:: \sum_{r=1}^{R} \sum_{j=1}^{J} \frac{1}{r (r + 1) \, j (j + 1)}
          = \Bigl(1 - \frac1{R + 1}\Bigr) \Bigl(1 - \frac1{J + 1}\Bigr) < 1 .
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.bounds import uniform
from altheory.learners._look import looks_up_to
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._a2_paths import learner, looks, outcome
from proofs_checks._identities import chain, identical
from proofs_checks.a2_soundness import CUTS, FURTHER, HALF, MOST, NEVER, ROUNDS, Case

# What the j-th look of round r gets of delta: share(r, j).
Share: TypeAlias = Callable[[Any, Any], Any]

R, J = sp.symbols("R J", integer=True, positive=True)
SHORT = Case(CUTS, (NEVER, HALF), Fraction(1, 10), MOST, (13, 13), (3, 1))


def by_rounds(r: Any, j: Any) -> Any:
    """Return 1 / (r (r + 1) j (j + 1))."""
    return Fraction(1) / (r * (r + 1) * j * (j + 1))


def telescopes(share: Share, rng: np.random.Generator) -> Finding:
    """Prove the double sum by induction over looks, and then over rounds."""
    del rng
    whole: Any = (1 - 1 / (R + 1)) * (1 - 1 / (J + 1))
    row: Any = sp.factor(whole - whole.subs(R, R - 1))  # the first J looks of round R
    at = {R: 2, J: 3}
    steps = (
        identical(share(R, sp.Integer(1)), row.subs(J, 1), at, "the first look of a round"),
        identical(share(R, J), sp.factor(row - row.subs(J, J - 1)), at, "the J-th look of a round"),
        identical(0, whole.subs(R, 0), at, "no round"),
    )
    return chain(steps, "every number of rounds and looks, by telescoping")


def followed(share: Share, case: Case) -> Finding:
    """Follow A2; compare what its looks spend, and how often a best hypothesis is dropped."""
    bound = uniform("clopper-pearson", case.of)
    run = learner(case.of, bound, case.epsilon, case.delta, spending="rounds", weights=case.weights)
    seen: set[tuple[int, int]] = set()
    for state, _ in (stop for stops in looks(run, case.chances, case.most) for stop in stops):
        look = state.looks[-1]
        place = (look.round, looks_up_to(look.n))
        if look.delta != case.delta * share(*place):
            claimed = case.delta * share(*place)
            return fails(f"round, look {place}", claimed=claimed, computed=look.delta)
        seen.add(place)
    found = outcome(run, case.chances, case.most)
    failure = found.dropped + found.far
    budget = case.delta * sum((share(*place) for place in seen), Fraction(0))
    judged = holds if failure <= budget else fails
    rounds = f"{len(seen)} looks of rounds up to {max(r for r, _ in seen)}"
    return judged(
        f"{rounds}; {float(found.halved):.3g} halved, {float(found.stopped):.3g} stopped",
        claimed=f"<= {float(budget):.6g}",
        computed=f"{float(failure):.6g}",
    )


def two_short_rounds(share: Share, rng: np.random.Generator) -> Finding:
    """Follow three cuts to 13 labels in each of two rounds."""
    del rng
    return followed(share, SHORT)


def to_the_end(share: Share, rng: np.random.Generator) -> Finding:
    """Follow three cuts at a tie until nearly all runs have halved and stopped."""
    del rng
    return followed(share, ROUNDS[0])


def more_cases(share: Share, rng: np.random.Generator) -> Finding:
    """Follow + and - to the end, three cuts under a lean and five cuts."""
    del rng
    found = [followed(share, case) for case in FURTHER]
    return chain(found, "; ".join(f"{f.computed} {f.claimed}" for f in found))


CLAIM: Claim[Share] = Claim(
    key="a2/spending/rounds",
    title="Shares fixed round by round spend less than delta",
    statement=(
        r"\sum_{r=1}^{R} \sum_{j=1}^{J} \frac{\delta}{r (r + 1) \, j (j + 1)}"
        r" = \delta \Bigl(1 - \frac1{R + 1}\Bigr) \Bigl(1 - \frac1{J + 1}\Bigr) < \delta"
    ),
    plain=(
        "If the shares of a round's looks are fixed when it begins, valid bounds make A2 fail with "
        "probability less than delta, however many rounds and looks there are; on five laws whose "
        "runs halve and stop, the real learner spends that and fails far less often."
    ),
    relation="identity",
    does_not_say=(
        "that this is the best way to spend: an early second round leaves the first one's rest "
        "unspent; nor that the paper spends so"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=by_rounds,
    checks=(
        Check(Method.SYMBOLIC, telescopes, scope="every number of rounds and looks"),
        Check(
            Method.EXHAUSTIVE,
            two_short_rounds,
            scope="three cuts of two points, delta = 9/10, 13 labels in each of two rounds",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            to_the_end,
            scope="three cuts at a tie, 40 labels in round 1 and 1093 in later ones",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            more_cases,
            scope="{+, -} to the end, three cuts to 40 and 1093 labels, five cuts to 13 and 40",
            tier="long",
        ),
    ),
    controls={
        "1/(r^2 j (j + 1))": lambda r, j: (r + 1) * by_rounds(r, j) / r,
        "1/(j (j + 1)) in every round": lambda r, j: r * (r + 1) * by_rounds(r, j),
        "1/(2^r j (j + 1))": lambda r, j: r * (r + 1) * by_rounds(r, j) / 2**r,
        "1/(r (r + 1) j^2)": lambda r, j: (j + 1) * by_rounds(r, j) / j,
    },
)
