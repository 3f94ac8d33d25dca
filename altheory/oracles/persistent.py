"""A labeler who never changes an answer: asked twice, the same label.

The label law of a first answer is that of the oracle within, and so are its Bayes
classifier and its noise condition; later answers are no new draws.  So repeating a
question teaches nothing, and no vote of repeated answers removes noise: the error of an
answer, once given, is there for good.  Label laws answer afresh unless wrapped in this.
"""

from typing import TypeVar

from altheory.oracles._parts import oracle
from altheory.protocols import Label, Oracle

X = TypeVar("X")


def persistent(ask: Oracle[X]) -> Oracle[X]:
    """Return the oracle that gives the first answer of ``ask`` to every question.

    Instances are the same if they are equal, a float and a fraction too.

    Raises
    ------
    DomainError
        If ``ask`` cannot be asked.

    Examples
    --------
    >>> answers = iter([1, -1])
    >>> twice = persistent(lambda x: next(answers))
    >>> twice(0.5), twice(0.5), twice(0.25)
    (1, 1, -1)

    """
    oracle(ask)
    given: dict[X, Label] = {}

    def answer(x: X) -> Label:
        if x not in given:
            given[x] = ask(x)
        return given[x]

    return answer
