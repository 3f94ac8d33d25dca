r"""Farkas and Gordan on the circle: what is sure is the cone of the signed examples.

With signed examples :math:`z_i = y_i x_i` as vectors of the plane, a version space that
is not empty labels surely

.. math:: + \text{ on } \mathrm{cone}\{z_i\} \setminus \{0\}, \qquad
          - \text{ on its negative},

and it is empty iff :math:`0 = \sum \lambda_i z_i` for some :math:`\lambda \ge 0` that
is not zero.  Here the cones are found in integers, and the version spaces in turns.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import NamedTuple, TypeAlias

import numpy as np

from altheory.hypotheses.circle import CircleSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Vector: TypeAlias = tuple[int, int]

# the directions 0, 1/8, ..., 7/8 of a turn
VECTORS: tuple[Vector, ...] = (
    (1, 0),
    (1, 1),
    (0, 1),
    (-1, 1),
    (-1, 0),
    (-1, -1),
    (0, -1),
    (1, -1),
)


class Sure(NamedTuple):
    """Whether no half circle is left; else which of the vectors are surely + and surely -."""

    empty: bool
    positive: frozenset[Vector] = frozenset()
    negative: frozenset[Vector] = frozenset()

    def __str__(self) -> str:
        return "empty" if self.empty else f"+ {sorted(self.positive)}, - {sorted(self.negative)}"


Formula: TypeAlias = Callable[[tuple[Vector, ...]], Sure]


def cross(a: Vector, b: Vector) -> int:
    """Return the determinant of two vectors."""
    return a[0] * b[1] - a[1] * b[0]


def opposite(a: Vector) -> Vector:
    """Return the negative of a vector."""
    return -a[0], -a[1]


def combines(x: Vector, a: Vector, b: Vector) -> bool:
    """Decide whether x is a nonnegative combination of two independent vectors, by Cramer."""
    d = cross(a, b)
    return d != 0 and cross(x, b) * d >= 0 and cross(a, x) * d >= 0


def in_cone(x: Vector, zs: tuple[Vector, ...]) -> bool:
    """Decide whether x is a nonnegative combination: by Caratheodory of one or two of them."""
    return x in zs or any(combines(x, a, b) for a, b in combinations(zs, 2))


def contradict(zs: tuple[Vector, ...]) -> bool:
    """Decide whether 0 is a nonnegative combination that is not all zero (Gordan)."""
    return any(in_cone(opposite(z), zs) for z in zs)


def cones(zs: tuple[Vector, ...]) -> Sure:
    """Return what is sure given signed examples."""
    if contradict(zs):
        return Sure(empty=True)
    positive = frozenset(x for x in VECTORS if in_cone(x, zs))
    return Sure(empty=False, positive=positive, negative=frozenset(map(opposite, positive)))


@cache
def asked(zs: tuple[Vector, ...]) -> Sure:
    """Return what the version space of the package says, in turns."""
    turns = {v: Fraction(k, 8) for k, v in enumerate(VECTORS)}
    space = CircleSeparators().version_space()
    for i, z in enumerate(zs):  # every second example as a negative label of the opposite
        space = space.restrict(turns[opposite(z)], -1) if i % 2 else space.restrict(turns[z], 1)
    if space.is_empty:
        return Sure(empty=True)
    specific, general = space.specific(), space.general()
    positive = frozenset(v for v, x in turns.items() if x in specific)
    return Sure(False, positive, frozenset(v for v, x in turns.items() if x not in general))


def samples(most: int) -> Iterator[tuple[Vector, ...]]:
    """Return all sets of at most so many signed examples."""
    return (zs for n in range(most + 1) for zs in combinations(VECTORS, n))


def every_sample(most: int) -> Callable[[Formula, np.random.Generator], Finding]:
    """Return the check that goes through all sets of signed examples."""

    def sets(formula: Formula, rng: np.random.Generator) -> Finding:
        del rng
        for zs in samples(most):
            if (claimed := formula(zs)) != asked(zs):
                where = f"signed examples {list(zs)}"
                return fails(where, claimed=str(claimed), computed=str(asked(zs)))
        return holds(f"{len(list(samples(most)))} sets of signed examples")

    sets.__name__ = f"every_sample_of_{most}"
    return sets


def polar(zs: tuple[Vector, ...]) -> Sure:
    """Take what has no negative product with an example for what is sure."""
    found = cones(zs)
    good = frozenset(x for x in VECTORS if all(x[0] * z[0] + x[1] * z[1] >= 0 for z in zs))
    return found if found.empty else Sure(False, good, frozenset(map(opposite, good)))


def examples_only(zs: tuple[Vector, ...]) -> Sure:
    """Take the examples alone for what is sure."""
    found = cones(zs)
    negative = frozenset(map(opposite, zs))
    return found if found.empty else Sure(empty=False, positive=frozenset(zs), negative=negative)


def opposite_pairs_only(zs: tuple[Vector, ...]) -> Sure:
    """Overlook contradictions of three labels."""
    found = cones(zs)
    return found._replace(empty=any(opposite(z) in zs for z in zs))


CLAIM: Claim[Formula] = Claim(
    key="classes/circle/cone",
    title="What is sure on the circle is a cone",
    statement=(
        r"\mathrm{SB} = \mathrm{cone}\{y_i x_i\} \setminus \{0\}, \quad"
        r" \mathrm{GB} = \mathbb R^2 \setminus (-\mathrm{cone}\{y_i x_i\}), \quad"
        r" V = \emptyset \iff 0 = \textstyle\sum \lambda_i y_i x_i,\ 0 \ne \lambda \ge 0,"
        r" \quad x_i \in \{-1, 0, 1\}^2 \setminus \{0\}"
    ),
    plain=(
        "Half circles surely say + on the cone of the signed examples and contradict each other "
        "iff these combine to zero: for all labels in the eight directions at eighths of a turn."
    ),
    relation="exact",
    assumptions=frozenset({"realizable"}),
    does_not_say="the same if instances on the boundary count as positive: both identities fail",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=cones,
    checks=(
        Check(Method.EXHAUSTIVE, every_sample(3), scope="at most 3 of the 8 signed examples"),
        Check(
            Method.EXHAUSTIVE,
            every_sample(8),
            scope="all 256 sets of the 8 signed examples",
            tier="normal",
        ),
    ),
    controls={
        "the polar cone": polar,
        "the examples alone": examples_only,
        "only opposite pairs contradict each other": opposite_pairs_only,
    },
)
