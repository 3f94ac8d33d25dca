r"""On thresholds A2 is worse than one verified look at .1, and better at .01 and .001.

The class are the 4,097 cuts of 4,096 equal cells, labels are without noise,
:math:`\delta = 1/10`, and bounds are exact binomial with a union over the class.  A passive
learner that looks once may stop if no error among n labels keeps the error of some cut
below :math:`\varepsilon`,

.. math:: (1 - \varepsilon)^n \le \frac{\delta}{2 |\mathcal H|},

which takes 108, 1126 and 11309 labels at :math:`\varepsilon = 1/10, 1/100, 1/1000`.  At least
three quarters of the runs of A2 take more at 1/10, and fewer at 1/100 and 1/1000.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds import uniform
from altheory.learners._look import Judge
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from altheory.ledger.statistics import compare_probability
from proofs_checks._a2_thresholds import labels
from proofs_checks._identities import chain
from proofs_checks.a2_thresholds_labels import BINOMIAL, DELTA, EPSILONS, ROW, SELDOM

Fewer: TypeAlias = Callable[[Fraction], bool]

ALPHA, RUNS = Fraction(1, 10**7), 100


def below_one_tenth(epsilon: Fraction) -> bool:
    """Decide whether A2 takes fewer labels than one look."""
    return epsilon < Fraction(1, 10)


def one_look(epsilon: Fraction) -> int:
    """Return the least n with which no error is enough, as the bound itself says."""
    bound = uniform(BINOMIAL, ROW.cuts)
    few, enough = 1, 2
    while bound.upper(0, enough, DELTA) > epsilon:
        few, enough = enough, 2 * enough
    while enough - few > 1:  # invariant: few labels are too few
        middle = (few + enough) // 2
        narrow = bound.upper(0, middle, DELTA) <= epsilon
        few, enough = (few, middle) if narrow else (middle, enough)
    return enough


def one_by_one(formula: Fewer, rng: np.random.Generator) -> Iterator[Finding]:
    """Count the runs on the other side of one look."""
    bound = uniform(BINOMIAL, ROW.cuts)
    for epsilon in EPSILONS:
        judge, passive = Judge(bound=bound, epsilon=epsilon, delta=DELTA), one_look(epsilon)
        runs = labels(rng, ROW, judge, RUNS).tolist()
        off = sum((asked < passive) != formula(epsilon) for asked in runs)
        found = compare_probability(off, RUNS, SELDOM, ALPHA)
        where = f"epsilon = {epsilon}, {np.mean(runs):.0f} labels against {passive}"
        yield replace(found, evidence=f"{where}; {found.evidence}")


def simulated(formula: Fewer, rng: np.random.Generator) -> Finding:
    """Compare 100 runs at each accuracy with one look."""
    found = list(one_by_one(formula, rng))
    return chain(found, "; ".join(finding.evidence for finding in found))


CLAIM: Claim[Fewer] = Claim(
    key="a2/thresholds/crossover",
    title="A2 beats one verified look below epsilon = 1/10",
    statement=(
        r"P(\text{labels of A2} < n_\varepsilon) \ge \tfrac34 \iff \varepsilon < \tfrac1{10},"
        r" \quad (1 - \varepsilon)^{n_\varepsilon} \le \frac{\delta}{2 |\mathcal H|}, \quad"
        r" \varepsilon = .1, .01, .001"
    ),
    plain=(
        "Without noise A2 on thresholds costs more labels than a passive learner that must prove "
        "the same at epsilon = .1, and fewer at .01 and .001."
    ),
    relation="order",
    assumptions=frozenset({"realizable", "fixed target", "finite domain", "independent instances"}),
    does_not_say="anything of passive learning that uses that no label is wrong: 1/eps ln(2/delta)",
    source=Source("altheory", match="derived"),
    expected=Verdict.SUPPORTED,
    formula=below_one_tenth,
    checks=(
        Check(
            Method.STATISTICAL,
            simulated,
            scope="100 runs at each of three accuracies",
            tier="normal",
            alpha=3e-7,
            power=0.99,
            discrepancy="runs that lie on the other side of one look nine times in ten",
        ),
    ),
    controls={
        "at every epsilon": lambda _: True,
        "at no epsilon": lambda _: False,
        "below 1/100 only": lambda epsilon: epsilon < Fraction(1, 100),
    },
)
