r"""The width of the version space for a fixed target.

After :math:`n \ge 1` uniform instances and with
:math:`\ell(w) = \min(w, t, 1 - t, 1 - w)`

.. math:: P(W > w) = (1 - w)^n + n\, \ell(w) (1 - w)^{n-1}.

Why: the gaps have the density :math:`n (n-1)(1-a-b)^{n-2}` inside the rectangle
:math:`a < t`, :math:`b < 1 - t` and :math:`n (1-w)^{n-1}` on its two outer sides,
where one gap reaches an end of the domain.  The line :math:`a + b = w` has
:math:`\ell(w)` inside the rectangle and leaves it through as many outer sides as
there are ends within w of the target.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cells import gaps
from proofs_checks._gap_integrals import A, N, T, density, left_atom, right_atom
from proofs_checks._identities import chain, identical

Survival: TypeAlias = Callable[[Any, Any, Any], Any]
CELLS, MOST = 5, 3
W = sp.Symbol("w", positive=True)


def survival(n: Any, w: Any, inside: Any) -> Any:
    """Return P(W > w), the line a + b = w having ``inside`` within the rectangle."""
    return (1 - w) ** n + n * inside * (1 - w) ** (n - 1)


def along_the_line(formula: Survival, rng: np.random.Generator) -> Finding:
    """Compare the density with that of the gaps on the line a + b = w, in each range of w.

    Below both ends the line stays inside; beyond an end it leaves through that side.
    """
    del rng
    rest = sp.Symbol("rest", positive=True)  # 1 - w, so that powers of it simplify
    w = 1 - rest
    at = {N: 4, rest: sp.Rational(1, 3), T: sp.Rational(2, 5), A: sp.Rational(1, 9)}
    across, at_left, at_right = density(A, w - A), left_atom(T, w - T), right_atom(w - 1 + T, 1 - T)
    ranges = {
        "w below both ends": (w, 0),
        "w beyond t only": (T, at_left),
        "w beyond 1 - t only": (1 - T, at_right),
        "w beyond both ends": (rest, at_left + at_right),
    }

    def steps() -> Iterator[Finding]:
        for where, (inside, atoms) in ranges.items():
            slope = -sp.diff(formula(N, W, inside.subs(rest, 1 - W)), W).subs(W, w)
            yield identical(slope, across * inside + atoms, at, f"density of W, {where}")
        yield identical(formula(N, sp.Integer(0), sp.Integer(0)), 1, at, "P(W > 0)")
        yield identical(formula(N, sp.Integer(1), sp.Integer(0)), 0, at, "P(W > 1)")
        for joint, left, right in (("t", W, T), ("1 - t", T, 1 - W)):
            meet = {W: T} if joint == "t" else {W: 1 - T}
            below, above = (formula(N, W, inside).subs(meet) for inside in (left, right))
            yield identical(below, above, at, f"the cases meet at w = {joint}")

    return chain(steps(), "the density in every range of w and the values at 0, 1 and the joints")


def every_placement(formula: Survival, rng: np.random.Generator) -> Finding:
    """Bracket by counts of placements into cells, with the real version space.

    If a and b cells beside the target are empty, W lies between (a + b) / N and
    (a + b + 2) / N.
    """
    del rng
    cases = 0
    for n in range(1, MOST + 1):
        for edge in range(1, CELLS):
            ways = gaps(n, CELLS, edge)
            for cells in range(CELLS):
                inside = Fraction(min(cells, edge, CELLS - edge, CELLS - cells), CELLS)
                claimed = formula(n, Fraction(cells, CELLS), inside)
                low = Fraction(sum(w for (a, b), w in ways.items() if a + b >= cells), CELLS**n)
                high = Fraction(sum(w for (a, b), w in ways.items() if a + b + 2 > cells), CELLS**n)
                if not low <= claimed <= high:
                    where = f"n = {n}, t = {edge}/{CELLS}, w = {cells}/{CELLS}"
                    return fails(where, claimed=claimed, computed=f"within [{low}, {high}]")
                cases += 1
    return holds(f"{cases} cases within the bounds that placements give")


CLAIM: Claim[Survival] = Claim(
    key="thresholds/version-space/width/fixed-target",
    title="Law of the width, fixed target",
    statement=r"P(W > w) = (1 - w)^n + n \min(w, t, 1 - t, 1 - w) (1 - w)^{n-1}",
    plain="The disagreement region of n instances is wider than w with this probability.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that the width follows a Beta law for every target: only up to min(t, 1 - t)",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=survival,
    checks=(
        Check(Method.SYMBOLIC, along_the_line, scope="all n >= 1, t in (0, 1), w in [0, 1)"),
        Check(
            Method.ENCLOSURE,
            every_placement,
            scope="two-sided bounds, n <= 3, t and w multiples of 1/5, all placements",
        ),
    ),
    controls={
        "one spacing instead of two": lambda n, w, inside: (1 - w) ** n + 0 * inside,
        "an interior target for every w": lambda n, w, inside: (
            (1 - w) ** n + n * w * (1 - w) ** (n - 1) + 0 * inside
        ),
        "the law of a uniform target": lambda n, w, inside: (1 - w) ** n * (1 + n * w) + 0 * inside,
    },
    uses=("thresholds/version-space/gaps",),
)
