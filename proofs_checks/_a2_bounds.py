"""Cases for the fall-back of A2: bounds slow and sudden, and all paths to their end."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from altheory.bounds import uniform
from altheory.bounds._schedule import Spending, share
from altheory.bounds._uniform import Theorem, Uniform, covering
from altheory.bounds.hoeffding import uniform as by_range
from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds
from altheory.theory.a2_price import a2_enough, a2_labels_at_most
from proofs_checks._a2_paths import Chances, learner, outcome
from proofs_checks.a2_soundness import CUTS, HALF, NEVER, SIGNS

DELTA = Fraction(1, 2)


class Case(NamedTuple):
    """A class under a law, its bounds, and what is asked of A2."""

    of: FiniteClass
    bound: Theorem
    epsilon: Fraction
    chances: Chances
    weights: tuple[int, ...] = ()
    spending: Spending = "looks"
    delta: Fraction = DELTA

    def width(self, n: int, *look: int) -> Fraction:
        """Return the most that the bounds differ by, at n labels and a look by its numbers."""
        return self.bound.width(n, self.delta * share(self.spending, *look))

    @property
    def enough(self) -> int:
        """The labels with which the bounds are narrow at every look of a run."""
        return a2_enough(self.epsilon, self.width)

    @property
    def over_rounds(self) -> int:
        """The most labels, by the sum over rounds."""
        return a2_labels_at_most(self.epsilon, self.width)

    def ends(self) -> tuple[int, int]:
        """Follow every path to its end; return the most labels, and the most rounds."""
        run = learner(
            self.of,
            self.bound,
            self.epsilon,
            self.delta,
            spending=self.spending,
            weights=self.weights,
        )
        found = outcome(run, self.chances, (3 * self.over_rounds,))
        if found.stopped != 1:
            raise DomainError(f"all paths end within 3 * {self.over_rounds} labels of a round")
        return max(found.queries), max(found.rounds)


def at_one_level(of: FiniteClass, factor: Fraction) -> Uniform:
    """Return a multiple of Hoeffding's radius, the same at every look of n labels."""
    honest = by_range(of)
    return replace(honest, radius=lambda n, _: factor * honest.radius(n, DELTA), single=None)


def shortened(of: FiniteClass, factor: Fraction) -> Uniform:
    """Return a multiple of Hoeffding's radius, with what each look spends."""
    honest = by_range(of)
    return replace(honest, radius=lambda n, delta: factor * honest.radius(n, delta), single=None)


def at_once(of: FiniteClass) -> Uniform:
    """Return radii that say little up to 4 labels, and everything from 5 on."""
    steps = by_range(of)
    return replace(
        steps,
        name="at once",
        radius=lambda n, _: Fraction(1, 2) if n < 4 else Fraction(n == 4, 4),
        single=None,
    )


def tight() -> Case:
    """Return + and - with bounds that are narrow from 14 labels on, one after a look."""
    bound = at_one_level(SIGNS, Fraction(1))
    return Case(SIGNS, bound, bound.width(14, DELTA), (HALF,))


def two_rounds(spending: Spending) -> Case:
    """Return thresholds on two points of mass 3/4 and 1/4, with radii that halve early."""
    bound = shortened(CUTS, Fraction(1, 8))
    return Case(CUTS, bound, Fraction(1, 8), (NEVER, HALF), (3, 1), spending)


def sudden() -> Case:
    """Return the same points with bounds that get narrow faster than 1/n."""
    return Case(CUTS, at_once(CUTS), Fraction(1, 100), (NEVER, HALF), (3, 1))


def slow(bound: Theorem, delta: Fraction, labels: int) -> bool:
    """Decide whether n times the width does not fall, for n up to so many labels."""
    areas = [n * bound.width(n, delta) for n in range(1, labels + 1)]
    return areas == sorted(areas)


def shipped() -> Iterator[tuple[Theorem, Fraction]]:
    """Yield all uniform theorems of the package, for a finite class and for thresholds."""
    for of in (CUTS, Thresholds()):
        for name in covering(of):
            yield uniform(name, of), Fraction(1, 100)
