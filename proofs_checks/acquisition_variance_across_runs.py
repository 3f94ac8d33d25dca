r"""The variance across runs is the part of a label's variance that runs disagree about.

For K runs :math:`p_k` with mean :math:`\bar p`, summed over classes,

.. math:: \frac1K \sum_k \|p_k - \bar p\|^2
          = \sum_c \bar p_c (1 - \bar p_c) - \frac1K \sum_k \sum_c p_{kc} (1 - p_{kc}) :

the variance of the label under the mean prediction, less what the runs leave to chance
themselves.  It is the difference of entropies of BALD with another measure of uncertainty.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._identities import chain as argument
from proofs_checks._identities import identical
from proofs_checks._model_tables import FEW, UNSURE, few

Runs: TypeAlias = Sequence[Sequence[Any]]
Variance: TypeAlias = Callable[[Runs], Any]

PROGRAM = """\
from fractions import Fraction as F

runs = 50 * [[F(1, 3), F(1, 3), F(1, 3)]]  # fifty dropout runs, three classes
mean = [sum(column) / len(runs) for column in zip(*runs)]
across = sum(sum((p - q) ** 2 for p, q in zip(row, mean)) for row in runs) / len(runs)
uncertain = sum(q * (1 - q) for q in mean)  # the variance of the label, its largest value
assert across == 0 and uncertain == F(2, 3)
"""


def mean(runs: Runs) -> list[Any]:
    """Return the mean prediction."""
    return [sum(column) / len(runs) for column in zip(*runs, strict=True)]


def of_label(row: Sequence[Any]) -> Any:
    """Return the variance of a label, as a vector of zeros and a one."""
    return sum(p * (1 - p) for p in row)


def across(runs: Runs) -> Any:
    """Return the variance across runs, summed over classes, by its definition."""
    center = mean(runs)
    return sum((p - q) ** 2 for row in runs for p, q in zip(row, center, strict=True)) / len(runs)


def disagreement(runs: Runs) -> Any:
    """Return the label's variance under the mean, less the mean one under a run."""
    return of_label(mean(runs)) - sum(map(of_label, runs)) / len(runs)


def compared(variance: Variance, several: Iterable[Runs]) -> Finding:
    """Compare with the definition."""
    count = 0
    for runs in several:
        claimed, computed = variance(runs), across(runs)
        if claimed != computed:
            shown = Counterexample(arithmetic(computed, "!=", claimed), PROGRAM)
            return fails(f"{runs}", claimed=claimed, computed=computed, counterexample=shown)
        count += 1
    return holds(f"{count} tables of runs")


def small_tables(variance: Variance, rng: np.random.Generator) -> Finding:
    """Start with runs that are all unsure."""
    del rng
    return compared(variance, chain([UNSURE], few()))


def by_algebra(variance: Variance, rng: np.random.Generator) -> Finding:
    """Expand for two to four runs with any probabilities of two or three classes."""
    del rng

    def steps() -> Iterable[Finding]:
        for n, classes in ((2, 2), (3, 2), (4, 2), (2, 3), (3, 3)):
            free = sp.symbols(f"p:{n * (classes - 1)}")
            rows = [free[i::n] for i in range(n)]
            runs = [[*row, 1 - sum(row)] for row in rows]
            point = {p: Fraction(1, 3 + i) / 2 for i, p in enumerate(free)}
            at = {p: sp.Rational(x.numerator, x.denominator) for p, x in point.items()}
            yield identical(variance(runs), across(runs), at, f"{n} runs, {classes} classes")

    return argument(steps(), "2 to 4 runs of two classes, 2 and 3 runs of three")


CHECKS: tuple[Check[Variance], ...] = (
    Check(Method.EXHAUSTIVE, small_tables, scope=FEW),
    Check(
        Method.SYMBOLIC,
        by_algebra,
        scope="2 to 4 runs of two classes, 2 and 3 runs of three, any probabilities",
        tier="normal",
    ),
)

CLAIM: Claim[Variance] = Claim(
    key="acquisition/variance-across-runs",
    title="The variance across runs is what they disagree about",
    statement=(
        r"\tfrac1K \sum_k \|p_k - \bar p\|^2 = \sum_c \bar p_c (1 - \bar p_c)"
        r" - \tfrac1K \sum_k \sum_c p_{kc} (1 - p_{kc}), \quad"
        r" (K, C) \in \{(2, 2), (3, 2), (4, 2), (2, 3), (3, 3)\}"
    ),
    plain=(
        "How far runs spread about their mean is the variance of the label less what each run "
        "leaves to chance: only disagreement, and nothing of what all runs are unsure about."
    ),
    relation="identity",
    does_not_say="that dropout runs spread as a posterior would",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=disagreement,
    checks=CHECKS,
    controls={
        "all of the label's variance": lambda runs: of_label(mean(runs)),
        "the variance of a label under a run": lambda runs: sum(map(of_label, runs)) / len(runs),
        "divided by K - 1": lambda runs: disagreement(runs) * len(runs) / (len(runs) - 1),
    },
)
