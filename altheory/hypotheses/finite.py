"""Finite classes, deliberately naive: the brute force that others are compared with.

A hypothesis on the points {0, ..., n - 1} is the set of points it labels +1, a
bitmask.  A class is a list of these, and each question is answered by going through
the list.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses._rows import agrees, mask_of, read_rows
from altheory.hypotheses.finite_version_space import FiniteHypothesis, FiniteVersionSpace
from altheory.numeric.inputs import count, label, listed, rational
from altheory.protocols import Sample
from altheory.spaces.finite import FiniteDistribution, FiniteRegion, index

__all__ = ["EXAMPLES", "FiniteClass", "FiniteHypothesis", "FiniteVersionSpace", "from_argument"]


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
        if isinstance(hypotheses, str):
            raise DomainError(
                f"the hypotheses of a finite class come as a list of rows, got the text "
                f"{hypotheses!r}; a single one is [{hypotheses!r}]"
            )
        masks = sorted({mask_of(n, row) for row in listed(hypotheses, "the hypotheses")})
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
        best = min(self.hypotheses, key=lambda m: sum(not agrees(m, [p]) for p in pairs))
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
