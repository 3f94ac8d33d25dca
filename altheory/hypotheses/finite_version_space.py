"""The hypotheses of a finite class that agree with every label, as a plain list.

Each question is answered by going through the list; the boundary sets are found by
comparing every two members.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, Any, Protocol, final

import numpy as np

from altheory.certificate import empty_version_space, forced_label, two_witnesses
from altheory.errors import EmptyVersionSpaceError
from altheory.hypotheses._candidate_elimination import maximal, minimal
from altheory.hypotheses._rows import agrees
from altheory.hypotheses._table_counts import TableCounts
from altheory.numeric.inputs import label, labeled
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Label, Labels, Sample
from altheory.spaces.finite import FiniteRegion, index

if TYPE_CHECKING:
    from altheory.hypotheses.finite import FiniteClass


@final
@dataclass(frozen=True, slots=True)
class FiniteHypothesis:
    """The classifier that says +1 on ``positive`` and -1 elsewhere."""

    positive: FiniteRegion

    def __call__(self, x: Any) -> Label:
        return 1 if x in self.positive else -1

    def predict(self, xs: Any) -> Labels:
        """Label a batch: ``int[n] -> int8[n]``."""
        return np.where(self.positive.contains(xs), 1, -1).astype(np.int8)

    def __str__(self) -> str:
        return "".join("+" if i in self.positive else "-" for i in range(self.positive.n_points))


class Language(Protocol):
    """A class that finds a hypothesis of its own by the points that it labels +1."""

    def labeling(self, positive: FiniteRegion, /) -> Any: ...


@final
@dataclass(frozen=True, slots=True)
class FiniteVersionSpace:
    """The hypotheses of a finite class that agree with ``sample``.

    Labels that every member gives already are not kept, and once no member is
    left the space stays as it is.

    Parameters
    ----------
    of
        The finite class.
    members
        The bitmasks of the hypotheses left.
    sample
        The labels, points in increasing order.
    language
        The class that ``of`` lists some hypotheses of, if they have names of their own:
        a conjunction is then one, and no row of signs.

    """

    of: "FiniteClass"
    members: tuple[int, ...]
    sample: tuple[tuple[int, Label], ...] = ()
    language: "Language | None" = None

    @property
    def is_empty(self) -> bool:
        return not self.members

    @property
    def contradiction(self) -> tuple[tuple[int, Label], ...]:
        """An irreducible set of labels that no hypothesis satisfies, if empty.

        Drop each label in turn and keep it out if the rest still contradicts.
        """
        if not self.is_empty:
            return ()
        needed = list(self.sample)
        for pair in self.sample:
            rest = [other for other in needed if other != pair]
            if not any(agrees(mask, rest) for mask in self.of.hypotheses):
                needed = rest
        return tuple(needed)

    def restrict(self, x: Any, y: Any) -> "FiniteVersionSpace":
        """Keep the hypotheses that label ``x`` with ``y``."""
        x, y = index(x, self.of.n_points), label(y)
        if self.labels(x) <= {y}:  # nothing to learn, or nothing left to lose
            return self
        kept = tuple(mask for mask in self.members if agrees(mask, [(x, y)]))
        return replace(self, members=kept, sample=tuple(sorted((*self.sample, (x, y)))))

    def restrict_all(self, xs: Any, ys: Any) -> "FiniteVersionSpace":
        """Keep the hypotheses that agree with a labeled sample."""
        return reduce(lambda space, pair: space.restrict(*pair), labeled(xs, ys), self)

    def labels(self, x: Any) -> frozenset[Label]:
        """Return the labels that some remaining hypothesis gives to ``x``."""
        x = index(x, self.of.n_points)
        return frozenset(1 if mask >> x & 1 else -1 for mask in self.members)

    def specific(self) -> FiniteRegion:
        """Return SB: the points that every member labels +1."""
        everything = (1 << self.of.n_points) - 1
        return self._region(reduce(lambda a, b: a & b, self.members, everything))

    def general(self) -> FiniteRegion:
        """Return GB: the points that some member labels +1."""
        return self._region(reduce(lambda a, b: a | b, self.members, 0))

    def disagreement(self) -> FiniteRegion:
        """Return DIS = GB minus SB."""
        return self.general() - self.specific()

    def specific_hypothesis(self) -> Any:
        """Return the member that is SB itself, None if there is none."""
        return self._attained(self.specific())

    def general_hypothesis(self) -> Any:
        """Return the member that is GB itself, None if there is none."""
        return self._attained(self.general())

    def specific_set(self) -> tuple[Any, ...]:
        """Return Mitchell's S: the members above no other one, by comparing all."""
        return self._hypotheses(minimal(self.members, _below))

    def general_set(self) -> tuple[Any, ...]:
        """Return Mitchell's G: the members below no other one, by comparing all."""
        return self._hypotheses(maximal(self.members, _below))

    def member(self) -> Any:
        """Return the first member."""
        if self.is_empty:
            raise EmptyVersionSpaceError("no hypothesis agrees with every label")
        return self._hypothesis(self.members[0])

    def draw(self, rng: Rng) -> Any:
        """Return a Gibbs draw: each remaining hypothesis is as likely as any other."""
        if self.is_empty:
            raise EmptyVersionSpaceError("no hypothesis agrees with every label")
        return self._hypothesis(self.members[int(generator(rng).integers(len(self.members)))])

    def bisector(self) -> int | None:
        """Return the first point whose rarer label the most members give."""
        rarer = [self._rarer(x) for x in range(self.of.n_points)]
        return rarer.index(max(rarer)) if max(rarer) else None

    def radius(self, center: Any, law: Any) -> Any:
        r"""Return :math:`\max_{h \in V} P(h \ne \text{center})` under ``law``, exactly."""
        if self.is_empty:
            raise EmptyVersionSpaceError("an empty version space has no radius")
        members = (FiniteHypothesis(self._region(mask)) for mask in self.members)
        return max(law.mass(self.of.difference(center, h)) for h in members)

    def counts(self, sample: Sample[Any]) -> TableCounts["FiniteVersionSpace"]:
        """Return how many errors each remaining hypothesis makes on ``sample``."""
        return TableCounts.of(self.of.n_points, self.members, sample, self._survivors)

    def certificate(self, x: Any) -> dict[str, Any]:
        """Return the proof of ``labels(x)``, to be checked by enumeration."""
        answer, table = self.labels(x), self.of.table()
        if not answer:
            return empty_version_space(table, self.contradiction)
        if len(answer) == 1:
            return forced_label(table, self.sample, x, next(iter(answer)))
        firsts = (self.restrict(x, y).members[0] for y in (-1, 1))
        pair = [str(FiniteHypothesis(self._region(mask))) for mask in firsts]
        return two_witnesses(table, self.sample, x, pair)

    def _survivors(self, members: tuple[int, ...]) -> "FiniteVersionSpace":
        """Return a class of its own, so that certificates speak of its members."""
        if not members:
            return FiniteVersionSpace(self.of, (), language=self.language)
        survivors = type(self.of)(self.of.n_points, members).version_space()
        return replace(survivors, language=self.language)

    def _region(self, mask: int) -> FiniteRegion:
        return FiniteRegion(self.of.n_points, mask)

    def _hypotheses(self, masks: Iterable[int]) -> tuple[Any, ...]:
        return tuple(map(self._hypothesis, masks))

    def _hypothesis(self, mask: int) -> Any:
        """Return a member as the language says it, if there is one."""
        region = self._region(mask)
        return FiniteHypothesis(region) if self.language is None else self.language.labeling(region)

    def _attained(self, region: FiniteRegion) -> Any:
        return self._hypothesis(region.mask) if region.mask in self.members else None

    def _rarer(self, x: int) -> int:
        positive = sum(mask >> x & 1 for mask in self.members)
        return min(positive, len(self.members) - positive)


def _below(g: int, h: int) -> bool:
    return g & ~h == 0
