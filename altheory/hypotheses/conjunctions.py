r"""Conjunctions of literals over n Boolean attributes, the unsatisfiable one included.

An instance is an integer from 0 to :math:`2^n - 1` whose bit i is the attribute
:math:`x_i`.  A literal is :math:`x_i` or its negation, and a hypothesis is a set of
literals that says + where all of them are true.  The fewer literals, the more general:
no literal is "true", and all :math:`2n` of them is "false", which is where learning
starts.  A positive instance deletes the literals that are false at it; a negative one is
excluded by adding one literal that is false at it, in as many ways as there are such.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses import _hulls as hulls
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses._finite_hulls import (
    HullVersionSpace,
    bits,
    drawn,
    listed,
    require_bits,
    require_regions,
    spread,
)
from altheory.hypotheses.finite import FiniteVersionSpace
from altheory.numeric.inputs import count, label
from altheory.numeric.inputs import listed as elements
from altheory.protocols import Label, Labels, Sample
from altheory.spaces.finite import FiniteDistribution, FiniteRegion, index


@final
@dataclass(frozen=True, slots=True)
class Conjunction:
    """The classifier that says + where all of its literals are true.

    Parameters
    ----------
    n_attributes
        The number of attributes n.
    literals
        A bitmask: bit ``i`` for the literal x_i, bit ``n + i`` for its negation.  A
        contradictory set is kept as that of all literals.

    Examples
    --------
    >>> h = Conjunctions(3).parse_target("x0 & !x2")
    >>> h(0b011), h(0b101), str(h)
    (1, -1, 'x0 & !x2')

    """

    n_attributes: int
    literals: int

    def __post_init__(self) -> None:
        n = count(self.n_attributes, "the number of attributes")
        if count(self.literals, "a set of literals", least=0) >= 1 << 2 * n:
            raise DomainError(f"{n} attributes have {2 * n} literals, got {self.literals:b}")
        if self.literals & self.literals >> n:
            object.__setattr__(self, "literals", (1 << 2 * n) - 1)

    @property
    def is_satisfiable(self) -> bool:
        return self.literals & self.literals >> self.n_attributes == 0

    @property
    def positive(self) -> FiniteRegion:
        """The subcube that is labeled +1."""
        n_points = require_regions(1 << self.n_attributes)
        return FiniteRegion(n_points, bits(self._sides(), 2))

    def __call__(self, x: Any) -> Label:
        point = index(x, 1 << self.n_attributes)
        return -1 if self.literals & ~_true_at(self.n_attributes, point) else 1

    def predict(self, xs: Any) -> Labels:
        """Label a batch: ``int[n] -> int8[n]``."""
        points = elements(xs.tolist() if isinstance(xs, np.ndarray) else xs)
        return np.array([self(x) for x in points], dtype=np.int8)

    def _sides(self) -> Iterator[range]:
        """Return the values that each attribute may take."""
        n = self.n_attributes
        for i in range(n):
            yield range(self.literals >> i & 1, 2 - (self.literals >> n + i & 1))

    def __str__(self) -> str:
        if not self.is_satisfiable:
            return "false"
        n = self.n_attributes
        signs = ((i, self.literals >> i & 1, self.literals >> n + i & 1) for i in range(n))
        words = [f"{'!' if negated else ''}x{i}" for i, plain, negated in signs if plain or negated]
        return " & ".join(words) or "true"


@final
@dataclass(frozen=True, slots=True)
class Conjunctions:
    """The class of all conjunctions of literals over some attributes.

    >>> space = Conjunctions(3).version_space().restrict(0b011, 1).restrict(0b100, -1)
    >>> [str(h) for h in space.specific_set()], [str(h) for h in space.general_set()]
    (['x0 & x1 & !x2'], ['x0', 'x1', '!x2'])

    Regions are bitmasks of all instances and need at most 16 attributes; to list every
    member (bisector, counts, radius, ball) takes at most 8.  Labels, restrictions and
    boundary sets look at no other instance and have no such limit.
    """

    n_attributes: int

    def __post_init__(self) -> None:
        require_bits(count(self.n_attributes, "the number of attributes"))

    @property
    def n_points(self) -> int:
        return 1 << self.n_attributes

    @property
    def size(self) -> int:
        """Each attribute is required, excluded or free, and there is "false"."""
        satisfiable: int = 3**self.n_attributes
        return satisfiable + 1

    @property
    def nothing(self) -> Conjunction:
        return Conjunction(self.n_attributes, (1 << 2 * self.n_attributes) - 1)

    @property
    def everything(self) -> Conjunction:
        return Conjunction(self.n_attributes, 0)

    @property
    def vc_dimension(self) -> int:
        """The number of attributes, but 2 for one: the claim ``classes/conjunctions/vc``."""
        return max(self.n_attributes, 2)

    @property
    def star_number(self) -> int:
        """All points: "false" and each of them alone are a star set."""
        return self.n_points

    def hypothesis(self, i: int) -> Conjunction:
        """Return the i-th conjunction: the digits of ``i`` in base 3, and "false" as the last."""
        if i == self.size - 1:
            return self.nothing
        digits = (i // 3**k % 3 for k in range(self.n_attributes))
        shifts = enumerate(digits)
        literals = sum(1 << k + (d - 1) * self.n_attributes for k, d in shifts if d)
        return Conjunction(self.n_attributes, literals)

    def labeling(self, positive: FiniteRegion) -> Conjunction:
        return hulls.hull(self, positive)

    def covers(self, h: Conjunction, x: int) -> bool:
        return not h.literals & ~_true_at(self.n_attributes, x)

    def below(self, g: Conjunction, h: Conjunction) -> bool:
        """Decide whether ``g`` has every literal of ``h``."""
        return not h.literals & ~g.literals

    def widened(self, h: Conjunction, x: int) -> Conjunction:
        """Return ``h`` without the literals that are false at ``x``."""
        return Conjunction(self.n_attributes, h.literals & _true_at(self.n_attributes, x))

    def shadow(self, h: Conjunction, x: int) -> Conjunction:
        """Return the negations of the literals of ``h`` that are false at ``x``.

        Where one of them is false, widening keeps a literal that excludes ``x``.
        """
        n = self.n_attributes
        false = h.literals & ~_true_at(n, x)
        return Conjunction(n, false >> n | (false & (1 << n) - 1) << n)

    def named(self, x: int) -> str:
        """Return an instance as the conjunction that is true at it alone.

        >>> Conjunctions(3).named(0b101)
        'x0 & !x1 & x2'
        """
        return str(Conjunction(self.n_attributes, _true_at(self.n_attributes, x)))

    def generalizations(self, h: Conjunction, x: int) -> tuple[Conjunction, ...]:
        return (self.widened(h, x),)

    def specializations(self, h: Conjunction, x: int) -> tuple[Conjunction, ...]:
        """Return ``h`` with one more literal, for each that is false at ``x``."""
        n, true = self.n_attributes, _true_at(self.n_attributes, x)
        added = (1 << k for k in range(2 * n) if not true >> k & 1)
        return tuple(Conjunction(n, h.literals | literal) for literal in added)

    def version_space(self) -> HullVersionSpace[Conjunction]:
        return HullVersionSpace(self)

    def law(self) -> FiniteDistribution:
        return FiniteDistribution.uniform(require_regions(self.n_points))

    def grid(self, n: int) -> tuple[int, ...]:
        return spread(self.n_points, n)

    def representatives(self, points: Sequence[Any]) -> tuple[Conjunction, ...]:
        """Return a conjunction for each labeling of ``points``."""
        return hulls.hulls(self, [index(x, self.n_points) for x in points])

    def difference(self, h: Conjunction, g: Conjunction) -> FiniteRegion:
        """Return the instances on which two conjunctions differ."""
        return (h.positive - g.positive) | (g.positive - h.positive)

    def ball(self, center: Any, radius: Any, law: Any = None) -> FiniteVersionSpace:
        r"""Return :math:`B(h, r) = \{g : P(g \ne h) \le r\}` under ``law`` (uniform), as a list."""
        return replace(listed(self).ball(center, radius, law), language=self)

    def erm(self, sample: Sample[Any]) -> Conjunction:
        """Return a conjunction with the fewest errors on ``sample``, among all labelings."""
        pairs = [(index(x, self.n_points), label(y)) for x, y in sample]
        return hulls.fewest_errors(self, pairs)

    def draw_target(self, rng: np.random.Generator) -> Conjunction:
        return drawn(self, rng)

    def parse_target(self, text: str) -> Conjunction:
        """Read a conjunction such as ``x0 & !x2``, ``true`` or ``false``."""
        words = [word.strip() for word in text.split("&")]
        if words == ["true"]:
            return self.everything
        if words == ["false"]:
            return self.nothing
        literals = 0
        for word in words:
            literals |= 1 << self._literal(word, text)
        return Conjunction(self.n_attributes, literals)

    def combinatorics(self, n: int) -> Combinatorics:
        """Return what holds of ``n`` distinct instances that take the most labelings.

        Each instance alone, and nothing at all, is a hypothesis: a star on all of them.
        """
        return hulls.with_singletons(min(n, self.n_points), self.vc_dimension)

    def _literal(self, word: str, text: str) -> int:
        written = re.fullmatch(r"(!?)x([0-9]+)", word, re.ASCII)
        if written is None or int(written[2]) >= self.n_attributes:
            raise DomainError(
                f"a target is true, false or a conjunction of x0 to x{self.n_attributes - 1} "
                f"and their negations such as x0 & !x1, got {text!r}"
            )
        return int(written[2]) + self.n_attributes * bool(written[1])


def _true_at(n: int, x: int) -> int:
    """Return the literals that are true at ``x``."""
    return x | (~x & (1 << n) - 1) << n


def from_argument(text: str | None) -> Conjunctions:
    """Return the class that the command line calls ``conjunctions:N``, N attributes."""
    if text is None:
        return EXAMPLES[0]
    if not re.fullmatch("[0-9]+", text, re.ASCII):
        raise DomainError(f"write conjunctions:N with a number N of attributes, got {text!r}")
    return Conjunctions(int(text))


EXAMPLES = (Conjunctions(3),)
