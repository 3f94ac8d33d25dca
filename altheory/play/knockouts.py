"""Find a best decision of all: rounds of pairs, of which the losers drop out.

Of n decisions n - 1 comparisons leave one, those that other answers imply cost nothing, and a
right agent leads to a decision of least loss: who drops out is no better than somebody left.  Of
a pair about which the agent is silent the second drops out, better or not.
Only efficient decisions take part, of which one is best whatever the weights.
"""

from collections.abc import Iterable

from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.play.agent import Agent
from altheory.play.inquiry import Inquiry, open_inquiry
from altheory.play.outcome import Outcome
from altheory.play.problem import Comparison, D, Problem, comparison, efficient


def guided(
    problem: Problem[D],
    agent: Agent[Comparison[D]],
    *,
    questions: int | None = None,
    pairs: int | None = None,
    rng: Rng = None,
) -> Outcome[D]:
    """Return the decision that is left when all others lost a comparison.

    Parameters
    ----------
    problem
        What to decide; its decisions are gone through.
    agent
        Who is asked about comparisons that the answers so far leave open.
    questions
        How many may be asked in all; None: no limit.
    pairs
        How many make a round at most; None: all.  One at a time asks less, for each answer may
        imply the next; whole rounds tell who of a crowd agrees with whom.
    rng
        Source of the agent's errors.

    Examples
    --------
    >>> from altheory.play import Coloring, Expert, Preference
    >>> triangle = Coloring(3, [(0, 1), (1, 2), (0, 2)], 3)
    >>> outcome = guided(triangle, Expert(Preference((3, 2))))
    >>> outcome.decision, outcome.inquiry.asked
    ((0, 1, 2), 2)

    """
    known = open_inquiry(problem, questions)
    return knockout(problem, efficient(problem), known, agent, pairs=pairs, rng=rng)


def knockout(
    problem: Problem[D],
    decisions: Iterable[D],
    known: Inquiry[D],
    agent: Agent[Comparison[D]],
    *,
    pairs: int | None = None,
    rng: Rng = None,
) -> Outcome[D]:
    """Return which of some decisions is left, going on with an inquiry.

    >>> from altheory.play import Coloring, Expert, Preference
    >>> triangle = Coloring(3, [(0, 1), (1, 2), (0, 2)], 3)
    >>> some, asked = [(0, 0, 0), (0, 0, 1)], Expert(Preference((3, 2)))
    >>> knockout(triangle, some, open_inquiry(triangle), asked).decision
    (0, 0, 1)
    """
    stream, left = generator(rng), list(decisions)
    if not left:
        raise DomainError("a knockout needs at least one decision, got none")
    most = len(left) if pairs is None else count(pairs, "the number of pairs in a round")
    while len(left) > 1:
        drawn = list(zip(left[::2], left[1::2], strict=False))[:most]
        after = known.compared([comparison(problem, a, b) for a, b in drawn], agent, stream)
        lost = {j.loser for j in after.judgments[len(known.judgments) :]}
        left, known = [d for d in left if d not in lost], after
    return Outcome(left[0], known)
