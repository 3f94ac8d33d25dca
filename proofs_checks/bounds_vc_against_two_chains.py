r"""For thresholds two chains beat Vapnik's bound once there are enough instances.

If :math:`(2n + 1) \, \delta \ge 4`, then

.. math:: 2 \sqrt{\frac{\ln(4/\delta)}{2n}}
          < \sqrt{\frac{\ln(4 (2n + 1) / \delta)}{n}} + \frac1n,

as :math:`\ln(4 (2n+1)/\delta) - 2 \ln(4/\delta) = \ln((2n + 1) \delta / 4) \ge 0`.  The
growth function costs a logarithm of :math:`n`, the sum of two chains a factor 2 in front
of :math:`\ln(1/\delta)`: at small levels and small samples Vapnik's bound is the smaller
one, and no constant below 4 is enough for all :math:`n`.
"""

from fractions import Fraction

import numpy as np
import sympy as sp

from altheory.bounds._uniform import uniform
from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown

Enough = Fraction  # for (2n + 1) delta

LINE = Thresholds()
SIZES = (1, 2, 3, 5, 10, 30, 100, 300, 1000, 3000, 10**4, 10**6)
STEPS = (Fraction(1), Fraction(11, 10), Fraction(2), Fraction(10), Fraction(1000))


def every_size(enough: Enough, rng: np.random.Generator) -> Finding:
    """Compare what stands under the roots, where (2n + 1) delta is ``enough`` or more."""
    del rng
    odd, s = sp.symbols("m s", positive=True)  # m = 2n + 1, and s >= 1
    delta = sp.Rational(enough.numerator, enough.denominator) * s / odd
    spare = sp.expand_log(sp.log(4 * odd / delta) - 2 * sp.log(4 / delta), force=True)
    least = sp.simplify(spare.subs(s, 1))
    grows = sp.simplify(sp.diff(spare, s) - 1 / s) == 0
    if grows and least.is_nonnegative and not least.free_symbols:
        return holds(
            f"under the root {sp.simplify(spare - least)} + {least} >= 0 is left for s >= 1"
        )
    return unknown(f"under the root {least} is left, and 1/n beside it decides nothing")


def as_shipped(enough: Enough, rng: np.random.Generator) -> Finding:
    """Compare the package's radii for thresholds."""
    del rng
    chains, vapnik = (uniform(name, LINE).radius for name in ("dkw-risk", "vc-vapnik"))
    cases = [(n, enough * step / (2 * n + 1)) for n in SIZES for step in STEPS]
    inside = [(n, delta) for n, delta in cases if delta < 1]
    for n, delta in inside:
        if not chains(n, delta) < vapnik(n, delta):
            shown = f"{float(chains(n, delta)):.5g}"
            where = f"n={n}, delta={float(delta):.4g}"
            return fails(where, claimed=f"< {float(vapnik(n, delta)):.5g}", computed=shown)
    n, delta = inside[-1]
    return holds(
        f"{len(inside)} pairs (n, delta); shown: n={n}, delta={float(delta):.4g}",
        claimed=f"< {float(vapnik(n, delta)):.5g}",
        computed=f"{float(chains(n, delta)):.5g}",
    )


CLAIM: Claim[Enough] = Claim(
    key="bounds/vc/against-two-chains",
    title="When two chains beat Vapnik's bound",
    statement=(
        r"(2n+1)\,\delta \ge 4 \implies 2\sqrt{\ln(4/\delta)/2n} < "
        r"\sqrt{\ln(4(2n+1)/\delta)/n} + 1/n"
    ),
    plain=(
        "For thresholds the bound by two chains is smaller than Vapnik's as soon as the sample "
        "size exceeds about 2/delta."
    ),
    relation="order",
    assumptions=frozenset({"independent instances", "fixed sample size"}),
    does_not_say=(
        "that Vapnik's bound is larger below that: with 500 instances and level 1/1001 it is not"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=Fraction(4),
    checks=(
        Check(Method.SYMBOLIC, every_size, scope="every n and delta with (2n + 1) delta >= 4"),
        Check(
            Method.EXHAUSTIVE, as_shipped, scope="the package's radii, n from 1 to 10^6, 5 levels"
        ),
    ),
    controls={
        "from (2n + 1) delta = 1 on": Fraction(1),
        "from (2n + 1) delta = 2 on": Fraction(2),
        "from (2n + 1) delta = 39/10 on": Fraction(39, 10),
    },
)
