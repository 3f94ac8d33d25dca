r"""Whatever the labels, A2 takes fewer than three times what its bounds take passively.

Let :math:`w(n)` be a width that :math:`\min_h U - \min_h L` exceeds on no sample of n labels,
with the error probability that the last look of a run spends, and N the least number
with :math:`w(n) \le \varepsilon` for all :math:`n \ge N`.  If :math:`n \, w(n)` does not fall
with n, then with looks at 1, 4, 13, ... labels of a round, on every path

.. math:: \text{labels} \le 3 N - 2 .

Why: a round that begins with disagreement of mass m stops the run once the width is
:math:`\varepsilon/m`, say at :math:`N_i` labels or more, and so at :math:`3 (N_i - 1) + 1` at
the latest.  A round that ends by halving ended before :math:`N_i` labels.  As
:math:`w(n) \le N w(N)/n \le 2 \varepsilon` for n from N/2 on, each halving of m halves
:math:`N_i`, up to rounding, and

.. math:: (N - 1) + \bigl(3 \tfrac{N + 1}{2} - 2\bigr) \le 3 N - 2,

so that rounds that end early cost less than they save.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._a2_bounds import Case, shipped, slow, tight, two_rounds
from proofs_checks._identities import identical

MostLabels: TypeAlias = Callable[[Any], Any]


def most_labels(labels: Any) -> Any:
    """Return 3N - 2."""
    return 3 * labels - 2


def on_paths(formula: MostLabels, *cases: Case) -> Finding:
    """Follow every path to its end."""
    evidence, claimed, computed = [], None, 0
    for case in cases:
        if not slow(case.bound, case.delta, case.enough):
            return unknown(f"{case.bound.name}: n times the width falls")
        most, rounds = case.ends()
        claimed, computed = formula(case.enough), most
        evidence.append(f"N = {case.enough}: {computed} labels, to round {rounds}")
        if computed > claimed:
            return fails(evidence[-1], claimed=f"<= {claimed}", computed=computed)
    return holds("; ".join(evidence), claimed=f"<= {claimed}", computed=computed)


def every_path(formula: MostLabels, rng: np.random.Generator) -> Finding:
    """Follow every path of + and -, where the bound is attained."""
    del rng
    return on_paths(formula, tight())


def more_paths(formula: MostLabels, rng: np.random.Generator) -> Finding:
    """Follow every path of three cuts over two rounds, for each way to spend delta."""
    del rng
    cases = (two_rounds("looks"), two_rounds("rounds"), two_rounds("literal"))
    return on_paths(formula, tight(), *cases)


def shipped_bounds(formula: MostLabels, rng: np.random.Generator) -> Finding:
    """Decide the condition for every uniform theorem of the package."""
    del rng
    names = [bound.name for bound, delta in shipped() if not slow(bound, delta, 200)]
    if names:
        return unknown(f"n times the width falls: {names}")
    return holds(f"n w(n) does not fall for n <= 200; 3N - 2 = {formula(200)} at N = 200")


def rounds_add_up(formula: MostLabels, rng: np.random.Generator) -> Finding:
    """Bound the last round by the schedule, and earlier ones by induction from the last."""
    del rng
    n = sp.Symbol("n", integer=True, nonnegative=True) + 1  # N >= 1
    following = 3 * (n - 1) + 1  # the look after one that came too early
    later = 3 * ((n + 1) / 2 - 1) + 1
    if not sp.expand(following - (n - 1 + later)).is_nonnegative:
        return unknown("a round that ends early costs more than it saves")
    epsilon, more = sp.Symbol("epsilon", positive=True), sp.Symbol("t", nonnegative=True)
    # n w(n) does not fall: (N/2 + t) w <= N epsilon
    if not sp.expand(2 * epsilon * (n / 2 + more) - epsilon * n).is_nonnegative:
        return unknown("half of the labels may not be enough for twice the width")
    return identical(formula(n), following, {next(iter(n.free_symbols)): 4}, "all N and rounds")


CLAIM: Claim[MostLabels] = Claim(
    key="a2/fall-back",
    title="A2 takes at most 3N - 2 labels",
    statement=(
        r"n \, w(n) \text{ nondecreasing} \implies \text{labels} \le 3 N - 2, \quad"
        r" N = \min\{n : w(m) \le \varepsilon \text{ for } m \ge n\}, \quad"
        r" w(n) = \max(\min_h U - \min_h L) \text{ at the last look}"
    ),
    plain=(
        "If N labels of the whole region make the bounds narrow enough at every look, and bounds "
        "get narrow no faster than 1/n, A2 takes fewer than three times as many, whatever the "
        "labels are; the bounds of the package are that slow, decided for up to 200 labels."
    ),
    relation="upper",
    assumptions=frozenset({"n times the width does not fall"}),
    does_not_say=(
        "anything of bounds that get narrow faster than 1/n, or of passive learning with better "
        "bounds or without a certificate, which may need far less"
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
        Check(Method.EXHAUSTIVE, every_path, scope="{+, -}, N = 14: every path", tier="normal"),
        Check(
            Method.EXHAUSTIVE,
            more_paths,
            scope="{+, -}, and three cuts over two rounds by three spendings: every path",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            shipped_bounds,
            scope="the condition: all uniform theorems for two classes, n <= 200",
            tier="normal",
        ),
    ),
    controls={
        "twice as many": lambda labels: 2 * labels,
        "as many as one look takes": lambda labels: labels,
        "one label less": lambda labels: 3 * labels - 3,
    },
)
