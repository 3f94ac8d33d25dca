r"""The hardest law to split a class under is that of a star.

For a class on at most three points, with :math:`\mathfrak s` its star number,
:math:`\tau` below the mass of every point, and edges longer than :math:`\varepsilon`,

.. math:: \Bigl\lfloor \sup_P \frac1\rho \Bigr\rfloor
    = \max\bigl(1, \min(\mathfrak s, \lceil 1/\varepsilon \rceil - 1)\bigr) .

Why no less: the edges of a star with mass more than :math:`\varepsilon` on each of k points,
where :math:`k < 1/\varepsilon`, are cut one by one.  Why less than :math:`1/\varepsilon`: some
point cuts more than :math:`\varepsilon` of the edges.  That the star number bounds it too is
gone through class by class.

It is often stated as :math:`\sup 1/\rho = \min(\mathfrak s, \lfloor 1/\varepsilon \rfloor)`,
which needs edges of :math:`\varepsilon` itself and the floor on the left.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.complexity.splitting import splitting_index
from altheory.complexity.star import star_number
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.spaces.finite import FiniteDistribution
from proofs_checks._small_classes import classes_on, star

Agrees: TypeAlias = Callable[[Fraction, int, Fraction], bool]
PARTS = 12
EPSILONS = tuple(Fraction(*e) for e in ((1, 4), (2, 5), (1, 2), (3, 5)))
PYTHON = """\
from fractions import Fraction as F

rows = ["---", "+--", "-+-", "--+"]
edges = [("+--", "-+-"), ("+--", "--+"), ("-+-", "--+")]  # each differs on 2/3 of the points
epsilon, star = F(3, 5), 3
assert all(F(sum(a != b for a, b in zip(*e)), 3) > epsilon for e in edges)
left = [max(sum(h[x] == g[x] == y for h, g in edges) for y in "-+") for x in range(3)]
rho = max(1 - F(k, 3) for k in left)  # no point splits these edges any better
assert 1 / rho == F(3, 2) > min(star, 1 // epsilon)
"""


def floors(inverse: Fraction, stars: int, epsilon: Fraction) -> bool:
    """Compare the integer part with the star number and the number of disjoint long edges."""
    return floor(inverse) == max(1, min(stars, ceil(1 / epsilon) - 1))


def literal(inverse: Fraction, stars: int, epsilon: Fraction) -> bool:
    """Compare as it is commonly stated."""
    return inverse == max(1, min(stars, floor(1 / epsilon)))


def laws(n: int) -> Iterator[FiniteDistribution]:
    """Go through the laws whose masses are multiples of 1/12."""
    if n == 1:
        yield FiniteDistribution([1])
    elif n == 2:
        yield from (FiniteDistribution([k, PARTS - k]) for k in range(PARTS + 1))
    else:
        pairs = ((a, b) for a in range(PARTS + 1) for b in range(PARTS + 1 - a))
        yield from (FiniteDistribution([a, b, PARTS - a - b]) for a, b in pairs)


@cache
def _settled(of: FiniteClass, law: tuple[Fraction, ...], lengths: frozenset[int]) -> Fraction:
    """Return the index of the edges that differ on one of the sets ``lengths``.

    Masses on which the same sets are long and the same points are possible make the same game.
    """
    measure = FiniteDistribution(law)
    long = min(_mass(law, s) for s in lengths)
    short = (_mass(law, s) for s in range(1 << of.n_points) if s not in lengths)
    least = max((m for m in short if m < long), default=Fraction(0))
    return splitting_index(of, least, min(w for w in law if w > 0), measure)


def _mass(law: tuple[Fraction, ...], points: int) -> Fraction:
    return sum((w for x, w in enumerate(law) if points >> x & 1), Fraction(0))


@cache
def games(n: int, epsilon: Fraction) -> tuple[tuple[tuple[Fraction, ...], frozenset[int]], ...]:
    """Return one law for each support and each family of sets that are longer than epsilon."""
    found: dict[tuple[frozenset[int], frozenset[int]], tuple[Fraction, ...]] = {}
    for law in laws(n):
        weights = law.weights
        lengths = frozenset(s for s in range(1, 1 << n) if _mass(weights, s) > epsilon)
        support = frozenset(x for x, w in enumerate(weights) if w > 0)
        found.setdefault((support, lengths), weights)
    return tuple((weights, lengths) for (_, lengths), weights in found.items())


def supremum(of: FiniteClass, epsilon: Fraction) -> Fraction:
    """Return the largest 1/rho under any of the laws."""
    return max(1 / _settled(of, law, lengths) for law, lengths in games(of.n_points, epsilon))


def every(agrees: Agrees, classes: Iterable[FiniteClass]) -> Finding:
    """Compare class after class."""
    found = 0
    for of in classes:
        for epsilon in EPSILONS:
            inverse, stars = supremum(of, epsilon), star_number(of)
            found += 1
            if not agrees(inverse, stars, epsilon):
                where = f"class {of.table()['hypotheses']}, epsilon {epsilon}, star number {stars}"
                return fails(where, computed=inverse, counterexample=_witness(of, epsilon))
    return holds(f"{found} pairs of a class and an epsilon")


def _witness(of: FiniteClass, epsilon: Fraction) -> Counterexample | None:
    if of != star(3) or epsilon != Fraction(3, 5):
        return None
    names = {"inverse": Fraction(3, 2), "claimed": Fraction(1)}
    return Counterexample(arithmetic("inverse", ">", "claimed", names), PYTHON)


def a_star(agrees: Agrees, rng: np.random.Generator) -> Finding:
    """Look at the star of three points at 3/5, then at stars and cubes."""
    del rng
    inverse = supremum(star(3), Fraction(3, 5))
    if not agrees(inverse, 3, Fraction(3, 5)):
        witness = _witness(star(3), Fraction(3, 5))
        return fails("the star of three points", computed=inverse, counterexample=witness)
    return every(agrees, [star(3), star(2), FiniteClass(2, range(4)), FiniteClass(2, [0])])


def two_points(agrees: Agrees, rng: np.random.Generator) -> Finding:
    """Look at every class on one or two points."""
    del rng
    return every(agrees, [*classes_on(1), *classes_on(2)])


def three_points(agrees: Agrees, rng: np.random.Generator) -> Finding:
    """Look at every class on three points."""
    del rng
    return every(agrees, classes_on(3))


CHECKS: tuple[Check[Agrees], ...] = (
    Check(Method.EXHAUSTIVE, a_star, scope="four classes, masses in twelfths"),
    Check(
        Method.EXHAUSTIVE, two_points, scope="all classes on 2 points, in twelfths", tier="normal"
    ),
    Check(
        Method.EXHAUSTIVE, three_points, scope="all classes on 3 points, in twelfths", tier="long"
    ),
)

CLAIM: Claim[Agrees] = Claim(
    key="complexity/splitting/star-number",
    title="Splitting index and star number",
    statement=(
        r"\lfloor \sup_P 1/\rho \rfloor = \max(1, \min(\mathfrak s,"
        r" \lceil 1/\varepsilon \rceil - 1)), \quad |\mathcal X| \le 3,\ \varepsilon \in"
        r" \{\tfrac14, \tfrac25, \tfrac12, \tfrac35\},\ 12 P(x) \in \mathbb N"
    ),
    plain=(
        "On at most three points with masses in twelfths, the hardest law lets a question settle "
        "one of as many doubts as the largest star has points, or as are that long."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that the index is the inverse of an integer: of a triangle it is 2/3",
    source=Source(
        "hanneke2015minimax",
        match="related",
        difference="without the floor and with 1/epsilon rounded down as commonly stated",
    ),
    expected=Verdict.PROVED,
    formula=floors,
    checks=CHECKS,
    controls={
        "the star number alone": lambda inverse, stars, _: floor(inverse) == max(1, stars),
        "epsilon alone": lambda inverse, _, epsilon: floor(inverse) == ceil(1 / epsilon) - 1,
        "without the floor": lambda inverse, stars, epsilon: (
            inverse == max(1, min(stars, ceil(1 / epsilon) - 1))
        ),
    },
)
