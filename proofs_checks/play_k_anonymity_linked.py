r"""k-anonymity bounds the chance to find somebody's row, and not the chance to tell the diagnosis.

Who knows a person's generalized facts finds a class of at least k rows, one of which is theirs.
Guessing the row is right with 1 / |C| <= 1 / k; guessing the most frequent diagnosis of the class
is right with its share, which is 1 in a class of one diagnosis:

.. math:: \max_{k\text{-anonymous}} P(\text{row}) = \frac1k, \qquad
          \max_{k\text{-anonymous}} P(\text{diagnosis}) = 1 .
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds

Chances: TypeAlias = tuple[Fraction, Fraction]
Worst: TypeAlias = Callable[[int], Chances]  # of k: to find the row, to tell the diagnosis

PYTHON = """\
from collections import Counter
from fractions import Fraction as F

table = [("1960-1979", "asthma"), ("1960-1979", "asthma"), ("1980-1999", "asthma"),
         ("1980-1999", "diabetes")]
sizes = Counter(born for born, _ in table)
assert min(sizes.values()) == 2  # 2-anonymous
chance = max(F(n, sizes[born]) for (born, _), n in Counter(table).items())
assert chance == 1 > F(1, 2)  # of the diagnosis, in the first class
"""


def worst(k: int) -> Chances:
    """Return 1 / k and 1."""
    return Fraction(1, k), Fraction(1)


def attained(k: int, most: int) -> Chances:
    """Return the largest chances over tables of one or two classes and two diagnoses."""
    classes = [c for c in product(range(most + 1), repeat=2) if k <= sum(c) <= most]
    tables = [*((c,) for c in classes), *product(classes, repeat=2)]
    rows = max(Fraction(1, sum(c)) for table in tables for c in table)
    return rows, max(Fraction(max(c), sum(c)) for table in tables for c in table)


def compared(formula: Worst, several: Sequence[int], more: int) -> Finding:
    """Compare both chances, in classes of up to k + ``more`` rows."""
    for k in several:
        found = attained(k, k + more)
        if formula(k) != found:
            is_shown = formula(k)[1] < found[1] and k == 2
            certificate = arithmetic(formula(k)[1], "<", 1, {}) if is_shown else None
            return fails(
                f"k = {k}",
                claimed=formula(k)[1],
                computed=found[1],
                counterexample=Counterexample(certificate, PYTHON) if certificate else None,
            )
    return holds(f"k in {tuple(several)}, classes of up to k + {more} rows")


def small_k(formula: Worst, rng: np.random.Generator) -> Finding:
    """Take k = 2 and 3."""
    del rng
    return compared(formula, (2, 3), 1)


def larger_k(formula: Worst, rng: np.random.Generator) -> Finding:
    """Take k up to 6."""
    del rng
    return compared(formula, (2, 3, 4, 5, 6), 2)


CHECKS: tuple[Check[Worst], ...] = (
    Check(Method.EXHAUSTIVE, small_k, scope="k in {2, 3}, one or two classes of k or k + 1 rows"),
    Check(
        Method.EXHAUSTIVE,
        larger_k,
        scope="k from 2 to 6, one or two classes of k to k + 2 rows",
        tier="normal",
    ),
)

CLAIM: Claim[Worst] = Claim(
    key="play/k-anonymity/linked",
    title="k-anonymity bounds the chance of the row and not that of the diagnosis",
    statement=(
        r"\max P(\text{row}) = \tfrac1k, \quad \max P(\text{diagnosis}) = 1, \quad "
        r"2 \le k \le 6, \text{ one or two classes of } k \text{ to } k + 2 \text{ rows}"
    ),
    plain=(
        "In a k-anonymous table a person's row is found with a chance of at most one in k, but "
        "their diagnosis is told for certain if all rows like theirs share it; checked for k from "
        "2 to 6, and one or two classes of up to k + 2 rows."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that classes of one diagnosis are frequent, or what somebody knows who knows more than "
        "the generalized facts"
    ),
    source=Source("machanavajjhala2006"),
    expected=Verdict.PROVED,
    formula=worst,
    checks=CHECKS,
    controls={
        "the diagnosis as the row": lambda k: (Fraction(1, k), Fraction(1, k)),
        "one row does not have it": lambda k: (Fraction(1, k), 1 - Fraction(1, k)),
        "the row by elimination": lambda k: (Fraction(1, k - 1), Fraction(1)),
    },
)
