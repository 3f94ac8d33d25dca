r"""Weights of one over the probability to ask make every error unbiased, whatever the rule.

Given the past and :math:`x_t`, the coin does not depend on the label, so

.. math:: \mathbb E \Bigl[ \frac{Q_t}{p_t} \ell_t \Bigm| \text{past}, x_t, y_t \Bigr]
          = \frac{p_t}{p_t} \ell_t = \ell_t .

Enumerated: all rules of two steps with probabilities in {1/4, 1/2, 1} that may use what they saw,
and the learner itself with both of its rules.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np

from altheory.hypotheses.finite import FiniteClass
from altheory.learners.iwal import IWAL
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.protocols import Label
from proofs_checks._importance_paths import (
    Chances,
    Estimator,
    Past,
    Predictable,
    errors,
    rule_of,
    ways,
    weighted,
)

F = Fraction
GRID = (F(1, 4), F(1, 2), F(1))
NOISY: Chances = ((0, -1, F(1, 3)), (0, 1, F(2, 3)))
TWO_POINTS: Chances = ((0, 1, F(1, 2)), (1, -1, F(1, 3)), (1, 1, F(1, 6)))


def positive(x: Any) -> Label:
    """Say +1 everywhere."""
    del x
    return 1


def rules() -> Iterator[Predictable]:
    """Yield every rule on one point and two steps: the second sees whether, and what, was told."""
    for first, silent, negative, plus in product(GRID, repeat=4):

        def rule(
            past: Past,
            x: Any,
            of: tuple[Fraction, Fraction, Fraction, Fraction] = (first, silent, negative, plus),
        ) -> Fraction:
            del x
            if not past:
                return of[0]
            return of[1] if not past[0].asked else of[2] if past[0].y == -1 else of[3]

        yield rule


def mean(
    estimator: Estimator, rule: Predictable, law: Chances, steps: int, h: Any = positive
) -> Fraction:
    """Return the expected estimate."""
    return sum((w * estimator(past, h) for w, past in ways(rule, law, steps)), F(0))


def every_rule(estimator: Estimator, rng: np.random.Generator) -> Finding:
    """Compare the mean with the error under every rule of two steps."""
    del rng
    truth = errors(positive, NOISY)
    for number, rule in enumerate(rules()):
        found = mean(estimator, rule, NOISY, 2)
        if found != truth:
            return fails(f"rule {number} of 81", claimed=found, computed=truth)
    return holds("81 rules", claimed=truth, computed=truth)


def real_learner(estimator: Estimator, rng: np.random.Generator) -> Finding:
    """Compare under the rules of the learner, after three instances."""
    del rng
    of = FiniteClass(2, ["++", "-+", "--"])
    hypotheses = of.representatives([0, 1])
    cases: tuple[tuple[Any, Fraction], ...] = (("loss-weighting", F(1, 4)), ("gap", F(1, 8)))
    for name, p_min in cases:
        learner: Any = IWAL(
            of.version_space(), of.law(), F(9, 10), p_min=p_min, rule=name, c0=F(1, 100)
        )
        rule = rule_of(learner)
        for h in hypotheses:
            found, truth = mean(estimator, rule, TWO_POINTS, 3, h), errors(h, TWO_POINTS)
            if found != truth:
                return fails(f"{name}, {h}", claimed=found, computed=truth)
    return holds("both rules of the learner, three instances, three hypotheses")


def per_label(past: Past, h: Any) -> Fraction:
    """Return the share of errors among the labels bought, 0 without any."""
    bought = [e for e in past if e.asked]
    return F(sum(h(e.x) != e.y for e in bought), max(len(bought), 1))


def unweighted(past: Past, h: Any) -> Fraction:
    """Return the errors bought by the number of all instances."""
    return F(sum(e.asked and h(e.x) != e.y for e in past), len(past))


def normalized(past: Past, h: Any) -> Fraction:
    """Return the weighted errors by the sum of the weights, 0 without any."""
    total = sum((1 / e.p for e in past if e.asked), F(0))
    return weighted(past, h) * len(past) / total if total else F(0)


def clipped(past: Past, h: Any) -> Fraction:
    """Return the weighted errors with weights of two at most."""
    wrong = (min(1 / e.p, F(2)) for e in past if e.asked and h(e.x) != e.y)
    return sum(wrong, F(0)) / len(past)


CLAIM: Claim[Estimator] = Claim(
    key="iwal/unbiased",
    title="Importance weighted errors are unbiased under every predictable rule",
    statement=(
        r"\mathbb E \Bigl[\tfrac1T \sum_{t=1}^T \tfrac{Q_t}{p_t} \mathbf 1[h(x_t) \ne y_t]\Bigr]"
        r" = \mathrm{err}(h), \quad p_t > 0 \text{ from the past and } x_t: \text{ all rules with "
        r"} T = 2,\; p_t \in \{\tfrac14, \tfrac12, 1\} \text{ on one point; IWAL, } T = 3"
    ),
    plain=(
        "However a learner chooses whom to ask, labels weighted by one over the probability to ask "
        "count errors rightly on average: enumerated for 81 rules and for both rules of IWAL."
    ),
    relation="identity",
    assumptions=frozenset({"independent instances"}),
    does_not_say=(
        "that the rule is any good: a wrong probability, as long as it is the one that the coin "
        "has, leaves everything unbiased; nor that the estimate is close to the error"
    ),
    source=Source("beygelzimer2009iwal"),
    expected=Verdict.PROVED,
    formula=weighted,
    checks=(
        Check(Method.EXHAUSTIVE, every_rule, scope="81 rules of two steps on one noisy point"),
        Check(
            Method.EXHAUSTIVE,
            real_learner,
            scope="the learner, both rules, three instances of two points",
            tier="normal",
        ),
    ),
    controls={
        "weights 1, among the labels bought": per_label,
        "weights 1, among all instances": unweighted,
        "divided by the sum of weights": normalized,
        "weights of two at most": clipped,
    },
)
