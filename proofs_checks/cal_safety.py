r"""CAL is safe: it ends where buying every label would have ended.

Let :math:`V_m` be CAL's version space after :math:`m` instances and :math:`V(S_m)`
the hypotheses that agree with all :math:`m` labels.  If the target is in the
class, then :math:`V_m = V(S_m)`.

Why: the target stays in :math:`V_m`.  Where all members of :math:`V_m` agree they
agree with the target, so the label that was not bought is the one they give, and
restricting by it would change nothing.
"""

from collections.abc import Iterable
from itertools import permutations, product

import numpy as np

from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis, FiniteVersionSpace
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._selective import (
    Maker,
    ask_likely_negatives,
    cal,
    careless,
    consistent,
    responses,
    skip_the_last,
    trust_two_thirds,
)
from proofs_checks._small_classes import few_classes, hypotheses, random_class, rows, small_classes


def parting(
    make: Maker, prior: FiniteVersionSpace, stream: Iterable[int], target: FiniteHypothesis
) -> str:
    """Return where the learner leaves the passive version space, empty if nowhere."""
    learner, passive = make(prior), prior
    state = learner.init()
    for m, x in enumerate(stream, 1):
        state, passive = learner.step(state, x, target), passive.restrict(x, target(x))
        if state.version_space != passive:
            return f"class {prior.of.table()['hypotheses']}, target {target}, m={m}, x={x}"
    return ""


def compared(make: Maker, classes: Iterable[FiniteClass]) -> Finding:
    """Compare with the hypotheses that give all labels, bought or not."""
    histories = 0
    for of in classes:
        for history, (_, members) in responses(make, of).items():
            expected = consistent(of.hypotheses, history)
            if members != expected:
                where = f"class {of.table()['hypotheses']}, after {history}"
                n = of.n_points
                return fails(where, claimed=rows(n, members), computed=rows(n, expected))
            histories += 1
    return holds(f"{histories} pairs of a class on at most 3 points and a history of labels")


def few_histories(make: Maker, rng: np.random.Generator) -> Finding:
    """Compare on few classes."""
    del rng
    return compared(make, few_classes())


def every_history(make: Maker, rng: np.random.Generator) -> Finding:
    """Compare on every small class."""
    del rng
    return compared(make, small_classes())


def every_order_with_a_repetition(make: Maker, rng: np.random.Generator) -> Finding:
    """Show the points in every order, and then the first one again."""
    del rng
    runs = 0
    for of in small_classes():
        for target, order in product(hypotheses(of), permutations(range(of.n_points))):
            if where := parting(make, of.version_space(), (*order, order[0]), target):
                return fails(f"the version spaces part: {where}")
            runs += 1
    return holds(f"{runs} streams: every order, then its first point again, every prefix")


def random_stream(make: Maker, rng: np.random.Generator) -> Finding:
    """Try a random class on 5 points with a random target and stream."""
    of = random_class(rng, 5)
    stream = rng.integers(5, size=10).tolist()
    where = parting(make, of.version_space(), stream, of.draw_target(rng))
    return fails(where) if where else holds("a random class on 5 points, 10 instances")


CLAIM: Claim[Maker] = Claim(
    key="cal/safety/same-version-space",
    title="CAL is safe",
    statement=(
        r"h^* \in \mathcal H \implies V_m^{\mathrm{CAL}} ="
        r" \{h \in \mathcal H : h(x_i) = h^*(x_i),\ i \le m\},"
        r" \quad x_i \text{ distinct},\ |\mathcal X| \le 3"
    ),
    plain=(
        "If the target is in the class, CAL knows after every instance exactly what it would "
        "know had it bought all labels: on every class on at most three points."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="anything about noisy labels, under which CAL may discard the best hypothesis",
    source=Source("cohn1994improving", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=cal,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            few_histories,
            scope="all classes on 1 and 2 points, a star and the cube on 3, targets and orders",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_history,
            scope="all 273 classes on at most 3 points, all targets, all orders",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_order_with_a_repetition,
            scope="all 273 classes on at most 3 points, all targets, all orders, a repetition",
            tier="normal",
        ),
    ),
    controls={
        "trusts a majority of two thirds": careless(trust_two_thirds),
        "skips the last point of disagreement": careless(skip_the_last),
        "skips points that most members call positive": careless(ask_likely_negatives),
    },
    attack=random_stream,
)
