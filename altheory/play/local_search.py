"""Move to a better neighbor until there is none.

One round compares the incumbent with all its neighbors, at most one question for each
direction in which costs differ; the search moves to the neighbor that the weights in the middle
(:mod:`altheory.play.inquiry`) like best among those that were judged better.  Each move lowers the
loss for all weights that agree with the answers in the end, or for those in the middle where they
guess, so no decision comes twice.  If nothing is guessed and every question has an answer, the last
one is a local optimum for all of these weights; without an answer the search stays.  How far that
is from a global one is for the problem to say.
"""

from altheory.numeric.seeds import Rng, generator
from altheory.play.agent import Agent
from altheory.play.inquiry import best_of, open_inquiry
from altheory.play.outcome import Outcome
from altheory.play.problem import Comparison, D, Problem, comparison


def descended(
    problem: Problem[D],
    agent: Agent[Comparison[D]],
    *,
    start: D | None = None,
    questions: int | None = None,
    rng: Rng = None,
) -> Outcome[D]:
    """Return a decision of which no neighbor is better, as far as is known.

    Parameters
    ----------
    problem
        What to decide; its decisions are not gone through, only neighbors.
    agent
        Who is asked about comparisons that the answers so far leave open.
    start
        The first incumbent; None: the start of the problem.
    questions
        How many may be asked in all; None: no limit.
    rng
        Source of the agent's errors.

    Examples
    --------
    >>> from altheory.play import Coloring, Expert, Preference
    >>> triangle = Coloring(3, [(0, 1), (1, 2), (0, 2)], 3)
    >>> outcome = descended(triangle, Expert(Preference((3, 2))))
    >>> outcome.decision, outcome.inquiry.asked
    ((0, 1, 2), 2)

    """
    stream, known = generator(rng), open_inquiry(problem, questions)
    incumbent = problem.start() if start is None else start
    while True:
        pairs = [comparison(problem, incumbent, other) for other in problem.neighbors(incumbent)]
        after = known.compared(pairs, agent, stream)
        judged = after.judgments[len(known.judgments) :]
        better, known = [j.winner for j in judged if j.answer < 0], after
        if not better:
            return Outcome(incumbent, known)
        incumbent = best_of(problem, better, known.center)
