r"""Lecture notes: with little noise A2 takes d^2 log(1/epsilon) labels on separators.

Let :math:`\theta_d \le \sqrt{2 \pi d}` be the disagreement coefficient under the uniform law.  In a
region of mass m, with bounds of radius r and a best separator that errs by :math:`\nu`, whoever
survives differs from the best one on mass :math:`4 r m + 2 \nu` at most, so that

.. math:: P(\mathrm{DIS}(H')) \le \theta_d \, (4 r m + 2 \nu) < \frac m2
          \quad\text{if}\quad r < \frac1{16 \theta_d}, \; \nu \le \frac{m}{8 \theta_d} .

The condition on the noise is about :math:`\nu \le \varepsilon / (20 \sqrt d)`.  With Vapnik's bound
:math:`r = \sqrt{\ln (4 \Pi_d(2n) / \delta) / n} + 1/n` at :math:`\delta = 1/20`, the least number n
of labels for that radius at one look, so of a round up to the schedule, is

.. math:: 5500 \; d^2 \ln (d + 1) < n_d < 7500 \; d^2 \ln (d + 1), \qquad 3 \le d \le 48 .

So d^2 is right up to a logarithm: one d from the square of :math:`\theta_d`, one from the growth.
"""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, comb, floor
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from altheory.numeric.enclosure import Enclosure
from proofs_checks._sphere_balls import theta

# From the dimension to what the labels of a round lie between.
Range: TypeAlias = Callable[[int], tuple[Enclosure, Enclosure]]

DELTA, SOME, MORE = Fraction(1, 20), (3, 5, 12, 48), tuple(range(3, 49))


def between(low: int, high: int, growth: Enclosure) -> tuple[Enclosure, Enclosure]:
    """Return two multiples of a growth."""
    return low * growth, high * growth


def logarithm(d: int) -> Enclosure:
    """Return ln(d + 1)."""
    return Enclosure.exactly(d + 1).log()


def d_squared(d: int) -> tuple[Enclosure, Enclosure]:
    """Return 5500 and 7500 times d^2 ln(d + 1)."""
    return between(5500, 7500, d**2 * logarithm(d))


def is_narrow(d: int, n: int) -> bool | None:
    """Decide whether n labels make Vapnik's radius less than 1/(16 theta)."""
    labelings = 2 * sum(comb(2 * n - 1, k) for k in range(d))
    root = (Enclosure.exactly(4 * labelings / DELTA).log() / n).sqrt()
    return (16 * theta(d) * (root + Fraction(1, n))).less_than(Enclosure.exactly(1))


def judged(formula: Range, dimensions: tuple[int, ...]) -> Finding:
    """Decide whether the lower end is too few labels and the upper end is enough."""
    for d in dimensions:
        low, high = formula(d)
        few, enough = floor(low.lo), ceil(high.hi)
        decided = is_narrow(d, few), is_narrow(d, enough)
        if None in decided:
            return unknown(f"d = {d}: enclosures are too wide")
        if decided != (False, True):
            said = "too many" if decided[0] else "too few"
            return fails(f"d = {d}: {said}", claimed=f"{few} to {enough}")
    return holds(f"d = {dimensions[0]}, ..., {dimensions[-1]}, {len(dimensions)} dimensions")


def some(formula: Range, rng: np.random.Generator) -> Finding:
    """Take four dimensions."""
    del rng
    return judged(formula, SOME)


def all_up_to_48(formula: Range, rng: np.random.Generator) -> Finding:
    """Take all dimensions from 3 to 48."""
    del rng
    return judged(formula, MORE)


CLAIM: Claim[Range] = Claim(
    key="lectures/a2-d-squared",
    title="A2 takes d^2 log d labels for each halving on separators with little noise",
    statement=(
        r"5500 \, d^2 \ln(d + 1) < \min\{n : r(n) < \tfrac1{16 \theta_d}\} < 7500 \, d^2"
        r" \ln(d + 1), \quad 3 \le d \le 48"
    ),
    plain=(
        "Under the uniform law and with noise of at most epsilon/(20 sqrt(d)), the labels with "
        "which A2 surely halves its region grow like d^2, up to a logarithm."
    ),
    relation="order",
    assumptions=frozenset({"uniform law"}),
    does_not_say=(
        "that so many are needed: other learners take d^(3/2) or d; nor anything without the noise "
        "condition, where a tie takes one over epsilon squared"
    ),
    source=Source(
        "lecturenotes",
        locator="Disagreement-Based Active Learning, guarantees of A2",
        match="related",
        difference="the notes give d^2 log(1/epsilon) without constants or the noise condition",
    ),
    expected=Verdict.ENCLOSED,
    formula=d_squared,
    checks=(
        Check(Method.ENCLOSURE, some, scope="d = 3, 5, 12, 48", tier="normal"),
        Check(Method.ENCLOSURE, all_up_to_48, scope="3 <= d <= 48", tier="long"),
    ),
    controls={
        "d^(3/2)": lambda d: between(9500, 13000, (Enclosure.exactly(d**3)).sqrt() * logarithm(d)),
        "d^3": lambda d: between(1800, 2500, d**3 * logarithm(d)),
        "half as many": lambda d: between(2750, 3750, d**2 * logarithm(d)),
    },
    uses=("audit/low-noise/halving", "sphere/disagreement-coefficient/bounds"),
)
