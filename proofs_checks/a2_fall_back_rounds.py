r"""The most labels of A2, round by round, for bounds of any shape.

Looks come at :math:`n_1, n_2, \dots = 1, 4, 13, \dots` labels of a round, and w is a width that
:math:`\min_h U - \min_h L` never exceeds at a look.  The r-th round begins with disagreement
of mass :math:`2^{-(r-1)}` at most, so it stops the run at its :math:`J_r`-th look, the first
with :math:`w \le 2^{r-1} \varepsilon`, if not earlier; and a round that ends by halving ended
before that look.  On every path

.. math:: \text{labels} \le \max_R \Bigl(\sum_{r<R} n_{J_r - 1} + n_{J_R}\Bigr).

Looks that more looks came before spend no more, and so are no narrower: earlier rounds
are taken to have had all looks that they may have had.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._a2_bounds import Case, sudden, tight, two_rounds

MostLabels: TypeAlias = Callable[[Case], int]


def sum_over_rounds(case: Case) -> int:
    """Return the sum over rounds."""
    return case.over_rounds


def one_number(case: Case) -> int:
    """Return 3N - 2."""
    return 3 * case.enough - 2


def on_paths(formula: MostLabels, *cases: Case) -> Finding:
    """Follow every path to its end."""
    evidence, claimed, computed = [], 0, 0
    for case in cases:
        claimed, (computed, _) = formula(case), case.ends()
        evidence.append(f"{computed} labels, at most {claimed}")
        if computed > claimed:
            return fails(evidence[-1], claimed=f"<= {claimed}", computed=computed)
    return holds("; ".join(evidence), claimed=f"<= {claimed}", computed=computed)


def every_path(formula: MostLabels, rng: np.random.Generator) -> Finding:
    """Follow every path of + and -, and of three cuts, where the sum is attained."""
    del rng
    return on_paths(formula, tight(), two_rounds("looks"))


def more_paths(formula: MostLabels, rng: np.random.Generator) -> Finding:
    """Follow every path with bounds that get narrow at once, and by two more spendings."""
    del rng
    return on_paths(formula, tight(), two_rounds("rounds"), two_rounds("literal"), sudden())


CLAIM: Claim[MostLabels] = Claim(
    key="a2/fall-back/rounds",
    title="The labels of A2, round by round",
    statement=(
        r"\text{labels} \le \max_R \Bigl(\sum_{r<R} n_{J_r - 1} + n_{J_R}\Bigr), \quad"
        r" J_r = \min\{j : w \le 2^{r-1} \varepsilon \text{ at look } j \text{ of round } r\},"
        r" \quad n_j = 1, 4, 13, \dots \text{ (every path of five cases)}"
    ),
    plain=(
        "No run of A2 is longer than rounds that each go on to the last look at which they may "
        "end by halving, and one that goes on until its bounds are narrow: decided on every path "
        "of two and of three hypotheses, for three ways to spend delta."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that so many labels are taken: most rounds end long before",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=sum_over_rounds,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_path,
            scope="{+, -}, and three cuts by looks: every path",
        ),
        Check(
            Method.EXHAUSTIVE,
            more_paths,
            scope="three cuts by two more spendings, and with sudden bounds: every path",
            tier="normal",
        ),
    ),
    controls={
        "one label less": lambda case: case.over_rounds - 1,
        "the look before": lambda case: (case.over_rounds - 1) // 3,
        "N labels": lambda case: case.enough,
    },
)
