r"""A table is at most as anonymous as its least anonymous column, and may not be anonymous at all.

Rows that are equal are equal in each column, so if two columns occur k1 and k2 times at least,

.. math:: 1 \le k \le \min(k_1, k_2),

and both ends are met: the upper one where the columns tell the same apart, the lower one by k1 k2
rows in which every pair of values occurs once.
"""

from collections.abc import Callable
from functools import cache
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds

Range: TypeAlias = Callable[[int, int], tuple[int, int]]  # of k1 and k2: the least k, the largest

ROWS = 7  # at most, which suffices for the pairs below
PAIRS = ((1, 1), (1, 2), (2, 2), (2, 3))
PYTHON = """\
from collections import Counter

table = [("f", "north"), ("f", "south"), ("m", "north"), ("m", "south")]
for column in zip(*table):
    assert min(Counter(column).values()) == 2  # each column alone is 2-anonymous
assert max(Counter(table).values()) == 1  # and every row is unique
"""


@cache
def attained(first: int, second: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the least and the largest k for each pair of k1 <= k2, over all tables of counts.

    A table with ``first`` values in one column and ``second`` in the other is, up to the order
    of its rows, how often each pair of values occurs.
    """
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for counts in product(range(ROWS + 1), repeat=first * second):
        if not 0 < sum(counts) <= ROWS:
            continue
        k = min(c for c in counts if c)
        ones = (sum(counts[i * second : (i + 1) * second]) for i in range(first))
        others = (sum(counts[j::second]) for j in range(second))
        pair = min(c for c in ones if c), min(c for c in others if c)
        low, high = found.get(pair, (k, k))
        found[pair] = min(low, k), max(high, k)
    return found


def compared(formula: Range, first: int, second: int) -> Finding:
    """Compare the range of k with the one that is attained."""
    found = attained(first, second)
    for pair in PAIRS:
        if pair in found and formula(*pair) != found[pair]:
            is_shown = pair == (2, 2) and formula(*pair) == (2, 2)
            shown = Counterexample(arithmetic(1, "<", 2, {}), PYTHON) if is_shown else None
            where = f"columns that are {pair[0]}- and {pair[1]}-anonymous"
            return fails(where, claimed=formula(*pair), computed=found[pair], counterexample=shown)
    return holds(f"pairs {PAIRS}, {first} and {second} values")


def between(k1: int, k2: int) -> tuple[int, int]:
    """Return 1 and the smaller of the two."""
    return 1, min(k1, k2)


def two_values(formula: Range, rng: np.random.Generator) -> Finding:
    """Go through the tables of two values in each column."""
    del rng
    return compared(formula, 2, 2)


def three_values(formula: Range, rng: np.random.Generator) -> Finding:
    """Go through the tables of two values in one column and three in the other."""
    del rng
    return compared(formula, 2, 3)


CHECKS: tuple[Check[Range], ...] = (
    Check(Method.EXHAUSTIVE, two_values, scope="two values a column, 1 to 7 rows"),
    Check(
        Method.EXHAUSTIVE,
        three_values,
        scope="two values in one column, three in the other, 1 to 7 rows",
        tier="normal",
    ),
)

CLAIM: Claim[Range] = Claim(
    key="play/k-anonymity/projections",
    title="A table is between not at all and as anonymous as its least anonymous column",
    statement=(
        r"1 \le k \le \min(k_1, k_2), \text{ both attained}, \quad (k_1, k_2) \in "
        r"\{(1, 1), (1, 2), (2, 2), (2, 3)\}, \; n \le 7"
    ),
    plain=(
        "Knowing that each fact alone is shared by several people bounds the anonymity of the "
        "table from above, and not from below: together they may single out everybody; checked for "
        "columns that are 1- to 3-anonymous, in tables of up to seven rows."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="how anonymous a given table is, or that more rows leave both ends attained",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=between,
    checks=CHECKS,
    controls={
        "as its columns": lambda k1, k2: (min(k1, k2), min(k1, k2)),
        "the product of both": lambda k1, k2: (1, k1 * k2),
        "as the better column": lambda k1, k2: (1, max(k1, k2)),
        "never": lambda *_: (1, 1),
    },
)
