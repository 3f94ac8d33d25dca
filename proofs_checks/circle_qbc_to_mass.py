r"""Query by committee on the circle, down to a disagreement mass of epsilon.

Two uniform directions differ at an instance with probability 1/2, so the first label takes
two instances on average.  It leaves half a turn of directions; every instance is in doubt,
and cuts the half turn at a uniform share.  From there on arcs shrink as intervals do for
thresholds: the target keeps the share :math:`V` with :math:`P(V \le v) = 4 v^3 - 3 v^4`, and

.. math:: P(Q_\varepsilon = 2) = 4 \varepsilon^3 - 3 \varepsilon^4, \qquad
    \mathbb E[Q_\varepsilon] = 2 + \tfrac{12}7 \ln \tfrac1\varepsilon
    - \tfrac{12}{49} (1 - \varepsilon^7) .

In nats of accuracy a label of CAL, a committee or bisection is worth 1/2, 7/12, ln 2.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.circle import CircleSeparators
from altheory.learners.qbc import QueryByCommittee
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from altheory.ledger.statistics import compare_mean, mean_sample_size
from altheory.numeric.enclosure import Enclosure
from altheory.simulation.jumps import event_driven
from proofs_checks._identities import chain, identical

E, U, V = sp.symbols("epsilon u v", positive=True)
AT = {E: sp.Rational(4, 5)}
DISCREPANCY, ALPHA, POWER = Fraction(3, 20), 1e-7, 0.99


class Labels(NamedTuple):
    """The chance that two labels are enough, and the mean number."""

    two: Any
    mean: Any


Law: TypeAlias = Callable[[Any], Labels]


def law(e: Any) -> Labels:
    """Return both for a mass below 1."""
    rest = sp.Rational(12, 49) * (1 - e**7)
    return Labels(4 * e**3 - 3 * e**4, 2 + sp.Rational(12, 7) * sp.log(1 / e) - rest)


def from_the_first_label(formula: Law, rng: np.random.Generator) -> Finding:
    """Derive what a question leaves, and verify the renewal equation after the first label."""
    del rng

    def steps() -> Iterator[Finding]:
        differ = 2 * U * (1 - U)
        left = 2 * V * differ.subs(U, V) / sp.integrate(differ, (U, 0, 1))
        enough = sp.integrate(sp.expand(left), (V, 0, E))
        yield identical(formula(E).two, enough, AT, "two labels")
        later = sp.expand_log(sp.expand(left * (formula(E / V).mean - 1)))
        mean = 2 + sp.integrate(sp.expand(later), (V, E, 1))
        yield identical(formula(E).mean, mean, AT, "the mean")

    return chain(steps(), "two labels and the mean, all epsilon < 1")


def simulated(formula: Law, rng: np.random.Generator) -> Finding:
    """Count how often the real committee asks two questions down to the mass 4/5."""
    circle, epsilon = CircleSeparators(), Fraction(4, 5)
    counts = list[int]()
    for seed in range(mean_sample_size(DISCREPANCY, ALPHA, POWER)):
        learner: QueryByCommittee[Any, Any] = QueryByCommittee(circle.version_space(), seed)
        run = event_driven(learner, circle.law(), circle.draw_target(rng), rng, epsilon=epsilon)
        counts.append(int(run.state.queries == 2))
    claimed = Enclosure.exactly(Fraction(str(sp.nsimplify(formula(sp.Rational(4, 5)).two))))
    return compare_mean(counts, claimed, alpha=ALPHA, low=0, high=1, discrepancy=DISCREPANCY)


CLAIM: Claim[Law] = Claim(
    key="circle/qbc/to-mass",
    title="Query by committee on the circle",
    statement=(
        r"\mathbb E[Q_\varepsilon] = 2 + \tfrac{12}7 \ln \tfrac1\varepsilon"
        r" - \tfrac{12}{49} (1 - \varepsilon^7), \quad"
        r" P(Q_\varepsilon = 2) = 4 \varepsilon^3 - 3 \varepsilon^4, \quad \varepsilon < 1"
    ),
    plain="On the circle a committee pays 12/7 labels for every factor e of accuracy, CAL two.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="the same in higher dimension, where no law of a committee is known here",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=law,
    checks=(
        Check(Method.SYMBOLIC, from_the_first_label, scope="all epsilon in (0, 1)", tier="normal"),
        Check(
            Method.STATISTICAL,
            simulated,
            scope="P(Q = 2) at epsilon = 4/5, event-driven committee",
            tier="long",
            alpha=ALPHA,
            power=POWER,
            discrepancy="3/20 in the probability of two questions",
        ),
    ),
    controls={
        "CAL": lambda e: Labels(e**2, 2 + 2 * sp.log(1 / e)),
        "bisection": lambda e: Labels(sp.Integer(1) + 0 * e, sp.log(2 / e) / sp.log(2)),
        "the smaller part is as likely": lambda e: law(e)._replace(
            two=6 * e**2 - 8 * e**3 + 3 * e**4
        ),
    },
    uses=("thresholds/qbc/to-width", "qbc/query-chance"),
)
