r"""Edges between hypotheses, and where a point cuts them.

An edge is a pair of hypotheses, a doubt which of them is right.  It is cut at a point if it
is settled there: if one of its ends is refuted, whatever label comes or by a given answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any, TypeAlias, final

from altheory.complexity._finite import law_of_points
from altheory.complexity._fractional import largest_matching, minimal
from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.numeric.inputs import rational
from altheory.spaces.finite import FiniteDistribution, FiniteRegion

Edge: TypeAlias = tuple[int, int]  # the bitmasks of its ends


@final
@dataclass(frozen=True, slots=True)
class EdgeSet:
    """Weighted edges of a class, and how well the points of a law split them.

    Attributes
    ----------
    of, law
        The class and the law of its points.
    edges
        Both ends of each edge and its weight; the weights sum up to 1.

    """

    of: FiniteClass
    law: FiniteDistribution
    edges: tuple[tuple[FiniteHypothesis, FiniteHypothesis, Fraction], ...]

    def __post_init__(self) -> None:
        weights = [w for _, _, w in self.edges]
        if min(weights, default=0) <= 0 or sum(weights) != 1:
            raise DomainError(f"weights of edges are positive and sum up to 1, got {weights}")

    def split(self, x: int) -> Fraction:
        """Return the largest rho for which a point rho-splits the edges."""
        kept = (
            sum((w for h, g, w in self.edges if h(x) == g(x) == y), Fraction(0)) for y in (-1, 1)
        )
        return 1 - max(kept)

    def index(self, tau: Fraction) -> Fraction:
        """Return the largest rho for which points of mass tau rho-split the edges."""
        shares = [self.split(x) for x in range(self.of.n_points)]
        points = {rho: [x for x, s in enumerate(shares) if s >= rho] for rho in set(shares)}
        return max(
            rho
            for rho, found in points.items()
            if self.law.mass(FiniteRegion.of(self.of.n_points, found)) >= tau
        )


@final
@dataclass(frozen=True, slots=True)
class LongEdges:
    """The edges of a class that are long enough under a law."""

    of: FiniteClass
    law: FiniteDistribution
    edges: tuple[Edge, ...]

    def length(self, edge: Edge) -> Fraction:
        return self.law.mass(FiniteRegion(self.of.n_points, edge[0] ^ edge[1]))

    def cut(self, points: int, given: int, answers: int) -> frozenset[int]:
        """Return the least sets of ``points`` at which an edge is cut for sure.

        All masks; ``answers`` are those at the points ``given`` so far.
        """
        return frozenset(minimal({_cut(e, points, given, answers) for e in self.edges}))

    def hardest(self, points: int, answers: int) -> EdgeSet:
        """Return weights of which the least share is cut at any of ``points``."""
        edge_of = {_cut(e, points, points, answers): e for e in self.edges}
        if 0 in edge_of:
            return self.weighted({edge_of[0]: Fraction(1)})
        weights, _ = largest_matching(edge_of)
        total = sum(weights.values(), Fraction(0))
        return self.weighted({edge_of[s]: w / total for s, w in weights.items()})

    def greedily(self, answers: int, tau: Fraction) -> EdgeSet:
        """Return the hardest weights after giving up points that cost most, for tau in all."""
        weights, spent = self.law.weights, Fraction(0)
        points = sum(1 << x for x, w in enumerate(weights) if w > 0)
        while 0 not in (sets := self.cut(points, points, answers)):
            _, cover = largest_matching(sets)
            free = [x for x in cover if spent + weights[x] < tau]
            if not free:
                break
            given_up = max(free, key=cover.__getitem__)
            points, spent = points ^ 1 << given_up, spent + weights[given_up]
        return self.hardest(points, answers)

    def weighted(self, weights: Mapping[Edge, Fraction]) -> EdgeSet:
        """Return edges with their weights as hypotheses."""
        edges = tuple((self._member(h), self._member(g), w) for (h, g), w in weights.items())
        return EdgeSet(self.of, self.law, edges)

    def _member(self, mask: int) -> FiniteHypothesis:
        return FiniteHypothesis(FiniteRegion(self.of.n_points, mask))


def long_edges(of: FiniteClass, epsilon: Any, law: Any) -> LongEdges:
    """Return the edges longer than epsilon."""
    measure = law_of_points(of, law)
    least = rational(epsilon, "epsilon")
    if least < 0:
        raise DomainError(f"epsilon is at least 0, got {epsilon}")
    every = LongEdges(of, measure, tuple(combinations(of.hypotheses, 2)))
    return LongEdges(of, measure, tuple(e for e in every.edges if every.length(e) > least))


def _cut(edge: Edge, points: int, given: int, answers: int) -> int:
    """Return the points at which an edge is cut for sure, whatever the answers not given."""
    h, g = edge
    return ((h ^ answers) | (g ^ answers)) & given | (h ^ g) & points & ~given
