"""The target of a simulation, as a hypothesis or as people write it."""

import numbers
import reprlib
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.inputs import rational

PROBES = 64


def target_of(hypotheses: Any, given: Any) -> Any:
    """Return the hypothesis that ``given`` is or writes; None stays None.

    Parameters
    ----------
    hypotheses
        The class.
    given
        A hypothesis of the class, its text as on the command line, or a number
        where that text is one.

    Raises
    ------
    DomainError
        If it is none of these, or its labels on a grid are those of no hypothesis
        of the class.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> target_of(Thresholds(), "1/3"), target_of(Thresholds(), 0.5)
    (Threshold(cut=Fraction(1, 3)), Threshold(cut=Fraction(1, 2)))

    """
    if given is None:
        return None
    if isinstance(given, numbers.Real):
        given = str(rational(given, "a target"))  # a class of one parameter reads it
    if isinstance(given, str):
        return hypotheses.parse_target(given)
    space = hypotheses.version_space()
    kind = type(space.member())
    if not isinstance(given, kind):
        raise DomainError(
            f"a target of {type(hypotheses).__name__} is a {kind.__name__} or its text, "
            f"got {reprlib.repr(given)}"
        )
    hypotheses.difference(given, space.member())  # refuses a hypothesis of another domain
    probed = [pair for x in hypotheses.grid(PROBES) for pair in _answers(given, x)]
    if space.restrict_all([x for x, _ in probed], [y for _, y in probed]).is_empty:
        raise DomainError(f"the target {reprlib.repr(str(given))} is no hypothesis of the class")
    return given


def _answers(given: Any, x: Any) -> list[tuple[Any, int]]:
    """Return ``x`` with its label, nothing where the target has a boundary without labels."""
    try:
        return [(x, given(x))]
    except DomainError:
        return []
