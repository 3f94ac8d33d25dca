r"""Whether two scores rank rows alike: least confidence, margin and entropy.

Two scores contradict each other on a pair of rows if each prefers another one strictly.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds, unknown
from proofs_checks._identities import chain
from proofs_checks._logarithms import Row, entropy, less, rows

Alike: TypeAlias = Callable[[int, str, str], bool]  # classes, and two of SCORES
Pair: TypeAlias = tuple[Row, Row]

SCORES = ("least confidence", "margin", "entropy")
PAIRS = tuple(combinations(SCORES, 2))


def row(*percent: int) -> Row:
    """Return a distribution from percentages."""
    return tuple(Fraction(p, 100) for p in percent)


TWO, ONE = row(50, 50, 0), row(52, 24, 24)
WITNESSES: tuple[Pair, ...] = ((TWO, ONE), (TWO, row(40, 30, 30)))
PROGRAM = """\
from math import log

def entropy(row):
    return -sum(p * log(p) for p in row if p)

p, q = [0.5, 0.5, 0.0], [0.52, 0.24, 0.24]
assert 1 - max(p) > 1 - max(q)  # least confidence asks p
assert entropy(p) < entropy(q)  # entropy asks q: 1 bit against 1.479
"""


def prefers(score: str, p: Row, q: Row) -> int:
    """Return 1 if p is more uncertain than q, -1 if it is less, 0 if neither."""
    if score == "entropy":
        return (entropy(p) - entropy(q)).sign
    first, second = (sorted(of, reverse=True) for of in (p, q))
    a, b = first[0], second[0]
    if score == "margin":
        a, b = a - first[1], b - second[1]
    return (b > a) - (b < a)


def padded(classes: int) -> Iterator[Pair]:
    """Yield the witnesses, with further classes of probability 0."""
    for pair in WITNESSES:
        p, q = ((*of, *(Fraction(0),) * (classes - 3)) for of in pair)
        yield p, q


def pairs(classes: int, d: int) -> Iterator[Pair]:
    """Yield pairs of rows: with two classes, all with entries k/d."""
    if classes == 2:
        yield from combinations([of for of in rows(2, d) if of[0] >= of[1]], 2)
    else:
        yield from padded(classes)


def compared(alike: Alike, d: int) -> Finding:
    """Look for pairs of rows that two scores rank differently."""
    for classes in (2, 3, 4):
        for a, b in PAIRS:
            agree = all(prefers(a, p, q) == prefers(b, p, q) for p, q in pairs(classes, d))
            claimed = alike(classes, a, b)
            if claimed != agree:
                shown = Counterexample(less(entropy(TWO), entropy(ONE)), PROGRAM)
                is_shown = claimed and (a, b) == ("least confidence", "entropy")
                return fails(
                    f"{a} and {b}, {classes} classes",
                    claimed=claimed,
                    computed=agree,
                    counterexample=shown if is_shown else None,
                )
    return holds(f"three pairs of scores; two classes with entries k/{d}, three and four classes")


def some_rows(alike: Alike, rng: np.random.Generator) -> Finding:
    """Compare rows of two classes with entries k/8, and two pairs of rows of more."""
    del rng
    return compared(alike, 8)


def more_rows(alike: Alike, rng: np.random.Generator) -> Finding:
    """Compare rows of two classes with entries k/40, and two pairs of rows of more."""
    del rng
    return compared(alike, 40)


def by_derivatives(alike: Alike, rng: np.random.Generator) -> Finding:
    """Differentiate by the larger of two probabilities, (1 + s) / (2 + s): all three decrease."""
    del rng
    p, s = sp.Symbol("p"), sp.Symbol("s", positive=True)
    scores = {
        "least confidence": 1 - p,
        "margin": -(p - (1 - p)),
        "entropy": -p * sp.log(p) - (1 - p) * sp.log(1 - p),
    }

    def steps() -> Iterator[Finding]:
        for name, score in scores.items():
            slope = sp.logcombine(sp.diff(score, p).subs(p, (1 + s) / (2 + s)), force=True)
            slope = sp.simplify(slope)
            yield holds(name) if slope.is_negative else unknown(f"{name}: slope {slope}")
        for a, b in PAIRS:
            yield holds(a) if alike(2, a, b) else fails(f"{a} and {b}", claimed=False)

    return chain(steps(), "two classes: each score falls strictly with the larger probability")


def shipped(alike: Alike, rng: np.random.Generator) -> Finding:
    """Rank rows by what the package returns; rounding does not turn entries k/16."""
    from altheory.acquisition import entropy as of_entropy
    from altheory.acquisition import least_confidence, margin

    del rng
    for classes in (2, 3, 4):
        several = list(pairs(classes, 16))
        table = np.array([[[float(x) for x in of] for of in pair] for pair in several])
        flat = table.reshape(-1, classes)
        scores = (least_confidence(flat), -margin(flat), of_entropy(flat))
        found = [np.sign(np.diff(of.reshape(-1, 2), axis=1)).tolist() for of in scores]
        for (a, x), (b, y) in combinations(zip(SCORES, found, strict=True), 2):
            if alike(classes, a, b) != (x == y):
                where = f"{a} and {b} of the package, {classes} classes"
                return fails(where, claimed=alike(classes, a, b), computed=x == y)
    return holds("the package's scores, rows of two classes with entries k/16 and the witnesses")


CHECKS: tuple[Check[Alike], ...] = (
    Check(
        Method.EXHAUSTIVE,
        some_rows,
        scope="two classes with entries k/8; for more classes pairs of rows that are told apart",
    ),
    Check(Method.EXHAUSTIVE, more_rows, scope="the same with entries k/40", tier="normal"),
    Check(Method.ENCLOSURE, shipped, scope="two classes with entries k/16, as the package does"),
)


def two_only(classes: int, a: str, b: str) -> bool:
    """Decide whether two scores rank all rows alike: with two classes."""
    return classes == 2 or a == b
