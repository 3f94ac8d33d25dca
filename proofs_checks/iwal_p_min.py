r"""What the least probability to ask is for: it bounds the weights, and the second moment.

For a loss of 0 or 1, :math:`\mathbb E (Q/p)^2 \ell^2 = \mathbb E\, \ell / p`, which is at most
:math:`L / p_{\min}` and equal to it if the probability is :math:`p_{\min}` wherever the loss may be
1.  Enumerated over all rules of two points with probabilities in a grid.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.learners._weighted import PARTS, chance, parts
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

F = Fraction
# The largest second moment of a weighted loss, from its mean and the least probability to ask.
Moment: TypeAlias = Callable[[Fraction, Fraction], Fraction]

GRID = (F(1, 10), F(1, 3), F(1, 2), F(1))
ERRORS = (F(0), F(1, 5), F(1, 2), F(1))
MASSES = (F(1, 4), F(3, 4))


def moment(p: tuple[Fraction, ...], loss: tuple[Fraction, ...]) -> Fraction:
    """Return the second moment: an instance, whether it is asked about, and its loss."""
    return sum((m * q * e / q**2 for m, q, e in zip(MASSES, p, loss, strict=True)), F(0))


def every_rule(claimed: Moment, rng: np.random.Generator) -> Finding:
    """Take the largest second moment over all rules with probabilities from p_min on."""
    del rng
    for least in GRID:
        allowed = [p for p in GRID if p >= least]
        for loss in product(ERRORS, repeat=2):
            mean = sum((m * e for m, e in zip(MASSES, loss, strict=True)), F(0))
            found = max(moment(rule, loss) for rule in product(allowed, repeat=2))
            if found != claimed(mean, least):
                case = f"p_min = {least}, losses {loss[0]}, {loss[1]}"
                return fails(case, claimed=claimed(mean, least), computed=found)
    return holds("four values of p_min, sixteen pairs of losses, every rule on the grid")


def rounded(claimed: Moment, rng: np.random.Generator) -> Finding:
    """Compare the moment of weights as the learner rounds them with that of the exact ones."""
    del rng
    for p in (F(i, 997) for i in range(1, 998)):
        weight = F(parts(p), PARTS)
        moment_there = chance(parts(p)) * weight**2
        if not (weight <= 1 / p and claimed(F(1), p) - F(1, PARTS) < moment_there):
            return fails(f"p = {p}", claimed=claimed(F(1), p), computed=moment_there)
        if moment_there > claimed(F(1), p):
            return fails(f"p = {p}", claimed=claimed(F(1), p), computed=moment_there)
    return holds("p = 1/997, ..., 1: weights are rounded down by less than 2^-16")


CLAIM: Claim[Moment] = Claim(
    key="iwal/p-min",
    title="The least probability bounds the second moment of weighted losses",
    statement=(
        r"\max_{p \ge p_{\min}} \mathbb E \bigl(\tfrac Qp \ell\bigr)^2 = \frac{\mathbb E\, \ell}"
        r"{p_{\min}}, \quad \ell \in \{0, 1\}: \text{ two points of masses } \tfrac14, \tfrac34, "
        r"\text{ all rules with } p \in \{\tfrac1{10}, \tfrac13, \tfrac12, 1\}"
    ),
    plain=(
        "Asking with probability 1/10 at least makes weighted losses at most ten times as large in "
        "the mean of squares; a rule that always asks with 1/10 reaches that."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that a good rule comes near it: where losses are likely it asks with more",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda mean, least: mean / least,
    checks=(
        Check(Method.EXHAUSTIVE, every_rule, scope="two points, four probabilities, four losses"),
        Check(
            Method.EXHAUSTIVE,
            rounded,
            scope="weights as the learner rounds them, p = i/997",
            tier="normal",
        ),
    ),
    controls={
        "no p_min": lambda mean, _least: mean,
        "its square": lambda mean, least: mean / least**2,
        "its root": lambda mean, least: F(mean**2 / least),
    },
    uses=("iwal/unbiased",),
)
