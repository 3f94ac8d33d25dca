"""Finite classes, deliberately naive: the brute force that others are compared with.

A hypothesis on the points {0, ..., n - 1} is the set of points it labels +1.  A
version space is the list of hypotheses that agree with every label, and each
question is answered by going through the list.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Self, final

import numpy as np

from altheory.certificate import empty_version_space, forced_label, two_witnesses
from altheory.errors import DomainError, EmptyVersionSpaceError
from altheory.hypotheses._rows import mask_of, read_rows
from altheory.hypotheses._table_counts import TableCounts
from altheory.numeric.inputs import count, label, labeled, rational
from altheory.protocols import Label, Labels, Sample
from altheory.spaces.finite import FiniteDistribution, FiniteRegion, index


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


@final
@dataclass(frozen=True, slots=True)
class FiniteVersionSpace:
    """The hypotheses of a finite class that agree with ``sample``.

    Labels that every member gives already are not kept, and once no member is
    left the space stays as it is.
    """

    of: "FiniteClass"
    members: tuple[int, ...]
    sample: tuple[tuple[int, Label], ...] = ()

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
            if not any(_agrees(mask, rest) for mask in self.of.hypotheses):
                needed = rest
        return tuple(needed)

    def restrict(self, x: Any, y: Any) -> "FiniteVersionSpace":
        """Keep the hypotheses that label ``x`` with ``y``."""
        x, y = index(x, self.of.n_points), label(y)
        if self.labels(x) <= {y}:  # nothing to learn, or nothing left to lose
            return self
        kept = tuple(mask for mask in self.members if _agrees(mask, [(x, y)]))
        return FiniteVersionSpace(self.of, kept, tuple(sorted((*self.sample, (x, y)))))

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

    def specific_hypothesis(self) -> FiniteHypothesis | None:
        """Return the member that is SB itself, None if there is none."""
        return self._attained(self.specific())

    def general_hypothesis(self) -> FiniteHypothesis | None:
        """Return the member that is GB itself, None if there is none."""
        return self._attained(self.general())

    def member(self) -> FiniteHypothesis:
        """Return the first member."""
        if self.is_empty:
            raise EmptyVersionSpaceError("no hypothesis agrees with every label")
        return FiniteHypothesis(self._region(self.members[0]))

    def bisector(self) -> int | None:
        """Return the first point whose rarer label the most members give."""
        rarer = [self._rarer(x) for x in range(self.of.n_points)]
        return rarer.index(max(rarer)) if max(rarer) else None

    def radius(self, center: FiniteHypothesis, law: Any) -> Any:
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
        pair = [str(self.restrict(x, y).member()) for y in (-1, 1)]
        return two_witnesses(table, self.sample, x, pair)

    def _survivors(self, members: tuple[int, ...]) -> "FiniteVersionSpace":
        """Return a class of its own, so that certificates speak of its members."""
        if not members:
            return FiniteVersionSpace(self.of, ())
        return FiniteClass(self.of.n_points, members).version_space()

    def _region(self, mask: int) -> FiniteRegion:
        return FiniteRegion(self.of.n_points, mask)

    def _attained(self, region: FiniteRegion) -> FiniteHypothesis | None:
        return FiniteHypothesis(region) if region.mask in self.members else None

    def _rarer(self, x: int) -> int:
        positive = sum(mask >> x & 1 for mask in self.members)
        return min(positive, len(self.members) - positive)


@final
@dataclass(frozen=True, slots=True)
class FiniteClass:
    """A set of hypotheses on the points {0, ..., n_points - 1}.

    Parameters
    ----------
    n_points
        The number of points.
    hypotheses
        Bitmasks (bit ``i`` set: point ``i`` is +1), rows of labels -1 and +1, or
        text such as ``"+--"``.  Repetitions are dropped.

    Examples
    --------
    >>> star = FiniteClass(3, ["---", "+--", "-+-", "--+"])
    >>> sorted(star.version_space().restrict(0, 1).labels(1))
    [-1]
    >>> star
    FiniteClass(3, ['---', '+--', '-+-', '--+'])

    """

    n_points: int
    hypotheses: tuple[int, ...]

    def __init__(self, n_points: int, hypotheses: Iterable[Any]) -> None:
        n = count(n_points, "the number of points")
        masks = sorted({mask_of(n, row) for row in hypotheses})
        if not masks:
            raise DomainError("a finite class has at least one hypothesis, got none")
        object.__setattr__(self, "n_points", n)
        object.__setattr__(self, "hypotheses", tuple(masks))

    def __repr__(self) -> str:
        rows = self.table()["hypotheses"]
        return f"FiniteClass({self.n_points}, {rows})"

    @classmethod
    def restriction(cls, hypotheses: Iterable[Callable[[Any], int]], points: Sequence[Any]) -> Self:
        """Return what classifiers say on finitely many points."""
        return cls(len(points), [[h(x) for x in points] for h in hypotheses])

    @classmethod
    def read(cls, path: str) -> Self:
        """Read a class from a file: one hypothesis a line, ``+`` and ``-`` (or 1 and 0).

        Blank lines and lines that start with ``#`` are passed over.
        """
        rows = read_rows(path)
        return cls(len(rows[0]), rows)

    @property
    def vc_dimension(self) -> int:
        """The size of the largest set of points that takes all labelings, by search."""
        size = 0
        shattered: list[tuple[int, ...]] = [()]
        while shattered:
            grown = [
                (*s, x) for s in shattered for x in range(s[-1] + 1 if s else 0, self.n_points)
            ]
            shattered = [s for s in grown if len(self.representatives(s)) == 1 << len(s)]
            size += bool(shattered)
        return size

    def version_space(self) -> FiniteVersionSpace:
        return FiniteVersionSpace(self, self.hypotheses)

    def law(self) -> FiniteDistribution:
        return FiniteDistribution.uniform(self.n_points)

    def grid(self, n: int) -> tuple[int, ...]:
        del n  # every point, whatever the resolution
        return tuple(range(self.n_points))

    def representatives(self, points: Sequence[Any]) -> tuple[FiniteHypothesis, ...]:
        """Return the first hypothesis of each labeling of ``points``."""
        indices = [index(x, self.n_points) for x in points]
        first: dict[tuple[int, ...], int] = {}
        for mask in self.hypotheses:
            first.setdefault(tuple(mask >> x & 1 for x in indices), mask)
        return tuple(FiniteHypothesis(FiniteRegion(self.n_points, m)) for m in first.values())

    def difference(self, h: FiniteHypothesis, g: FiniteHypothesis) -> FiniteRegion:
        """Return the points on which two hypotheses differ."""
        return (h.positive - g.positive) | (g.positive - h.positive)

    def ball(self, center: FiniteHypothesis, radius: Any, law: Any = None) -> FiniteVersionSpace:
        r"""Return :math:`B(h, r) = \{g : P(g \ne h) \le r\}` under ``law`` (uniform).

        The ball is a class of its own, so that its contradictions and certificates
        speak of its members.  A center of the class makes it nonempty.
        """
        if rational(radius, "a radius") < 0:
            raise DomainError(f"a radius is at least 0, got {radius}")
        measure = self.law() if law is None else law
        everyone = [FiniteHypothesis(FiniteRegion(self.n_points, m)) for m in self.hypotheses]
        near = [
            g.positive.mask for g in everyone if measure.mass(self.difference(center, g)) <= radius
        ]
        return FiniteClass(self.n_points, near).version_space()

    def erm(self, sample: Sample[Any]) -> FiniteHypothesis:
        """Return the first hypothesis with the fewest errors on ``sample``."""
        pairs = [(index(x, self.n_points), label(y)) for x, y in sample]
        best = min(self.hypotheses, key=lambda m: sum(not _agrees(m, [p]) for p in pairs))
        return FiniteHypothesis(FiniteRegion(self.n_points, best))

    def draw_target(self, rng: np.random.Generator) -> FiniteHypothesis:
        mask = self.hypotheses[int(rng.integers(len(self.hypotheses)))]
        return FiniteHypothesis(FiniteRegion(self.n_points, mask))

    def parse_target(self, text: str) -> FiniteHypothesis:
        """Read a row of signs such as ``+--+`` (or 1001) that the class holds."""
        try:
            mask = mask_of(self.n_points, text)
        except DomainError as error:
            raise DomainError(
                f"a target is a row of {self.n_points} signs, got {text!r}"
            ) from error
        if mask not in self.hypotheses:
            raise DomainError(f"the target {text} is not a hypothesis of the class")
        return FiniteHypothesis(FiniteRegion(self.n_points, mask))

    def table(self) -> dict[str, Any]:
        """Return the class as the JSON that certificates state."""
        rows = [str(FiniteHypothesis(FiniteRegion(self.n_points, m))) for m in self.hypotheses]
        return {"class": "finite", "n_points": self.n_points, "hypotheses": rows}


def _agrees(mask: int, sample: Iterable[tuple[int, int]]) -> bool:
    return all((mask >> x & 1) == (y == 1) for x, y in sample)


def from_argument(text: str | None) -> FiniteClass:
    """Return the class that the command line calls ``finite:FILE``."""
    if not text:
        raise DomainError("a finite class is read from a file: write finite:FILE")
    return FiniteClass.read(text)


EXAMPLES = (
    FiniteClass(4, range(16)),  # every labeling: the cube
    FiniteClass(4, [0, 1, 2, 4, 8]),  # the star around "all negative"
    FiniteClass(3, [0, 7]),  # {h, not h}
    FiniteClass(1, [1]),  # a single hypothesis: nothing to learn
)
