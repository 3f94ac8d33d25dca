r"""Thresholds: passive learning takes 1/epsilon labels, active learning a logarithm.

Let n be the least sample with which some passive rule has mean error at most
:math:`\varepsilon` for a uniform target, and q the least number of queries with which
an estimate is always within :math:`\varepsilon`.  For :math:`\varepsilon \le 1/4`

.. math:: n = \Bigl\lceil \frac{1}{2 \varepsilon} \Bigr\rceil - 2, \qquad
    q = \Bigl\lceil \log_2 \frac{1}{2 \varepsilon} \Bigr\rceil .

Why: the best rule has error 1/(2 (n + 2)), bisection :math:`1/(2 \cdot 2^q)`, and
:math:`1/(2 j) \le \varepsilon` for an integer j iff
:math:`j \ge m = \lceil 1/(2 \varepsilon) \rceil`.  So n + 2 = m, and q is the least
with :math:`2^q \ge m`.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.lower_bounds import identification_queries, passive_thresholds_error
from proofs_checks._bisections import guarantee
from proofs_checks._identities import chain, identical
from proofs_checks.thresholds_passive_bayes import least_error

LARGEST = 64


class Labels(NamedTuple):
    """The passive sample and the queries, as functions of m = ceil(1/(2 epsilon))."""

    passive: Callable[[Any], Any]
    active: Callable[[int], int]


def smaller_by_two(m: Any) -> Any:
    """Return the least sample of the best passive rule."""
    return m - 2


def least_numbers(formula: Labels, rng: np.random.Generator) -> Finding:
    """Compare errors at either end of the accuracies of one m: 1/(2m) up to 1/(2 (m - 1))."""
    del rng
    m = sp.Symbol("m", integer=True, positive=True)
    # the least error falls with the sample, and is 1/(2m) at the right one
    passive = identical(least_error(formula.passive(m)), 1 / (2 * m), {m: 6}, "least error, all m")
    runs = (_both_ends(formula, m) for m in range(2, LARGEST + 1))
    last = formula.passive(LARGEST), formula.active(LARGEST)
    return chain((passive, *runs), f"every epsilon in [1/{2 * LARGEST}, 1/4]; the last is {last}")


def _both_ends(formula: Labels, m: int) -> Finding:
    """Find the least sample and the least number of queries, the latter by running bisection."""
    n = next(n for n in range(m) if passive_thresholds_error(n) * 2 * m <= 1)
    q = next(q for q in range(m) if guarantee(q)[1] * 2 * m <= 1)
    claimed = formula.passive(m), formula.active(m)
    fewer = [passive_thresholds_error(k) for k in range(n)] + [guarantee(k)[1] for k in range(q)]
    least = all(error * 2 * (m - 1) >= 1 for error in fewer)
    outcome = holds if least and claimed == (n, q) else fails
    return outcome(f"m = {m}", claimed=claimed, computed=(n, q))


CLAIM: Claim[Labels] = Claim(
    key="thresholds/active-against-passive",
    title="Passive 1/eps, active log(1/eps)",
    statement=(
        r"n_{\text{passive}} = \lceil 1/(2\varepsilon) \rceil - 2, \quad"
        r" q_{\text{active}} = \lceil \log_2 (1/(2\varepsilon)) \rceil, \quad"
        r" 1/128 \le \varepsilon \le 1/4"
    ),
    plain=(
        "For an accuracy epsilon from 1/128 to 1/4 passive learning takes 1/(2 epsilon) labels,"
        " less two, and bisection the logarithm of that."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "membership queries"}),
    does_not_say="that other classes gain as much: some gain nothing",
    source=Source(
        "lecturenotes",
        locator="Can Adaptive Querying Actually Help?",
        match="special case",
        difference="the notes give orders of growth, here the constants are exact",
    ),
    expected=Verdict.PROVED,
    formula=Labels(smaller_by_two, identification_queries),
    checks=(
        Check(
            Method.EXHAUSTIVE,
            least_numbers,
            scope="every epsilon in [1/128, 1/4], every passive rule, every sequence of answers",
        ),
    ),
    controls={
        "passive takes 1/epsilon": Labels(lambda m: 2 * m, identification_queries),
        "passive takes one label more": Labels(lambda m: m - 1, identification_queries),
        "passive takes a logarithm too": Labels(
            lambda m: sp.ceiling(sp.log(m, 2)), identification_queries
        ),
        "active takes a constant": Labels(smaller_by_two, lambda m: min(m - 1, 3)),
    },
    uses=("thresholds/passive/bayes-error", "thresholds/bisection/estimation"),
)
