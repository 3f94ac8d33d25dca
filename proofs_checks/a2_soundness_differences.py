r"""A2 with a theorem about differences: the exact walk keeps two hypotheses at pure noise.

A member is dropped once it makes k errors more than the fewest, where a walk of fair steps, as
many as there are labels, reaches k with half of the probability that the look may spend.  On + and
- under fair labels the errors differ by the end of that walk; on cuts of a row of points under
ties by walks that lead away from the best ones.  Every run is followed exactly.  The theorem is
about one best hypothesis that is named before the labels: here two at most are best, and where
many are, some may be dropped (claim ``a2/soundness/every-best``).
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds._pinned import Pinned
from altheory.bounds._schedule import share
from altheory.bounds.random_walk import uniform as walk
from altheory.hypotheses.finite import FiniteClass
from altheory.learners._look import due_after, looks_up_to
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._a2_price import paths_that_go_on
from proofs_checks.a2_soundness import FURTHER, ROUNDS, SIGNS, TWENTIETH, judged

# From a class and delta to what A2 uses, which is told what a look spends.
Differences: TypeAlias = Callable[[FiniteClass, Fraction], Pinned]


def exact_walk(of: FiniteClass, delta: Fraction) -> Pinned:
    """Return the exact walk, at what each look spends."""
    del delta
    return walk(of)


def always(of: FiniteClass, delta: Fraction) -> Pinned:
    """Return the exact walk with all of delta at each look, for dropping."""
    honest = walk(of)
    return replace(honest, surplus=lambda n, _: honest.surplus(n, min(2 * delta, Fraction(19, 20))))


def half_as_far(of: FiniteClass, delta: Fraction) -> Pinned:
    """Return half of the surplus, rounded down."""
    del delta
    honest = walk(of)
    return replace(honest, surplus=lambda n, spent: honest.surplus(n, spent) // 2)


def deviation(of: FiniteClass, delta: Fraction) -> Pinned:
    """Return one standard deviation of the walk as the surplus."""
    del delta
    return replace(walk(of), surplus=lambda n, _: int(n**0.5))


def of_noise(formula: Differences, rng: np.random.Generator) -> Finding:
    """Count the sequences of 121 fair labels that drop + or -."""
    del rng
    bound, windows, n = formula(SIGNS, TWENTIETH), list[tuple[int, int]](), 1
    while n <= 121:
        windows += [(0, k) for k in range(len(windows) + 1, n)]
        spent = TWENTIETH * share("looks", looks_up_to(n), 1, looks_up_to(n))
        fewest = next(k for k in range(n + 1) if n - k <= bound.cutoff(k, n, spent))
        windows.append((fewest, n - fewest))
        n = due_after(n)
    dropped = 1 - Fraction(paths_that_go_on(windows), 2**121)
    conclude = holds if dropped <= TWENTIETH else fails
    shown = f"{float(dropped):.6g}"
    return conclude("{-, +} to 121 labels", claimed=f"<= {TWENTIETH}", computed=shown)


def over_rounds(formula: Differences, rng: np.random.Generator) -> Finding:
    """Follow three cuts at a tie, whose runs halve, begin again with fresh labels and stop."""
    del rng
    return judged(formula, ROUNDS)


def more_rounds(formula: Differences, rng: np.random.Generator) -> Finding:
    """Follow three cuts under a lean and five cuts of four points."""
    del rng
    return judged(formula, FURTHER[1:])


CLAIM: Claim[Differences] = Claim(
    key="a2/soundness/differences",
    title="A2 with the exact walk keeps one or two best hypotheses, at pure noise and at a tie",
    statement=(
        r"P(\text{a best hypothesis is dropped or the output errs by more than } \varepsilon"
        r" \text{ too much}) \le \delta \quad (\{+, -\} \text{ under fair labels, to 121 labels;}"
        r" \text{ three cuts at a tie and under a lean, to 40 and 1093; five cuts at a tie, to 13}"
        r" \text{ and 40})"
    ),
    plain=(
        "On + and - under fair labels, to 121 labels, a learner that drops whoever exceeds the "
        "fewest errors by more than a fair walk goes keeps both with the probability stated; so it "
        "does with the one or two best of three and of five cuts, on two ties and a lean."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "finite domain"}),
    does_not_say=(
        "that all best hypotheses are kept where more than two are best, which is false; nor "
        "anything of classes that are not nested, where there is no walk"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=exact_walk,
    checks=(
        Check(
            Method.EXHAUSTIVE, of_noise, scope="{+, -} at pure noise, every sequence of 121 labels"
        ),
        Check(
            Method.EXHAUSTIVE,
            over_rounds,
            scope="three cuts at a tie, 40 labels in round 1 and 1093 in each later one",
            tier="long",
        ),
        Check(
            Method.EXHAUSTIVE,
            more_rounds,
            scope="three cuts under a lean, 40 and 1093 labels; five cuts, 13 and 40",
            tier="long",
        ),
    ),
    controls={
        "no union over looks": always,
        "half of the surplus": half_as_far,
        "one standard deviation": deviation,
    },
    uses=("bounds/random-walk/coupling",),
)
