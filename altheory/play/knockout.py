"""Find a best decision of all: rounds of pairs, of which the losers drop out.

Only efficient decisions take part.  Of n of them, n - 1 comparisons leave one; those that
earlier answers imply cost nothing, and a right agent then leads to a decision of least loss.
"""

from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.play.agent import Agent
from altheory.play.inquiry import Inquiry, best_of, open_inquiry
from altheory.play.outcome import Outcome
from altheory.play.problem import Comparison, D, Problem, comparison, efficient


def guided(
    problem: Problem[D],
    agent: Agent[Comparison[D]],
    *,
    questions: int | None = None,
    rng: Rng = None,
) -> Outcome[D]:
    """Return the decision that is left when all others lost a comparison.

    Parameters
    ----------
    problem
        What to decide; its decisions are listed.
    agent
        Who is asked about comparisons that the answers so far leave open.
    questions
        At most so many; the most central weights that remain then decide.  None: no limit.
    rng
        Source of the agent's errors.

    """
    stream = generator(rng)
    most = None if questions is None else count(questions, "the number of questions", least=0)
    left, known = list(efficient(problem)), open_inquiry(problem)
    while len(left) > 1:
        pairs = _affordable(problem, left, known, most)
        if not pairs:
            return Outcome(best_of(problem, left, known), known, is_finished=False)
        after = known.compared(pairs, agent, stream)
        judged = after.judgments[len(known.judgments) :]
        lost = {j.comparison.first if j.answer < 0 else j.comparison.second for j in judged}
        left, known = [d for d in left if d not in lost], after
    return Outcome(left[0], known, is_finished=True)


def _affordable(
    problem: Problem[D], left: list[D], known: Inquiry[D], most: int | None
) -> list[Comparison[D]]:
    """Return the pairs of a round, without the open ones that go over the budget."""
    pairs = [comparison(problem, a, b) for a, b in zip(left[::2], left[1::2], strict=False)]
    if most is None:
        return pairs
    settled, allowed = list[Comparison[D]](), most - known.asked
    for pair in pairs:
        is_open = known.known(pair.difference) is None
        allowed -= is_open
        if not is_open or allowed >= 0:
            settled.append(pair)
    return settled
