r"""Without noise A2 finds a threshold with a number of labels that grows like log(1/epsilon).

The class are the 4,097 cuts of 4,096 equal cells, the target is the cut after 1,500 of
them, labels are without noise and :math:`\delta = 1/10`.  At :math:`\varepsilon = 1/10, 1/100,
1/1000` at least three quarters of all runs take, up to 15 %,

.. math:: 364, \; 824, \; 1464 \quad\text{and}\quad 1093, \; 3643, \; 6412 \text{ labels}

with exact binomial bounds and with Hoeffding's radius, each with a union over the
class.  A tenth of the error costs about so many labels more, not ten times as many.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from altheory.bounds import uniform
from altheory.learners._look import Judge
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from altheory.ledger.statistics import compare_probability
from proofs_checks._a2_thresholds import Row, labels
from proofs_checks._identities import chain

Labels: TypeAlias = Callable[[str, Fraction], Fraction]

ROW, DELTA = Row(cells=4096, target=1500), Fraction(1, 10)
EPSILONS = (Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000))
BINOMIAL, HOEFFDING = "clopper-pearson", "hoeffding"
TOLERANCE, SELDOM = Fraction(15, 100), Fraction(1, 4)
ALPHA, RUNS = Fraction(1, 10**7), 200
FOUND: Mapping[str, Mapping[Fraction, int]] = MappingProxyType(
    {
        BINOMIAL: MappingProxyType(dict(zip(EPSILONS, (364, 824, 1464), strict=True))),
        HOEFFDING: MappingProxyType(dict(zip(EPSILONS, (1093, 3643, 6412), strict=True))),
    }
)


def typical(name: str, epsilon: Fraction) -> Fraction:
    """Return the labels of a typical run."""
    return Fraction(FOUND[name][epsilon])


def one_by_one(formula: Labels, rng: np.random.Generator) -> Iterator[Finding]:
    """Run A2 with both bounds to all accuracies, and count the runs that are far off."""
    for name in (BINOMIAL, HOEFFDING):
        bound = uniform(name, ROW.cuts)
        for epsilon in EPSILONS:
            judge = Judge(bound=bound, epsilon=epsilon, delta=DELTA)
            claimed = formula(name, epsilon)
            runs = labels(rng, ROW, judge, RUNS).tolist()
            off = sum(abs(n - claimed) > TOLERANCE * claimed for n in runs)
            found = compare_probability(off, RUNS, SELDOM, ALPHA)
            mean = float(np.mean(runs))
            where = f"{name}, epsilon = {epsilon}: a mean of {mean:.0f} labels; {found.evidence}"
            yield replace(found, evidence=where, claimed=str(claimed), computed=f"{mean:.1f}")


def simulated(formula: Labels, rng: np.random.Generator) -> Finding:
    """Compare the labels of 200 runs in each of six situations."""
    found = list(one_by_one(formula, rng))
    seen = chain(found, "; ".join(finding.evidence for finding in found))
    return replace(seen, claimed=found[-1].claimed, computed=found[-1].computed)


CLAIM: Claim[Labels] = Claim(
    key="a2/thresholds/labels",
    title="A2 without noise: 364, 824 and 1464 labels for a threshold",
    statement=(
        r"P\bigl(|\text{labels} - \ell| > .15\, \ell\bigr) \le \tfrac14, \quad"
        r" \ell = 364, 824, 1464 \text{ (exact binomial)}, 1093, 3643, 6412 \text{ (Hoeffding)},"
        r" \quad \varepsilon = .1, .01, .001"
    ),
    plain=(
        "On thresholds without noise A2 needs some hundreds or thousands of labels more for each "
        "tenth of the error: a multiple of log(1/epsilon)."
    ),
    relation="order",
    assumptions=frozenset({"realizable", "fixed target", "finite domain", "independent instances"}),
    does_not_say=(
        "the mean, which depends on how delta is spent over looks: here a look has one number"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.SUPPORTED,
    formula=typical,
    checks=(
        Check(
            Method.STATISTICAL,
            simulated,
            scope="200 runs in each of six situations",
            tier="normal",
            alpha=6e-7,
            power=0.99,
            discrepancy="a typical number of labels that is off by half or more",
        ),
    ),
    controls={
        "in proportion to 1/epsilon": lambda name, epsilon: (
            typical(name, EPSILONS[0]) * EPSILONS[0] / epsilon
        ),
        "half as many": lambda name, epsilon: typical(name, epsilon) / 2,
        "the same for every epsilon": lambda name, _epsilon: typical(name, EPSILONS[0]),
    },
)
