r"""Whatever the labels, A2 takes fewer than three times what its bounds take passively.

Let N be a number of labels at which :math:`\min_h U - \min_h L \le \varepsilon` on every
sample, with the error probability that the last look spends.  With looks at 1, 4, 13,
... labels of a round, on every path

.. math:: \text{labels} \le 3 N - 2 .

Why: a round that begins with disagreement of mass m stops the run once the width is
:math:`\varepsilon/m`, say at :math:`N_i` labels or more, and so at :math:`3 (N_i - 1) + 1` at
the latest.  A round that ends by halving ended before :math:`N_i` labels.  If n times the
width does not fall with n, each halving of m halves :math:`N_i`, up to rounding, and

.. math:: (N - 1) + \bigl(3 \tfrac{N + 1}{2} - 2\bigr) \le 3 N - 2,

so that rounds that end early cost less than they save.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import sympy as sp

from altheory.bounds import uniform
from altheory.bounds._schedule import spent_at
from altheory.bounds._uniform import Uniform
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from altheory.theory.a2_fall_back import a2_enough
from proofs_checks._a2_paths import Chances, learner, outcome
from proofs_checks._identities import identical
from proofs_checks.a2_soundness import CUTS, SIGNS

MostLabels: TypeAlias = Callable[[Any], Any]

HALF, DELTA = Fraction(1, 2), Fraction(1, 2)


class Case(NamedTuple):
    """A class, its bounds, the accuracy and a law of labels under which every path is possible."""

    of: FiniteClass
    bound: Uniform
    epsilon: Fraction
    chances: Chances

    @property
    def enough(self) -> int:
        """The labels with which the bounds are narrow at every look of a run."""

        def width(n: int, look: int) -> Fraction:
            return self.bound.width(n, spent_at(look, DELTA))

        return a2_enough(self.epsilon, width)


def at_one_level(of: FiniteClass, factor: Fraction) -> Uniform:
    """Return a multiple of Hoeffding's radius, the same at every look of n labels."""
    honest = uniform("hoeffding", of)
    return replace(honest, radius=lambda n, _: factor * honest.radius(n, DELTA), single=None)


def tight() -> Case:
    """Return + and - with bounds that are narrow from 14 labels on, one after a look."""
    bound = at_one_level(SIGNS, Fraction(1))
    return Case(SIGNS, bound, bound.width(14, DELTA), (HALF,))


def three_cuts() -> Case:
    """Return thresholds on two points, with radii so short that runs have two rounds."""
    return Case(CUTS, at_one_level(CUTS, HALF), Fraction(9, 20), (HALF, HALF))


def noisy_signs() -> Case:
    """Return + and - with the exact binomial bounds as the looks spend delta."""
    return Case(SIGNS, uniform("clopper-pearson", SIGNS), HALF, (HALF,))


def most_labels(labels: Any) -> Any:
    """Return 3N - 2."""
    return 3 * labels - 2


def on_paths(formula: MostLabels, *cases: Case) -> Finding:
    """Follow every path to its end."""
    evidence, claimed, computed = [], None, 0
    for case in cases:
        enough = case.enough
        run = learner(case.of, case.bound, case.epsilon, DELTA)
        queries = outcome(run, case.chances, 3 * enough).queries
        if sum(queries.values()) != 1:
            return unknown("some path has not ended")
        claimed, computed = formula(enough), max(queries)
        evidence.append(f"N = {enough}: {computed} labels")
        if computed > claimed:
            return fails(evidence[-1], claimed=f"<= {claimed}", computed=computed)
    return holds("; ".join(evidence), claimed=f"<= {claimed}", computed=computed)


def every_path(formula: MostLabels, rng: np.random.Generator) -> Finding:
    """Follow every path of + and -, where the bound is attained."""
    del rng
    return on_paths(formula, tight())


def more_paths(formula: MostLabels, rng: np.random.Generator) -> Finding:
    """Follow every path of thresholds on two points, and of exact binomial bounds."""
    del rng
    return on_paths(formula, tight(), noisy_signs(), three_cuts())


def rounds_add_up(formula: MostLabels, rng: np.random.Generator) -> Finding:
    """Bound the last round by the schedule, and earlier ones by induction from the last."""
    del rng
    n = sp.Symbol("n", integer=True, nonnegative=True) + 1  # N >= 1
    following = 3 * (n - 1) + 1  # the look after one that came too early
    later = 3 * ((n + 1) / 2 - 1) + 1
    if not sp.expand(following - (n - 1 + later)).is_nonnegative:
        return unknown("a round that ends early costs more than it saves")
    return identical(formula(n), following, {next(iter(n.free_symbols)): 4}, "all N and rounds")


CLAIM: Claim[MostLabels] = Claim(
    key="a2/fall-back",
    title="A2 takes at most 3N - 2 labels",
    statement=(
        r"\text{labels} \le 3 N - 2, \quad N = \min\{n : w(n) \le \varepsilon\},"
        r" \quad n \, w(n) \text{ nondecreasing}"
    ),
    plain=(
        "If N labels of the whole region make the bounds narrow enough at every look, A2 takes "
        "fewer than three times as many, whatever the labels are."
    ),
    relation="upper",
    does_not_say=(
        "anything of passive learning with better bounds or without a certificate, which may "
        "need far less; N grows with the logarithm of the number of looks"
    ),
    source=Source(
        "balcan2009agnostic",
        match="related",
        difference=(
            "commonly stated as twice a sample size of its own bounds; derived here for looks at "
            "1, 4, 13, ... labels and bounds whose width times n does not fall"
        ),
    ),
    expected=Verdict.PROVED,
    formula=most_labels,
    checks=(
        Check(Method.SYMBOLIC, rounds_add_up, scope="all N, all numbers of rounds"),
        Check(Method.EXHAUSTIVE, every_path, scope="{+, -}, N = 14: every path"),
        Check(
            Method.EXHAUSTIVE,
            more_paths,
            scope="{+, -} and thresholds on two points, three kinds of bounds: every path",
            tier="normal",
        ),
    ),
    controls={
        "twice as many": lambda labels: 2 * labels,
        "as many as one look takes": lambda labels: labels,
        "one label less": lambda labels: 3 * labels - 3,
    },
)
