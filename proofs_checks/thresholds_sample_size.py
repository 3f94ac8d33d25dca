r"""(1/epsilon) ln(2/delta) instances are enough for any consistent threshold.

Why: a consistent threshold errs by more than epsilon only if one of the two gaps is
longer, so the chance is at most

.. math:: 2 (1 - \varepsilon)^n \le 2 e^{-\varepsilon n} \le \delta .
"""

import numpy as np
import sympy as sp

from altheory.ledger.claim import (
    Check,
    Claim,
    Finding,
    Method,
    Source,
    Verdict,
    holds,
    unknown,
)
from proofs_checks._sample_sizes import Size, corrected, every_pair, folklore, random_pair


def union_bound(formula: Size, rng: np.random.Generator) -> Finding:
    """Sign each step: ln(1 - x) + x falls from 0, and the exponential at n is delta."""
    del rng
    epsilon, delta = sp.symbols("epsilon delta", positive=True)
    x = sp.Symbol("x", positive=True)
    slope = sp.simplify(sp.diff(sp.log(1 - x / (1 + x)) + x / (1 + x), x))  # x/(1+x) is in (0, 1)
    if slope.is_negative is not True:
        return unknown(f"sympy cannot sign {slope}")
    factor, argument = formula(epsilon, delta)
    bound = sp.simplify(2 * argument ** (-factor * epsilon))  # 2 exp(-epsilon factor ln(argument))
    over = sp.simplify(bound / delta - 1)
    if over.is_nonpositive:
        return holds(f"2 exp(-epsilon n) = {bound}, for all epsilon and delta")
    return unknown(f"the union bound gives {bound}, not delta")


CLAIM: Claim[Size] = Claim(
    key="thresholds/passive/sample-size/two-over-delta",
    title="(1/eps) ln(2/delta) instances are enough",
    statement=(
        r"n \ge \tfrac1\varepsilon \ln \tfrac2\delta \implies"
        r" P(\exists h \in V: \mathrm{err}(h) > \varepsilon) \le \delta"
    ),
    plain="Two sides can go wrong, so delta is split in two.",
    relation="upper",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that so many are needed by a particular rule",
    source=Source("blumer1989learnability", match="derived"),
    expected=Verdict.PROVED,
    formula=corrected,
    checks=(
        Check(Method.SYMBOLIC, union_bound, scope="all epsilon, delta in (0, 1), all targets"),
        Check(
            Method.EXHAUSTIVE, every_pair, scope="7 values of epsilon, 7 of delta, three targets"
        ),
    ),
    controls={
        "delta is not split": folklore,
        "half as many": lambda epsilon, delta: (1 / (2 * epsilon), 2 / delta),
        "splits by 3/2 only": lambda epsilon, delta: (1 / epsilon, 3 / (2 * delta)),
    },
    uses=("thresholds/version-space/gaps",),
    attack=random_pair,
)
