"""Running things on given instances: folds of version spaces, transcripts of learners."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.discovery import modules
from altheory.protocols import Label, Learner


def examples() -> tuple[Any, ...]:
    """Return every example class of every file in ``altheory.hypotheses``."""
    found = modules("altheory.hypotheses")
    return tuple(cls for module in found for cls in vars(module).get("EXAMPLES", ()))


def fold(space: Any, sample: Iterable[tuple[Any, int]]) -> Any:
    """Return the version space after every label of ``sample``, one by one."""
    for x, y in sample:
        space = space.restrict(x, y)
    return space


def batch(xs: Iterable[Any]) -> NDArray[np.float64]:
    """Return instances as an array of floats, a row for each if they have coordinates."""
    rows = [[float(c) for c in x] if isinstance(x, tuple) else float(x) for x in xs]
    return np.array(rows, dtype=np.float64)


@final
@dataclass(frozen=True, slots=True)
class Replay:
    """What a learner did: its states, the first included, and what it asked at each step."""

    states: tuple[Any, ...]
    asked: tuple[tuple[tuple[Any, Label], ...], ...]

    @property
    def sample(self) -> tuple[tuple[Any, Label], ...]:
        """Every labeled instance in the order of asking."""
        return tuple(pair for step in self.asked for pair in step)


def replay(
    learner: Learner[Any, Any, Any], oracle: Callable[[Any], Any], xs: Iterable[Any]
) -> Replay:
    """Show ``xs`` to the learner one by one and record what it asks."""
    states, asked = [learner.init()], list[tuple[tuple[Any, Label], ...]]()
    for x in xs:
        answers: list[tuple[Any, Label]] = []

        def ask(query: Any, answers: list[tuple[Any, Label]] = answers) -> Label:
            answers.append((query, oracle(query)))
            return answers[-1][1]

        states.append(learner.step(states[-1], x, ask))
        asked.append(tuple(answers))
    return Replay(tuple(states), tuple(asked))
