r"""What a batch of b labels gains: H_(b+1) - 1 nats.

A batch of b uniform instances of the disagreement region leaves the fraction
:math:`U \sim \mathrm{Beta}(2, b)` of it, for a target that is uniform on it, and

.. math:: \mathbb E[-\ln U] = H_{b+1} - 1 = \sum_{j=2}^{b+1} \frac 1j .

Why: by parts the mean is the integral of :math:`P(U \le u)/u`.  So a label in a batch
of ten is worth 0.202 nats, alone 0.5, and with bisection ln 2 = 0.693.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.theory.batch import batch_gain
from proofs_checks._identities import identical
from proofs_checks.thresholds_width_uniform_target import survival

Gain: TypeAlias = Callable[[int], Any]


def nats(b: int) -> Any:
    """Return the mean gain of a batch of ``b`` labels."""
    return sum((Fraction(1, j) for j in range(2, b + 2)), Fraction(0))


def integral_by_parts(formula: Gain, rng: np.random.Generator) -> Finding:
    """Integrate P(U <= u)/u, a polynomial, for every b up to 6."""
    del rng
    u = sp.Symbol("u", positive=True)
    for b in range(1, 7):
        integrand = sp.cancel((1 - survival(b, u)) / u)
        computed = sp.integrate(sp.expand(integrand), (u, 0, 1))
        if sp.Rational(str(formula(b))) != computed:
            return fails(f"batch of {b}", claimed=formula(b), computed=computed)
    return holds("polynomial integrals for b <= 6")


def one_label_more(formula: Gain, rng: np.random.Generator) -> Finding:
    """Verify the step from b to b + 1 for every b: it adds 1/(b + 2)."""
    del rng
    rest = sp.Symbol("rest", positive=True)
    b = sp.Symbol("b", integer=True, positive=True)
    at = {b: 3, rest: sp.Rational(1, 3)}
    # (survival(b) - survival(b + 1)) / u = (b + 1) u (1 - u)^b, whose integral is 1/(b + 2)
    step = (survival(b, 1 - rest) - survival(b + 1, 1 - rest)) / (1 - rest)
    found = identical(step, (b + 1) * (1 - rest) * rest**b, at, "integrand of the step, all b")
    if found.outcome.value != "holds":
        return found
    rise = (b + 1) * (rest ** (b + 1) / (b + 1) - rest ** (b + 2) / (b + 2))
    found = identical(sp.diff(rise, rest), step, at, "antiderivative in 1 - u")
    if found.outcome.value != "holds":
        return found
    found = identical(rise.subs(rest, 1), 1 / (b + 2), at, "its rise from 0 to 1")
    if found.outcome.value != "holds":
        return found
    wrong = [k for k in range(1, 50) if formula(k + 1) - formula(k) != Fraction(1, k + 2)]
    if wrong or formula(1) != Fraction(1, 2):
        first = wrong[0] if wrong else 1
        return fails(f"step at b = {first}", claimed=formula(first), computed=nats(first))
    return holds("the step is 1/(b + 2) for all b; the formula makes it for b < 50")


def package(formula: Gain, rng: np.random.Generator) -> Finding:
    """Compare with the package's value for one random size."""
    b = int(rng.integers(1, 60))
    claimed, computed = formula(b), batch_gain(b).exact
    return (holds if claimed == computed else fails)(
        f"batch of {b}", claimed=claimed, computed=computed
    )


CLAIM: Claim[Gain] = Claim(
    key="thresholds/cal/batch-price",
    title="What a batch of labels gains",
    statement=r"\mathbb E[-\ln U] = H_{b+1} - 1, \quad U \sim \mathrm{Beta}(2, b)",
    plain="Labels bought together are worth less: a batch gains only the logarithm of its size.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="what batches chosen apart from each other gain, rather than at random",
    source=Source("cohn1994improving", match="derived"),
    expected=Verdict.PROVED,
    formula=nats,
    checks=(
        Check(Method.SYMBOLIC, one_label_more, scope="the step for all b, the sum for b < 50"),
        Check(Method.SYMBOLIC, integral_by_parts, scope="b <= 6"),
    ),
    controls={
        "a batch gains as many times one label": lambda b: Fraction(b, 2),
        "harmonic number without the shift": lambda b: sum(
            (Fraction(1, j) for j in range(2, b + 1)), Fraction(0)
        ),
        "Beta(1, b), one spacing": lambda b: sum(
            (Fraction(1, j) for j in range(1, b + 1)), Fraction(0)
        ),
    },
    uses=("thresholds/version-space/width/uniform-target",),
    attack=package,
)
