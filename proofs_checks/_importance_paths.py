r"""Every way that importance weighted sampling can go: instances, coins and labels, exactly."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias, final

from altheory.protocols import Label

Chances: TypeAlias = Sequence[tuple[Any, Label, Fraction]]  # instance, label, probability


@final
@dataclass(frozen=True, slots=True)
class Event:
    """What happened at one time: with which probability it was asked about, and whether."""

    x: Any
    y: Label
    p: Fraction
    asked: bool


Past: TypeAlias = tuple[Event, ...]
Predictable: TypeAlias = Callable[[Past, Any], Fraction]  # the probability to ask about x
Estimator: TypeAlias = Callable[[Past, Callable[[Any], Label]], Fraction]


def weighted(past: Past, h: Callable[[Any], Label]) -> Fraction:
    """Return the importance weighted error: labels count 1/p, and all instances divide."""
    wrong = (1 / e.p for e in past if e.asked and h(e.x) != e.y)
    return sum(wrong, Fraction(0)) / len(past)


def ways(rule: Predictable, law: Chances, steps: int) -> Iterator[tuple[Fraction, Past]]:
    """Yield every past of ``steps`` instances with its probability.

    The rule is not told labels that were not asked for: it sees them as +1.
    """
    stack: list[tuple[Fraction, Past]] = [(Fraction(1), ())]
    while stack:
        weight, past = stack.pop()
        if len(past) == steps:
            yield weight, past
            continue
        seen = tuple(e if e.asked else Event(e.x, 1, e.p, asked=False) for e in past)
        for x, y, chance in law:
            p = rule(seen, x)
            for asked, coin in ((True, p), (False, 1 - p)):
                if coin * chance:
                    event = Event(x, y, p, asked)
                    stack.append((weight * chance * coin, (*past, event)))


def learned(learner: Any, steps: Past) -> Any:
    """Return the state of a learner after what happened."""
    state = learner.init()
    for e in steps:
        state = learner.told(state, e.x, e.y) if e.asked else learner.passed(state)
    return state


def rule_of(learner: Any) -> Predictable:
    """Return the rule of a learner, from the past and not from a coin of its own."""
    states: dict[Past, Any] = {}

    def rule(past: Past, x: Any) -> Fraction:
        if past not in states:
            states[past] = learned(learner, past)
        probability: Fraction = learner.probability(states[past], x)
        return probability

    return rule


def errors(h: Callable[[Any], Label], law: Chances) -> Fraction:
    """Return the error of a hypothesis."""
    return sum((chance for x, y, chance in law if h(x) != y), Fraction(0))
