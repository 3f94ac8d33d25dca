r"""What CAL on the sphere saves at the start: the additive constants.

.. math:: \mathbb E[Q_n] = c_d \ln n + b_d + o(1), \qquad
    b_3 = 1 + \frac{\pi^2}2 \bigl(\operatorname{Ci} \pi - \ln \pi\bigr), \qquad
    b_4 = 2\gamma - 1 + \frac{2\pi^2}3 \bigl(\operatorname{Ci} 2\pi - \ln 2\pi\bigr),

    b_5 = 1 + \frac{3\pi^4 - 4\pi^2}{64} \bigl(\operatorname{Ci} \pi - \ln \pi\bigr)
    + \frac{324 \pi^2 - 27 \pi^4}{64} \bigl(\operatorname{Ci} 3\pi - \ln 3\pi\bigr).

The weights of the cosine integrals add up to :math:`c_d` but for the part of a constant
wave, which is where Euler's constant stays.  All of them but :math:`b_2` are negative and
large, so that :math:`\mathbb E[Q_n]/\ln n` comes near :math:`c_d` at no length of stream
that anyone has.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
from flint import arb, ctx

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.theory._log_series import enclosure_of
from altheory.theory.sphere_cal import cal_expected_queries
from proofs_checks._sphere_balls import constant

Offset: TypeAlias = Callable[[int], Any]
STREAM = 10**40


def wave(k: int) -> Any:
    """Return the ball of Ci(k pi) - ln(k pi)."""
    place = k * arb.pi()
    return place.ci() - place.log()


def cosine_integrals(d: int) -> Any:
    """Return the ball of the additive constant in 2 to 5 dimensions."""
    square = arb.pi() ** 2
    if d == 2:
        return 2 * arb.const_euler() - 1
    if d == 3:
        return 1 + square / 2 * wave(1)
    if d == 4:
        return 2 * arb.const_euler() - 1 + 2 * square / 3 * wave(2)
    first, third = (3 * square - 4) / 64, (324 - 27 * square) / 64
    return 1 + square * (first * wave(1) + third * wave(3))


def long_stream(formula: Offset, rng: np.random.Generator) -> Finding:
    """Compare with the mean of a stream of 10^40 instances, less its logarithm."""
    del rng
    for d in range(2, 6):
        with ctx.workprec(200):
            claimed = enclosure_of(formula(d))
        mean = cal_expected_queries(d, STREAM).enclosure
        computed = mean - constant(d) * Enclosure.exactly(STREAM).log()
        off = claimed - computed
        if max(-off.lo, off.hi) > Fraction(1, 10**30):
            return fails(f"d = {d}", claimed=float(claimed), computed=float(computed))
    return holds("2 <= d <= 5, n = 10^40")


CLAIM: Claim[Offset] = Claim(
    key="sphere/cal/additive-constant",
    title="The additive constants of CAL on the sphere",
    statement=(
        r"b_2 = 2\gamma - 1, \quad"
        r" b_3 = 1 + \tfrac{\pi^2}2 (\operatorname{Ci} \pi - \ln \pi), \quad"
        r" b_4 = 2\gamma - 1 + \tfrac{2\pi^2}3 (\operatorname{Ci} 2\pi - \ln 2\pi), \quad"
        r" b_5 = 1 + \tfrac{3\pi^4 - 4\pi^2}{64} (\operatorname{Ci} \pi - \ln \pi)"
        r" + \tfrac{324\pi^2 - 27\pi^4}{64} (\operatorname{Ci} 3\pi - \ln 3\pi)"
    ),
    plain=(
        "CAL's mean number of labels is c ln n less 4.285, 12.087 and 23.035 in three, four "
        "and five dimensions: the constants are cosine integrals, to thirty digits."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="how fast the rest tends to 0",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=cosine_integrals,
    checks=(Check(Method.ENCLOSURE, long_stream, scope="d = 2, ..., 5 to 30 digits, n = 10^40"),),
    controls={
        "one label more": lambda d: cosine_integrals(d) + 1,
        "Euler's constant in every dimension": lambda d: (
            cosine_integrals(d) + d % 2 * (2 * arb.const_euler() - 2)
        ),
        "logarithms only": lambda d: cosine_integrals(d) - (d == 3) * arb.pi().ci(),
    },
    uses=("sphere/cal/stream-sum", "sphere/cal/constant"),
)
