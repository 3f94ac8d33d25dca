"""Running a learner on a stream, one instance after the other.

The stream shows instances, the learner decides what to ask, the oracle answers.
An answer, or a refusal to answer, belongs to the latest event of its instance that
has none yet, which is
the current one except where a batch was waiting.  A learner that makes up its
own query has that query as the event of the step.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, Generic, Protocol, final, runtime_checkable

from altheory.errors import AbstentionError, DomainError
from altheory.numeric.inputs import count, label
from altheory.protocols import Label, Learner, Oracle
from altheory.simulation.instances import Instance, instance
from altheory.simulation.transcript import Account, Event, S, Transcript, finish

Answer = tuple[Instance, Label | None]


@runtime_checkable
class _Stepping(Protocol):
    def init(self) -> Any: ...
    def step(self, state: Any, x: Any, ask: Any, /) -> Any: ...


@final
@dataclass(frozen=True, slots=True)
class Run(Generic[S]):
    """Where a learner ended, and how it got there."""

    state: S
    transcript: Transcript


def run(
    learner: Learner[Any, S, Any],
    stream: Iterable[Any],
    ask: Oracle[Any],
    *,
    stop: Callable[[S], bool] | None = None,
    max_instances: int | None = None,
) -> Transcript:
    """Return the transcript of ``learner`` on ``stream``.

    Parameters
    ----------
    learner
        Any learner of :mod:`altheory.protocols` whose state counts its costs.
    stream
        The instances, in order; it may be endless if something else ends the run.
    ask
        The oracle.
    stop
        Called with each state, the first included; true ends the run.
    max_instances
        How much of the stream is shown at most.

    Raises
    ------
    DomainError
        If the learner is none, the stream holds no instances, the oracle is no
        function, or it answers with no label.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold, Thresholds
    >>> from altheory.learners.cal import CAL
    >>> cal = CAL(Thresholds().version_space())
    >>> print(run(cal, [0.5, 0.75, 0.25, 0.375], Threshold(0.3)))
    3 labels asked, 4 unlabeled instances looked at

    """
    return follow(learner, stream, ask, stop=stop, max_instances=max_instances).transcript


def follow(
    learner: Learner[Any, S, Any],
    stream: Iterable[Any],
    ask: Oracle[Any],
    *,
    stop: Callable[[S], bool] | None = None,
    max_instances: int | None = None,
) -> Run[S]:
    """Run as ``run`` does, and keep the final state beside the transcript."""
    instances = instances_of(stream)
    if max_instances is not None:
        most = count(max_instances, "the number of instances", least=0)
        instances = islice(instances, min(most, sys.maxsize))
    return follow_indexed(learner, enumerate(instances), ask, stop or _never)


def follow_indexed(
    learner: Learner[Any, S, Any],
    arrivals: Iterable[tuple[int, Any]],
    ask: Oracle[Any],
    stop: Callable[[S], bool],
) -> Run[S]:
    """Run on instances that bring their own index."""
    _require_learner(learner)
    require_oracle(ask)
    state = learner.init()
    events: list[Event] = []
    # for each instance the positions of its events without an answer, the latest last
    unanswered: defaultdict[Instance, list[int]] = defaultdict(list)
    remaining = iter(arrivals)
    answers: list[Answer] = []
    while not stop(state):
        arrival = next(remaining, None)
        if arrival is None:
            break
        event = Event(arrival[0], instance(arrival[1]), asked=False)
        unanswered[event.instance].append(len(events))
        events.append(event)
        state = learner.step(state, event.instance, partial(hear, ask, answers))
        enter(answers, events, unanswered)
    state = finish(learner, state, partial(hear, ask, answers))
    enter(answers, events, unanswered)
    return Run(state, Transcript(tuple(events), state.unlabeled))


def instances_of(stream: Any) -> Iterable[Any]:
    """Return ``stream`` if it can be gone through, or refuse it."""
    if not isinstance(stream, Iterable):
        raise DomainError(f"a stream or pool is a series of instances, got {stream!r}")
    return stream


def _require_learner(given: Any) -> None:
    if isinstance(given, type) or not isinstance(given, _Stepping):
        raise DomainError(
            f"a learner has init and step, got {given!r}; build one, such as CAL(space)"
        )


def require_oracle(ask: Any) -> None:
    """Refuse an oracle that cannot be asked."""
    if not callable(ask):
        raise DomainError(f"an oracle is a function from instances to labels, got {ask!r}")


def hear(ask: Oracle[Any], answers: list[Answer], x: Any) -> Label:
    """Ask about ``x`` and write down the answer, or that there was none."""
    try:
        y: Label = label(ask(x))
    except AbstentionError:
        answers.append((instance(x), None))
        raise
    answers.append((instance(x), y))
    return y


def enter(
    answers: list[Answer], events: list[Event], unanswered: defaultdict[Instance, list[int]]
) -> None:
    """Move the answers of one step into the events they belong to, the last one first."""
    while answers:
        x, y = answers.pop()
        if unanswered[x]:
            position = unanswered[x].pop()
        elif not events[-1].asked:  # a query of the learner's own takes the step's place
            position = len(events) - 1
            unanswered[events[-1].instance].pop()
        else:
            raise DomainError(f"a learner makes up one query a step at most, and then came {x}")
        events[position] = Event(events[position].index, x, asked=True, label=y)


def _never(state: Account) -> bool:
    del state
    return False
