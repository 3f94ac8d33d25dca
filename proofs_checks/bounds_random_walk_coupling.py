r"""No law makes the best threshold look worse than fair labels do: the coupling theorem.

Let :math:`t^*` be best.  Going away from it, the labels are a walk that goes up where a label
favors cuts beyond; a learner drops :math:`t^*` if the walk reaches k.  Whatever the law,

.. math:: P\bigl(\max_t (k_{t^*} - k_t) \ge k\bigr) \le P(M_n \ge k) .

Here the left side is computed exactly for *all* laws of a grid: instances of given masses on one
or on both sides of the cut, each with any of the given chances, as long as the cut is best.  That
is what the proof by coupling says for every law; nothing is asked of the noise.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.bounds._walk import reaches as reflected
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._anchored_walk import HALVES, QUARTERS, Side, fair, reaches, sides

Laws: TypeAlias = Sequence[tuple[Side, ...]]
# What the chance to reach k in n labels does not exceed, from n and k.
Most: TypeAlias = Callable[[int, int], Fraction]

HALF, THIRD, QUARTER = Fraction(1, 2), Fraction(1, 3), Fraction(1, 4)


def reflection(n: int, k: int) -> Fraction:
    """Return the chance for a fair walk, by reflection."""
    return reflected(n, k).lo


def one_end(n: int, k: int) -> Fraction:
    """Return the chance that a fair walk ends at k or beyond."""
    return (reflection(n, k) + fair_end(n, k)) / 2


def fair_end(n: int, k: int) -> Fraction:
    """Return the chance that a fair walk ends exactly at k."""
    return reflection(n, k) - reflection(n, k + 1) if (n - k) % 2 == 0 else Fraction(0)


def compared(most: Most, n: int, laws: Laws) -> Finding:
    """Compare for every law and every k for which one side is worst."""
    for k in (k for k in range(1, n + 1) if k * k >= 3 * n - 2):
        claimed = most(n, k)
        for law in laws:
            chance = reaches(n, k, *law)
            if chance > claimed:
                shown = f"<= {float(claimed):.6g}"
                return fails(f"n={n}, k={k}: {law}", claimed=shown, computed=float(chance))
    return holds(f"n={n}, {len(laws)} laws")


def all_of(most: Most, sizes: range, laws: Laws) -> Finding:
    """Compare for samples of several sizes."""
    found = [compared(most, n, laws) for n in sizes]
    bad = next((f for f in found if f.outcome.value != "holds"), None)
    if bad:
        return bad
    return holds(f"{len(laws)} laws, n from {sizes[0]} to {sizes[-1]}, every k")


def one_side(most: Most, rng: np.random.Generator) -> Finding:
    """Take all laws of three instances on one side, in halves."""
    del rng
    laws: Laws = [(side,) for side in sides((THIRD, THIRD, THIRD), HALVES)]
    return all_of(most, range(1, 4), laws)


def both_sides(most: Most, rng: np.random.Generator) -> Finding:
    """Take all laws of two instances on either side, in halves."""
    del rng
    masses = (QUARTER, QUARTER)
    laws: Laws = list(product(sides(masses, HALVES), sides(masses, HALVES)))
    return all_of(most, range(2, 5), laws)


def in_quarters(most: Most, rng: np.random.Generator) -> Finding:
    """Take all laws of two instances on either side, and of three on one, in quarters."""
    del rng
    masses = (QUARTER, QUARTER)
    both = list(product(sides(masses, QUARTERS), sides(masses, QUARTERS)))
    one = [(side,) for side in sides((HALF, QUARTER, QUARTER), QUARTERS)]
    return all_of(most, range(2, 6), [*both, *one])


def attained(most: Most, rng: np.random.Generator) -> Finding:
    """Find the chance of fair walks itself, counted one by one, and the limit it is of."""
    del rng
    for n in range(1, 13):
        for k in range(1, n + 1):
            if fair(n, k) > most(n, k):
                shown = f"<= {float(most(n, k)):.6g}"
                return fails(f"fair, n={n}, k={k}", claimed=shown, computed=float(fair(n, k)))
    return holds("fair labels and a continuous law, n <= 12, every k, by counting walks")


CLAIM: Claim[Most] = Claim(
    key="bounds/random-walk/coupling",
    title="The labels around the best threshold are below a walk of fair coins",
    statement=(
        r"P\bigl(k_{t^*} - \min_t k_t \ge k\bigr) \le P(M_n \ge k) \quad "
        r"(k^2 \ge 3n - 2,\ n \le 3,\ \text{three instances on one side, chances in halves})"
    ),
    plain=(
        "For every law of three equally likely instances beyond the best threshold whose labels "
        "are sure or fair, up to 3 labels favor another threshold by k no more often than fair "
        "coins do somewhere along the walk."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "finite domain"}),
    does_not_say="that deviations from the mean, in either direction, are below those of coins",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=reflection,
    checks=(
        Check(Method.EXHAUSTIVE, one_side, scope="all laws in halves, three instances, n <= 3"),
        Check(
            Method.EXHAUSTIVE,
            both_sides,
            scope="all laws in halves, two instances on each side, 2 <= n <= 4",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            in_quarters,
            scope="all laws in quarters, two instances on each side or three on one, 2 <= n <= 5",
            tier="long",
        ),
        Check(Method.EXHAUSTIVE, attained, scope="fair labels, n <= 12, every k"),
    ),
    controls={
        "where the walk ends": one_end,
        "only beyond k": lambda n, k: reflection(n, k + 1),
        "one label fewer": lambda n, k: reflection(n - 1, k) if n > 1 else Fraction(0),
    },
    uses=("bounds/random-walk/split",),
)
