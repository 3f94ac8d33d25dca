r"""What a label is worth: random questions, a committee of two, and the middle.

The target threshold is uniform on the version space, an interval.  A question that
cuts off the fraction p leaves p of it with probability p and 1 - p otherwise, so it
is worth :math:`H(p) = -p \ln p - (1 - p) \ln (1 - p)` nats of :math:`\ln(1/\varepsilon)`.

* CAL asks uniformly: :math:`\mathbb E H = 1/2`, hence 2 labels a nat.
* A committee of two random members asks where they differ [freund1997selective]_, with
  density proportional to :math:`2p(1-p)`: :math:`\mathbb E H = 7/12`, hence 12/7.
* Bisection takes p = 1/2: :math:`\ln 2`, hence :math:`1/\ln 2 = 1.4427`.
"""

from typing import Any, NamedTuple

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds


class LabelsPerNat(NamedTuple):
    """Labels for each nat by which the version space shrinks, on average."""

    cal: Any
    committee: Any
    bisection: Any


def gains() -> LabelsPerNat:
    """Return the expected nats of one label, by integration."""
    p = sp.symbols("p", positive=True)

    def mean(density: Any) -> Any:
        """Return the mean of H(p); a symmetric density lets p stand for 1 - p too.

        From 0, where it vanishes, p^k ln p has the integral p^(k+1) (ln p - 1/(k+1)) / (k+1).
        """
        total = sp.Integer(0)
        for (k,), factor in sp.Poly(density * p, p).terms():
            integral = p ** (k + 1) * (sp.log(p) - sp.Rational(1, k + 1)) / (k + 1)
            if sp.expand(sp.diff(integral, p) - p**k * sp.log(p)) != 0:
                raise ArithmeticError(f"{integral} is no integral of p^{k} ln p")
            total += factor * integral.subs(p, 1)
        return -2 * total

    disagree = 2 * p * (1 - p)
    committee = mean(disagree / sp.Poly(disagree, p).integrate().eval(1))
    half = sp.Rational(1, 2)
    return LabelsPerNat(mean(sp.Integer(1)), committee, -2 * half * sp.log(half))


def one_over_the_expected_gain(rates: LabelsPerNat, rng: np.random.Generator) -> Finding:
    """Compare each rate with the reciprocal of an integral."""
    del rng
    nats = gains()
    for name, rate, gain in zip(LabelsPerNat._fields, rates, nats, strict=True):
        if sp.simplify(rate * gain - 1) != 0:
            return fails(name, claimed=rate, computed=1 / gain)
    evidence = f"expected nats a label: {', '.join(map(str, nats))}"
    return holds(evidence, claimed=rates.committee, computed=1 / nats.committee)


RATES = LabelsPerNat(sp.Integer(2), sp.Rational(12, 7), 1 / sp.log(2))

CLAIM: Claim[LabelsPerNat] = Claim(
    key="cal/information/labels-per-nat",
    title="Labels per nat of accuracy",
    statement=(
        r"\lambda_{\mathrm{CAL}} = 2,\quad \lambda_{\mathrm{QBC}} = 12/7,"
        r"\quad \lambda_{1/2} = 1/\ln 2"
    ),
    plain="On thresholds CAL pays 39 % more labels than bisection, a committee of two 19 % more.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target"}),
    does_not_say="the same of other classes, noisy labels, or a committee of trained networks",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=RATES,
    checks=(
        Check(
            Method.SYMBOLIC,
            one_over_the_expected_gain,
            scope="expected logarithm of the fraction left by one question",
        ),
    ),
    controls={
        "bits taken for nats": RATES._replace(bisection=sp.Integer(1)),
        "the committee is as good as bisection": RATES._replace(committee=1 / sp.log(2)),
        "a committee dearer by a twentieth": RATES._replace(committee=sp.Rational(9, 5)),
        "CAL halves the interval on average": RATES._replace(cal=1 / sp.log(2)),
    },
)
