r"""The game behind hitting arguments, decided by weak duality over all its strategies.

There are m disjoint intervals so long that no answer suits two of them.  As long as the
answers to all questions are -1, what matters is the set S of intervals in which the
learner asked, and the interval i that its final answer suits, if any: a *play* (S, i).
On interval j it succeeds only if j is in S, since a +1 may tell all, or i = j; on the
empty set only if i is none, where an answer that suits an interval does not suit the
empty set (k = 1), and always where it may suit both (k = 0).  A learner is a law on plays
that succeeds on each target with probability at least :math:`1 - \delta`; it pays
:math:`\mathbb E |S|`.

On every play the successes that count are at most :math:`|S| + 1`.  Hence
:math:`\mathbb E |S| \ge (m + k)(1 - \delta) - 1`.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import chain, combinations
from typing import NamedTuple, TypeAlias

NONE = -1


class Play(NamedTuple):
    """Where the learner asks, and which interval its answer suits."""

    asked: frozenset[int]
    suits: int


Law: TypeAlias = Mapping[Play, Fraction]


def plays(intervals: int) -> Iterator[Play]:
    """Yield every play."""
    each = range(intervals)
    subsets = chain.from_iterable(combinations(each, k) for k in range(intervals + 1))
    for asked in map(frozenset, subsets):
        yield from (Play(asked, i) for i in (NONE, *each))


def successes(play: Play, *, empty_counts: bool) -> frozenset[int]:
    """Return the targets on which a play succeeds; the empty set is -1 and may not count."""
    suited = {play.suits} if empty_counts or play.suits != NONE else set[int]()
    return play.asked | suited


def dearest_success(intervals: int, *, empty_counts: bool) -> int:
    """Return by how much the successes of a play exceed its price, at most."""
    return max(
        len(successes(play, empty_counts=empty_counts)) - len(play.asked)
        for play in plays(intervals)
    )


def cheapest(intervals: int, delta: Fraction, *, empty_counts: bool) -> Law:
    r"""Return a law on plays that meets the bound, for delta small enough.

    If the empty set counts, guess an interval with probability delta, and otherwise ask
    everywhere or nowhere.  If not, always guess, and ask everywhere else or nowhere.
    """
    m, each, nowhere = intervals, range(intervals), frozenset[int]()
    everywhere = frozenset(each)
    if empty_counts:
        often = 1 - delta - delta / m  # where each interval must be asked in, beside the guess
        law = {Play(nowhere, i): delta / m for i in each}
        law |= {Play(everywhere, NONE): often, Play(nowhere, NONE): 1 - delta - often}
        return law
    often = (m * (1 - delta) - 1) / (m - 1)
    law = {Play(everywhere - {i}, i): often / m for i in each}
    return law | {Play(nowhere, i): (1 - often) / m for i in each}


def price(law: Law) -> Fraction:
    """Return the mean number of intervals asked in."""
    return sum((p * len(play.asked) for play, p in law.items()), Fraction(0))


def least_success(law: Law, intervals: int, *, empty_counts: bool) -> Fraction:
    """Return the success probability on the worst target, or refuse what is no law."""
    if sum(law.values()) != 1 or min(law.values()) < 0:
        return Fraction(0)
    targets = range(NONE if empty_counts else 0, intervals)

    def on(target: int) -> Fraction:
        hits = (
            p for play, p in law.items() if target in successes(play, empty_counts=empty_counts)
        )
        return sum(hits, Fraction(0))

    return min(map(on, targets))
