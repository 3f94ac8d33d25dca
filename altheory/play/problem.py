r"""What a search decides: a finite set of decisions, each with its costs in several criteria.

Decision a has the costs :math:`c(a) \in \mathbb Q_{\ge 0}^d`, one for each criterion, and the
smaller the better in each.  A person who gives the criteria the weights :math:`w > 0` prefers
a to b iff

.. math:: w \cdot (c(b) - c(a)) > 0,

which is the label of the instance :math:`c(b) - c(a)` under a homogeneous separator of which
the normal is :math:`w` (:mod:`altheory.hypotheses.sphere`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, final

from altheory.errors import DomainError
from altheory.numeric.inputs import listed, positive, rational

D = TypeVar("D")

Costs: TypeAlias = tuple[Fraction, ...]


class Problem(Protocol[D]):
    """Decisions that a search moves between; hashable, each with its costs."""

    @property
    def criteria(self) -> tuple[str, ...]:
        """The names of the criteria, one at least."""
        ...

    def costs(self, decision: D, /) -> Costs:
        """Return what a decision costs in each criterion, at least 0."""
        ...

    def start(self) -> D:
        """Return a decision to begin with."""
        ...

    def neighbors(self, decision: D, /) -> tuple[D, ...]:
        """Return the decisions that are one move away, in an order that stays."""
        ...

    def decisions(self) -> Iterator[D]:
        """Go through all decisions once, in an order that stays."""
        ...


@final
@dataclass(frozen=True, slots=True)
class Comparison(Generic[D]):
    """The question whether ``first`` is better than ``second``.

    >>> Comparison("a", "b", (Fraction(1), Fraction(-2))).difference[1]
    Fraction(-2, 1)

    Attributes
    ----------
    first, second
        Two decisions.
    difference
        The costs of ``second`` minus those of ``first``.

    """

    first: D
    second: D
    difference: Costs


def comparison(problem: Problem[D], first: D, second: D) -> Comparison[D]:
    """Return the question whether ``first`` is better than ``second``.

    >>> from altheory.play.coloring import Coloring
    >>> [int(c) for c in comparison(Coloring(2, [(0, 1)], 2), (0, 0), (0, 1)).difference]
    [-1, 1]
    """
    pairs = zip(exact_costs(problem, second), exact_costs(problem, first), strict=True)
    return Comparison(first, second, tuple(b - a for b, a in pairs))


def exact_costs(problem: Problem[D], decision: D) -> Costs:
    """Return the costs of a decision as rationals, refusing what is none or negative."""
    costs = tuple(rational(c, "a cost") for c in problem.costs(decision))
    if any(c.numerator < 0 for c in costs):
        raise DomainError(f"costs are at least 0, got {costs} of {decision!r}; add to all of them")
    return costs


@final
@dataclass(frozen=True, slots=True)
class Preference:
    """How much somebody minds each criterion: positive rational weights.

    >>> taste = Preference((1, 3))
    >>> taste.loss((Fraction(2), Fraction(1))), taste(Comparison("a", "b", (4, -1)))
    (Fraction(5, 1), 1)
    """

    weights: tuple[Fraction, ...]

    def __post_init__(self) -> None:
        listing = listed(self.weights, "the weights of the criteria")
        if not listing:
            raise DomainError("a preference weighs at least one criterion, got no weights")
        weights = tuple(positive(w, "the weight of a criterion") for w in listing)
        object.__setattr__(self, "weights", weights)

    def loss(self, costs: Iterable[Any]) -> Fraction:
        """Return the weighted sum of the costs."""
        given = tuple(rational(c, "a cost") for c in costs)
        if len(given) != len(self.weights):
            raise DomainError(
                f"a preference with {len(self.weights)} weights is for as many criteria, "
                f"got {len(given)} costs"
            )
        return sum((w * c for w, c in zip(self.weights, given, strict=True)), Fraction(0))

    def __call__(self, question: Comparison[Any]) -> int:
        """Return +1 if the first decision is better, -1 if the second is, 0 if neither."""
        gain = self.loss(question.difference)
        return (gain > 0) - (gain < 0)


@final
@dataclass(frozen=True, slots=True)
class Optimum(Generic[D]):
    """The least loss of all decisions, and who attains it, in their order.

    >>> Optimum(Fraction(2), ("a", "c")).decisions
    ('a', 'c')
    """

    loss: Fraction
    decisions: tuple[D, ...]


def optimum(problem: Problem[D], preference: Preference) -> Optimum[D]:
    """Return the best decisions, by going through all of them.

    >>> from altheory.play.coloring import Coloring
    >>> triangle = Coloring(3, [(0, 1), (1, 2), (0, 2)], 3)
    >>> optimum(triangle, Preference((9, 1)))  # no conflicts: the chromatic number
    Optimum(loss=Fraction(3, 1), decisions=((0, 1, 2),))
    """
    losses = [(preference.loss(exact_costs(problem, d)), d) for d in _listed(problem)]
    least = min(loss for loss, _ in losses)
    return Optimum(least, tuple(d for loss, d in losses if loss == least))


def efficient(problem: Problem[D]) -> tuple[D, ...]:
    """Return the decisions that no other one beats whatever the weights, in their order.

    Of decisions with equal costs the first is kept.  For a preference with positive weights
    some best decision is among them.

    >>> from altheory.play.coloring import Coloring
    >>> efficient(Coloring(3, [(0, 1), (1, 2)], 3))  # conflicts and colors: 2 and 1, 0 and 2
    ((0, 0, 0), (0, 1, 0))
    """
    first: dict[Costs, D] = {}
    for decision in _listed(problem):
        first.setdefault(exact_costs(problem, decision), decision)
    kept: list[Costs] = []
    for costs in sorted(first):  # a vector below another one comes before it
        if not any(all(a <= b for a, b in zip(k, costs, strict=True)) for k in kept):
            kept.append(costs)
    best = set(kept)
    return tuple(decision for costs, decision in first.items() if costs in best)


def _listed(problem: Problem[D]) -> list[D]:
    decisions = list(problem.decisions())
    if not decisions:
        raise DomainError(f"a problem has at least one decision, got none from {problem!r}")
    return decisions
