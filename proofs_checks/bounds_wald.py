r"""The Wald bound does not cover 95 %, for any sample size.

.. math:: U(k) = \hat p + 1.645 \sqrt{\hat p (1 - \hat p) / n}, \qquad \hat p = k / n.

Without a success the estimated variance is zero and so is the bound: every
:math:`p > 0` exceeds it.  At :math:`n = 100` and :math:`p = 1/1000` that happens
with probability :math:`(999/1000)^{100} > .9`, and as :math:`p \to 0` always.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from altheory.numeric.enclosure import Enclosure
from proofs_checks._coverage import Upper, valid, valid_at

Rule: TypeAlias = Callable[[int, int], Fraction]

ALPHA = Fraction(1, 20)
QUANTILE = Fraction(1645, 1000)  # of the normal law at .95
SIZES = (100, 10, 40)
ABOVE = """\
for q in (F(j, n) for j in range(k + 1)):
    # p > q + z sqrt(q (1 - q) / n), without the root
    assert p > q and n * (p - q) ** 2 > F(1645, 1000) ** 2 * q * (1 - q)"""


def wald(k: int, n: int, quantile: Fraction = QUANTILE) -> Fraction:
    """Return the Wald bound, rounded up."""
    p = Fraction(k, n)
    return min(Fraction(1), p + quantile * Enclosure.exactly(p * (1 - p) / n).sqrt().hi)


def exact(k: int, n: int) -> Fraction:
    """Return the upper Clopper-Pearson bound."""
    return clopper_pearson(k, n, ALPHA, side="upper").upper


def above(rule: Rule) -> str:
    """Return an assertion in Python, without a root, that ``p`` exceeds the Wald bound of ``k``."""
    return ABOVE if rule is wald else ""


def at_level(rule: Rule) -> Upper:
    """Return a 95 % rule as a bound that ignores its delta."""
    return lambda k, n, _delta: rule(k, n)


def covers(rule: Rule, rng: np.random.Generator) -> Finding:
    """Compute the worst coverage over all p, exactly."""
    del rng
    return valid(at_level(rule), [(n, ALPHA) for n in SIZES], above(rule))


def random_jump(rule: Rule, rng: np.random.Generator) -> Finding:
    """Try one number of successes at a random sample size."""
    n = int(rng.integers(1, 200))
    return valid_at(at_level(rule), int(rng.integers(n)), n, ALPHA, above(rule))


CLAIM: Claim[Rule] = Claim(
    key="bounds/wald/covers-95-percent",
    title="The Wald bound at 1.645 covers 95 %",
    statement=r"P\bigl(p > \hat p + 1.645\sqrt{\hat p(1 - \hat p)/n}\bigr) \le .05",
    plain=(
        "The textbook interval made of the estimated variance is said to cover 95 %; for rare "
        "events it covers almost never."
    ),
    relation="counterexample",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say="that it fails for p near 1/2 and large n, where it is nearly right",
    source=Source(
        "brown2001", match="related", difference="the textbook bound it warns of, one-sided"
    ),
    expected=Verdict.REFUTED,
    formula=wald,
    checks=(Check(Method.EXHAUSTIVE, covers, scope="every p in [0, 1], n in {10, 40, 100}"),),
    controls={
        "quantile 1.96": lambda k, n: wald(k, n, Fraction(196, 100)),
        "continuity correction 1/(2n)": lambda k, n: min(
            Fraction(1), wald(k, n) + Fraction(1, 2 * n)
        ),
        "one success and one failure added": lambda k, n: wald(k + 1, n + 2),
    },
    corrected=(exact, "bounds/clopper-pearson/validity"),
    uses=("bounds/clopper-pearson/validity",),
    attack=random_jump,
)
