r"""Version spaces of intersection-closed classes on {0, ..., n - 1}: hulls and boundary sets.

What labels decide is read off the hull of the positive ones and the negative ones
(:mod:`altheory.hypotheses._hulls`), however large the domain is.  Mitchell's boundary sets
come from candidate elimination.  Whatever asks about *all* members lists them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, Generic, Protocol, TypeVar, final

import numpy as np

from altheory.errors import BudgetError, DomainError, EmptyVersionSpaceError
from altheory.hypotheses import _hulls as hulls
from altheory.hypotheses._candidate_elimination import Boundaries, Language
from altheory.hypotheses._table_counts import TableCounts
from altheory.hypotheses.finite import FiniteClass, FiniteVersionSpace
from altheory.numeric.inputs import count, label, labeled
from altheory.protocols import Label, Sample
from altheory.spaces.finite import FiniteRegion, index

H = TypeVar("H")

REGION = 1 << 16  # points of a domain whose regions are bitmasks
BITS = 1000  # of an instance
MEMBERS = 1 << 14  # of a class that is listed


class FiniteHullClass(hulls.IntersectionClosed[int, H], Language[int, H], Protocol[H]):
    """An intersection-closed class on a finite domain that can number its hypotheses."""

    @property
    def n_points(self) -> int: ...
    @property
    def size(self) -> int:
        """How many hypotheses there are."""
        ...

    @property
    def everything(self) -> H:
        """The hypothesis that says + everywhere."""
        ...

    def hypothesis(self, i: int, /) -> H:
        """Return the i-th hypothesis, 0 <= i < size."""
        ...

    def labeling(self, positive: FiniteRegion, /) -> H:
        """Return the hypothesis that says + at these points alone, which is their hull."""
        ...


@final
@dataclass(frozen=True, slots=True)
class HullVersionSpace(Generic[H]):
    """The hypotheses of ``of`` that agree with the labels.

    Labels that every hypothesis left gives already are not kept, and once none is left
    the space stays as it is.
    """

    of: FiniteHullClass[H]
    positives: tuple[int, ...] = ()
    negatives: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        return hulls.is_empty(self.of, self.positives, self.negatives)

    @property
    def contradiction(self) -> tuple[tuple[int, Label], ...]:
        """An irreducible set of labels that no hypothesis satisfies, if empty."""
        return hulls.contradiction(self.of, self.positives, self.negatives)

    def restrict(self, x: Any, y: Any) -> "HullVersionSpace[H]":
        """Keep the hypotheses that label ``x`` with ``y``."""
        x, y = index(x, self.of.n_points), label(y)
        if self.labels(x) <= {y}:  # nothing to learn, or nothing left to lose
            return self
        if y == 1:
            return replace(self, positives=tuple(sorted((*self.positives, x))))
        return replace(self, negatives=tuple(sorted((*self.negatives, x))))

    def restrict_all(self, xs: Any, ys: Any) -> "HullVersionSpace[H]":
        """Keep the hypotheses that agree with a labeled sample."""
        return reduce(lambda space, pair: space.restrict(*pair), labeled(xs, ys), self)

    def labels(self, x: Any) -> frozenset[Label]:
        """Return the labels that some remaining hypothesis gives to ``x``."""
        x = index(x, self.of.n_points)
        return hulls.open_labels(self.of, self.positives, self.negatives, x)

    def specific(self) -> FiniteRegion:
        """Return SB, where the most specific hypothesis says + (everything if none is left)."""
        return ~self._nowhere() if self.is_empty else self._positive(self._hull())

    def general(self) -> FiniteRegion:
        """Return GB, where some remaining hypothesis says +."""
        nowhere = self._nowhere()
        if self.is_empty:
            return nowhere
        found: FiniteRegion = hulls.general_region(self.of, self._hull(), self.negatives)
        return found

    def disagreement(self) -> FiniteRegion:
        """Return DIS = GB minus SB."""
        return self.general() - self.specific()

    def specific_set(self) -> tuple[H, ...]:
        """Return Mitchell's S, which has one member at most: the hull of the positive labels."""
        return () if self.is_empty else (self._hull(),)

    def general_set(self) -> tuple[H, ...]:
        """Return Mitchell's G by candidate elimination.

        Raises
        ------
        BudgetError
            If it becomes too large to be listed, which labels at few points can achieve.

        """
        boundaries = Boundaries((self.of.nothing,), (self.of.everything,))
        for x in self.positives:
            boundaries = boundaries.after(self.of, x, 1)
        for x in hulls.binding(self.of, self._hull(), self.negatives):
            boundaries = boundaries.after(self.of, x, -1)
        return boundaries.general

    def specific_hypothesis(self) -> H | None:
        """Return the most specific hypothesis, which is the member SB; None if none is left."""
        return None if self.is_empty else self._hull()

    def general_hypothesis(self) -> H | None:
        """Return the most general hypothesis, None if there are several or none."""
        general = self.general_set()
        return general[0] if len(general) == 1 else None

    def member(self) -> H:
        """Return the most specific hypothesis."""
        if self.is_empty:
            raise EmptyVersionSpaceError("no hypothesis agrees with every label")
        return self._hull()

    def listed(self) -> FiniteVersionSpace:
        """Return the same hypotheses as a list; a budget error if too long."""
        sample = [*((x, 1) for x in self.positives), *((x, -1) for x in self.negatives)]
        space = replace(listed(self.of).version_space(), language=self.of)
        return reduce(lambda left, pair: left.restrict(*pair), sample, space)

    def bisector(self) -> int | None:
        """Return the first point whose rarer label the most members give, by listing them."""
        return self.listed().bisector()

    def radius(self, center: Any, law: Any) -> Any:
        r"""Return :math:`\max_{h \in V} P(h \ne \text{center})` under ``law``, by listing V."""
        return self.listed().radius(center, law)

    def counts(self, sample: Sample[Any]) -> TableCounts[FiniteVersionSpace]:
        """Return how many errors each remaining hypothesis makes on ``sample``, by listing them."""
        return self.listed().counts(sample)

    def certificate(self, x: Any) -> dict[str, Any]:
        """Return the proof of ``labels(x)`` on a table that names the class and the points.

        The table holds the whole class where the checker can read it.  Otherwise its points
        are those in play in increasing order, and its rows the labelings of these.  Certified
        is the answer given the table; that this is the table of the class on the points that
        it names is stated, not certified.
        """
        x = index(x, self.of.n_points)
        readable = self.of.size <= hulls.ROWS and self.of.n_points <= hulls.POINTS
        domain = range(self.of.n_points) if readable else None
        return hulls.certificate(self.of, self.positives, self.negatives, x, domain)

    def _hull(self) -> H:
        return hulls.hull(self.of, self.positives)

    def _nowhere(self) -> FiniteRegion:
        return FiniteRegion(require_regions(self.of.n_points))

    def _positive(self, h: Any) -> FiniteRegion:
        found: FiniteRegion = h.positive
        return found


def require_bits(n_bits: int) -> None:
    """Refuse a domain whose instances are too long to be written."""
    if n_bits > BITS:
        raise DomainError(f"an instance has at most {BITS} bits, got {n_bits}")


def require_regions(n_points: int) -> int:
    """Return the size of a domain, or refuse to write its regions as bitmasks."""
    if n_points > REGION:
        raise BudgetError(
            f"a region of {n_points} points is too long for a bitmask of at most {REGION}; "
            "labels(x), restrict and the boundary sets need no region"
        )
    return n_points


def listed(of: FiniteHullClass[Any]) -> FiniteClass:
    """Return the class as a list of bitmasks, or refuse one that is too long."""
    if of.size > MEMBERS:
        raise BudgetError(
            f"a class of {of.size} hypotheses is too long to be listed, more than {MEMBERS}; "
            "labels(x), restrict and the boundary sets list nothing"
        )
    members = (of.hypothesis(i) for i in range(of.size))
    return FiniteClass(of.n_points, [h.positive.mask for h in members])


def drawn(of: FiniteHullClass[H], rng: np.random.Generator) -> H:
    """Draw a hypothesis uniformly, exactly: random bits until they number one."""
    bits = of.size.bit_length()
    while True:
        i = int.from_bytes(rng.bytes((bits + 7) // 8)) >> -bits % 8
        if i < of.size:
            return of.hypothesis(i)


def spread(n_points: int, n: int) -> tuple[int, ...]:
    """Return about ``n`` points, evenly spread with both ends, or all if there are fewer."""
    cells = count(n, "the cells of a grid")
    return tuple(sorted({k * (n_points - 1) // cells for k in range(cells + 1)}))


def bits(sides: Iterator[range], radix: int) -> int:
    """Return a box as a bitmask: bit ``sum of v_i * radix ** i`` for ``v_i`` in the i-th side.

    >>> bin(bits(iter([range(1, 2), range(2)]), 2))  # the points 1 and 3
    '0b1010'
    """
    mask, stride = 1, 1
    for side in sides:
        mask = sum(mask << v * stride for v in side)
        stride *= radix
    return mask
