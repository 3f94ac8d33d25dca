r"""The labels that bind: the fewest that leave the same separators.

A label says nothing new iff its signed example is a nonnegative sum of the others.  What is
left when such labels go one after another generates the same cone, and no part of it does, so
it holds one example for each facet of the version space.  CAL that knows them knows all: their
number is the size of a version-space compression set.
"""

from collections.abc import Callable, Sequence
from itertools import combinations, product
from math import gcd
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.sphere import SphereSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_cones import Row, cube, multipliers, satisfiable

Binding: TypeAlias = Callable[[Sequence[Row]], tuple[Row, ...]]


def bind(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the signed examples that the package's version space keeps."""
    space = SphereSeparators(len(rows[0])).version_space()
    for z in rows:
        space = space.restrict(z, 1)
    return tuple(tuple(map(int, z)) for z, _ in space.sample)


def first_and_last(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the examples with the least and the greatest direction."""
    return tuple(dict.fromkeys((min(rows), max(rows))))


def every(
    d: int, n: int, *, ordered: bool = False
) -> Callable[[Binding, np.random.Generator], Finding]:
    """Return the check that goes through the sets of n vectors of {-1, 0, 1}^d, or sequences."""

    def sequences(formula: Binding, rng: np.random.Generator) -> Finding:
        del rng
        compared = 0
        for rows in product(cube(d), repeat=n) if ordered else combinations(cube(d), n):
            if satisfiable(rows):
                kept = formula(rows)
                if any(multipliers(kept, z) is None for z in rows):
                    return fails(f"examples {rows}: {kept} leave more separators")
                if any(multipliers([r for r in kept if r != z], z) is not None for z in kept):
                    return fails(f"examples {rows}: one of {kept} says nothing new")
                compared += 1
        return holds(f"{compared} satisfiable choices of {n} vectors in dimension {d}")

    sequences.__name__ = f"every_{'sequence' if ordered else 'set'}_of_{n}_in_dimension_{d}"
    return sequences


def random_sequence(formula: Binding, rng: np.random.Generator) -> Finding:
    """Try a random sequence of up to eight vectors in up to four dimensions."""
    d, n = int(rng.integers(2, 5)), int(rng.integers(1, 9))
    target = rng.integers(-9, 10, size=d)
    drawn = rng.integers(-5, 6, size=(n, d))
    sides = drawn @ target
    rows = [tuple(int(c) for c in z * s) for z, s in zip(drawn, np.sign(sides), strict=True) if s]
    rows = [tuple(c // gcd(*z) for c in z) for z in rows]
    if not rows:
        return holds("no vector off the target's hyperplane")
    kept = formula(rows)
    if any(multipliers(kept, z) is None for z in rows):
        return fails(f"examples {rows}: {kept} leave more separators")
    return holds(f"{n} vectors in dimension {d}")


CLAIM: Claim[Binding] = Claim(
    key="sphere/version-space/compression",
    title="The labels that bind",
    statement=(
        r"V(S) = V(B), \quad V(B \setminus \{z\}) \ne V(B) \ \forall z \in B,"
        r" \quad S \subset \{-1, 0, 1\}^d, \ (d, |S|) \in \{(2, 3), (2, 4), (3, 3)\}"
    ),
    plain=(
        "The labels that a version space keeps leave the same separators as all labels, and none "
        "of them can go: for all sets of three small vectors in the plane and in space, and all "
        "sequences of four in the plane."
    ),
    relation="exact",
    assumptions=frozenset({"realizable"}),
    does_not_say="how many labels bind on average, which is n times the chance of a query",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=bind,
    checks=(
        Check(Method.EXHAUSTIVE, every(2, 3), scope="d = 2, all sets of three vectors"),
        Check(
            Method.EXHAUSTIVE,
            every(2, 4, ordered=True),
            scope="d = 2, all sequences of four vectors",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE, every(3, 3), scope="d = 3, all sets of three vectors", tier="long"
        ),
    ),
    controls={
        "all labels bind": lambda rows: tuple(dict.fromkeys(rows)),
        "two labels bind": first_and_last,
        "the last label does not bind": lambda rows: bind(rows[:-1]),
    },
    attack=random_sequence,
)
