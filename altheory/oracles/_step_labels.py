r"""Label laws that are constant on finitely many regions.

With :math:`P(y = +1 \mid x) = p_j` on the region :math:`A_j`, a classifier with the
positive region :math:`B` errs with probability

.. math:: \sum_j p_j P(A_j \setminus B) + (1 - p_j) P(A_j \cap B),

a finite sum of masses: as exact as the law of the instances.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from operator import or_
from typing import Any, Generic, TypeVar, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import rational
from altheory.oracles._draw import beside, fresh
from altheory.oracles._parts import clipped, distribution, region
from altheory.protocols import Oracle
from altheory.spaces.circle import ArcUnion
from altheory.spaces.line import IntervalUnion

R = TypeVar("R", bound=Any)


@final
@dataclass(frozen=True, slots=True)
class StepLabels(Generic[R]):
    """The label law with probability ``cells[j][1]`` of +1 on the region ``cells[j][0]``.

    Parameters
    ----------
    cells
        Disjoint regions that cover the domain, each with a probability in [0, 1].

    Raises
    ------
    DomainError
        If there is no region, one is none, a probability lies outside [0, 1], two regions meet, or
        some instance is in none.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold
    >>> half = Threshold(0.5).positive
    >>> law = StepLabels(((half, Fraction(9, 10)), (~half, Fraction(1, 10))))
    >>> law.probability(0.75), law.bayes == half
    (Fraction(9, 10), True)

    """

    cells: tuple[tuple[R, Fraction], ...]

    def __post_init__(self) -> None:
        cells = tuple((region(a), _probability(p)) for a, p in self.cells)
        if not cells:
            raise DomainError("a label law has at least one region, got none")
        for i, (a, _) in enumerate(cells):
            if any(not (a & b).is_empty for b, _ in cells[:i]):
                shown = clipped(str(a))
                raise DomainError(
                    f"the regions of a label law are disjoint, got {shown} and another"
                )
        missed = ~reduce(or_, (a for a, _ in cells))
        if not missed.is_empty:
            shown = clipped(str(missed))
            raise DomainError(f"the regions of a label law cover the domain, got none for {shown}")
        object.__setattr__(self, "cells", cells)

    @property
    def bayes(self) -> R:
        nothing: R = self.cells[0][0] - self.cells[0][0]
        return reduce(or_, (a for a, p in self.cells if 2 * p >= 1), nothing)

    @property
    def turns(self) -> tuple[Fraction, ...]:
        return ends([a for a, _ in self.cells])

    @property
    def is_step(self) -> bool:
        return True

    def probability(self, x: Any) -> Fraction:
        for a, p in self.cells:
            if x in a:
                return p
        raise DomainError(f"the label law says nothing about {x}")

    def compare(self, x: Any, u: Fraction) -> int:
        return beside(self.probability(x))(u)

    def error(self, positive: R, law: Any) -> Fraction | Enclosure:
        """Return the error of a positive region, as exact as the masses of ``law``."""
        mass = distribution(law).mass
        terms = (p * mass(a - positive) + (1 - p) * mass(a & positive) for a, p in self.cells)
        return sum(terms, start=Fraction(0))

    def oracle(self, rng: np.random.Generator) -> Oracle[Any]:
        """Return the oracle that draws a fresh label for every question."""
        return fresh(lambda x: beside(self.probability(x)), rng)


def ends(regions: Sequence[Any]) -> tuple[Fraction, ...]:
    """Return the instances at which regions begin and end that cover the line or circle.

    The circle is cut at 0, which is kept though nothing need change there; the cut's
    other side, 1, is in no region and no instance.
    """
    cuts = (cut for a in regions if isinstance(a, IntervalUnion | ArcUnion) for cut in a.cuts)
    return tuple(sorted(x for x in {x for x, _ in cuts} if any(x in a for a in regions)))


def _probability(p: Any) -> Fraction:
    value = rational(p, "a probability")
    if not 0 <= value <= 1:
        raise DomainError(f"a probability lies in [0, 1], got {p}")
    return value
