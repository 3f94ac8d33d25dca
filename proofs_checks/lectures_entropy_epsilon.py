r"""Lecture notes: the entropy of the mean prediction, with 1e-8 within the logarithm.

Read as an entropy, which is never negative and 0 only where one class is certain,

.. math:: \operatorname{sgn}\Bigl(-\sum_c p_c \ln(p_c + 10^{-8})\Bigr) = \operatorname{sgn} H(p)
          \quad\text{(false)}.

What is certain scores :math:`-\ln(1 + 10^{-8}) < 0`: less than no uncertainty at all.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._logarithms import Row, rows
from proofs_checks.acquisition_entropy_epsilon import power

Sign: TypeAlias = Callable[[Row], int]
EPSILON = Fraction(1, 10**8)
PROGRAM = """\
from fractions import Fraction as F

# The score of a certain class, -(1 ln(1 + e)): its sign is that of 1 - (1 + e).
p, e = [F(0), F(1), F(0)], F(1, 10**8)
product = F(1)
for q in p:
    product *= (q + e) ** int(q)  # exp(-score), exactly: q is 0 or 1
assert product > 1  # so the score is below 0
"""


def of_entropy(row: Row) -> int:
    """Return the sign of the entropy: 0 where one class is certain."""
    return int(max(row) < 1)


def compared(sign: Sign, sizes: Iterable[tuple[int, int]]) -> Finding:
    """Compare with the sign of the score, by a product of rationals."""
    count = 0
    for classes, d in sizes:
        for row in rows(classes, d):
            product = power(row, lambda p: p + EPSILON, d)  # exp(-d score)
            found = int(product < 1) - int(product > 1)
            if sign(row) != found:
                shown = None
                if max(row) == 1:
                    certain = arithmetic(("+", 1, EPSILON), ">", 1)
                    shown = Counterexample(certain, PROGRAM)
                where = f"the distribution {', '.join(map(str, row))}"
                return fails(where, claimed=sign(row), computed=found, counterexample=shown)
            count += 1
    return holds(f"{count} distributions")


def small(sign: Sign, rng: np.random.Generator) -> Finding:
    """Go through distributions over up to three classes."""
    del rng
    return compared(sign, [(2, 4), (3, 3)])


def larger(sign: Sign, rng: np.random.Generator) -> Finding:
    """Go through distributions over up to five classes."""
    del rng
    return compared(sign, [(c, d) for c in range(2, 6) for d in range(1, 9)])


CLAIM: Claim[Sign] = Claim(
    key="lectures/entropy-epsilon",
    title="With 1e-8 within the logarithm it is an entropy",
    statement=(
        r"\operatorname{sgn}\bigl(-\textstyle\sum_c p_c \ln(p_c + 10^{-8})\bigr)"
        r" = \operatorname{sgn} H(p)"
    ),
    plain=(
        "The score of the notes' listing is an entropy, at least 0: false, what is certain gets "
        "less than 0."
    ),
    does_not_say=(
        "that the listing ever prints a negative number: in single precision 1 + 1e-8 is 1; nor "
        "that its ranking is wrong, unless entropies differ by no more than that"
    ),
    relation="counterexample",
    source=Source(
        "lecturenotes",
        locator="MC Dropout",
        match="related",
        difference="the notes give code; that its score is an entropy is read into it",
    ),
    expected=Verdict.REFUTED,
    formula=of_entropy,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="C <= 3, d <= 4"),
        Check(Method.EXHAUSTIVE, larger, scope="C <= 5, d <= 8", tier="normal"),
    ),
    controls={
        "always positive": lambda _: 1,
        "never negative beyond two classes": lambda row: (
            of_entropy(row) if len(row) > 2 else 2 * of_entropy(row) - 1
        ),
    },
    corrected=(lambda row: 2 * of_entropy(row) - 1, "acquisition/entropy-epsilon"),
)
