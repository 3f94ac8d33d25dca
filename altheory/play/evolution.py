"""A population that mutates and competes, and somebody who judges the competitions.

Member i begins i random moves away from the start.  In each generation as many tournaments as
there are members, of two drawn at random, choose the parents; a child is a neighbor of its
parent, drawn at random; and it takes the place of a member that it beats.  In the end the
members knock each other out.  All comparisons go through one inquiry, so what is implied is not
asked: people are the judges, and the population is a search, no agent of its own.  No place gets
worse for any weights that agree with the answers, if nothing is guessed.
"""

import numpy as np

from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.play.agent import Agent
from altheory.play.inquiry import Inquiry, open_inquiry
from altheory.play.knockouts import knockout
from altheory.play.outcome import Outcome
from altheory.play.problem import Comparison, D, Problem, comparison


def evolved(
    problem: Problem[D],
    agent: Agent[Comparison[D]],
    *,
    members: int = 8,
    generations: int = 20,
    questions: int | None = None,
    rng: Rng = None,
) -> Outcome[D]:
    """Return the best member of a population after some generations.

    Parameters
    ----------
    problem
        What to decide; its decisions are not gone through, only neighbors.
    agent
        Who is asked about comparisons that the answers so far leave open.
    members
        How many.
    generations
        How many; 0 leaves the population as it begins.
    questions
        How many may be asked in all; None: no limit.
    rng
        Source of tournaments, mutations, and the agent's errors.

    Examples
    --------
    >>> from altheory.play import Coloring, Expert, Preference
    >>> triangle = Coloring(3, [(0, 1), (1, 2), (0, 2)], 3)
    >>> evolved(triangle, Expert(Preference((3, 2))), rng=0).decision
    (0, 1, 2)

    """
    stream, known = generator(rng), open_inquiry(problem, questions)
    size = count(members, "the members of a population")
    population = [problem.start()]
    while len(population) < size:
        population.append(_moved(problem, population[-1], stream))
    for _ in range(count(generations, "the number of generations", least=0)):
        drawn = stream.integers(size, size=(size, 2)).tolist()
        pairs = [(population[a], population[b]) for a, b in drawn]
        parents, known = _winners(problem, pairs, known, agent, stream)
        children = [_moved(problem, parent, stream) for parent in parents]
        rivals = list(zip(population, children, strict=True))
        population, known = _winners(problem, rivals, known, agent, stream)
    return knockout(problem, dict.fromkeys(population), known, agent, rng=stream)


def _winners(
    problem: Problem[D],
    pairs: list[tuple[D, D]],
    known: Inquiry[D],
    agent: Agent[Comparison[D]],
    stream: np.random.Generator,
) -> tuple[list[D], Inquiry[D]]:
    """Return who wins each tournament of a round, the first of equals."""
    after = known.compared([comparison(problem, a, b) for a, b in pairs], agent, stream)
    return [j.winner for j in after.judgments[len(known.judgments) :]], after


def _moved(problem: Problem[D], parent: D, stream: np.random.Generator) -> D:
    """Return a neighbor, or the parent itself if it has none."""
    others = problem.neighbors(parent)
    return others[int(stream.integers(len(others)))] if others else parent
