from fractions import Fraction
from itertools import accumulate
from math import comb

from proofs_checks._looks import TRIPLING, ever_misses, windows

LEVEL = Fraction(1, 5)


def test_an_interval_keeps_one_half_iff_neither_tail_is_below_half_of_its_level():
    found = windows(lambda look: LEVEL / look)
    assert len(found) == TRIPLING[-1]
    for look, n in enumerate(TRIPLING, 1):
        tails = list(accumulate(comb(n, k) for k in range(n + 1)))
        half = LEVEL / look / 2 * 2**n
        kept = [k for k in range(n + 1) if min(tails[k], tails[n - k]) >= half]
        assert found[n - 1] == (kept[0], kept[-1])
    free = [n for n in range(1, TRIPLING[-1] + 1) if n not in TRIPLING]
    assert all(found[n - 1] == (0, n) for n in free)


def test_who_never_doubts_never_misses_and_more_doubt_misses_more():
    never, sometimes = (
        ever_misses(lambda _look: Fraction(1, 10**200)),
        ever_misses(lambda _look: LEVEL),
    )
    assert never == 0 < sometimes
