r"""How far the greedy pair is from the pair of the largest determinant: less than a factor of 4.

Greedily the longest vector :math:`v` is taken first, then the one with most beside it.  With the
best pair :math:`a, b`, and r the squared length that the greedy second has beside v,

.. math:: \det K_{\{a, b\}} = |a \wedge b|^2 < 4\, |v|^2 r ,

as :math:`|a \wedge b| \le |a|\,|b_\perp| + |b|\,|a_\perp|` and :math:`|a|, |b| \le |v|`, where
:math:`\perp` is what is left beside v.  Nothing less than 4 does: of (N, 0) and (N - 1, 1),
(N - 1, -1) greedy takes the first and has :math:`N^2`, while the other two have
:math:`4 (N - 1)^2`.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.numeric.directions import dot

Vector: TypeAlias = tuple[int, ...]
PROGRAM = """\
v, a, b = (10, 0), (9, 1), (9, -1)

def volume(x, y):  # the squared area that two vectors span
    return (x[0] * y[1] - x[1] * y[0]) ** 2

assert v == max((v, a, b), key=lambda x: x[0] ** 2 + x[1] ** 2)  # greedy takes it first
assert volume(v, a) == volume(v, b) == 100
assert volume(a, b) == 324
"""


def volume(x: Vector, y: Vector) -> int:
    """Return the determinant of the kernel of two vectors."""
    return dot(x, x) * dot(y, y) - dot(x, y) ** 2


def fan(n: int) -> tuple[Vector, ...]:
    """Return a longest vector between two that are hardly shorter."""
    return ((n, 0), (n - 1, 1), (n - 1, -1))


def ratio(pool: Sequence[Vector]) -> Fraction:
    """Return the largest determinant of a pair over that of the pair that the package takes."""
    from altheory.acquisition import determinantal

    i, j = determinantal([[dot(a, b) for b in pool] for a in pool], 2).indices
    best = max(volume(a, b) for a, b in combinations(pool, 2))
    return Fraction(best, volume(pool[i], pool[j]))


def compared(factor: Fraction, several: Iterable[Sequence[Vector]]) -> Finding:
    """Compare the factor of each pool, and how near it is come to."""
    count = 0
    for n in (10, 100, 1000):  # reached up to (1 - 1/n)^2
        found, claimed = ratio(fan(n)), factor * Fraction(n - 1, n) ** 2
        if found != claimed:
            certificate = arithmetic(("^", ("*", 2, n - 1), 2), ">", ("^", n, 2))
            shown = Counterexample(certificate, PROGRAM)
            return fails(
                f"{fan(n)}",
                claimed=claimed,
                computed=found,
                counterexample=shown if n == 10 else None,
            )
    for pool in several:
        if (found := ratio(pool)) >= factor:
            return fails(f"{pool}", claimed=f"less than {factor}", computed=found)
        count += 1
    return holds(f"{count} pools, and three that come near", claimed=factor, computed=4)


def near_the_factor(factor: Fraction, rng: np.random.Generator) -> Finding:
    """Try the pools that come near, and a square."""
    del rng
    return compared(factor, [((1, 0), (0, 1), (1, 1), (2, 1))])


def triples(factor: Fraction, rng: np.random.Generator) -> Finding:
    """Go through triples of vectors in the plane that span it, and of a few in space."""
    del rng
    plane = [x for x in product(range(-1, 3), range(3)) if any(x)]
    space = [x for x in product((0, 1, 2), repeat=3) if any(x)]
    flat = (some for some in combinations(plane, 3) if any(map(volume, some, some[1:])))
    deep = (some for some in combinations(space[::2], 3) if any(map(volume, some, some[1:])))
    return compared(factor, (*flat, *deep))


CHECKS: tuple[Check[Fraction], ...] = (
    Check(Method.EXHAUSTIVE, near_the_factor, scope="four pools in the plane"),
    Check(
        Method.EXHAUSTIVE,
        triples,
        scope="triples from {-1, ..., 2} x {0, 1, 2}, and of 13 vectors in {0, 1, 2}^3",
        tier="normal",
    ),
)

CLAIM: Claim[Fraction] = Claim(
    key="acquisition/determinants/greedy-factor",
    title="The greedy pair has more than a quarter of the largest determinant",
    statement=(
        r"\max_{i, j} \det K_{\{i, j\}} < 4 \det K_{\text{greedy}}, \text{ up to } 4 (1 -"
        r" \tfrac1n)^2 \text{ for } n = 10, 100, 1000, \quad K = V V^\top,\ V \text{ of three"
        r" integer vectors, in } \{-1, \dots, 2\} \times \{0, 1, 2\} \text{ or of 13 in }"
        r" \{0, 1, 2\}^3"
    ),
    plain=(
        "Taking the longest instance, then the one that adds most, gives more than a quarter of "
        "the largest determinant of a pair, and no larger part can be promised; on triples of "
        "small integer vectors."
    ),
    relation="upper",
    does_not_say="anything of larger batches, where the factor grows",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=Fraction(4),
    checks=CHECKS,
    controls={
        "3.9": Fraction(39, 10),
        "2": Fraction(2),
        "5": Fraction(5),
    },
)
