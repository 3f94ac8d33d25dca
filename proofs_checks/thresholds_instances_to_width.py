r"""How many instances it takes until the version space has width epsilon.

.. math:: \mathbb E[T_\varepsilon] = \frac 1\varepsilon
    + \frac{\min(\varepsilon, t, 1 - t, 1 - \varepsilon)}{\varepsilon^2},

which is exactly :math:`2/\varepsilon` for :math:`\varepsilon \le \min(t, 1 - t)`.
A passive learner that waits for this pays for all of them, CAL only looks at them.

Why: :math:`T_\varepsilon > n` iff :math:`W_n > \varepsilon`, so the mean is the sum
of :math:`P(W_n > \varepsilon)` over :math:`n`, a geometric series and its derivative.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.thresholds_version_space import width_survival
from proofs_checks._identities import chain, identical
from proofs_checks.thresholds_width import survival

Mean: TypeAlias = Callable[[Any, Any], Any]


def mean_instances(epsilon: Any, inside: Any) -> Any:
    """Return the mean of T, ``inside`` being min(epsilon, t, 1 - t, 1 - epsilon)."""
    return 1 / epsilon + inside / epsilon**2


def tail_of_the_series(formula: Mean, rng: np.random.Generator) -> Finding:
    """Verify a tail R_n with R_n - R_(n+1) = P(W_n > epsilon), R_0 the formula, R_n -> 0."""
    del rng
    rest, inside, y = sp.symbols("rest inside y", positive=True)  # rest = 1 - epsilon
    n = sp.Symbol("n", integer=True, nonnegative=True)
    epsilon = 1 - rest
    at = {n: 3, rest: sp.Rational(2, 3), inside: sp.Rational(1, 5)}
    geometric, linear = rest**n, n * rest**n
    tail = geometric * (1 / epsilon + inside / epsilon**2) + linear * inside / (rest * epsilon)

    def steps() -> Iterator[Finding]:
        step = tail - tail.subs(n, n + 1)
        yield identical(step, survival(n, epsilon, inside), at, "telescoping")
        for part in (geometric, linear):  # with 1 + y for 1/rest, which is above 1
            far = sp.limit(sp.powsimp(part.subs(rest, 1 / (1 + y))), n, sp.oo)
            yield identical(far, 0, {}, "R_n vanishes")
        yield identical(formula(epsilon, inside), tail.subs(n, 0), at, "R_0")

    return chain(steps(), "the tail telescopes, vanishes and starts with the formula")


def partial_sums(formula: Mean, rng: np.random.Generator) -> Finding:
    """Bracket the series by exact partial sums and a geometric bound of the rest."""
    del rng
    for t in (Fraction(0), Fraction(1, 10), Fraction(1, 3), Fraction(1, 2)):
        for epsilon in (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)):
            terms = [width_survival(n, epsilon, t) for n in range(80)]
            low = sum(terms, Fraction(0))
            ratio = 1 - epsilon / 2  # successive terms shrink at least so fast from here on
            high = low + terms[-1] / (1 - ratio)
            claimed = formula(epsilon, min(epsilon, t, 1 - t, 1 - epsilon))
            if not low <= claimed <= high:
                where = f"t = {t}, epsilon = {epsilon}"
                return fails(where, claimed=claimed, computed=f"within [{low}, {high}]")
    return holds("12 pairs of t and epsilon, eighty terms and a bound of the rest")


CLAIM: Claim[Mean] = Claim(
    key="thresholds/version-space/instances-to-width",
    title="Instances until the version space is narrow",
    statement=(
        r"\mathbb E[T_\varepsilon] = \frac 1\varepsilon"
        r" + \frac{\min(\varepsilon, t, 1 - t, 1 - \varepsilon)}{\varepsilon^2}"
    ),
    plain=(
        "Until all remaining thresholds are within epsilon of each other"
        " it takes 2/epsilon instances on average for an interior target."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="how many labels an estimate of that accuracy takes without being sure",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=mean_instances,
    checks=(
        Check(Method.SYMBOLIC, tail_of_the_series, scope="all t and all epsilon in (0, 1)"),
        Check(
            Method.ENCLOSURE,
            partial_sums,
            scope="t in {0, 1/10, 1/3, 1/2}, epsilon in {1/4, 1/2, 3/4}",
        ),
    ),
    controls={
        "one gap only": lambda epsilon, inside: 1 / epsilon + 0 * inside,
        "an interior target always": lambda epsilon, inside: 2 / epsilon + 0 * inside,
        "half of the second term": lambda epsilon, inside: 1 / epsilon + inside / epsilon**2 / 2,
    },
    uses=("thresholds/version-space/width/fixed-target",),
)
