r"""q answers -1 rule out intervals up to 1/(q + 1), and no learner does better.

An interval of [0, 1] or nothing at all is positive, x is uniform, and every answer so
far was -1.  Let :math:`\varepsilon(q)` be the least error that a learner can guarantee
after q questions, with any classifier :math:`h: [0, 1] \to [0, 1]` as its answer:

.. math:: \varepsilon(q) = \frac{1}{\max(2, q + 1)}.

Why: the errors on the n = q + 1 gaps add up to :math:`1 + (n - 2) u`, so one of them is
at least 1/n if there are two.  Equal gaps and h = 0 attain it.  Intervals inside of a
gap are no harder where h is constant on it, since the error is linear in their length.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, pairwise, product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._empty_interval import contradicts, least, satisfies, solved
from proofs_checks._identities import chain, identical

Accuracy: TypeAlias = Callable[[Any], Any]
MOST_GAPS = 12
CELLS = 8


def accuracy(queries: Any) -> Any:
    """Return 1/max(2, q + 1)."""
    return 1 / sp.Max(2, queries + 1)


def adds_up(formula: Accuracy, rng: np.random.Generator) -> Finding:
    """Add up the errors on all gaps, for every number of them."""
    del rng
    more = sp.Symbol("more", integer=True, nonnegative=True)
    n, u = more + 2, sp.Symbol("u", nonnegative=True)
    i = sp.Symbol("i", integer=True)
    gap, inside = sp.Function("g")(i), sp.Function("h")(i)
    errors = sp.Sum(u + gap - 2 * inside, (i, 1, n)).expand().doit()
    known = [(sp.Sum(gap, (i, 1, n)), 1), (sp.Sum(-2 * inside, (i, 1, n)), -2 * u)]
    total = errors.subs(known)
    mean = sp.cancel(total / n)
    if not sp.diff(mean, u).is_nonnegative:
        return unknown(f"the mean error on the gaps is {mean}")
    least = mean.subs(u, 0)  # attained by h = 0: the errors are the gaps, which may be equal
    one_gap = sp.Rational(1, 2)  # the errors u and 1 - u add up to 1
    steps = (
        identical(formula(sp.Integer(0)), one_gap, {}, "no question"),
        identical(formula(n - 1), least, {more: 0}, "two gaps or more"),
        identical(formula(n - 1), least, {more: 3}, "two gaps or more"),
    )
    return chain(steps, f"two gaps or more: a mean error of {mean} on a gap, u >= 0")


def programs(formula: Accuracy, rng: np.random.Generator) -> Finding:
    """Let a solver propose gaps, answer and multipliers, and judge both exactly."""
    del rng
    for gaps in range(1, MOST_GAPS + 1):
        point, multipliers = solved(gaps)
        claimed = Fraction(str(formula(gaps - 1)))
        where = f"{gaps} gaps"
        if contradicts(gaps, multipliers, claimed):
            return fails(f"{where}: impossible by the multipliers {multipliers}", claimed=claimed)
        if not satisfies(gaps, point, claimed):
            return unknown(f"{where}: the proposal {point} does not keep {claimed}")
        if not least(gaps, multipliers, claimed):
            return fails(f"{where}: less is enough", claimed=claimed, computed=f"{point}")
    return holds(f"up to {MOST_GAPS} gaps: attained, and less is impossible")


def best_on_cells(cells: int, queries: int) -> Fraction:
    """Try all questions between cells and all answers of 0, 1/2 or 1 on them."""
    answers = np.array(list(product((0, 1, 2), repeat=cells)))  # in units of 1/2
    until = np.concatenate([np.zeros((len(answers), 1), int), answers.cumsum(axis=1)], axis=1)

    def error(a: int, b: int) -> Any:  # of every answer if the cells a, ..., b - 1 are positive
        return until[:, -1] + 2 * (b - a) - 2 * (until[:, b] - until[:, a])

    def worst(asked: tuple[int, ...]) -> int:
        cuts = (0, *asked, cells)
        inside = [
            error(a, b)
            for left, right in pairwise(cuts)
            for a in range(left, right + 1)
            for b in range(a, right + 1)
        ]
        return int(np.max(inside, axis=0).min())

    return Fraction(min(map(worst, combinations(range(1, cells), queries))), 2 * cells)


def every_answer(formula: Accuracy, rng: np.random.Generator) -> Finding:
    """Where equal gaps are made of whole cells, nothing else on the cells is better."""
    del rng
    for q in (q for q in range(CELLS) if CELLS % (q + 1) == 0):
        claimed, computed = Fraction(str(formula(q))), best_on_cells(CELLS, q)
        if claimed != computed:
            return fails(f"{q} questions, {CELLS} cells", claimed=claimed, computed=computed)
    return holds(f"{CELLS} cells, every question and answer on them")


CLAIM: Claim[Accuracy] = Claim(
    key="lower/interval/empty-target/accuracy",
    title="q answers -1 rule out intervals up to 1/(q + 1)",
    statement=r"\varepsilon(q) = \frac{1}{\max(2, q + 1)}",
    plain=(
        "If all answers are -1, the best any learner can promise about an interval is an error of "
        "one over the number of gaps, and 1/2 if it has not asked."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "membership queries"}),
    does_not_say=(
        "that a set attains 1/2 without a question: a coin does, and fine combs come close; nor "
        "anything once an answer is +1"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=accuracy,
    checks=(
        Check(Method.SYMBOLIC, adds_up, scope="all numbers of questions"),
        Check(
            Method.CERTIFICATE,
            programs,
            scope=f"at most {MOST_GAPS} gaps: multipliers proposed by HiGHS, judged exactly",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_answer,
            scope=f"{CELLS} cells, h in {{0, 1/2, 1}} on each, q + 1 a divisor of {CELLS}",
            tier="normal",
        ),
    ),
    controls={
        "one gap against the empty set alone": lambda q: 1 / (2 * (q + 1)),
        "one question for free": lambda q: 1 / sp.Max(2, q + 2),
        "nothing special about no question": lambda q: 1 / (sp.sympify(q) + 1),
    },
)
