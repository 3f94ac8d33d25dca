r"""What a logarithmic number of rounds costs CAL on the sphere.

Batches that multiply the number of instances by :math:`\rho` ask for
:math:`(\rho - 1)\, n\, p_n` labels each, with :math:`n\, p_n \to c_d`, where one label at a
time costs :math:`c_d \ln \rho`:

.. math:: \frac{\text{labels in batches}}{\text{labels one at a time}} \longrightarrow
    \frac{\rho - 1}{\ln \rho}

1.44 for doubling.  Ten doublings buy 18.4749 labels of 1024 on the
circle, against 14.02, and 39.9944 in three dimensions, against 29.92.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.theory.sphere_batches import batched_expected_queries_sphere
from altheory.theory.sphere_version_space import expected_disagreement_sphere
from proofs_checks._identities import chain, identical
from proofs_checks._sphere_balls import constant
from proofs_checks._sphere_integrals import moment

Price: TypeAlias = Callable[[Any], Any]
DOUBLINGS = {2: Fraction("18.4749"), 3: Fraction("39.9944")}
RATIOS = (Fraction(3, 2), Fraction(2), Fraction(10))


def price(rho: Any) -> Any:
    """Return the price of batches of this ratio."""
    return (rho - 1) / sp.log(rho)


def circle(formula: Price, rng: np.random.Generator) -> Finding:
    """Take the limit on the circle, where all chances are rational, for every ratio."""
    del rng
    rho, n = sp.Symbol("rho", positive=True), sp.Symbol("n", positive=True)

    def steps() -> Iterator[Finding]:
        yield identical(moment(2, 3), sp.Rational(1, 4), {}, "the volume of an arc")
        batch = sp.limit((rho - 1) * n * 2 / (n + 1), n, sp.oo)
        single = sp.limit(2 * n / (n + 1), n, sp.oo) * sp.log(rho)
        yield identical(formula(rho), batch / single, {rho: 3}, "the ratio in the limit")

    return chain(steps(), "d = 2, every ratio")


def long_streams(formula: Price, rng: np.random.Generator) -> Finding:
    """Enclose a late batch, in some dimensions, and ten doublings from the start."""
    del rng
    n = 10**15
    for d in (2, 3, 4, 6):
        late = n * expected_disagreement_sphere(d, n).enclosure / constant(d)
        for rho in RATIOS:
            value = Fraction(str(sp.N(formula(sp.Rational(rho.numerator, rho.denominator)), 40)))
            computed = (rho - 1) * late / Enclosure.exactly(rho).log()
            off = computed - value
            if max(-off.lo, off.hi) > Fraction(1, 10**12):
                where = f"d = {d}, ratio {rho}"
                return fails(where, claimed=float(value), computed=float(computed))
    for d, value in DOUBLINGS.items():
        computed = batched_expected_queries_sphere(d, [2**k for k in range(11)]).enclosure
        if max(value - computed.lo, computed.hi - value) > Fraction(1, 10**4):
            return fails(f"doubling, d = {d}", claimed=float(value), computed=float(computed))
    return holds("d = 2, 3, 4, 6 at n = 10^15, ratios 3/2, 2, 10; ten doublings")


CLAIM: Claim[Price] = Claim(
    key="sphere/cal/batch-price",
    title="The price of geometric batches on the sphere",
    statement=(
        r"\frac{(\rho - 1)\,n\,p_n}{c_d \ln \rho} \longrightarrow \frac{\rho - 1}{\ln \rho},"
        r" \quad d = 2"
    ),
    plain=(
        "On the circle batches that double the stream cost CAL 44 percent more labels in the "
        "limit; in 3, 4 and 6 dimensions they do at 10^15 instances, to twelve digits."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="the same of batches of a constant size, which cost nothing in the limit",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=price,
    checks=(
        Check(Method.SYMBOLIC, circle, scope="d = 2, every ratio"),
        Check(Method.ENCLOSURE, long_streams, scope="d = 2, 3, 4, 6; n = 10^15; ten doublings"),
    ),
    controls={
        "the ratio itself": lambda rho: rho / sp.log(rho),
        "no price": lambda _: sp.Integer(1),
        "binary logarithm": lambda rho: (rho - 1) / sp.log(rho, 2),
    },
    uses=("sphere/cal/constant",),
)
