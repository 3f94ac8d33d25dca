r"""Farthest-first traversal is within a factor of 2 of the best centers, whatever its first one.

.. math:: \max_x \min_{c \in \text{greedy}} \|x - c\|
          \le 2 \min_{|C| = k} \max_x \min_{c \in C} \|x - c\| ,

and 2 is reached: of 0, 1, 2 the first is farthest from 2, and 1 is within 1 of all.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import chain

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds
from proofs_checks._point_sets import Point, best, in_square, on_line, squared_radius

THREE: tuple[Point, ...] = ((0,), (1,), (2,))


def compared(factor: Fraction, several: Iterable[Sequence[Point]]) -> Finding:
    """Compare the centers that the package returns with the best, for every first one."""
    from altheory.acquisition import k_center

    count, reached = 0, Fraction(0)
    for pool in several:
        for k in range(1, len(pool)):
            least = best(pool, k)
            for first in range(len(pool)):
                found = squared_radius(pool, k_center(pool, k, first).indices)
                if found > factor**2 * least:
                    where = f"{pool}, k = {k}, from {pool[first]}"
                    return fails(where, claimed=f"{factor}^2 * {least}", computed=found)
                reached = max(reached, Fraction(found, least)) if least else reached
                count += 1
    return holds(f"{count} searches", claimed=factor**2, computed=reached)


def needed(factor: Fraction, several: Iterable[Sequence[Point]]) -> Finding:
    """Require as well that some search needs all of the factor."""
    found = compared(factor, several)
    if found.outcome is Outcome.HOLDS and found.computed != str(factor**2):
        return fails("no search needs it", claimed=factor**2, computed=found.computed)
    return found


def few_sets(factor: Fraction, rng: np.random.Generator) -> Finding:
    """Try the points 0, 1, 2 and a few corners of a square."""
    del rng
    return needed(factor, chain([THREE], in_square(3, 2)))


def many_sets(factor: Fraction, rng: np.random.Generator) -> Finding:
    """Go through sets on a line and in a square."""
    del rng
    return needed(factor, chain(on_line(4, 4), in_square(4, 3)))


def random_points(factor: Fraction, rng: np.random.Generator) -> Finding:
    """Try three to seven random points of a plane, with every number of centers."""
    found = rng.integers(0, 9, size=(int(rng.integers(3, 8)), 2))
    return compared(factor, [tuple(map(tuple, found.tolist()))])


CLAIM: Claim[Fraction] = Claim(
    key="acquisition/k-center/factor",
    title="Farthest-first centers are within a factor of 2 of the best",
    statement=(
        r"\max_x \min_{c \in \text{greedy}} \|x - c\| \le 2 \min_{|C| = k} \max_x \min_{c \in C}"
        r" \|x - c\|, \text{ and no smaller factor does}, \quad"
        r" X \subset \{0, \dots, 4\} \text{ or } \{0, 1, 2\}^2,\ |X| = 4,\ k \le 3"
    ),
    plain=(
        "Taking the farthest point again and again never needs more than twice the smallest "
        "radius, and twice is needed from 0 for the points 0, 1, 2; on all sets of four integers "
        "up to 4 and of four points of a 3 by 3 grid, from every first center."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that a learner's loss is small where the radius is: that needs much more",
    source=Source("gonzalez1985"),
    expected=Verdict.PROVED,
    formula=Fraction(2),
    checks=(
        Check(Method.EXHAUSTIVE, few_sets, scope="0, 1, 2, and three corners of a square"),
        Check(
            Method.EXHAUSTIVE,
            many_sets,
            scope="four of 0, ..., 4, copies included, and four of a 3 by 3 grid, k <= 3",
            tier="normal",
        ),
    ),
    controls={
        "1.9": Fraction(19, 10),
        "the root of 3": Fraction(1733, 1000),
        "best": Fraction(1),
        "2.1": Fraction(21, 10),
        "3": Fraction(3),
    },
    attack=random_points,
)
