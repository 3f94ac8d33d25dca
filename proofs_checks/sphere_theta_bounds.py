r"""The disagreement coefficient of separators between two square roots.

.. math:: \sqrt{2 \pi (d - 2)} < \theta_d < \sqrt{2 \pi (d - 1)} < \pi \sqrt d, \qquad d \ge 3.

Why: the gamma functions of neighboring dimensions cancel,
:math:`\theta_d\, \theta_{d+1} = 2 \pi (d - 1)`, and :math:`\theta` increases, since powers of
a sine fall.  So its square lies between two neighboring products.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from proofs_checks._identities import chain, identical
from proofs_checks._sphere_balls import pi, theta
from proofs_checks.sphere_theta import gamma_quotient

Squares: TypeAlias = Callable[[Any], tuple[Any, Any]]
MOST = 60


def neighbors(d: Any) -> tuple[Any, Any]:
    """Return the squares of both bounds over 2 pi."""
    return d - 2, d - 1


def products(formula: Squares, rng: np.random.Generator) -> Finding:
    """Multiply the coefficients of neighboring dimensions, for all d."""
    del rng
    s = sp.Symbol("s", positive=True)
    d = 2 * s + 1  # so that the gamma functions expand

    def steps() -> Iterator[Finding]:
        for k, claimed in zip((d - 1, d), formula(d), strict=True):
            product = sp.expand_func(gamma_quotient(k) * gamma_quotient(k + 1))
            yield identical(2 * sp.pi * claimed, product, {s: 2}, f"theta of {k} times the next")
        rest = sp.expand(sp.pi * d - 2 * formula(d)[1])
        yield (holds if sp.expand(rest - (sp.pi - 2) * d - 2) == 0 else fails)("pi^2 d is larger")

    return chain(steps(), "all d >= 3")


def enclosed(formula: Squares, rng: np.random.Generator) -> Finding:
    """Compare with enclosures of the coefficient, in some dimensions."""
    del rng
    for d in range(3, MOST + 1):
        low, high = (2 * pi() * side for side in formula(d))
        square = theta(d) * theta(d)
        if not (low.less_than(square) and square.less_than(high)):
            return fails(f"d = {d}", claimed=f"{low} to {high}", computed=square)
        if not high.less_than(pi() * pi() * Enclosure.exactly(d)):
            return fails(f"d = {d}: not below pi sqrt d", claimed=high)
    return holds(f"3 <= d <= {MOST}")


CLAIM: Claim[Squares] = Claim(
    key="sphere/disagreement-coefficient/bounds",
    title="The disagreement coefficient is below pi sqrt(d)",
    statement=r"\sqrt{2\pi (d - 2)} < \theta_d < \sqrt{2\pi (d - 1)} < \pi \sqrt d, \quad d \ge 3",
    plain="The disagreement coefficient of separators is 2.5 sqrt(d), up to half a dimension.",
    relation="upper",
    assumptions=frozenset({"uniform law", "fixed target"}),
    does_not_say="that pi sqrt(d) is the coefficient: it is a quarter too large",
    source=Source(
        "hanneke2007bound",
        match="related",
        difference="the bound pi sqrt(d) as commonly cited; the sharper ones are derived here",
    ),
    expected=Verdict.PROVED,
    formula=neighbors,
    checks=(
        Check(
            Method.SYMBOLIC,
            products,
            scope="all d >= 3, given that powers of a sine fall",
        ),
        Check(Method.ENCLOSURE, enclosed, scope="3 <= d <= 60"),
    ),
    controls={
        "one dimension less": lambda d: (d - 3, d - 2),
        "one dimension more": lambda d: (d - 1, d),
        "half": lambda d: ((d - 2) / 2, (d - 1) / 2),
    },
    uses=("sphere/disagreement-coefficient",),
)
