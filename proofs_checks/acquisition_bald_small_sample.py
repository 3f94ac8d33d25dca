r"""BALD of few sampled models is low: exact means for a coin of unknown bias.

A label is 1 with probability :math:`\theta`, which is uniform on [0, 1].  It tells
:math:`1 - \frac1{2 \ln 2} = 0.27865` bits about :math:`\theta`.  Of T draws of :math:`\theta` the
score sees the mean :math:`S / T`, and with :math:`h(x) = -x \ln x - (1 - x) \ln(1 - x)`

.. math:: \mathbb E\, \mathrm{BALD}_T = \mathbb E\, h(S / T) - \tfrac12
          = \ln T + H_{T+1} - \tfrac32
            - \frac{2}{T\,(T + 1)!} \sum_{j=1}^T (-1)^{T-j} \binom Tj j^{T+1} \ln j

nats, :math:`H_n` the harmonic numbers: the mean of a function of a sum of T uniform numbers is the
T-th difference of its T-fold integral.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import comb, factorial
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.balls import enclosed, integral
from altheory.numeric.enclosure import Enclosure

Expected: TypeAlias = Callable[[int], Enclosure]  # bits, from the number of models

ACCURACY = Fraction(1, 10**15)


def bits(nats: Callable[[], Any]) -> Enclosure:
    """Enclose a number of nats in bits."""
    from flint import arb

    return enclosed(lambda: nats() / arb.const_log2())


@cache
def told() -> Enclosure:
    """Return what the label tells about the bias."""
    from flint import arb

    return bits(lambda: arb.const_log2() - arb(1) / 2)


@cache
def by_differences(t: int) -> Enclosure:
    """Return the mean score of t models by the difference of an integral."""
    from flint import arb, fmpq

    def nats() -> Any:
        terms = (
            (-1) ** (t - j) * comb(t, j) * j ** (t + 1) * arb(j).log() for j in range(2, t + 1)
        )
        harmonic = sum((fmpq(1, n) for n in range(1, t + 2)), fmpq(-3, 2))
        return arb(t).log() + arb(harmonic) - 2 * sum(terms, arb(0)) / (t * factorial(t + 1))

    return bits(nats)


@cache
def density(t: int) -> tuple[Any, ...]:
    """Return the density of the sum of t uniform numbers, a polynomial on each unit interval.

    Of the distance u from the left end; on interval m it is the integral of the density of one
    number less from m - 1 + u to m + u.
    """
    from flint import fmpq_poly

    if t == 1:
        return (fmpq_poly([1]),)
    integrals = [fmpq_poly(), *(piece.integral() for piece in density(t - 1)), fmpq_poly()]
    return tuple(here + before(1) - before for before, here in pairwise(integrals))


@cache
def by_integration(t: int) -> Enclosure:
    """Return the mean score of t > 1 models by integrating over the mean of their biases."""
    from flint import acb, acb_poly, arb

    def nats() -> Any:
        # x ln x on the first interval, where the density is u^(t-1) / (t-1)!
        total = -(1 / arb(t + 1) ** 2 + arb(t).log() / (t + 1)) / factorial(t)
        for m in range(1, t):
            polynomial = acb_poly(density(t)[m])

            def along(u: Any, analytic: bool, m: int = m, of: Any = polynomial) -> Any:
                x = (m + u) / t
                return of(u) * x * x.log(analytic=analytic)

            total += integral(along, acb(0), acb(1))
        return -2 * total - arb(1) / 2

    return bits(nats)


def compared(expected: Expected, several: Sequence[int]) -> Finding:
    """Compare with integration, and with what the label tells."""
    for t in several:
        claimed, computed = expected(t), by_integration(t)
        off = claimed - computed
        if not (off.lo >= -ACCURACY and off.hi <= ACCURACY and computed.hi < told().lo):
            return fails(f"{t} models", claimed=claimed, computed=computed)
    shown = ", ".join(f"{float(by_integration(t)):.6f}" for t in several)
    return holds(f"T in {tuple(several)}: {shown} bits, of {float(told()):.6f}")


def few_models(expected: Expected, rng: np.random.Generator) -> Finding:
    """Integrate for two and five models."""
    del rng
    return compared(expected, (2, 5))


def more_models(expected: Expected, rng: np.random.Generator) -> Finding:
    """Integrate for up to ten models, and for fifty."""
    del rng
    return compared(expected, (*range(2, 11), 50))


CLAIM: Claim[Expected] = Claim(
    key="acquisition/bald/small-sample",
    title="BALD of few sampled models is low on average",
    statement=(
        r"\mathbb E\, \mathrm{BALD}_T = \tfrac{1}{\ln 2} \Bigl(\ln T + H_{T+1} - \tfrac32"
        r" - \tfrac{2}{T (T+1)!} \sum_{j=1}^T (-1)^{T-j} \tbinom Tj j^{T+1} \ln j\Bigr)"
        r" < 1 - \tfrac{1}{2 \ln 2} \text{ bits}, \quad T \in \{2, \dots, 10, 50\}"
    ),
    plain=(
        "For a coin of uniform bias the mean score of 2, 5, 10 and 50 sampled models is 0.148, "
        "0.229, 0.254 and 0.274 bits, where the label tells 0.279."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law"}),
    does_not_say="that instances are ranked wrongly by it, nor that single scores are low",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=by_differences,
    checks=(
        Check(Method.ENCLOSURE, few_models, scope="T in {2, 5}"),
        Check(Method.ENCLOSURE, more_models, scope="2 <= T <= 10 and T = 50", tier="normal"),
    ),
    controls={
        "no bias": lambda _: told(),
        "the usual factor 1 - 1/T": lambda t: told() * Fraction(t - 1, t),
        "one model more": lambda t: by_differences(t + 1),
        "in nats": lambda t: by_differences(t) * Enclosure.exactly(2).log(),
    },
)
