r"""CAL down to width epsilon, for a uniform target: one plus a Poisson number.

.. math:: Q_\varepsilon = 1 + \mathrm{Poisson}\bigl(2 \ln(1/\varepsilon)\bigr), \qquad
    P(Q_\varepsilon = q) = \varepsilon^2 \frac{(2 \ln(1/\varepsilon))^{q-1}}{(q-1)!}.

Why: an answer leaves the part :math:`U` of the interval that holds the target, and
:math:`P(U \le u) = u^2` for two uniform points.  If :math:`U \le \varepsilon` the run
is over, else it starts anew with :math:`\varepsilon / U`:

.. math:: p_1(\varepsilon) = \varepsilon^2, \qquad
    p_q(\varepsilon) = \int_\varepsilon^1 2 u\, p_{q-1}(\varepsilon / u)\, du .

The second equation says that :math:`u^2 p_q(\varepsilon/u)`, which is
:math:`p_q(\varepsilon)` at 1, vanishes at :math:`\varepsilon` and has this slope.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.cal import CAL
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, holds
from altheory.ledger.statistics import compare_mean, mean_sample_size
from altheory.numeric.enclosure import Enclosure
from altheory.simulation.jumps import event_driven
from proofs_checks._identities import identical

Chance: TypeAlias = Callable[[Any, Any], Any]
EPSILON, U = sp.symbols("epsilon u", positive=True)
DISCREPANCY, ALPHA, POWER = Fraction(9, 100), 1e-6, 0.99
ROUNDING = Fraction(1, 10**25)  # of a value with 30 digits
AT = {EPSILON: sp.Rational(1, 5), U: sp.Rational(1, 2)}


def chance(q: Any, epsilon: Any) -> Any:
    """Return P(Q = q)."""
    return epsilon**2 * (-2 * sp.log(epsilon)) ** (q - 1) / sp.factorial(q - 1)


def part_that_is_left(formula: Chance, rng: np.random.Generator) -> Finding:
    """Integrate over target and instance: the part that is left is at most u."""
    del rng
    x = sp.Symbol("x", positive=True)
    # the instance x leaves [0, x] to a target below it and [x, 1] to one above
    below = sp.integrate(x, (x, 0, U))
    above = sp.integrate(1 - x, (x, 1 - U, 1))
    part = identical(below + above, U**2, AT, "P(U <= u) = u^2")
    if part.outcome is not Outcome.HOLDS:
        return part
    return identical(formula(1, EPSILON), EPSILON**2, AT, "one question is enough iff U <= epsilon")


def renewal(formula: Chance, rng: np.random.Generator) -> Finding:
    """Verify the integral equation for every q, by slope and value at the end."""
    del rng
    q = sp.Symbol("q", integer=True, positive=True)
    y = sp.Symbol("y", positive=True)  # u = epsilon e^y, so that the slope in u is that in y over u
    u = EPSILON * sp.exp(y)
    slope = sp.diff(u**2 * formula(q + 1, sp.exp(-y)), y) / u
    at = {**AT, q: 3, y: 1}
    found = identical(slope, 2 * u * formula(q, sp.exp(-y)), at, "slope in u, all q")
    if found.outcome is not Outcome.HOLDS:
        return found
    end = identical(formula(q + 1, sp.Integer(1)), 0, at, "value at u = epsilon, all q")
    if end.outcome is not Outcome.HOLDS:
        return end
    first = identical(formula(1, EPSILON), EPSILON**2, AT, "p_1")
    return first if first.outcome is not Outcome.HOLDS else holds("the renewal equation, all q")


def simulated(formula: Chance, rng: np.random.Generator) -> Finding:
    """Count how often the real CAL asks three questions down to the width 1/2."""
    thresholds, epsilon = Thresholds(), Fraction(1, 2)
    learner: CAL[Fraction, Threshold] = CAL(thresholds.version_space())
    counts: list[int] = []
    for _ in range(mean_sample_size(DISCREPANCY, ALPHA, POWER)):
        target = thresholds.draw_target(rng)
        run = event_driven(learner, thresholds.law(), target, rng, epsilon=epsilon)
        counts.append(int(run.state.queries == 3))
    value = Fraction(str(sp.N(formula(sp.Integer(3), sp.Rational(1, 2)), 30)))
    claimed = Enclosure(value - ROUNDING, value + ROUNDING)
    return compare_mean(counts, claimed, alpha=ALPHA, low=0, high=1, discrepancy=DISCREPANCY)


CLAIM: Claim[Chance] = Claim(
    key="thresholds/cal/to-width/uniform-target",
    title="CAL to width epsilon is one plus Poisson",
    statement=r"Q_\varepsilon = 1 + \mathrm{Poisson}(2 \ln(1/\varepsilon))",
    plain="Every factor e of accuracy costs CAL two labels on average.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say=(
        "the law for a fixed target, whose mean is another by 2 + ln(t (1 - t))"
        " where epsilon <= min(t, 1 - t)"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=chance,
    checks=(
        Check(Method.SYMBOLIC, renewal, scope="all q and all epsilon in (0, 1)"),
        Check(Method.SYMBOLIC, part_that_is_left, scope="q = 1, all epsilon in (0, 1)"),
        Check(
            Method.STATISTICAL,
            simulated,
            scope="P(Q = 3) at epsilon = 1/2, event-driven CAL",
            tier="normal",
            alpha=ALPHA,
            power=POWER,
            discrepancy="9/100 in the probability of three questions",
        ),
    ),
    controls={
        "rate 1": lambda q, epsilon: epsilon * (-sp.log(epsilon)) ** (q - 1) / sp.factorial(q - 1),
        "Poisson without the first question": lambda q, epsilon: chance(q + 1, epsilon),
        "geometric, as if memoryless in q": lambda q, epsilon: (
            epsilon**2 * (1 - epsilon**2) ** (q - 1)
        ),
    },
)
