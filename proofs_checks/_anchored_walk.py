r"""The walk of labels from a best threshold, under any law of finitely many instances, exactly.

To the right of a cut :math:`t^*` a higher cut gains where labels are negative and loses where
they are positive, to the left of it the other way round.  A *side* is a row of instances, going
away from the cut, each with its mass and the chance that its label favors those beyond.  The
cut is best if on no side a first part of it favors them on balance:

.. math:: \sum_{i \le j} w_i (2 q_i - 1) \le 0 \quad \text{for every } j .
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate, product
from math import comb
from typing import TypeAlias

# Mass and chance to favor, by instance, going away from the cut.
Side: TypeAlias = tuple[tuple[Fraction, Fraction], ...]

QUARTERS = tuple(Fraction(i, 4) for i in range(5))
HALVES = QUARTERS[::2]


def is_best(side: Side) -> bool:
    """Tell whether no part of a side next to the cut favors a cut beyond it."""
    return max(accumulate(w * (2 * q - 1) for w, q in side)) <= 0


def sides(masses: tuple[Fraction, ...], chances: tuple[Fraction, ...]) -> Iterator[Side]:
    """Yield the sides with these masses, chances from a list, and a best cut."""
    for found in product(chances, repeat=len(masses)):
        side = tuple(zip(masses, found, strict=True))
        if is_best(side):
            yield side


def reaches(n: int, k: int, *both: Side) -> Fraction:
    """Return the chance that a walk of ``n`` labels away from the cut reaches k on some side.

    Masses that are missing to 1 are of instances that no cut in question decides on.
    """
    stays, rest = {n: Fraction(1)}, Fraction(1)  # points left -> chance that no walk reached k
    for side in both:
        here: dict[tuple[int, int], Fraction] = {(m, 0): p for m, p in stays.items()}
        for mass, chance in side:
            here = _passed(here, k, mass / rest if rest else Fraction(0), chance)
            rest -= mass
        stays = {}
        for (m, _), p in here.items():
            stays[m] = stays.get(m, Fraction(0)) + p
    return 1 - sum(stays.values(), Fraction(0))


def _passed(
    here: dict[tuple[int, int], Fraction], k: int, share: Fraction, chance: Fraction
) -> dict[tuple[int, int], Fraction]:
    """Pass an instance that each point left has with probability ``share``; walks stay below k."""
    there: dict[tuple[int, int], Fraction] = {}
    for (m, place), p in here.items():
        for c in range(m + 1):
            at = p * comb(m, c) * share**c * (1 - share) ** (m - c)
            for up in range(c + 1) if at else ():
                to = place + 2 * up - c
                if to < k:
                    ways = at * comb(c, up) * chance**up * (1 - chance) ** (c - up)
                    there[m - c, to] = there.get((m - c, to), Fraction(0)) + ways
    return there


def fair(n: int, k: int) -> Fraction:
    """Return the chance that a fair walk of ``n`` steps reaches k, by counting walks."""
    stays = {0: 1}
    for _ in range(n):
        step: dict[int, int] = {}
        for place, ways in stays.items():
            for there in (place - 1, place + 1):
                if there < k:
                    step[there] = step.get(there, 0) + ways
        stays = step
    return 1 - Fraction(sum(stays.values()), 2**n)
