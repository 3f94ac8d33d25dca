r"""Query by committee on thresholds, down to width epsilon: labels and instances.

A question cuts at a share u of the interval, asked with density proportional to
:math:`2u(1-u)`, and the target, uniform, keeps the part :math:`V`: density
:math:`12 v^2 (1 - v)`.  If :math:`V \le \varepsilon` the run is over, else it starts anew
with :math:`\varepsilon / V`:

.. math:: Q(\varepsilon) = 1 + \int_\varepsilon^1 12 v^2 (1 - v)\, Q(\varepsilon/v)\, dv, \qquad
    N(\varepsilon) = 3 + \int_\varepsilon^1 12 v^2 (1 - v)\, \frac{N(\varepsilon/v)}v \, dv,

for the interval of width w waits :math:`3/w` instances for a question.  Both equations have
one bounded solution.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._identities import chain, identical

E, V, U = sp.symbols("epsilon v u", positive=True)
AT = {E: sp.Rational(1, 5)}


class Means(NamedTuple):
    """Mean numbers of labels and of instances."""

    labels: Any
    instances: Any


Cost: TypeAlias = Callable[[Any], Means]


def cost(e: Any) -> Means:
    """Return both means for a width below 1."""
    labels = 1 + sp.Rational(12, 7) * sp.log(1 / e) - sp.Rational(12, 49) * (1 - e**7)
    return Means(labels, 36 / (7 * e) - 3 + sp.Rational(6, 7) * e**6)


def renewal(formula: Cost, rng: np.random.Generator) -> Finding:
    """Derive what is left of the interval, and integrate."""
    del rng
    asked = sp.integrate(2 * U * (1 - U), (U, 0, 1))
    left = 2 * V * (2 * V * (1 - V)) / asked  # below the cut or above it
    mean, later = formula(E), formula(E / V)
    waits = (1, 1), (1 / asked, 1 / V)
    steps = (
        identical(
            value,
            first
            + sp.integrate(sp.expand(sp.expand_log(sp.expand(left * scale * after))), (V, E, 1)),
            AT,
            name,
        )
        for name, value, after, (first, scale) in zip(
            Means._fields, mean, later, waits, strict=True
        )
    )
    return chain(steps, "both renewal equations, all epsilon < 1")


CLAIM: Claim[Cost] = Claim(
    key="thresholds/qbc/to-width",
    title="Query by committee to width epsilon",
    statement=(
        r"\mathbb E[Q_\varepsilon] = 1 + \tfrac{12}7 \ln \tfrac1\varepsilon"
        r" - \tfrac{12}{49}(1 - \varepsilon^7), \quad \mathbb E[N_\varepsilon] ="
        r" \tfrac{36}{7\varepsilon} - 3 + \tfrac67 \varepsilon^6, \quad \varepsilon < 1"
    ),
    plain=(
        "Every factor e of accuracy costs a committee 12/7 labels on average, where CAL pays 2;"
        " for a small epsilon it looks at two and a half times as many instances as CAL does."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="the same of a fixed target, or of classes whose version spaces are no intervals",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=cost,
    checks=(Check(Method.SYMBOLIC, renewal, scope="all epsilon in (0, 1)", tier="normal"),),
    controls={
        "CAL's labels": lambda e: cost(e)._replace(labels=1 - 2 * sp.log(e)),
        "the gain alone": lambda e: cost(e)._replace(labels=1 - sp.Rational(12, 7) * sp.log(e)),
        "CAL's instances": lambda e: cost(e)._replace(instances=2 / e - 1),
    },
    uses=("qbc/query-chance",),
)
