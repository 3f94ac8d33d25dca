r"""How much is in doubt on the circle after n uniform instances.

For :math:`n \ge 2` the mass :math:`W_n` of the disagreement region has the law
Beta(2, n - 1), whatever the target:

.. math:: P(W_n > w) = (1 - w)^{n-1} \bigl(1 + (n - 1) w\bigr), \qquad
          \mathbb E[W_n] = \frac{2}{n + 1}.

Why: signed examples are uniform on the half circle around the target, and what is in
doubt is one minus twice the arc from the first to the last: one minus the range of
:math:`n` uniform variables.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations, product
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.circle import CircleSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.circle_cal import disagreement_survival_circle, expected_disagreement_circle
from proofs_checks._circle_orders import after
from proofs_checks._identities import chain, identical


class DoubtLaw(NamedTuple):
    """The tail and the mean of the mass of the disagreement region."""

    survival: Any
    mean: Any


Formula: TypeAlias = Callable[[Any, Any], DoubtLaw]


def beta(n: Any, w: Any) -> DoubtLaw:
    """Return the law after n >= 2 instances."""
    return DoubtLaw((1 - w) ** (n - 1) * (1 + (n - 1) * w), sp.Integer(2) / (n + 1))


def one_minus_the_range(formula: Formula, rng: np.random.Generator) -> Finding:
    """Integrate the density of the range of n uniform variables."""
    del rng
    more = sp.Symbol("more", integer=True, positive=True)
    w, r = sp.symbols("w r", positive=True)
    n, at = more + 1, {more: 4, w: sp.Rational(1, 3), r: sp.Rational(1, 3)}
    # either of n (n - 1) pairs is the first and the last, and the others lie between
    density = n * (n - 1) * r ** (n - 2) * (1 - r)
    below = n * r ** (n - 1) - (n - 1) * r**n
    mean = n * (n - 1) * (1 / (n - 1) - 1 / n - 1 / n + 1 / (n + 1))  # of 1 - r, term by term

    def steps() -> Iterator[Finding]:
        yield doubt_of_the_objects()
        yield identical(sp.diff(below, r), density, at, "distribution of the range")
        yield identical(formula(n, w).survival, below.subs(r, 1 - w), at, "tail")
        yield identical(formula(n, w).mean, mean, at, "mean")

    return chain(steps(), "one minus the range of n uniform variables, for all n >= 2")


@cache
def doubt_of_the_objects() -> Finding:
    """Compare the region of the real version space with the range of the signed examples."""
    law = CircleSeparators().law()
    for places in combinations([Fraction(k, 5) for k in range(1, 5)], 3):
        for sides in product((0, 1), repeat=3):
            space = after(tuple(zip(places, sides, strict=True))).version_space
            if law.mass(space.disagreement()) != 1 - (places[-1] - places[0]):
                return fails(f"signed examples at {places}", computed=str(space.disagreement()))
    return holds("the mass in doubt is one minus the range")


def package(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with the package's law."""
    del rng
    for n, k in product((2, 3, 10), range(8)):
        w = Fraction(k, 8)
        claimed = [Fraction(str(x)) for x in formula(sp.Integer(n), sp.Rational(k, 8))]
        computed = [disagreement_survival_circle(n, w), expected_disagreement_circle(n)]
        if claimed != computed:
            return fails(f"n={n}, w={w}", claimed=str(claimed), computed=str(computed))
    return holds("n in {2, 3, 10}, w a multiple of 1/8")


CLAIM: Claim[Formula] = Claim(
    key="circle/version-space/law",
    title="Law of the disagreement mass on the circle",
    statement=(
        r"P(\mathrm{DIS}(V_n)) \sim \mathrm{Beta}(2, n - 1), \quad"
        r" \mathbb E\,P(\mathrm{DIS}(V_n)) = \frac{2}{n + 1}, \quad n \ge 2"
    ),
    plain="After n labeled instances on the circle 2/(n + 1) of it is in doubt on average.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="how wide the version space is when a noisy label was believed",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=beta,
    checks=(
        Check(
            Method.SYMBOLIC, one_minus_the_range, scope="all n >= 2, all w in [0, 1]", tier="normal"
        ),
        Check(Method.EXHAUSTIVE, package, scope="n in {2, 3, 10}, the package"),
    ),
    controls={
        "thresholds with a uniform target": lambda n, w: DoubtLaw(
            (1 - w) ** n * (1 + n * w), sp.Integer(2) / (n + 2)
        ),
        "one gap": lambda n, w: DoubtLaw((1 - w) ** n, sp.Integer(1) / (n + 1)),
        "the mean is one over n": lambda n, w: beta(n, w)._replace(mean=1 / n),
    },
    uses=("circle/version-space/disagreement",),
)
