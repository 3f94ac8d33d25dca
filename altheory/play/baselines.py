"""Decide without asking anybody, for equal weights or for weights drawn at random.

What a search with somebody in the loop has to beat, its price included.
"""

from fractions import Fraction

from altheory.numeric.seeds import Rng, generator
from altheory.play.inquiry import best_of, open_inquiry
from altheory.play.outcome import Outcome
from altheory.play.problem import D, Preference, Problem, efficient


def unguided(problem: Problem[D]) -> Outcome[D]:
    """Return the best decision if all criteria weigh the same.

    They are the mean of the extreme rays of all positive weights, with which every other search
    guesses when it has no questions.

    >>> from altheory.play.coloring import Coloring
    >>> unguided(Coloring(3, [(0, 1), (1, 2)], 3)).decision
    (0, 1, 0)
    """
    known = open_inquiry(problem)
    return Outcome(best_of(problem, efficient(problem), known.center), known)


def haphazard(problem: Problem[D], *, rng: Rng = None) -> Outcome[D]:
    """Return the best decision for weights that are drawn uniformly, as directions.

    In four dimensions or more the draw is nearly uniform, as
    :meth:`altheory.hypotheses.sphere_version_space.SphereVersionSpace.draw` says.

    >>> from altheory.play.coloring import Coloring
    >>> haphazard(Coloring(3, [(0, 1), (1, 2), (0, 2)], 3), rng=1).inquiry.asked
    0
    """
    known = open_inquiry(problem)
    drawn = known.weights.draw(generator(rng)).normal if known.weights else (1,)
    person = Preference(tuple(map(Fraction, drawn)))
    return Outcome(best_of(problem, efficient(problem), person), known)
