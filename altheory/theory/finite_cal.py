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

from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis, FiniteVersionSpace
from altheory.numeric.closed_form import ClosedForm
from altheory.spaces.finite import FiniteRegion
from altheory.theory.law import Law, Question

MOST_POINTS = 8
MOST_HYPOTHESES = 64
LONGEST_STREAM = 128


def expected_queries(hypotheses: FiniteClass, target: FiniteHypothesis, n: int) -> Fraction:
    """Return the mean number of labels CAL asks for in ``n`` uniform points.

    >>> pair = FiniteClass(2, ["++", "+-"])
    >>> expected_queries(pair, pair.parse_target("++"), 2)
    Fraction(3, 4)
    """
    # ways[V] / n_points^k is the probability of V after k points
    ways = Counter({hypotheses.version_space(): 1})
    total = Fraction(0)
    for k in range(1, n + 1):
        asked = sum(w * len(space.disagreement()) for space, w in ways.items())
        total += Fraction(asked, hypotheses.n_points**k)
        ways = _after_one_more(ways, target)
    return total


def expected_cost(
    hypotheses: FiniteClass, target: FiniteHypothesis, epsilon: Fraction
) -> tuple[Fraction, Fraction]:
    """Return the mean labels and mean points until DIS has mass at most ``epsilon``.

    >>> pair = FiniteClass(2, ["++", "+-"])
    >>> expected_cost(pair, pair.parse_target("++"), Fraction(1, 4))
    (Fraction(1, 1), Fraction(2, 1))
    """
    known: dict[tuple[int, ...], tuple[Fraction, Fraction]] = {}

    def cost(space: FiniteVersionSpace) -> tuple[Fraction, Fraction]:
        if space.members not in known:
            region = list(space.disagreement())
            if Fraction(len(region), hypotheses.n_points) <= epsilon:
                return Fraction(0), Fraction(0)
            rest = [cost(space.restrict(x, target(x))) for x in region]
            labels, points = (sum(part) for part in zip(*rest, strict=True))
            size = len(region)
            wait = Fraction(hypotheses.n_points, size)  # until a point falls into DIS
            known[space.members] = 1 + Fraction(labels) / size, wait + Fraction(points) / size
        return known[space.members]

    return cost(hypotheses.version_space())


def _after_one_more(
    ways: Counter[FiniteVersionSpace], target: FiniteHypothesis
) -> Counter[FiniteVersionSpace]:
    following: Counter[FiniteVersionSpace] = Counter()
    for space, w in ways.items():
        region = list(space.disagreement())
        following[space] += w * (space.of.n_points - len(region))
        for x in region:
            following[space.restrict(x, target(x))] += w
    return following


def _targets(question: Question) -> list[FiniteHypothesis]:
    if question.target is not None:
        return [question.target]
    of: FiniteClass = question.hypotheses
    return [FiniteHypothesis(FiniteRegion(of.n_points, mask)) for mask in of.hypotheses]


def _is_small(of: FiniteClass) -> bool:
    return of.n_points <= MOST_POINTS and len(of.hypotheses) <= MOST_HYPOTHESES


def _mean_over_stream(question: Question) -> ClosedForm | None:
    n = question.stream
    if n is None or n > LONGEST_STREAM or not _is_small(question.hypotheses):
        return None
    means = [expected_queries(question.hypotheses, h, n) for h in _targets(question)]
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
