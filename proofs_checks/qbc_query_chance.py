r"""How often a committee of two asks: 2 p (1 - p).

Two independent uniform draws from the version space differ at :math:`x` with probability
:math:`2 p (1 - p)`, where p is the share of members that say +1.  Every class on at most
three points is a version space too, so the learner is shown each of them with every pair
of its members as the committee.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias, final

import numpy as np

from altheory.hypotheses.finite import FiniteHypothesis, FiniteVersionSpace
from altheory.learners.qbc import QueryByCommittee
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.protocols import Label
from altheory.spaces.finite import FiniteRegion
from proofs_checks._small_classes import hypotheses, small_classes

Chance: TypeAlias = Callable[[Fraction], Fraction]


@final
@dataclass(frozen=True, slots=True)
class Scripted:
    """A version space that draws the members of a given committee."""

    space: FiniteVersionSpace
    committee: Iterator[FiniteHypothesis]

    @property
    def is_empty(self) -> bool:
        return self.space.is_empty

    def labels(self, x: Any) -> frozenset[Label]:
        return self.space.labels(x)

    def disagreement(self) -> FiniteRegion:
        return self.space.disagreement()

    def restrict(self, x: Any, y: Any) -> "Scripted":
        return replace(self, space=self.space.restrict(x, y))

    def draw(self, rng: np.random.Generator) -> FiniteHypothesis:
        del rng
        return next(self.committee)


def asks(space: FiniteVersionSpace, pair: tuple[FiniteHypothesis, ...], x: int) -> int:
    """Return how many labels the learner buys at ``x`` with this committee."""
    learner: QueryByCommittee[int, FiniteHypothesis] = QueryByCommittee(Scripted(space, iter(pair)))
    queries: int = learner.step(learner.init(), x, pair[0]).queries
    return queries


def every_committee(formula: Chance, rng: np.random.Generator) -> Finding:
    """Count the pairs of members, the same one twice included, that make the learner ask."""
    del rng
    places = 0
    for of in small_classes():
        members = hypotheses(of)
        for x in range(of.n_points):
            pairs = list(product(members, repeat=2))
            asked = sum(asks(of.version_space(), pair, x) for pair in pairs)
            p = Fraction(sum(h(x) == 1 for h in members), len(members))
            if formula(p) != Fraction(asked, len(pairs)):
                where = f"class {of.table()['hypotheses']}, x = {x}, p = {p}"
                return fails(where, claimed=formula(p), computed=Fraction(asked, len(pairs)))
            places += 1
    return holds(f"{places} pairs of a version space and a point, all committees")


CLAIM: Claim[Chance] = Claim(
    key="qbc/query-chance",
    title="How often a committee of two asks",
    statement=(
        r"P(\text{asks at } x) = 2 p (1 - p), \quad p = P(h(x) = +1), \quad |\mathcal X| \le 3"
    ),
    plain=(
        "A committee asks most often, half of the time, where its version space is split evenly:"
        " on every class on at most three points."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "anything of a prior that is not uniform, or of a committee of more than two, or trained"
    ),
    source=Source("freund1997selective", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=lambda p: 2 * p * (1 - p),
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_committee,
            scope="all 273 classes on at most 3 points, all points, all pairs of members",
            tier="normal",
        ),
    ),
    controls={
        "the chance that one given member errs": lambda p: p * (1 - p),
        "wherever members differ": lambda p: Fraction(int(0 < p < 1)),
        "the share of the minority": lambda p: min(p, 1 - p),
    },
)
