r"""The midpoint rule on thresholds: its error is half the difference of the gaps.

For n >= 1 the error :math:`|A - B|/2` exceeds :math:`\varepsilon` with probability
:math:`P(A - B > c) + P(B - A > c)` at :math:`c = 2 \varepsilon`, and for :math:`c < t`

.. math:: P(A - B > c) = \begin{cases}
      \tfrac12 \bigl((1 - c)^n - (1 + c - 2t)^n\bigr) & 2 t \le 1 + c, \\
      \tfrac12 \bigl((1 - c)^n + (2t - 1 - c)^n\bigr) & 2 t \ge 1 + c,
    \end{cases}

which is 0 for c >= t.  The other tail is this one at 1 - t, by reflection.  Their sum
is about :math:`(1 - 2\varepsilon)^n` in the interior: half as many instances as the
one-sided rule needs.

Why: where A - B > c the gap B has the density :math:`n (1 - c - 2b)^{n-1}`, and its
integral ends at :math:`b = t - c`, or at :math:`1 - t` if that comes first, where B has
an atom.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.thresholds_passive import midpoint_failure
from proofs_checks._gap_integrals import A, B, N, T, beyond_the_line, density, left_atom, right_atom
from proofs_checks._identities import chain, identical

# Of n, c, t and whether 2 t >= 1 + c.
Excess: TypeAlias = Callable[[Any, Any, Any, int], Any]
C = sp.Symbol("c", positive=True)
AT = {N: 4, A: sp.Rational(1, 2), B: sp.Rational(1, 9), C: sp.Rational(1, 7), T: sp.Rational(3, 4)}
CELLS = 8


def longer_by(n: Any, c: Any, t: Any, wide: int) -> Any:
    """Return P(A - B > c)."""
    end = (2 * t - 1 - c) ** n if wide else -((1 + c - 2 * t) ** n)
    return ((1 - c) ** n + end) / 2


def integrals(formula: Excess, rng: np.random.Generator) -> Finding:
    """Integrate the law of the gaps over the set, with n, t and c as symbols."""
    del rng
    # an antiderivative in b of the density of B where A - B > c
    rise = -((1 - C - 2 * B) ** N) / 2
    # the atom of B = 1 - t, from the line on; its antiderivative in a is -P(A > a, B > 1 - t)
    end = -((T - A) ** N)
    atom = end.subs(A, T) - end.subs(A, 1 - T + C)
    areas = (
        rise.subs(B, T - C) - rise.subs(B, 0),
        rise.subs(B, 1 - T) - rise.subs(B, 0) + atom,
    )

    def steps() -> Iterator[Finding]:
        yield identical(-sp.diff(left_atom(A, B), A), density(A, B), AT, "antiderivative in a")
        yield identical(sp.diff(rise, B), beyond_the_line(C, B), AT, "antiderivative in b")
        yield identical(sp.diff(end, A), right_atom(A, 1 - T), AT, "antiderivative of the atom")
        for wide, area in enumerate(areas):
            yield identical(formula(N, C, T, wide), area, AT, f"P(A - B > c), case {wide}")

    return chain(steps(), "P(A - B > c) for all n, t and c, in both cases")


def brackets(formula: Excess, rng: np.random.Generator) -> Finding:
    """Bracket by placements into cells, with the real midpoint rule.

    Moving the instances within their cells moves the midpoint by less than 1/(2 N).
    """
    del rng
    rule = Thresholds().erm
    for n, edge in product((1, 2, 3), (2, 4, 6)):
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
    statement=(
        r"P(\mathrm{err} > \varepsilon) = R(t) + R(1 - t), \quad c = 2 \varepsilon, \quad"
        r" R(t) = \tfrac12 ((1 - c)^n \mp |1 + c - 2t|^n) \text{ for } c < t, \text{ else } 0,"
        r" \text{ with } - \text{ iff } 2t \le 1 + c"
    ),
    plain=(
        "The middle of the last interval errs by more than epsilon with a probability that is"
        " the sum of two tails, one for each side."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that the two tails are equal: near an end one of them vanishes",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=longer_by,
    checks=(
        Check(Method.SYMBOLIC, integrals, scope="all n >= 1, t in (0, 1) and c in (0, t)"),
        Check(
            Method.ENCLOSURE,
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
