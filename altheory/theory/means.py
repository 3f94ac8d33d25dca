"""The exact mean of a simulation, where some law of the package knows it.

Laws are found, never listed: a module of this package that has ``LAWS`` takes
part, so a new law is one new file.
"""

from collections.abc import Iterator
from typing import Any, get_args

from altheory.discovery import module_names, modules, nearest
from altheory.errors import DomainError
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.inputs import count, positive
from altheory.theory.law import Law, Quantity, Question


def exact_mean(
    *,
    hypotheses: Any,
    learner: str,
    quantity: Quantity,
    target: Any = None,
    epsilon: Any = None,
    stream: Any = None,
    batch: int = 1,
) -> ClosedForm | None:
    """Return the mean number of labels or instances, None where no law knows it.

    Parameters
    ----------
    hypotheses
        A hypothesis class such as ``Thresholds()``, under its uniform law.
    learner
        The name of a learner, a file of :mod:`altheory.learners`: laws are known for
        passive, bisection, cal and qbc.
    quantity
        ``"queries"`` or ``"unlabeled"``.
    target
        The hypothesis that answers; without it, the mean over a random target.
    epsilon
        Stop when the learner's own guarantee is at most this; or else
    stream
        stop after so many instances.
    batch
        How many labels are asked together; laws are known for one at a time.

    Raises
    ------
    UnknownNameError
        If no learner or quantity bears the name.
    DomainError
        If not exactly one of ``epsilon`` and ``stream`` is given, or the one
        given is out of range.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> print(exact_mean(hypotheses=Thresholds(), learner="cal", quantity="queries", stream=3))
    13/6

    """
    for name, known, what in (
        (learner, learners(), "learner"),
        (quantity, get_args(Quantity), "quantity"),
    ):
        if name not in known:
            raise nearest(str(name), known, what)
    if (epsilon is None) == (stream is None):
        raise DomainError(f"give either epsilon or stream, got {epsilon} and {stream}")
    question = Question(
        hypotheses=hypotheses,
        learner=learner,
        quantity=quantity,
        target=target,
        epsilon=None if epsilon is None else positive(epsilon, "epsilon"),
        stream=None if stream is None else count(stream, "the length of a stream", least=0),
    )
    if count(batch, "a batch") > 1:
        return None
    answers = (law.mean(question) for law in laws() if law.covers(question))
    return next((answer for answer in answers if answer is not None), None)


def learners() -> tuple[str, ...]:
    """Return the names of all learners: of the package, and of those that a law knows."""
    files = (name.replace("_", "-") for name in module_names("altheory.learners"))
    return tuple(sorted({*files, *(name for law in laws() for name in law.learners)}))


def laws() -> Iterator[Law]:
    """Go through every law of the package."""
    for module in modules("altheory.theory"):
        yield from vars(module).get("LAWS", ())
