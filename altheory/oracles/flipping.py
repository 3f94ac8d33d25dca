r"""An adversary who inverts some answers, no more than his budget.

He sees the question and the answer, and decides; nothing is random.  So there is no label law:
with a budget of b a hypothesis that is right everywhere is seen to make b errors at most,

.. math:: |\hat k_T(h) - k_T(h)| \le b \quad \text{for every } h \text{ and every sample } T,

where :math:`k_T` counts errors on the honest answers and :math:`\hat k_T` on those given.  A
learner that keeps every hypothesis with at most b errors never loses the honest one; one that
drops on the first error loses it to a single inverted answer.
"""

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from altheory.numeric.inputs import count
from altheory.oracles._parts import function, oracle
from altheory.protocols import Label, Oracle

X = TypeVar("X")

Choice: TypeAlias = Callable[[X, Label], bool]


def flipping(ask: Oracle[X], budget: int, choose: Choice[X] | None = None) -> Oracle[X]:
    """Return the oracle that inverts answers of ``ask`` as long as the budget lasts.

    Parameters
    ----------
    ask
        The honest oracle.
    budget
        How many answers are inverted at most.
    choose
        Called with a question and its honest answer while some budget is left; true inverts
        the answer.  By default the first answers are inverted.

    Raises
    ------
    DomainError
        If ``ask`` or ``choose`` is no function, or the budget no integer of at least 0.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold
    >>> liar = flipping(Threshold(0.5), 2, lambda x, y: 0.25 <= x < 0.75)
    >>> liar(0.9), liar(0.4), liar(0.4), liar(0.4)
    (1, 1, 1, -1)

    """
    oracle(ask)
    wanted = _always if choose is None else function(choose, "the choice of answers to invert")
    left = count(budget, "the budget of an adversary", least=0)

    def answer(x: X) -> Label:
        nonlocal left
        honest = ask(x)
        if not left or not wanted(x, honest):
            return honest
        left -= 1
        return 1 if honest == -1 else -1

    return answer


def _always(_x: object, _y: object) -> bool:
    return True
