r"""At a tie A2 takes one over epsilon squared: the noise condition is needed.

Two opposite hypotheses and fair labels: both are best, and unless the bounds fail neither is
dropped, the region never halves, and the run goes on until the width itself is
:math:`\varepsilon`.  With Hoeffding's radius, :math:`\delta = 1/20` and looks at 1, 4, 13, ...
labels it takes

.. math:: 121, \; 1093, \; 3280 \quad\text{labels for}\quad \varepsilon = \tfrac25, \tfrac15,
          \tfrac1{10}

with probability 1 - :math:`\delta` at least, exactly .99996, .99986 and .99982, and never more:
27 times as many for a quarter of the error, up to what looks overshoot, and not a constant more.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._a2_price import DELTA, SIGNS, Situation, chance_of_more
from proofs_checks._audit import shown

# From epsilon to the labels of nearly every run.
Labels: TypeAlias = Callable[[Fraction], int]

FOUND = {Fraction(2, 5): 121, Fraction(1, 5): 1093, Fraction(1, 10): 3280}


def listed(epsilon: Fraction) -> int:
    """Return the labels of the table."""
    return FOUND[epsilon]


def every_run(labels: Labels, rng: np.random.Generator) -> Finding:
    """Count the sequences of labels with which both hypotheses stay."""
    del rng
    evidence = []
    for epsilon in FOUND:
        situation, claimed = Situation(SIGNS, epsilon, "hoeffding"), labels(epsilon)
        as_many = chance_of_more(situation, claimed - 1)
        more = chance_of_more(situation, claimed)
        if as_many < 1 - DELTA or more > 0:
            seen = f"as many: {shown(as_many)}, more: {shown(more)}"
            return fails(f"epsilon = {epsilon}", claimed=f"{claimed} labels", computed=seen)
        evidence.append(f"{claimed} labels: {shown(as_many)}")
    return holds("; ".join(evidence))


CLAIM: Claim[Labels] = Claim(
    key="audit/low-noise/tie",
    title="At a tie A2 takes labels in proportion to one over epsilon squared",
    statement=(
        r"P(\text{labels of A2} = 121, 1093, 3280) \ge 1 - \delta, \quad \varepsilon = \tfrac25,"
        r" \tfrac15, \tfrac1{10} \quad (\{+, -\} \text{ at pure noise, } \delta = \tfrac1{20})"
    ),
    plain=(
        "Where two hypotheses are equally good A2 buys 121, 1093 or 3280 labels for an error of "
        "40, 20 or 10 %: its logarithm of 1/epsilon needs a condition on the noise."
    ),
    relation="exact",
    assumptions=frozenset({"fair coin labels", "finite domain", "independent instances"}),
    does_not_say=(
        "that such labels are useless: two hypotheses that might differ by epsilon take as many, "
        "up to a constant, whatever the learner"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=listed,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_run,
            scope="three accuracies, all sequences of labels",
            tier="normal",
        ),
    ),
    controls={
        "a constant more for half of the error": lambda epsilon: {
            Fraction(2, 5): 121,
            Fraction(1, 5): 242,
        }.get(epsilon, 363),
        "in proportion to 1/epsilon": lambda epsilon: int(242 / (5 * epsilon)),
        "one look less": lambda epsilon: (listed(epsilon) - 1) // 3,
    },
    uses=("a2/soundness",),
)
