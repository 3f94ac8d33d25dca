"""Every order and side in which n instances can fall around a target, through the real CAL.

A label folds an instance to its signed example, the instance or the one opposite, which
is uniform on the open half circle around the target, whatever the target and whichever
side the instance came from.  CAL only compares signed examples, so their order and the
sides decide what it asks: n! orders and 2^n choices of sides, all equally likely.
"""

from collections import Counter
from fractions import Fraction
from functools import cache, reduce
from itertools import permutations, product
from math import factorial

from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.learners.cal import CAL, CALState
from altheory.spaces.circle import ArcUnion

TARGET = CircleSeparator(Fraction(1, 3))
QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)

State = CALState[Fraction, CircleSeparator]


def instance(place: Fraction, side: int) -> Fraction:
    """Return the instance, or the one opposite, at a place in (0, 1) of the half circle."""
    return (TARGET.direction - QUARTER + place / 2 + side * HALF) % 1


def after(places: tuple[tuple[Fraction, int], ...]) -> State:
    """Return what CAL knows after instances at these places and sides."""
    learner: CAL[Fraction, CircleSeparator] = CAL(CircleSeparators().version_space())
    return reduce(lambda s, p: learner.step(s, instance(*p), TARGET), places, learner.init())


@cache
def law(n: int) -> tuple[Fraction, ...]:
    """Return P(Q = q) for q = 0, ..., n over all orders and sides.

    >>> [str(p) for p in law(3)]
    ['0', '0', '1/3', '2/3']
    """
    places = [Fraction(i + 1, n + 1) for i in range(n)]
    count = Counter(
        after(tuple(zip(order, sides, strict=True))).queries
        for order in permutations(places)
        for sides in product((0, 1), repeat=n)
    )
    return tuple(Fraction(count[q], factorial(n) * 2**n) for q in range(n + 1))


@cache
def extremes_alone_matter() -> bool:
    """Return whether CAL asks exactly outside the extreme signed examples, and keeps those two.

    The states are no example, one, and two extremes on either side each; the next signed
    example lies before, at, between or after them, on either side.  CAL only compares, so
    what it does in these states it does after any number of instances.
    """
    first, last = Fraction(2, 5), Fraction(3, 5)
    sides = (0, 1)
    known = [(), *(((first, s),) for s in sides)]
    known += [((first, s), (last, t)) for s in sides for t in sides]
    nexts = [(Fraction(k, 10), s) for k in (1, 4, 5, 6, 9) for s in sides]
    return all(_as_the_extremes_say(before, new) for before in known for new in nexts)


def _as_the_extremes_say(
    known: tuple[tuple[Fraction, int], ...], new: tuple[Fraction, int]
) -> bool:
    state, later = after(known), after((*known, new))
    places = [place for place, _ in known]
    inside = bool(places) and min(places) <= new[0] <= max(places)
    low, high = min([*places, new[0]]), max([*places, new[0]])
    start = TARGET.direction - QUARTER
    kept = later.version_space.specific() == ArcUnion.closed(start + low / 2, start + high / 2)
    return later.queries - state.queries == int(not inside) and kept
