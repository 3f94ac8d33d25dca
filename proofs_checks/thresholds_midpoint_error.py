r"""The midpoint rule on thresholds: its error is half the difference of the gaps.

For :math:`c = 2 \varepsilon < t` and n >= 1

.. math:: P(A - B > c) = \begin{cases}
      \tfrac12 \bigl((1 - c)^n - (1 + c - 2t)^n\bigr) & 2 t \le 1 + c, \\
      \tfrac12 \bigl((1 - c)^n + (2t - 1 - c)^n\bigr) & 2 t \ge 1 + c,
    \end{cases}

and the error exceeds epsilon with this probability at t plus that at 1 - t, about
:math:`(1 - 2\varepsilon)^n` in the interior: half as many instances as the one-sided
rule needs.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.theory.thresholds_passive import midpoint_failure
from proofs_checks._gap_integrals import T, excess

# Of n, c, t and whether 2 t >= 1 + c.
Excess: TypeAlias = Callable[[Any, Any, Any, int], Any]
C = sp.Symbol("c", positive=True)
CELLS = 8


def longer_by(n: Any, c: Any, t: Any, wide: int) -> Any:
    """Return P(A - B > c)."""
    end = (2 * t - 1 - c) ** n if wide else -((1 + c - 2 * t) ** n)
    return ((1 - c) ** n + end) / 2


def integrals(formula: Excess, rng: np.random.Generator) -> Finding:
    """Integrate the law of the gaps over the set, in both cases, as polynomials."""
    del rng
    for n, wide in product(range(1, 5), (0, 1)):
        claimed = sp.expand(formula(n, C, T, wide))
        computed = sp.expand(excess(n, C, wide=wide))
        if sp.expand(claimed - computed) != 0:
            return fails(f"n = {n}, case {wide}", claimed=claimed, computed=computed)
    return holds("equal polynomials in t and c, n <= 4, both cases")


def brackets(formula: Excess, rng: np.random.Generator) -> Finding:
    """Bracket by placements into cells, with the real midpoint rule.

    Moving the instances within their cells moves the midpoint by less than 1/(2 N).
    """
    del rng
    rule = Thresholds().erm
    for n, edge in product((1, 2, 3), (2, 3, 4)):
        target = Threshold(Fraction(edge, CELLS))
        offsets: list[Fraction] = []
        for placement in product(range(CELLS), repeat=n):
            xs = [Fraction(2 * i + 1, 2 * CELLS) for i in placement]
            offsets.append(target.cut - rule([(x, target(x)) for x in xs]).cut)
        for k in range(1, 2 * edge):
            epsilon, slack = Fraction(k, 4 * CELLS), Fraction(1, 2 * CELLS)
            c = 2 * epsilon
            claimed = formula(n, c, target.cut, int(2 * target.cut > 1 + c))
            low = Fraction(sum(o > epsilon + slack for o in offsets), CELLS**n)
            high = Fraction(sum(o > epsilon - slack for o in offsets), CELLS**n)
            if not low <= claimed <= high:
                where = f"n = {n}, t = {target.cut}, epsilon = {epsilon}"
                return fails(where, claimed=claimed, computed=f"within [{low}, {high}]")
    return holds("within the bounds that all placements of at most 3 instances give")


def package(formula: Excess, rng: np.random.Generator) -> Finding:
    """Compare with the package's law at a random target and accuracy."""
    n, t = int(rng.integers(1, 9)), Fraction(int(rng.integers(1, 500)), 500)
    epsilon = Fraction(int(rng.integers(1, 250)), 500)
    c = 2 * epsilon
    claimed = sum(formula(n, c, s, int(2 * s > 1 + c)) for s in (t, 1 - t) if c < s)
    computed = midpoint_failure(n, epsilon, t)
    outcome = holds if claimed == computed else fails
    return outcome(f"n = {n}, t = {t}, epsilon = {epsilon}", claimed=claimed, computed=computed)


CLAIM: Claim[Excess] = Claim(
    key="thresholds/passive/midpoint-error",
    title="Error of the midpoint rule",
    statement=(r"P(A - B > c) = \tfrac12 ((1 - c)^n - (1 + c - 2t)^n), \quad c < t \le (1 + c)/2"),
    plain="The middle of the gap is twice as good as its end.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that the two tails are equal: near an end one of them vanishes",
    source=Source("cohn1994improving", match="derived"),
    expected=Verdict.PROVED,
    formula=longer_by,
    checks=(
        Check(Method.SYMBOLIC, integrals, scope="all t and c, n <= 4"),
        Check(
            Method.EXHAUSTIVE,
            brackets,
            scope="two-sided bounds, n <= 3, 8 cells, the real rule",
            tier="normal",
        ),
    ),
    controls={
        "an interior target always": lambda n, c, t, wide: (  # noqa: ARG005
            (1 - c) ** n / sp.Integer(2) + 0 * t
        ),
        "the one-sided rule": lambda n, c, t, wide: (1 - c / 2) ** n + 0 * t,  # noqa: ARG005
        "one case for both": lambda n, c, t, wide: longer_by(n, c, t, 0 * wide),
    },
    uses=("thresholds/version-space/gaps",),
    attack=package,
)
