r"""What a batch of b labels gains: H_(b+1) - 1 nats.

A batch of b uniform instances of the disagreement region leaves the fraction
:math:`U \sim \mathrm{Beta}(2, b)` of it, for a target that is uniform on it, and

.. math:: \mathbb E[-\ln U] = H_{b+1} - 1 = \sum_{j=2}^{b+1} \frac 1j .

Why: by parts the mean is the integral of :math:`P(U \le u)/u`.  So a label in a batch
of ten is worth 0.202 nats, alone 0.5, and with bisection ln 2 = 0.693.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.batch import batch_gain
from proofs_checks._identities import chain, identical
from proofs_checks.thresholds_width_uniform_target import survival

Gain: TypeAlias = Callable[[Any], Any]


def nats(b: Any) -> Any:
    """Return the mean gain of a batch of ``b`` labels."""
    return sp.harmonic(b + 1) - 1


def integral_by_parts(formula: Gain, rng: np.random.Generator) -> Finding:
    """Integrate P(U <= u)/u, a polynomial, for every b up to 6."""
    del rng
    u = sp.Symbol("u", positive=True)
    for b in range(1, 7):
        integrand = sp.cancel((1 - survival(b, u)) / u)
        computed = sp.Poly(integrand, u).integrate().eval(1)
        if formula(sp.Integer(b)) != computed:
            return fails(f"batch of {b}", claimed=formula(sp.Integer(b)), computed=computed)
    return holds("polynomial integrals for b <= 6")


def one_label_more(formula: Gain, rng: np.random.Generator) -> Finding:
    """Verify the step from b to b + 1 for every b: it adds 1/(b + 2)."""
    del rng
    rest = sp.Symbol("rest", positive=True)
    b = sp.Symbol("b", integer=True, positive=True)
    at = {b: 3, rest: sp.Rational(1, 3)}
    step = (survival(b, 1 - rest) - survival(b + 1, 1 - rest)) / (1 - rest)
    rise = (b + 1) * (rest ** (b + 1) / (b + 1) - rest ** (b + 2) / (b + 2))

    def steps() -> Iterator[Finding]:
        yield identical(formula(sp.Integer(1)), sp.Rational(1, 2), at, "one label")
        yield identical(step, (b + 1) * (1 - rest) * rest**b, at, "integrand of the step")
        yield identical(sp.diff(rise, rest), step, at, "antiderivative in 1 - u")
        yield identical(rise.subs(rest, 1) - rise.subs(rest, 0), 1 / (b + 2), at, "its rise")
        gained = sp.expand_func(formula(b + 1) - formula(b))
        yield identical(gained, 1 / (b + 2), at, "step of the formula")

    return chain(steps(), "one label gains 1/2, and label b + 1 of a batch 1/(b + 2), all b")


def package(formula: Gain, rng: np.random.Generator) -> Finding:
    """Compare with the package's value for one random size."""
    b = int(rng.integers(1, 60))
    claimed, computed = formula(sp.Integer(b)), batch_gain(b).exact
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
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=nats,
    checks=(
        Check(Method.SYMBOLIC, one_label_more, scope="all b", tier="normal"),
        Check(Method.SYMBOLIC, integral_by_parts, scope="b <= 6"),
    ),
    controls={
        "a batch gains as many times one label": lambda b: b / sp.Integer(2),
        "harmonic number without the shift": lambda b: sp.harmonic(b) - 1,
        "Beta(1, b), one spacing": sp.harmonic,
    },
    uses=("thresholds/version-space/width/uniform-target",),
    attack=package,
)
