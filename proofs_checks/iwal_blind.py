r"""A test of unbiasedness cannot see a wrong query probability.

Of the gap rule with ``/ 2 * E`` for ``/ (2 * E)`` all expectations are right, since the weights are
those of its own coin; yet it asks the more, the less there is to ask about.  Followed: two
hypotheses on a noisy point, three instances, every past.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.protocols import Label
from proofs_checks._importance_paths import Chances, Estimator, Past, errors, ways, weighted
from proofs_checks.iwal_query_probability import Probability, variant
from proofs_checks.iwal_unbiased import unweighted

F = Fraction
LAW: Chances = ((0, -1, F(1, 4)), (0, 1, F(3, 4)))
LEAST, C0, STEPS = F(1, 100), F(1, 500), 3
BROKEN, RIGHT = variant(inverted=True), variant()


@final
@dataclass(frozen=True, slots=True)
class Practice:
    """How likely a learner asks, at a gap, and how it estimates errors."""

    probability: Probability
    estimate: Estimator

    def chance(self, gap: Fraction, k: int) -> Fraction:
        """Return the probability as a rational of at least ``LEAST``, as a program rounds it."""
        p = F(self.probability(gap, k, C0).hi).limit_denominator(1000)
        return min(max(p, LEAST), F(1))

    def asks(self, past: Past, x: Any) -> Fraction:
        """Return the probability to ask after a past: a gap of two opposite hypotheses."""
        del x
        if not past:
            return F(1)
        gap = abs(weighted(past, positive) - weighted(past, negative))
        return self.chance(gap, len(past) + 1)


def positive(x: Any) -> Label:
    """Say +1 everywhere."""
    del x
    return 1


def negative(x: Any) -> Label:
    """Say -1 everywhere."""
    del x
    return -1


def unbiased_and_wrong(practice: Practice, rng: np.random.Generator) -> Finding:
    """Compare means with errors, and the probability at a small gap with that at a large one."""
    del rng
    for h in (positive, negative):
        pasts = ways(practice.asks, LAW, STEPS)
        found = sum((w * practice.estimate(past, h) for w, past in pasts), F(0))
        if found != errors(h, LAW):
            return fails("a mean of estimates", claimed=errors(h, LAW), computed=found)
    small, large = (practice.chance(gap, 10) for gap in (F(1, 3), F(9, 10)))
    verdict = holds if small < large else fails
    return verdict(
        f"unbiased; asks with {float(small):.3g} at a gap of 1/3, with {float(large):.3g} at 9/10",
        claimed="more at the larger gap",
        computed=f"{small}, {large}",
    )


CLAIM: Claim[Practice] = Claim(
    key="iwal/wrong-probability-is-unbiased",
    title="Unbiasedness does not notice a query probability that grows with the evidence",
    statement=(
        r"\mathbb E \Bigl[\tfrac13 \sum_{t \le 3} \tfrac{Q_t}{\tilde p_t} \mathbf 1[h(x_t) \ne "
        r"y_t]\Bigr] = \mathrm{err}(h) \text{ though } \tilde p(\tfrac13) < \tilde p(\tfrac9{10}),"
        r"\quad \sqrt{\tilde p} = \tfrac12 \bigl(c_1 \sqrt b + \sqrt{c_1^2 b + 4 c_2 b E}\bigr) E"
    ),
    plain=(
        "The closed form with one pair of parentheses missing asks more where it is surer, and "
        "all its estimates are right on average: enumerated for three instances."
    ),
    relation="exact",
    assumptions=frozenset({"independent instances"}),
    does_not_say="that such a learner is safe or cheap; its variance and its labels are others",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=Practice(BROKEN, weighted),
    checks=(
        Check(
            Method.EXHAUSTIVE,
            unbiased_and_wrong,
            scope="two hypotheses, one point, three instances",
        ),
    ),
    controls={
        "the right quotient": Practice(RIGHT, weighted),
        "its labels without weights": Practice(BROKEN, unweighted),
        "asks everything": Practice(lambda _gap, k, c0: variant()(F(0), k, c0), weighted),
    },
    uses=("iwal/query-probability", "iwal/unbiased"),
)
