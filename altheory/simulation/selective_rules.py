r"""Rules of a stream: whether to ask about the instance that is there now.

A rule sees the model's probabilities of one instance and says with which probability to ask, and
why.  The next instance replaces this one, so nothing is compared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, final

from altheory.acquisition.uncertainty import least_confidence, margin
from altheory.discovery import nearest
from altheory.errors import DomainError
from altheory.numeric.inputs import rational
from altheory.protocols import Floats
from altheory.simulation.strategies import PASSIVE


@final
@dataclass(frozen=True, slots=True)
class Decision:
    """How likely a rule asks, and why."""

    probability: float
    reason: str

    def __post_init__(self) -> None:
        if not 0 <= self.probability <= 1:
            raise DomainError(f"a rule asks with a probability, got {self.probability}")


@final
@dataclass(frozen=True, slots=True)
class SelectiveRule:
    """A rule with its name; ``decide`` takes the probabilities of one instance, ``float64[C]``."""

    name: str
    decide: Callable[[Floats], Decision]


def uncertainty_threshold(least: Any) -> SelectiveRule:
    r"""Return the rule that asks iff :math:`1 - \max_c p_c` is at least ``least``, in [0, 1].

    >>> import numpy as np
    >>> uncertainty_threshold(0.25).decide(np.array([0.5, 0.5]))
    Decision(probability=1.0, reason='uncertainty 0.5, at least 0.25')
    """
    bar = float(rational(least, "a threshold"))
    if not 0 <= bar <= 1:
        raise DomainError(f"a threshold of uncertainty lies in [0, 1], got {least}")
    return SelectiveRule(f"threshold:{bar:g}", partial(_threshold, bar=bar))


def margin_sampling(scale: Any) -> SelectiveRule:
    r"""Return the rule that asks with probability :math:`b / (b + \text{margin})`.

    As the selective sampler of [cesabianchi2006]_ does with the margin of a linear separator;
    here it is the difference of the two largest probabilities, so none of its bounds follows.

    Parameters
    ----------
    scale
        The number b > 0: at a margin of b every second instance is asked about.

    Examples
    --------
    >>> import numpy as np
    >>> margin_sampling(0.5).decide(np.array([0.75, 0.25])).probability
    0.5

    """
    b = float(rational(scale, "a scale"))
    if b <= 0:
        raise DomainError(f"the scale of margins is positive, got {scale}")
    return SelectiveRule(f"selective:{b:g}", partial(_selective, b=b))


def passive_rule() -> SelectiveRule:
    """Return the rule that asks about every instance: a random sample of the stream."""
    return SelectiveRule(PASSIVE, _always)


def rule(given: Any) -> SelectiveRule:
    """Return a rule: itself, or by its name, such as ``threshold:0.4`` or ``selective:0.1``.

    Raises
    ------
    UnknownNameError
        If no rule has the name.
    DomainError
        If it is no rule, or without its number.

    """
    if isinstance(given, SelectiveRule):
        return given
    if not isinstance(given, str):
        raise DomainError(f"a rule is a name or a SelectiveRule, got {given!r:.60}")
    name, _, number = given.partition(":")
    if given == PASSIVE:
        return passive_rule()
    if name not in _KNOWN:
        raise nearest(given, (*RULES, PASSIVE), "rule")
    try:
        value = float(number)
    except ValueError as error:
        raise DomainError(f"{name} needs a number, such as {name}:0.3, got {given!r}") from error
    return _KNOWN[name](value)


def _threshold(probs: Floats, bar: float) -> Decision:
    doubt = float(least_confidence(probs[None])[0])
    side = "at least" if doubt >= bar else "below"
    return Decision(float(doubt >= bar), f"uncertainty {doubt:.6g}, {side} {bar:g}")


def _selective(probs: Floats, b: float) -> Decision:
    gap = float(margin(probs[None])[0])
    return Decision(b / (b + gap), f"margin {gap:.6g} against {b:g}")


def _always(probs: Floats) -> Decision:
    del probs
    return Decision(1.0, "every instance")


_KNOWN: Mapping[str, Callable[[Any], SelectiveRule]] = MappingProxyType(
    {"selective": margin_sampling, "threshold": uncertainty_threshold}
)
RULES = tuple(_KNOWN)
