r"""Below which accuracy A2 beats one look with the same bound, bound by bound.

Thresholds under the uniform law, the target at .37, labels without noise, :math:`\delta = 1/20`.  A
passive learner that looks once at all of :math:`\delta` may stop once U(0) - L(0) is at most
:math:`\varepsilon`:

==================== ====== ======= ======== ============= ============
least n               .1     .03     .01      crossover     agnostic
==================== ====== ======= ======== ============= ============
Anthony-Bartlett     11544  151121  1546115  .1 to .03     .067
Vapnik                1240   16496   171474  .1 to .03     .062
two chains             877    9738    87641  .1 to .03     .043
relative deviations    478    1767     5772  .03 to .01    .022
pinned to the best    1016   11279   101504  above .1      above .1
==================== ====== ======= ======== ============= ============

At least three quarters of the runs of A2 take fewer labels from the smaller accuracy of the fourth
column on, and at least three quarters more at the larger one; the last column are known estimates.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from altheory.bounds import uniform
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners._look import Judge
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, unknown
from altheory.ledger.statistics import compare_probability
from altheory.oracles.realizable import realizable
from altheory.simulation.label_chances import chances
from altheory.simulation.threshold_a2 import a2_on_thresholds
from proofs_checks._identities import chain

# From the name of a bound to the largest of the accuracies at which A2 takes fewer labels.
Crossover: TypeAlias = Callable[[str], Fraction]

DELTA, SELDOM, ALPHA, RUNS = Fraction(1, 20), Fraction(1, 4), Fraction(1, 10**8), 65
WIDE, MIDDLE, FINE = Fraction(1, 10), Fraction(3, 100), Fraction(1, 100)
BELOW: Mapping[str, Fraction] = MappingProxyType(
    {
        "vc-anthony-bartlett": MIDDLE,
        "vc-vapnik": MIDDLE,
        "dkw": MIDDLE,
        "relative-vc": FINE,
        "dkw-pinned": WIDE,
    }
)
PASSIVE: Mapping[str, Mapping[Fraction, int]] = MappingProxyType(
    {
        "vc-anthony-bartlett": {WIDE: 11544, MIDDLE: 151121, FINE: 1546115},
        "vc-vapnik": {WIDE: 1240, MIDDLE: 16496, FINE: 171474},
        "dkw": {WIDE: 877, MIDDLE: 9738, FINE: 87641},
        "relative-vc": {WIDE: 478, MIDDLE: 1767, FINE: 5772},
        "dkw-pinned": {WIDE: 1016, MIDDLE: 11279, FINE: 101504},
    }
)
AROUND = ("dkw", "relative-vc", "dkw-pinned")  # which few labels decide


def below(name: str) -> Fraction:
    """Return the accuracy of the table."""
    return BELOW[name]


def is_least(name: str, epsilon: Fraction, n: int) -> bool:
    """Decide whether n labels without an error are enough at one look, and one less are not."""
    bound = uniform(name, Thresholds())

    def narrow(m: int) -> bool:
        return bound.upper(0, m, DELTA) - bound.lower(0, m, DELTA) <= epsilon

    return narrow(n) and not narrow(n - 1)


def cells(
    crossover: Crossover, names: tuple[str, ...], rng: np.random.Generator
) -> Iterator[Finding]:
    """Run A2 with each bound to accuracies, and count the runs on the other side of one look."""
    law = chances(realizable(Threshold(Fraction(37, 100))))
    for name in names:
        for epsilon in (WIDE, MIDDLE, FINE):
            passive = PASSIVE[name][epsilon]
            if law is None or not is_least(name, epsilon, passive):
                yield unknown(f"{name}, epsilon = {epsilon}: {passive} is not the least number")
                continue
            judge = Judge(bound=uniform(name, Thresholds()), epsilon=epsilon, delta=DELTA)
            asked = [a2_on_thresholds(rng, judge, law).queries for _ in range(RUNS)]
            off = sum((n < passive) != (epsilon <= crossover(name)) for n in asked)
            found = compare_probability(off, RUNS, SELDOM, ALPHA)
            where = f"{name}, {float(epsilon):g}: {np.mean(asked):.0f} against {passive}"
            yield replace(found, evidence=f"{where}; {found.evidence}")


def compared(crossover: Crossover, names: tuple[str, ...], rng: np.random.Generator) -> Finding:
    """Compare at three accuracies with every bound of a list."""
    found = list(cells(crossover, names, rng))
    return chain(found, "; ".join(finding.evidence.split(";")[0] for finding in found))


def few_labels(crossover: Crossover, rng: np.random.Generator) -> Finding:
    """Take the three bounds that need the fewest labels."""
    return compared(crossover, AROUND, rng)


def many_labels(crossover: Crossover, rng: np.random.Generator) -> Finding:
    """Take the two Vapnik-Chervonenkis bounds."""
    return compared(crossover, ("vc-anthony-bartlett", "vc-vapnik"), rng)


def _check(
    run: Callable[[Crossover, np.random.Generator], Finding], bounds: int
) -> Check[Crossover]:
    return Check(
        Method.STATISTICAL,
        run,
        scope=f"65 runs at each of three accuracies, {bounds} bounds",
        tier="long",
        alpha=3e-8 * bounds,
        power=0.99,
        discrepancy="runs that lie on the other side of one look nine times in ten",
    )


CLAIM: Claim[Crossover] = Claim(
    key="a2/same-bound/crossover",
    title="Below which accuracy A2 beats one look with its own bound",
    statement=(
        r"P(\text{labels of A2} < n_\varepsilon) \ge \tfrac34 \text{ for } \varepsilon \le"
        r" \varepsilon_0, \text{ and } \le \tfrac14 \text{ above}; \quad \varepsilon_0 ="
        r" .03, .03, .03, .01, .1 \text{ of } .1, .03, .01"
    ),
    plain=(
        "Without noise A2 on thresholds costs fewer labels than one look with the same bound from "
        "3 % on for three bounds, from 1 % on with relative deviations, and at 10 % already with "
        "differences from the best threshold."
    ),
    relation="order",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="where between two accuracies the lines cross, or anything under noise",
    source=Source("altheory", match="derived"),
    expected=Verdict.SUPPORTED,
    formula=below,
    checks=(_check(few_labels, 3), _check(many_labels, 2)),
    controls={
        "at 10 % with every bound": lambda _: WIDE,
        "at no accuracy": lambda _: Fraction(0),
        "at 1 % with every bound": lambda _: FINE,
    },
)
