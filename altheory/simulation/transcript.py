"""Transcripts: what a learner saw, what it asked, what it was told.

A transcript is data: one event for each instance shown, with its index in the
stream or pool, the exact instance, whether its label was asked and the answer,
which is missing if the labeler abstained.
The learner is a pure function of the answers, so a transcript *replays*: the
same learner reaches the same state, or the transcript is not its own.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any, Protocol, Self, TypeVar, final, runtime_checkable

from altheory.certificate import text
from altheory.errors import AbstentionError, DomainError
from altheory.numeric.inputs import count, label, rational
from altheory.protocols import Label, Learner, Oracle
from altheory.simulation.instances import Instance, from_text, instance

SCHEMA = "altheory-transcript/1"


class Account(Protocol):
    """A state that knows what it cost so far."""

    @property
    def queries(self) -> int: ...
    @property
    def unlabeled(self) -> int: ...


@runtime_checkable
class Selective(Protocol):
    """A state that names where its learner asks; elsewhere instances are only counted."""

    @property
    def region(self) -> Any: ...
    def passing(self, n: int, /) -> Self:
        """Return the state after ``n`` instances outside of the region."""
        ...


@runtime_checkable
class Stopping(Protocol):
    """A state that knows when its learner has stopped."""

    @property
    def finished(self) -> bool: ...


@runtime_checkable
class Scheduled(Protocol):
    """A learner that looks when ``state.due`` instances were there, wherever they fell."""

    def current(self, state: Any, /) -> Any:
        """Return the state once everything due was looked at."""
        ...


@runtime_checkable
class _InBatches(Protocol):
    def flush(self, state: Any, ask: Oracle[Any], /) -> Any: ...


S = TypeVar("S", bound=Account)


@final
@dataclass(frozen=True, slots=True)
class Event:
    """One instance that was shown, and its label if it was asked and answered."""

    index: int
    instance: Instance
    asked: bool
    label: Label | None = None

    def __post_init__(self) -> None:
        count(self.index, "an index", least=0)
        object.__setattr__(self, "instance", instance(self.instance))
        if self.label is not None:
            label(self.label)
            if not self.asked:
                raise DomainError(f"an event has a label only if it was asked, got {self}")


@final
@dataclass(frozen=True, slots=True)
class Transcript:
    """A run of a learner, event by event.

    Parameters
    ----------
    events
        The instances shown, in order.
    unlabeled
        How many instances were looked at, without those the learner made up.  An
        event-driven run looks at more than it writes down: what lies outside the
        disagreement region leaves no event.

    Examples
    --------
    >>> run = Transcript((Event(0, Fraction(1, 2), True, 1), Event(1, Fraction(3, 4), False)), 2)
    >>> run.queries, run.unlabeled, run.price(per_label=5, per_unlabeled=Fraction(1, 2))
    (1, 2, Fraction(6, 1))
    >>> Transcript.from_json(run.to_json()) == run
    True

    """

    events: tuple[Event, ...]
    unlabeled: int

    def __post_init__(self) -> None:
        count(self.unlabeled, "the number of unlabeled instances", least=0)

    @property
    def queries(self) -> int:
        """The number of labels asked, given or not."""
        return sum(event.asked for event in self.events)

    @property
    def answers(self) -> tuple[tuple[Instance, Label | None], ...]:
        """The instances asked about, in order, with None where the labeler abstained."""
        return tuple((e.instance, e.label) for e in self.events if e.asked)

    @property
    def labeled(self) -> tuple[tuple[Any, Label], ...]:
        """The instances with the labels that were given, in order."""
        return tuple((e.instance, e.label) for e in self.events if e.label is not None)

    def price(self, *, per_label: Any, per_unlabeled: Any = 0) -> Fraction:
        """Return what the run cost, exactly, at the given prices."""
        prices = rational(per_label, "a price"), rational(per_unlabeled, "a price")
        if min(prices) < 0:
            raise DomainError(f"a price is at least 0, got {min(prices)}")
        return prices[0] * self.queries + prices[1] * self.unlabeled

    def to_json(self) -> str:
        """Return the transcript as JSON, rationals as ``"p/q"``."""
        events = [
            {"index": e.index, "instance": text(e.instance), "asked": e.asked, "label": e.label}
            for e in self.events
        ]
        return json.dumps({"schema": SCHEMA, "events": events, "unlabeled": self.unlabeled})

    @classmethod
    def from_json(cls, document: str) -> Self:
        """Read what ``to_json`` wrote, or refuse it.

        Raises
        ------
        DomainError
            If the text is no transcript of this version.

        """
        try:
            data = json.loads(document)
            if data["schema"] != SCHEMA:
                raise DomainError(f"a transcript has schema {SCHEMA}, got {data['schema']!r}")
            events = tuple(
                Event(e["index"], from_text(e["instance"]), e["asked"], e["label"])
                for e in data["events"]
            )
            return cls(events, data["unlabeled"])
        except (KeyError, TypeError, ValueError, ZeroDivisionError) as error:
            raise DomainError(f"this is no transcript: {error!r}") from error

    def __str__(self) -> str:
        return f"{self.queries} labels asked, {self.unlabeled} unlabeled instances looked at"


def finish(learner: Learner[Any, S, Any], state: S, ask: Oracle[Any]) -> S:
    """Buy the labels that a learner in batches is still waiting for."""
    if isinstance(learner, _InBatches):
        state = learner.flush(state, ask)
    return state


def skip(state: Any, n: int) -> Any:
    """Count ``n`` instances outside the region in which the learner asks."""
    if not isinstance(state, Selective) or n < 0:
        raise DomainError(
            "only a learner that asks within a region passes instances over, "
            f"got {n} of them without an event"
        )
    return state.passing(n)


def replay(transcript: Transcript, learner: Learner[Any, S, Any]) -> S:
    """Return the state that ``learner`` reaches on ``transcript``.

    Raises
    ------
    DomainError
        If the learner asks or looks at something else than the transcript says.
    InconsistentLabelsError
        If no hypothesis of the learner's class agrees with the recorded labels.

    """
    answers = iter(transcript.answers)
    state = learner.init()
    for event in transcript.events:
        state = learner.step(state, event.instance, partial(_recorded, answers))
    state = finish(learner, state, partial(_recorded, answers))
    for x, _ in answers:
        raise DomainError(
            f"the transcript contradicts the learner, which never asks about {_shown(x)}"
        )
    passed_over = transcript.unlabeled - state.unlabeled
    return skip(state, passed_over) if passed_over else state


def _recorded(answers: Iterator[tuple[Instance, Label | None]], x: Any) -> Label:
    """Return the next recorded answer, provided that it is about ``x``; or abstain again."""
    written, answer = next(answers, ("nothing more", None))
    if written != x:
        raise DomainError(
            f"the transcript contradicts the learner, which asks about {_shown(x)}: "
            f"the transcript has {_shown(written)}"
        )
    if answer is None:
        raise AbstentionError(x)
    return answer


def _shown(x: Any) -> str:
    """Return an instance as people write it."""
    return f"({', '.join(map(str, x))})" if isinstance(x, tuple) else str(x)
