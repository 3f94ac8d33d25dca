r"""CAL on a finite class under the uniform law on its points, exactly.

The version space is a Markov chain: from :math:`V` a point :math:`x`, drawn at
random, leads to :math:`V` restricted by the target's label at :math:`x`.  CAL
pays for :math:`x` iff it lies in :math:`\mathrm{DIS}(V)`, and then the version
space shrinks; so the chain never returns, and means down to a given mass of DIS
follow by recursion, means over a stream by stepping.  The states are what the
target's labels on subsets of points leave, so this is for small domains.
"""

from collections import Counter
from fractions import Fraction
from functools import partial
from typing import TypeAlias

from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.numeric.closed_form import ClosedForm
from altheory.spaces.finite import FiniteRegion
from altheory.theory.law import Law, Question

State: TypeAlias = tuple[int, ...]  # the hypotheses that remain, as bitmasks

MOST_POINTS = 8
MOST_HYPOTHESES = 64
MOST_STEPS = 1_000_000  # of stepping, over all targets


def expected_queries(hypotheses: FiniteClass, target: FiniteHypothesis, n: int) -> Fraction:
    """Return the mean number of labels CAL asks for in ``n`` uniform points.

    >>> pair = FiniteClass(2, ["++", "+-"])
    >>> expected_queries(pair, pair.parse_target("++"), 2)
    Fraction(3, 4)
    """
    chain, points = _chain(hypotheses, target), hypotheses.n_points
    ways = Counter({hypotheses.hypotheses: 1})  # ways[V] / points^k is P(V) after k points
    asked = 0
    for _ in range(n):
        asked = points * asked + sum(w * len(chain[state]) for state, w in ways.items())
        following: Counter[State] = Counter()
        for state, w in ways.items():
            following[state] += w * (points - len(chain[state]))
            for successor in chain[state]:
                following[successor] += w
        ways = following
    return Fraction(asked, points**n)


def expected_cost(
    hypotheses: FiniteClass, target: FiniteHypothesis, epsilon: Fraction
) -> tuple[Fraction, Fraction]:
    """Return the mean labels and mean points until DIS has mass at most ``epsilon``.

    >>> pair = FiniteClass(2, ["++", "+-"])
    >>> expected_cost(pair, pair.parse_target("++"), Fraction(1, 4))
    (Fraction(1, 1), Fraction(2, 1))
    """
    chain, points = _chain(hypotheses, target), hypotheses.n_points
    labels: dict[State, Fraction] = {}
    looks: dict[State, Fraction] = {}
    # successors are smaller, so they are known when their predecessors need them
    for state in sorted(chain, key=len):
        size = len(chain[state])  # of DIS: one successor a point
        if Fraction(size, points) <= epsilon:
            labels[state] = looks[state] = Fraction(0)
            continue
        labels[state] = 1 + sum(labels[after] for after in chain[state]) / Fraction(size)
        looks[state] = (points + sum(looks[after] for after in chain[state])) / Fraction(size)
    return labels[hypotheses.hypotheses], looks[hypotheses.hypotheses]


def _chain(of: FiniteClass, target: FiniteHypothesis) -> dict[State, list[State]]:
    """Return each reachable version space with what every point of its DIS leads to."""
    truth = target.positive.mask
    chain: dict[State, list[State]] = {}
    waiting = [of.hypotheses]
    while waiting:
        state = waiting.pop()
        if state in chain:
            continue
        kept = [tuple(m for m in state if not (m ^ truth) >> x & 1) for x in range(of.n_points)]
        # the target always agrees with itself, so x is in DIS iff somebody is lost
        chain[state] = [after for after in kept if len(after) < len(state)]
        waiting += chain[state]
    return chain


def _targets(question: Question) -> list[FiniteHypothesis]:
    if question.target is not None:
        return [question.target]
    of: FiniteClass = question.hypotheses
    return [FiniteHypothesis(FiniteRegion(of.n_points, mask)) for mask in of.hypotheses]


def _is_small(of: FiniteClass) -> bool:
    return of.n_points <= MOST_POINTS and len(of.hypotheses) <= MOST_HYPOTHESES


def _mean_over_stream(question: Question) -> ClosedForm | None:
    of, n = question.hypotheses, question.stream or 0
    targets = _targets(question)
    if not _is_small(of) or n * len(targets) * 2**of.n_points > MOST_STEPS:
        return None
    means = [expected_queries(of, h, n) for h in targets]
    return ClosedForm.exactly(sum(means, Fraction(0)) / len(means))


def _mean_to_epsilon(part: int, question: Question) -> ClosedForm | None:
    if question.epsilon is None or not _is_small(question.hypotheses):
        return None
    costs = [expected_cost(question.hypotheses, h, question.epsilon) for h in _targets(question)]
    return ClosedForm.exactly(sum((c[part] for c in costs), Fraction(0)) / len(costs))


LAWS = (
    Law(
        hypotheses=FiniteClass,
        learners=frozenset({"cal"}),
        quantity="queries",
        given="stream",
        mean=_mean_over_stream,
    ),
    Law(
        hypotheses=FiniteClass,
        learners=frozenset({"cal"}),
        quantity="queries",
        given="epsilon",
        mean=partial(_mean_to_epsilon, 0),
    ),
    Law(
        hypotheses=FiniteClass,
        learners=frozenset({"passive"}),
        quantity="queries",
        given="epsilon",
        mean=partial(_mean_to_epsilon, 1),
    ),
    Law(
        hypotheses=FiniteClass,
        learners=frozenset({"cal", "passive"}),
        quantity="unlabeled",
        given="epsilon",
        mean=partial(_mean_to_epsilon, 1),
    ),
)
