r"""How far importance weighted errors may be from errors: one over the least probability.

:math:`\frac{Q_t}{p_t} \ell_t` lies between 0 and :math:`1/p_{\min}` and has the conditional mean
:math:`L`, so by the inequality of Hoeffding and Azuma, twice for each of N hypotheses,

.. math:: P \Bigl(\max_h |L_T(h) - L(h)| > r\Bigr) \le 2 N e^{-2 T p_{\min}^2 r^2} .

The constant commonly stated, :math:`\sqrt 2` in place of :math:`1/\sqrt 2`, uses the range of
:math:`\pm 1/p_{\min}`; half of that is enough.  The worst rule for one hypothesis is found by
dynamic programming over the weighted sum; many hypotheses are independent at p = 1.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from itertools import product
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure

F = Fraction
# The radius of N hypotheses after T instances with probabilities from 1/w on, at level delta.
Radius: TypeAlias = Callable[[int, int, int, Fraction], Fraction]

LEVELS = (F(1, 10), F(1, 3), F(9, 10))


def root(x: Fraction, n: Fraction, scale: Fraction) -> Fraction:
    """Return scale sqrt(ln(x) / n), rounded up."""
    return scale * (Enclosure.exactly(x).log() / n).sqrt().hi


def azuma(n: int, t: int, w: int, delta: Fraction) -> Fraction:
    """Return the radius for a range of width w."""
    return root(2 * n / delta, F(2 * t), F(w))


@cache
def reach(t: int, w: int, error: Fraction) -> Mapping[Fraction, Fraction]:
    """Return for each deviation how likely the worst rule makes one that is as large or larger."""
    found: dict[Fraction, Fraction] = {}
    for far in sorted({abs(F(s, t) - error) for s in range(t * w + 1)}):
        value = [F(abs(F(s, t) - error) >= far) for s in range(t * w + 1)]
        for left in range(1, t + 1):
            top = (t - left) * w
            value = [
                max(
                    error * value[s + 1] + (1 - error) * value[s],
                    error / w * value[s + w] + (1 - error / w) * value[s],
                )
                for s in range(top + 1)
            ]
        found[far] = value[0]
    return found


def beyond(t: int, w: int, error: Fraction, radius: Fraction) -> Fraction:
    """Return the chance of a deviation above the radius under the worst rule."""
    return next((p for far, p in reach(t, w, error).items() if far > radius), F(0))


def worst(
    radius: Radius, sizes: tuple[tuple[int, int], ...], errs: tuple[Fraction, ...]
) -> Finding:
    """Compare with the worst rule that takes 1/w or 1 at each step, for one hypothesis."""
    for (t, w), error, delta in product(sizes, errs, LEVELS):
        found = beyond(t, w, error, radius(1, t, w, delta))
        if found > delta:
            case = f"T = {t}, p in {{1/{w}, 1}}, error {error}"
            return fails(case, claimed=f"<= {delta}", computed=found)
    return holds(f"{len(sizes)} sizes, {len(errs)} errors, three levels: the worst rule by step")


def one_step(radius: Radius, rng: np.random.Generator) -> Finding:
    """Follow the worst rule for one and two steps."""
    del rng
    return worst(radius, ((1, 1), (1, 64), (2, 4)), (F(1, 2), F(1)))


def more_steps(radius: Radius, rng: np.random.Generator) -> Finding:
    """Follow the worst rule for up to eight steps."""
    del rng
    sizes = ((3, 4), (5, 2), (8, 1), (8, 2), (6, 4))
    return worst(radius, sizes, (F(1, 10), F(1, 2), F(1)))


def several(radius: Radius, rng: np.random.Generator) -> Finding:
    """Compute the largest deviation of independent hypotheses that err with chance 1/2."""
    del rng
    for n, t, delta in product((1, 4, 64), (4, 10), LEVELS):
        r = radius(n, t, 1, delta)
        single = F(sum(comb(t, k) for k in range(t + 1) if abs(F(k, t) - F(1, 2)) > r), 2**t)
        found = 1 - (1 - single) ** n
        if found > delta:
            case = f"N = {n}, T = {t}, p = 1"
            return fails(case, claimed=f"<= {delta}", computed=f"{float(found):.6g}")
    return holds("N in {1, 4, 64}, T in {4, 10}, three levels: independent errors of 1/2")


CLAIM: Claim[Radius] = Claim(
    key="iwal/deviation",
    title="Importance weighted errors stay within a radius that grows as one over p_min",
    statement=(
        r"P\Bigl(\max_{h \in \mathcal H} |L_T(h) - L(h)| > \tfrac{1}{p_{\min}} \sqrt{\tfrac{1}{2T}"
        r" \ln \tfrac{2 |\mathcal H|}{\delta}}\Bigr) \le \delta, \quad \delta \in "
        r"\{\tfrac1{10}, \tfrac13, \tfrac9{10}\}: |\mathcal H| = 1 \text{ under the worst rule, "
        r"} p_t \in \{p_{\min}, 1\},\; (T, 1/p_{\min}) = (1, 1), (1, 64), (2, 4) \text{ at errors "
        r"} \tfrac12, 1,\; (3, 4), (5, 2), (6, 4), (8, 1), (8, 2) \text{ at } \tfrac1{10}, "
        r"\tfrac12, 1;\; |\mathcal H| = 1, 4, 64 \text{ independent of error } \tfrac12,\; p_t = "
        r"1,\; T = 4, 10"
    ),
    plain=(
        "For one hypothesis no rule that asks with probability p_min or 1 makes the weighted error "
        "leave this radius more often than allowed, at eight pairs of T up to 8 and 1/p_min up to "
        "64 and two or three errors each; nor do up to 64 independent hypotheses of error 1/2 with "
        "all labels of 4 or 10 instances.  The general inequality is Azuma's."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "fixed sample size"}),
    does_not_say=(
        "anything of other sizes, probabilities or errors, where Azuma's proof takes over; that it "
        "is tight; nor anything about several sample sizes at once"
    ),
    source=Source(
        "beygelzimer2009iwal",
        match="related",
        difference="commonly stated with sqrt(2) in place of 1/sqrt(2), twice as wide",
    ),
    expected=Verdict.PROVED,
    formula=azuma,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            one_step,
            scope="one hypothesis, (T, 1/p_min) = (1, 1), (1, 64), (2, 4), errors 1/2, 1",
        ),
        Check(
            Method.EXHAUSTIVE,
            more_steps,
            scope=(
                "one hypothesis, (T, 1/p_min) = (3, 4), (5, 2), (6, 4), (8, 1), (8, 2), errors "
                "1/10, 1/2, 1"
            ),
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            several,
            scope="1, 4, 64 independent hypotheses of error 1/2, T in {4, 10}, p = 1",
        ),
    ),
    controls={
        "no p_min": lambda n, t, _w, delta: root(2 * n / delta, F(2 * t), F(1)),
        "the root of 1/p_min": lambda n, t, w, delta: root(2 * n / delta, F(2 * t, w), F(1)),
        "half of it": lambda n, t, w, delta: azuma(n, t, w, delta) / 2,
        "no union": lambda _n, t, w, delta: azuma(1, t, w, delta),
    },
)
