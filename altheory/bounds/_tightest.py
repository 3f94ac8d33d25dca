"""Which bound on errors says most, at given numbers.

No bound is the tightest everywhere: relative deviations win where errors are few, the exact
average of a nested class where they are many, the binomial tail on a class that is listed.
"""

from typing import Any

from altheory.bounds._uniform import Uniform, covering, uniform
from altheory.numeric.inputs import count


def tightest(hypotheses: Any, n: int, delta: Any, *, errors: int | None = None) -> Uniform:
    """Return the theorem on record with the shortest interval for hypotheses of a class.

    Parameters
    ----------
    hypotheses
        The class.
    n
        The sample size.
    delta
        The error probability, in (0, 1).
    errors
        How many errors the hypothesis makes whose interval counts; by default half of n.

    Returns
    -------
    Uniform
        About the errors of all hypotheses; of several that are as short the first by name.

    Raises
    ------
    DomainError
        If a value lies outside its set.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> tightest(Thresholds(), 1000, 0.05).name
    'rademacher'
    >>> tightest(Thresholds(), 1000, 0.05, errors=0).name
    'relative_vc'

    """
    size = count(n, "the sample size")
    k = size // 2 if errors is None else errors
    theorems = known(hypotheses)
    return min(theorems, key=lambda of: of.upper(k, size, delta) - of.lower(k, size, delta))


def known(hypotheses: Any) -> list[Uniform]:
    """Return all theorems on record about the errors of a class."""
    theorems = (uniform(name, hypotheses) for name in covering(hypotheses))
    return [theorem for theorem in theorems if isinstance(theorem, Uniform)]
