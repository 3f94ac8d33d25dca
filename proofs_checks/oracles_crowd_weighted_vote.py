r"""The vote weighted by log odds is the best decision of a crowd.

Let labelers err independently with known rates :math:`e_i`, and let both labels be
equally likely.  Of all rules that map votes to a label, none errs less often than

.. math:: \mathrm{sign} \sum_i v_i \ln \frac{1 - e_i}{e_i},

with a fair coin at ties.  Why: the sign says which label makes the votes more probable.
Weights that are not logarithms, such as :math:`1 - 2 e_i`, are not good enough.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product

import numpy as np

from altheory.hypotheses.thresholds import Threshold
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.oracles.crowd import Crowd
from proofs_checks._votes import (
    Rule,
    Votes,
    best_alone,
    chance,
    crowds,
    error,
    every,
    linear,
    majority,
)

TARGET = Threshold(Fraction(1, 2))  # whom they all know, more or less; votes do not depend on it


def log_odds(votes: Votes, rates: Sequence[Fraction]) -> int:
    """Return the weighted vote of the package, decided by products of rationals."""
    return Crowd(TARGET, tuple(rates)).weighted_vote(votes)


def costs(rates: Sequence[Fraction]) -> list[tuple[Fraction, Fraction]]:
    """Return, for each vote, what it costs to decide against + and against -."""
    return [(chance(v, 1, rates) / 2, chance(v, -1, rates) / 2) for v in every(len(rates))]


def vote_by_vote(rates: Sequence[Fraction]) -> Fraction:
    """Return the error of a rule that decides for the cheaper label at every vote."""
    return sum(map(min, costs(rates)), Fraction(0))


def rule_by_rule(rates: Sequence[Fraction]) -> Fraction:
    """Return the least error of all rules without chance: what each decides against."""
    of = costs(rates)
    return min(
        sum((cost[k] for cost, k in zip(of, against, strict=True)), Fraction(0))
        for against in product((0, 1), repeat=1 << len(rates))
    )


def no_rule_is_better(
    rule: Rule, n: int, least: Callable[[Sequence[Fraction]], Fraction]
) -> Finding:
    """Compare with the least error, for all crowds of a grid."""
    seen = 0
    for rates in crowds(n):
        claimed, computed = least(rates), error(rule, rates)
        if computed != claimed:
            shown = ", ".join(map(str, rates))
            return fails(f"rates {shown}", claimed=claimed, computed=computed)
        seen += 1
    return holds(f"{seen} crowds of {n}")


def two_labelers(rule: Rule, rng: np.random.Generator) -> Finding:
    """Compare with all 16 rules of two votes."""
    del rng
    return no_rule_is_better(rule, 2, rule_by_rule)


def three_labelers(rule: Rule, rng: np.random.Generator) -> Finding:
    """Compare with the cheaper label at each of eight votes."""
    del rng
    return no_rule_is_better(rule, 3, vote_by_vote)


def every_rule(rule: Rule, rng: np.random.Generator) -> Finding:
    """Compare with all 256 rules of three votes."""
    del rng
    return no_rule_is_better(rule, 3, rule_by_rule)


CLAIM: Claim[Rule] = Claim(
    key="oracles/crowd/weighted-vote",
    title="Votes weighted by log odds are optimal",
    statement=(
        r"\mathrm{sign} \sum_i v_i \ln\tfrac{1 - e_i}{e_i} \text{ errs least},"
        r" \quad n \le 3,\ e_i \in"
        r" \{\tfrac1{10}, \tfrac16, \tfrac15, \tfrac13, \tfrac25, \tfrac12\}"
    ),
    plain=(
        "If one knows how often each labeler errs, one should weigh their votes by log odds: on "
        "a grid of two or three labelers no other rule is right more often."
    ),
    relation="exact",
    assumptions=frozenset({"independent label flips"}),
    does_not_say="anything if the rates are unknown, or the labels not equally likely",
    source=Source(
        "nitzan1982optimal",
        match="special case",
        difference="decided for two and three labelers with rates of a grid",
    ),
    expected=Verdict.PROVED,
    formula=log_odds,
    checks=(
        Check(Method.EXHAUSTIVE, two_labelers, scope="n = 2, six rates, all 16 rules"),
        Check(Method.EXHAUSTIVE, three_labelers, scope="n = 3, six rates, vote by vote"),
        Check(
            Method.EXHAUSTIVE,
            every_rule,
            scope="n = 3, six rates, all 256 rules",
            tier="normal",
        ),
    ),
    controls={
        "the majority": majority,
        "weights 1 - 2e, and the last labeler at ties": lambda votes, rates: (
            linear(votes, rates) or votes[-1]
        ),
        "the contrary at ties of the majority": lambda votes, rates: (
            majority(votes, rates) or -best_alone(votes, rates)
        ),
    },
)
