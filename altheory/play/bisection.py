r"""Ask what splits the decisions that may be best.

A decision is best for the weights of an open cone, and those that are best for some positive
weights, h of them, share the orthant among them but for boundaries.  The question whether a is
better than b cuts the weights by a hyperplane; each answer leaves the cones that reach to its
side.  The search asks the question of which the worse answer leaves the fewest, the first of
such; it ends when one decision is left.

Every question takes a decision away, a or b at least, so h - 1 are enough.  With two criteria
the cones are sectors in a row, the question about two neighbors in the middle leaves half of
them, and

.. math:: \lceil \log_2 h \rceil

questions are enough, as many as h outcomes need.  Without an answer b is left out and nothing is
learned: of somebody who is indifferent that is right, and may take more questions; of somebody who
cannot tell, b may have been better, and the outcome is not finished.

One question makes a round, so of a crowd the majority decides, whatever its rule.

All pairs of decisions are looked at, exactly: in one batch of floats, and one by one where a
difference of costs has none.
"""

from collections.abc import Collection, Sequence
from itertools import combinations
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.numeric.directions import primitive
from altheory.numeric.inputs import INTEGERS
from altheory.numeric.seeds import Rng, generator
from altheory.play.agent import Agent
from altheory.play.inquiry import open_inquiry
from altheory.play.outcome import Outcome
from altheory.play.problem import Comparison, D, Problem, comparison, efficient

Regions: TypeAlias = dict[D, SphereVersionSpace]


def halved(
    problem: Problem[D],
    agent: Agent[Comparison[D]],
    *,
    questions: int | None = None,
    rng: Rng = None,
) -> Outcome[D]:
    """Return the decision that is left when questions took away all others.

    Parameters
    ----------
    problem
        What to decide; its decisions are gone through.
    agent
        Who is asked, one question a round.
    questions
        How many may be asked in all; None: no limit.
    rng
        Source of the agent's errors.

    Examples
    --------
    >>> from altheory.play import Coloring, Expert, Preference
    >>> square = Coloring(4, [(0, 1), (1, 2), (2, 3), (0, 3), (0, 2)], 4)
    >>> outcome = halved(square, Expert(Preference((3, 2))))
    >>> outcome.decision, outcome.inquiry.asked
    ((0, 1, 2, 1), 2)

    """
    stream, known = generator(rng), open_inquiry(problem, questions)
    regions = supported(problem)
    pairs = [comparison(problem, a, b) for a, b in combinations(regions, 2)]
    while len(regions) > 1:
        pairs = [pair for pair in pairs if pair.first in regions and pair.second in regions]
        known = known.compared([_even(pairs, regions.values())], agent, stream)
        judgment = known.judgments[-1]
        del regions[judgment.loser]
        if judgment.answer:
            x = judgment.comparison.difference
            parts = ((d, cone.restrict(x, judgment.answer)) for d, cone in regions.items())
            regions = {decision: part for decision, part in parts if not part.is_empty}
    return Outcome(next(iter(regions)), known)


def supported(problem: Problem[D]) -> "Regions[D]":
    """Return the decisions that are best for some weights, each with all weights of that kind.

    >>> from altheory.play.coloring import Coloring
    >>> found = supported(Coloring(3, [(0, 1), (1, 2), (0, 2)], 3))
    >>> *found, *(found[0, 0, 1].labels(x) for x in ((1, -1), (2, -1)))
    ((0, 0, 0), (0, 0, 1), (0, 1, 2), frozenset({-1}), frozenset({1}))
    """
    decisions = efficient(problem)
    # with a single criterion one decision is efficient, and nothing is to be told apart
    orthant = open_inquiry(problem).weights or SphereVersionSpace(2)
    regions = dict[D, SphereVersionSpace]()
    for decision in decisions:
        others = [comparison(problem, decision, d).difference for d in decisions if d != decision]
        region = orthant.restrict_all(others, [1] * len(others))
        if not region.is_empty:
            regions[decision] = region
    return regions


def _even(pairs: Sequence[Comparison[D]], regions: Collection[SphereVersionSpace]) -> Comparison[D]:
    """Return the question of which the worse answer leaves the fewest decisions."""
    rows = [primitive(pair.difference) for pair in pairs]
    exact = np.array([max(map(abs, row)) <= INTEGERS for row in rows])
    xs = np.array([row for row, is_exact in zip(rows, exact, strict=True) if is_exact], dtype=float)
    others = [row for row, is_exact in zip(rows, exact, strict=True) if not is_exact]
    sides = np.zeros((len(regions), len(rows)), dtype=np.int8)
    for found, region in zip(sides, regions, strict=True):
        if len(xs):
            found[exact] = region.closure().batch_sides(xs).values
        found[~exact] = [sum(region.labels(row)) for row in others]
    left = np.maximum((sides >= 0).sum(axis=0), (sides <= 0).sum(axis=0))
    return pairs[int(left.argmin())]
