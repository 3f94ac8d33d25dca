r"""Two groups of equal points at a right angle: what density asks first, and what it leaves.

Group A has m points of uncertainty u, group B has r of uncertainty v, each in a direction of its
own, so points are alike within a group and unlike across, and with N = m + r

.. math:: u \cdot (m / N)^\beta \quad\text{and}\quad v \cdot (r / N)^\beta

are the scores.  After m questions the nearest neighbor says of all instances what it was told.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache
from itertools import product
from typing import NamedTuple, TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds


class Groups(NamedTuple):
    """Two groups of m > r points, the uncertainties u and v of their points, and beta."""

    m: int
    r: int
    u: int
    v: int
    beta: int


Left: TypeAlias = Callable[[Groups], Fraction]

ALONE = Groups(m=9, r=1, u=1, v=2, beta=1)
FEW = (ALONE, ALONE._replace(beta=0), Groups(m=2, r=1, u=1, v=3, beta=1))
PROGRAM = """\
from fractions import Fraction as F

# nine equal points, and one at a right angle to them that is twice as uncertain
similarity = lambda i, j: int((i < 9) == (j < 9))
density = [F(sum(similarity(i, j) for j in range(10)), 10) for i in range(10)]
uncertainty = 9 * [1] + [2]
scores = [u * d for u, d in zip(uncertainty, density)]
order = sorted(range(10), key=lambda i: -scores[i])
assert order[9] == 9  # asked last, though it is the most uncertain
# nine answers, all of one class: the last instance, of the other class, is called by the first
assert F(sum(i not in order[:9] for i in [9]), 10) == F(1, 10)  # the error that is left
"""


def scores(groups: Groups) -> tuple[Fraction, Fraction]:
    """Return the scores of a point of A and of one of B, summing over all similarities."""
    points = [0] * groups.m + [1] * groups.r
    density = [Fraction(sum(a == b for b in points), len(points)) for a in (0, 1)]
    return groups.u * density[0] ** groups.beta, groups.v * density[1] ** groups.beta


@cache
def shipped(groups: Groups) -> tuple[int, ...]:
    """Return the points in the order of the package's scores, the first 0, ..., m - 1 of A."""
    from altheory.acquisition import information_density, top_k

    pool = [[1.0, 0.0]] * groups.m + [[0.0, 1.0]] * groups.r
    uncertainty = [groups.u] * groups.m + [groups.v] * groups.r
    found = information_density(uncertainty, pool, beta=groups.beta)
    order: tuple[int, ...] = top_k(found, len(pool)).indices
    return order


def left(groups: Groups) -> Fraction:
    """Return the error after m questions, B being of another class, asked by these scores."""
    first, second = scores(groups)
    return Fraction(groups.r, groups.m + groups.r) if first > second else Fraction(0)


def pools(most: int) -> Iterator[Groups]:
    """Go through groups of up to so many points with scores that differ."""
    for m, u, v, beta in product(range(1, most + 1), (1, 2, 3), (1, 2, 3), (0, 1, 2)):
        every = (Groups(m, r, u, v, beta) for r in range(1, m))
        yield from (groups for groups in every if len(set(scores(groups))) == 2)


def compared(of: Left, several: Iterable[Groups]) -> Finding:
    """Compare with the error that is left, by exact scores and by the package's order."""
    count = 0
    for groups in several:
        computed, claimed = left(groups), of(groups)
        never = all(i < groups.m for i in shipped(groups)[: groups.m])
        if claimed != computed or never != (computed > 0):
            shown = Counterexample(arithmetic(computed, ">", claimed), PROGRAM)
            is_shown = groups == ALONE and claimed < computed
            return fails(
                f"{groups}",
                claimed=claimed,
                computed=computed,
                counterexample=shown if is_shown else None,
            )
        count += 1
    return holds(f"{count} pools of two groups")


def few_groups(of: Left, rng: np.random.Generator) -> Finding:
    """Try one point alone beside others, with density and without."""
    del rng
    return compared(of, FEW)


def more_groups(of: Left, rng: np.random.Generator) -> Finding:
    """Go through groups of up to six points."""
    del rng
    return compared(of, [ALONE, *pools(6)])


RANGE = "uncertainties 1, 2, 3, beta 0, 1, 2, scores that differ"
CHECKS: tuple[Check[Left], ...] = (
    Check(
        Method.EXHAUSTIVE,
        few_groups,
        scope="one point beside nine, with beta 1 and 0, and one beside two",
    ),
    Check(Method.EXHAUSTIVE, more_groups, scope=f"r < m <= 6, {RANGE}", tier="normal"),
)


def never_asked(groups: Groups) -> Fraction:
    """Return the share of B if density outweighs uncertainty, u m^beta > v r^beta, else 0."""
    m, r, u, v, beta = groups
    return Fraction(r, m + r) if u * m**beta > v * r**beta else Fraction(0)
