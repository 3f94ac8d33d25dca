r"""The disagreement coefficient under the worst law is the star number, up to 1 / r0.

For a class with at least one hypothesis on a finite domain, and :math:`0 < r_0 < 1`,

.. math:: \sup_{P, h} \theta_{h, P}(r_0)
    = \max\bigl( 1, \min( \mathfrak s, 1 / r_0 ) \bigr).

Why: fix h, a radius r and the hypotheses g of the ball, which differ from h on the sets
:math:`D_g`.  With q = P / r the ratio :math:`m(r)/r` is what q gives to the union of these
sets, where q gives each at most 1 and everything 1/r.  The most is a linear program: the
largest fractional packing of points into the sets.  Its dual covers the points by sets; a
cover from which none can be spared has a point of its own in each set, and these points
are a star around h.  And a star with mass r on each of its points attains its size.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations, product
from typing import TypeAlias

import numpy as np

from altheory.complexity.star import star_number, star_set
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.spaces.finite import FiniteDistribution
from proofs_checks._small_classes import classes_on, hypotheses, small_classes

Supremum: TypeAlias = Callable[[FiniteClass, Fraction], Fraction]
Rows: TypeAlias = list[list[int]]
RADII = [Fraction(p, q) for p, q in ((1, 8), (1, 4), (1, 3), (2, 5), (1, 2), (2, 3))]


def star_number_or_radius(of: FiniteClass, r0: Fraction) -> Fraction:
    """Return the supremum over laws and targets."""
    return max(Fraction(1), min(Fraction(star_number(of)), 1 / r0))


def determinant(rows: Rows) -> int:
    """Return a determinant, by its first row."""
    if not rows:
        return 1
    minors = [[row[:i] + row[i + 1 :] for row in rows[1:]] for i in range(len(rows))]
    return sum((-1) ** i * a * determinant(minors[i]) for i, a in enumerate(rows[0]) if a)


def corner(rows: Rows, right: list[int]) -> list[Fraction] | None:
    """Return where some constraints are tight, by Cramer's rule, None if not at one place."""
    whole = determinant(rows)
    if whole == 0:
        return None
    replaced = [
        [[*row[:i], b, *row[i + 1 :]] for row, b in zip(rows, right, strict=True)]
        for i in range(len(rows))
    ]
    return [Fraction(determinant(each), whole) for each in replaced]


@cache
def packing(sets: frozenset[int]) -> Fraction:
    """Return the largest total weight of points in a union with at most 1 in each set.

    A linear program is solved at a corner, where as many constraints are tight as there
    are points; each choice of so many is tried.
    """
    union = [x for x in range(max(sets, default=0).bit_length()) if any(s >> x & 1 for s in sets)]
    full = [([s >> x & 1 for x in union], 1) for s in sorted(sets)]
    bare = [([int(x == z) for z in union], 0) for x in union]
    best = Fraction(0)
    for tight in combinations([*full, *bare], len(union)):
        weights = corner([row for row, _ in tight], [b for _, b in tight])
        if weights is None or min(weights, default=Fraction(0)) < 0:
            continue
        loads = [sum(a * w for a, w in zip(row, weights, strict=True)) for row, _ in full]
        best = max(best, sum(weights, Fraction(0))) if max(loads, default=0) <= 1 else best
    return best


@cache
def largest_ratio(of: FiniteClass) -> Fraction:
    """Return the supremum of m(r)/r over laws, targets and radii."""
    balls = (
        frozenset(g ^ h for g in chosen)
        for h in of.hypotheses
        for size in range(1, len(of.hypotheses))
        for chosen in combinations([g for g in of.hypotheses if g != h], size)
    )
    return max(map(packing, balls), default=Fraction(0))


def linear_programs(supremum: Supremum, rng: np.random.Generator) -> Finding:
    """Solve the linear program of each ball around each hypothesis of each class."""
    del rng
    for of, r0 in product(small_classes(), RADII):
        computed = max(Fraction(1), min(largest_ratio(of), 1 / r0))
        if supremum(of, r0) != computed:
            where = f"class {of.table()['hypotheses']}, r0 = {r0}"
            return fails(where, claimed=supremum(of, r0), computed=computed)
    return holds(f"273 classes, {len(RADII)} radii")


def ratio(of: FiniteClass, law: FiniteDistribution, r0: Fraction) -> Fraction:
    """Return the largest coefficient of a hypothesis under a law, from its balls.

    m(r) is constant between the distances to other hypotheses, so m(r)/r is largest where
    it has just risen, or just above r0.
    """
    best = Fraction(1)
    for h in hypotheses(of):
        far = {law.mass(of.difference(h, g)) for g in hypotheses(of)}
        for r in {max(d, r0) for d in far}:
            best = max(best, law.mass(of.ball(h, r, law).disagreement()) / r)
    return best


def laws(of: FiniteClass) -> Iterator[FiniteDistribution]:
    """Yield laws with masses in quarters, and the uniform law on the largest star."""
    n = of.n_points
    for parts in product(range(5), repeat=n):
        if sum(parts) == 4:
            yield FiniteDistribution(tuple(Fraction(p, 4) for p in parts))
    points = star_set(of).points
    if points:
        each = Fraction(1, len(points))
        yield FiniteDistribution(tuple(each if x in points else Fraction(0) for x in range(n)))


def laws_on_a_grid(supremum: Supremum, rng: np.random.Generator) -> Finding:
    """Compare with the coefficients themselves under some laws, one of which attains it."""
    del rng
    r0 = Fraction(1, 4)
    some = [*classes_on(1), *classes_on(2), *classes_on(3)[::10]]
    for of in some:
        claimed, computed = supremum(of, r0), max(ratio(of, law, r0) for law in laws(of))
        if claimed != computed:
            where = f"class {of.table()['hypotheses']}, r0 = {r0}"
            return fails(where, claimed=claimed, computed=computed)
    return holds(f"{len(some)} classes, masses in quarters")


CLAIM: Claim[Supremum] = Claim(
    key="complexity/theta/worst-law",
    title="The worst law for the disagreement coefficient",
    statement=(
        r"\sup_{P, h} \theta_{h, P}(r_0) = \max(1, \min(\mathfrak s, 1 / r_0)),"
        r" \quad |\mathcal X| \le 3,\ r_0 \in \{1/8, 1/4, 1/3, 2/5, 1/2, 2/3\}"
    ),
    plain=(
        "On at most three points, some law makes the disagreement coefficient as large as the star "
        "number or the inverse of the radius, and no law makes it larger than both."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="anything about the uniform law, under which it is often far smaller",
    source=Source("hanneke2015minimax", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=star_number_or_radius,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            linear_programs,
            scope="all classes on at most 3 points, all laws, six radii",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            laws_on_a_grid,
            scope="44 classes on at most 3 points, masses in quarters, r0 = 1/4",
            tier="normal",
        ),
    ),
    controls={
        "the inverse of the radius": lambda _, r0: 1 / r0,
        "the star number": lambda of, _: max(Fraction(1), Fraction(star_number(of))),
        "the VC dimension": lambda of, r0: max(Fraction(1), min(Fraction(of.vc_dimension), 1 / r0)),
    },
)
