"""Problems that are a list of costs, people, and agents who write down what they are asked."""

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import strategies as st

from altheory.play import coloring, expert, mixed, workers
from altheory.play.problem import Comparison, Preference

# Numbers of any kind become rationals at these doors; annotations say what is behind them.
Coloring: Any = coloring.Coloring
Expert: Any = expert.Expert
Mixed: Any = mixed.Mixed
Workers: Any = workers.Workers

MOST = 8  # decisions of a random problem


@dataclass(frozen=True)
class Listed:
    """Decisions 0 to n - 1, in a row, with the costs of each."""

    rows: tuple[Any, ...]

    @property
    def criteria(self):
        return tuple("abcdef"[: len(self.rows[0])]) if self.rows else ()

    def costs(self, decision):
        return tuple(map(Fraction, self.rows[decision]))

    def start(self):
        return 0

    def neighbors(self, decision):
        return tuple(i for i in (decision - 1, decision + 1) if 0 <= i < len(self.rows))

    def decisions(self):
        return iter(range(len(self.rows)))


@dataclass
class Recorder:
    """An agent who writes down every round."""

    agent: Any
    rounds: list[Any] = field(default_factory=list)

    def replies(self, questions, rng):
        self.rounds.append(tuple(questions))
        return self.agent.replies(questions, rng)

    @property
    def asked(self):
        return [question for questions in self.rounds for question in questions]


def person_of(*weights):
    """The person with these weights."""
    return Preference(tuple(map(Fraction, weights)))


def asking(first, second, *difference):
    """The comparison of two decisions with this difference of costs."""
    return Comparison(first, second, tuple(map(Fraction, difference)))


def listed_problems(criteria, most=MOST):
    """Problems with small whole costs, equal ones included."""
    row = st.tuples(*[st.integers(0, 6)] * criteria)
    return st.lists(row, min_size=1, max_size=most).map(lambda rows: Listed(tuple(rows)))


PROBLEMS = st.integers(1, 3).flatmap(listed_problems)


def people(problem, weights=(1, 2)):
    """Everybody with weights among some, of all criteria."""
    return [person_of(*w) for w in product(weights, repeat=len(problem.criteria))]


def least(problem, person):
    """The least loss, by going through all decisions."""
    return min(
        sum(w * c for w, c in zip(person.weights, problem.costs(d), strict=True))
        for d in problem.decisions()
    )


def loss(problem, person, decision):
    """The loss of one decision."""
    return sum(w * c for w, c in zip(person.weights, problem.costs(decision), strict=True))
