r"""A2 keeps every best hypothesis with probability 1 - delta, at pure noise and at ties too.

Where labels are fair coins, or two hypotheses are equally good, nothing but the bounds
protects the best.  Following every run of the real learner with its exact probability,

.. math:: P(\text{a best hypothesis is dropped, or the output errs by } \varepsilon
            \text{ too much}) \le \delta

holds up to 121 labels a round for the two hypotheses + and - on one point with fair
labels, and up to 13 on classes of three hypotheses on two points.  If each look may
spend all of delta, as it could if it were the only one, the bound breaks: the chance
of .0502 at 121 labels exceeds .05.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds import uniform
from altheory.bounds._bound import Bound
from altheory.bounds._uniform import Uniform
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.hypotheses.finite import FiniteClass
from altheory.learners._look import Judge
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._a2_paths import Chances, learner, outcome
from proofs_checks._a2_price import paths_that_go_on, windows

# From a class and delta to the bounds that A2 uses, which are told what a look spends.
Bounds: TypeAlias = Callable[[FiniteClass, Fraction], Uniform]
Case: TypeAlias = tuple[FiniteClass, Chances, Fraction, Fraction, int]

HALF, TWENTIETH = Fraction(1, 2), Fraction(1, 20)
SIGNS = FiniteClass(1, ["-", "+"])
CUTS = FiniteClass(2, ["++", "-+", "--"])
STAR = FiniteClass(2, ["--", "+-", "-+"])


def coin(delta: Fraction, most: int) -> Case:
    """Return pure noise on + and -."""
    return SIGNS, (HALF,), Fraction(1, 10), delta, most


SMALL = (
    (CUTS, (HALF, HALF), Fraction(1, 4), TWENTIETH, 13),
    (CUTS, (HALF, Fraction(4, 5)), Fraction(1, 4), TWENTIETH, 13),  # a tie
    (STAR, (HALF, HALF), Fraction(1, 4), TWENTIETH, 13),
    (STAR, (Fraction(1, 10), Fraction(2, 5)), Fraction(1, 4), TWENTIETH, 13),
)


def exact_binomial(of: FiniteClass, delta: Fraction) -> Uniform:
    """Return Clopper-Pearson intervals with a union over the class, at what each look spends."""
    del delta
    return uniform("clopper-pearson", of)


def always(of: FiniteClass, level: Fraction) -> Uniform:
    """Return Clopper-Pearson intervals at one level, whatever a look spends."""

    def single(k: int, n: int, _spent: Fraction) -> Bound:
        return clopper_pearson(k, n, level)

    return replace(uniform("clopper-pearson", of), single=single)


def half_as_wide(of: FiniteClass, delta: Fraction) -> Uniform:
    """Return intervals whose ends have moved halfway to the fraction of errors."""
    honest = exact_binomial(of, delta)

    def single(k: int, n: int, spent: Fraction) -> Bound:
        wide, middle = clopper_pearson(k, n, spent), Fraction(k, n)
        return replace(wide, lower=(wide.lower + middle) / 2, upper=(wide.upper + middle) / 2)

    return replace(honest, single=single)


def judged(formula: Bounds, cases: Iterable[Case]) -> Finding:
    """Compare the chance of failure with delta, case by case."""
    evidence, delta, failure = [], Fraction(1), Fraction(0)
    for of, chances, epsilon, delta, most in cases:
        found = outcome(learner(of, formula(of, delta), epsilon, delta), chances, most)
        failure = found.dropped + found.far  # at most; a run may do both
        rows = ", ".join(of.table()["hypotheses"])
        evidence.append(f"{{{rows}}} to {most} labels: {float(failure):.4g}")
        if failure > delta:
            return fails(evidence[-1], claimed=f"<= {delta}", computed=f"{float(failure):.6g}")
    return holds("; ".join(evidence), claimed=f"<= {delta}", computed=f"{float(failure):.6g}")


def windows_of_noise(formula: Bounds, rng: np.random.Generator) -> Finding:
    """Count the sequences of 121 fair labels that drop + or -, by a window at each look."""
    del rng
    # at so small an epsilon no run stops for any other reason
    judge = Judge(bound=formula(SIGNS, TWENTIETH), epsilon=Fraction(1, 1000), delta=TWENTIETH)
    bounds = windows(judge, 121)
    dropped = 1 - Fraction(paths_that_go_on(bounds), 2 ** len(bounds))
    found = holds if dropped <= TWENTIETH else fails
    seen = "{-, +} to 121 labels"
    return found(seen, claimed=f"<= {TWENTIETH}", computed=f"{float(dropped):.6g}")


def pure_noise(formula: Bounds, rng: np.random.Generator) -> Finding:
    """Follow the learner on + and - under fair labels, for 121 labels."""
    del rng
    return judged(formula, [coin(TWENTIETH, 121)])


def ties(formula: Bounds, rng: np.random.Generator) -> Finding:
    """Follow three hypotheses on two points at ties, at pure noise and under noise."""
    del rng
    return judged(formula, SMALL)


CLAIM: Claim[Bounds] = Claim(
    key="a2/soundness",
    title="A2 keeps the best hypotheses at pure noise and at ties",
    statement=(
        r"P(\text{a best hypothesis is dropped or the output errs by more than } \varepsilon"
        r" \text{ too much}) \le \delta \quad"
        r" \text{(one law on one point, 121 labels; four on two points, 13 labels)}"
    ),
    plain=(
        "Whatever the labels, the bounds protect the best hypotheses: decided on every run for "
        "five laws of labels on one or two points, fair coins and exact ties among them."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "finite domain"}),
    does_not_say=(
        "anything of larger classes, where the proof by valid bounds takes over; nor that delta is "
        "used up: the failure found is far below"
    ),
    source=Source(
        "balcan2009agnostic",
        match="special case",
        difference="five small laws, followed exactly; the schedule of looks is this package's",
    ),
    expected=Verdict.PROVED,
    formula=exact_binomial,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            windows_of_noise,
            scope="{+, -} at pure noise, every sequence of 121 labels",
        ),
        Check(
            Method.EXHAUSTIVE,
            pure_noise,
            scope="{+, -} at pure noise, every run of the learner to 121 labels",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            ties,
            scope="thresholds and star on two points, every run to 13 labels",
            tier="long",
        ),
    ),
    controls={
        "no union over looks": lambda of, delta: always(of, delta / len(of.hypotheses)),
        "no union over looks or hypotheses": always,
        "intervals half as wide": half_as_wide,
    },
)
