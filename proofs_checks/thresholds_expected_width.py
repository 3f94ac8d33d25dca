r"""The mean mass of the disagreement region after n uniform instances.

.. math:: \mathbb E[W] = \frac{2 - t^{n+1} - (1 - t)^{n+1}}{n + 1},
    \qquad \int_0^1 \mathbb E[W]\, dt = \frac{2}{n + 2}.

Why: the mean of a gap is the integral of its survival :math:`(1 - a)^n`.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.thresholds_version_space import expected_width
from proofs_checks._cells import longer
from proofs_checks._identities import identical

Mean: TypeAlias = Callable[[Any, Any], Any]
CELLS = 4


def mean_width(n: Any, t: Any) -> Any:
    """Return E[W]."""
    return (2 - t ** (n + 1) - (1 - t) ** (n + 1)) / (n + 1)


def integral_of_survival(formula: Mean, rng: np.random.Generator) -> Finding:
    """Integrate the survival of the two gaps for every n up to 5, as polynomials in t."""
    del rng
    a, t = sp.symbols("a t", positive=True)
    for n in range(6):
        gaps = sum(sp.integrate(sp.expand((1 - a) ** n), (a, 0, m)) for m in (t, 1 - t))
        claimed = sp.expand(formula(sp.Integer(n), t))
        if sp.expand(claimed - gaps) != 0:
            return fails(f"n = {n}", claimed=claimed, computed=sp.expand(gaps))
    return holds("equal polynomials in t for n <= 5")


def every_n(formula: Mean, rng: np.random.Generator) -> Finding:
    """Differentiate in t, with n as a symbol: the gaps end with survival (1 - t)^n and t^n."""
    del rng
    t, rest = sp.symbols("t rest", positive=True)
    n = sp.Symbol("n", integer=True, positive=True)
    at = {n: 3, t: sp.Rational(1, 5), rest: sp.Rational(4, 5)}
    slope = sp.diff(formula(n, t), t).subs(1 - t, rest)
    start = identical(formula(n, sp.Integer(0)), 1 / (n + 1), at, "the target 0")
    return (
        start
        if start.outcome.value != "holds"
        else identical(slope, rest**n - t**n, at, "derivative in t and value at 0, all n")
    )


def grid_of_placements(formula: Mean, rng: np.random.Generator) -> Finding:
    """Bracket the mean between Riemann sums of survivals counted on real version spaces."""
    del rng
    for n in range(1, 4):
        for edge in range(1, CELLS):
            left = [longer(n, CELLS, edge, a, 0) for a in range(edge)]
            right = [longer(n, CELLS, edge, 0, b) for b in range(CELLS - edge)]
            upper = sum(left + right, Fraction(0)) / CELLS
            lower = sum(left[1:] + right[1:], Fraction(0)) / CELLS
            claimed = formula(n, Fraction(edge, CELLS))
            if not lower <= claimed <= upper:
                return fails(f"n = {n}, t = {edge}/{CELLS}", claimed=claimed, computed=upper)
    return holds("within Riemann sums over all placements of at most 3 instances")


def random_target(formula: Mean, rng: np.random.Generator) -> Finding:
    """Compare with the package's law at a random rational target."""
    n, t = int(rng.integers(12)), Fraction(int(rng.integers(1000)), 999)
    claimed, computed = formula(n, t), expected_width(n, t)
    return (holds if claimed == computed else fails)(
        f"n = {n}, t = {t}", claimed=claimed, computed=computed
    )


CLAIM: Claim[Mean] = Claim(
    key="thresholds/version-space/expected-width",
    title="Mean mass of the disagreement region",
    statement=r"\mathbb E[W] = \frac{2 - t^{n+1} - (1 - t)^{n+1}}{n + 1}",
    plain="After n labels about 2/n of the instances are still worth asking for.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that the width is near its mean: it is not concentrated",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=mean_width,
    checks=(
        Check(Method.SYMBOLIC, every_n, scope="all n >= 1 and t in (0, 1)"),
        Check(Method.SYMBOLIC, integral_of_survival, scope="all t, n <= 5", tier="normal"),
        Check(
            Method.ENCLOSURE,
            grid_of_placements,
            scope="two-sided bounds, n <= 3, t multiple of 1/4",
        ),
    ),
    controls={
        "forgets the ends of the domain": lambda n, t: 2 / sp.sympify(n + 1) + 0 * t,
        "the mean over targets": lambda n, t: 2 / sp.sympify(n + 2) + 0 * t,
        "one instance less": lambda n, t: (2 - t**n - (1 - t) ** n) / sp.sympify(n + 1),
    },
    uses=("thresholds/version-space/gaps",),
    attack=random_target,
)
