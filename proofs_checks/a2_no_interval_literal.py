r"""With a counter that advances twice a look, A2 needs up to three times as many labels.

Pseudo-code of A2 often advances one counter k for each set of bounds: once before the
first look, and then once to drop hypotheses and once to stop.  The bounds that stop the
j-th look of the first round then spend :math:`\delta_k = \delta/(k (k + 1))` with k = 2j + 2
instead of j, as A2 with ``spending="literal"`` does.  On N cells without an interval,
:math:`\varepsilon = 1/N` and :math:`\delta = 1/20`, that takes

.. math::

    N = 10, 100, 1000: \quad 1093,\; 265720,\; 21523360 \text{ labels}

with Hoeffding's radius, and 364, 3280, 29524 with exact binomial bounds: where a look
just misses, the next one comes after three times as many labels.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks.a2_no_interval import BINOMIAL, HOEFFDING, Labels, compared, labels, run_on

FOUND: Mapping[tuple[int, str], int] = MappingProxyType(
    {
        (10, HOEFFDING): 1093,
        (100, HOEFFDING): 265720,
        (1000, HOEFFDING): 21523360,
        (10, BINOMIAL): 364,
        (100, BINOMIAL): 3280,
        (1000, BINOMIAL): 29524,
    }
)


def literal(cells: int, name: str) -> int:
    """Return the labels of A2 with the counter of the pseudo-code."""
    return FOUND[cells, name]


def by_hoeffding(formula: Labels, rng: np.random.Generator) -> Finding:
    """Compare with the looks of A2 with Hoeffding's radius."""
    del rng
    return compared(formula, HOEFFDING, "literal")


def by_exact_binomial(formula: Labels, rng: np.random.Generator) -> Finding:
    """Compare with the looks of A2 with Clopper-Pearson bounds."""
    del rng
    return compared(formula, BINOMIAL, "literal")


def by_the_learner(formula: Labels, rng: np.random.Generator) -> Finding:
    """Run A2 itself, which spends literally, on three paths of 10 cells with both bounds."""
    del rng
    return run_on(formula, "literal")


CLAIM: Claim[Labels] = Claim(
    key="a2/no-interval/literal-counter",
    title="A2 on an interval that is not there, counter as in the pseudo-code",
    statement=(
        r"N = 10, 100, 1000: \ 1093,\ 265720,\ 21523360 \text{ labels (Hoeffding)},"
        r"\ 364,\ 3280,\ 29524 \text{ (exact binomial)}, \quad"
        r" \delta = \tfrac1{20},\ k = 2j + 2"
    ),
    plain=(
        "Spending delta twice a look costs A2 three times the labels where a look just misses, "
        "and nothing elsewhere."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain", "independent instances"}),
    does_not_say="that the paper's counter is this one: its pseudo-code was not seen",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=literal,
    checks=(
        Check(Method.EXHAUSTIVE, by_hoeffding, scope="10, 100 and 1000 cells, every path"),
        Check(
            Method.EXHAUSTIVE,
            by_exact_binomial,
            scope="10, 100 and 1000 cells, every path",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            by_the_learner,
            scope="10 cells, the learner itself on three paths",
            tier="normal",
        ),
    ),
    controls={
        "one number a look": labels,
        "always three times as many": lambda cells, name: 3 * labels(cells, name) + 1,
        "a look sooner": lambda cells, name: (literal(cells, name) - 1) // 3,
    },
)
