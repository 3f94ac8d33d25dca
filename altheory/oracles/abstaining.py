"""A labeler who sometimes says nothing.

Where it speaks, its label law is that of the oracle within, with the same Bayes
classifier and noise condition.  Silence is an error with a name, not a third label: a
question was spent, and nothing is known.  If silence depends on the instance, those
labeled are no sample of the law any more; if it is decided by chance alone, they are.
"""

from typing import Any, TypeVar

from altheory.errors import AbstentionError, DomainError
from altheory.numeric.inputs import rational
from altheory.numeric.seeds import Rng, generator
from altheory.oracles._draw import beside, draw_label
from altheory.oracles._parts import oracle, region
from altheory.protocols import Label, Oracle, Region

X = TypeVar("X")


def abstaining(
    ask: Oracle[X], *, within: Region[X] | None = None, chance: Any = 1, rng: Rng = None
) -> Oracle[X]:
    """Return the oracle that abstains within a region, always or with some probability.

    Parameters
    ----------
    ask
        The oracle that would answer.
    within
        The region of silence, by default everything.
    chance
        The probability of silence there, drawn anew for every question.
    rng
        The source of chance; nothing is drawn if the probability is 0 or 1.

    Raises
    ------
    DomainError
        If ``ask`` cannot be asked, ``within`` is no region, or the probability lies
        outside [0, 1].
    AbstentionError
        From the oracle, instead of a label.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold
    >>> from altheory.spaces.line import IntervalUnion
    >>> careful = abstaining(Threshold(0.5), within=IntervalUnion.closed(0.25, 0.75))
    >>> careful(0.9)
    1
    >>> careful(0.6)
    Traceback (most recent call last):
    ...
    altheory.errors.AbstentionError: the labeler gives no label at 0.6; ask about another \
instance, or count the question and go on

    """
    oracle(ask)
    if within is not None:
        region(within, "where a labeler is silent")
    silence = rational(chance, "the probability of silence")
    if not 0 <= silence <= 1:
        raise DomainError(f"the probability of silence lies in [0, 1], got {chance}")
    stream = generator(rng)

    def silent() -> bool:
        if silence.denominator == 1:
            return silence == 1
        return draw_label(beside(silence), stream) == 1

    def answer(x: X) -> Label:
        if (within is None or x in within) and silent():
            raise AbstentionError(x)
        return ask(x)

    return answer
