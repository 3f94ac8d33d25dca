r"""A2 is not stuck on four blocks: its guarantee needs no hypothesis that is right.

With :math:`\varepsilon = 1/50`, below the gap :math:`1/20 - 1/40` of the two valleys, an output of
excess error :math:`\varepsilon` at most is not in the wrong one.  By the theorem on its soundness
that has probability :math:`1 - \delta` at least, here 3/4.  Thresholds do not care about
positions, so the blocks are laid side by side and A2 runs in its kernel.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from altheory.bounds._uniform import uniform
from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners._look import Judge
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from altheory.ledger.statistics import compare_probability
from altheory.simulation.label_chances import chances
from altheory.simulation.threshold_a2 import a2_on_thresholds
from altheory.theory.sampling_bias import FOUR_BLOCKS, four_block_ranks
from proofs_checks._four_blocks import STUCK

Run: TypeAlias = Callable[[np.random.Generator], Threshold]

EPSILON, DELTA = Fraction(1, 50), Fraction(1, 4)
ALPHA, RUNS = Fraction(1, 10**9), 80
LINE = Thresholds()
LABELS = four_block_ranks()


def a2(rng: np.random.Generator) -> Threshold:
    """Run A2 until it stops."""
    judge = Judge(bound=uniform("dkw_risk", LINE), epsilon=EPSILON, delta=DELTA)
    known = chances(LABELS)
    if known is None:
        raise DomainError(f"no batches of labels can be drawn from {LABELS!r}")
    return a2_on_thresholds(rng, judge, known).output


def minimizer(n: int) -> Run:
    """Return passive learning by ``n`` labels."""

    def one(rng: np.random.Generator) -> Threshold:
        xs = [Fraction(x) for x in LINE.law().sample(rng, n).tolist()]
        return LINE.erm([(x, 1 if x in LABELS.bayes else -1) for x in xs])

    return one


def seeded_margin(rng: np.random.Generator) -> Threshold:
    """Return a cut between the first two blocks, where margin sampling ends."""
    del rng
    return Threshold(FOUR_BLOCKS[0].mass)


def runs_that_are_stuck(formula: Run, rng: np.random.Generator) -> Finding:
    """Count the runs that end at 1/20 or above."""
    outputs = [formula(rng) for _ in range(RUNS)]
    errors: list[Any] = [LABELS.error(h.positive, LINE.law()) for h in outputs]
    return compare_probability(sum(e >= STUCK for e in errors), RUNS, DELTA, ALPHA)


CLAIM: Claim[Run] = Claim(
    key="sampling-bias/a2",
    title="A2 is not stuck",
    statement=(
        r"P(\mathrm{err}(h_{A^2}) \ge \tfrac1{20}) \le \tfrac14, \quad \varepsilon = \tfrac1{50}, "
        r"\; \delta = \tfrac14"
    ),
    plain=(
        "On the four blocks, where margin sampling always and CAL one time in three ends at 5 "
        "percent, A2 ends below with the probability it promises."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances"}),
    does_not_say=(
        "that it is cheap: it buys thousands of labels, as gaps of 2.5 percent take; nor what the "
        "probability is, which is less"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.SUPPORTED,
    formula=a2,
    checks=(
        Check(
            Method.STATISTICAL,
            runs_that_are_stuck,
            scope="80 runs with the bound of DKW for the risk of thresholds",
            tier="normal",
            alpha=float(ALPHA),
            power=0.99,
            discrepancy="a probability of 3/4 instead of 1/4",
        ),
    ),
    controls={
        "margin sampling": seeded_margin,
        "two random labels": minimizer(2),
        "five random labels": minimizer(5),
    },
    uses=("a2/soundness",),
)
