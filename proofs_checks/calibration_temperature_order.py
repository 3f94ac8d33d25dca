r"""Whether a temperature changes what is asked.

Dividing logits by T keeps the order of classes within an instance.  Between instances,

.. math:: u(p) < u(q) \implies u(p^{(T)}) \le u(q^{(T)}), \qquad p^{(T)}_c \propto p_c^{1/T},

holds for least confidence and entropy if there are two classes, where both are functions of the
gap between two logits, and fails from three classes on: at T = 1/2 the largest of (7, 5, 0)/12
goes from 7/12 to 49/74, and that of (6, 3, 3)/12 from 1/2 to 2/3.  So calibration, which decides
no label, decides questions.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import permutations
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._logarithms import Row, entropy, rows

Keeps: TypeAlias = Callable[[int, str], bool]  # classes, score
SCORES: dict[str, Callable[[Row], Any]] = {
    "least confidence": lambda row: 1 - max(row),
    "entropy": entropy,
}


def cooled(row: Row) -> Row:
    """Return the distribution at the temperature 1/2: squares, normalized."""
    total = sum((p * p for p in row), Fraction(0))
    return tuple(p * p / total for p in row)


def reversed_pairs(score: Callable[[Row], Any], classes: int, d: int) -> int:
    """Count pairs of rows, up to the names of classes, that are in opposite strict orders."""
    every = [row for row in rows(classes, d) if list(row) == sorted(row, reverse=True)]
    scored = [(score(row), score(cooled(row))) for row in every]
    return sum(a < b and d < c for (a, c), (b, d) in permutations(scored, 2))


def compared(keeps: Keeps, sizes: Iterable[tuple[int, int]], scores: Iterable[str]) -> Finding:
    """Compare with whether any pair is reversed."""
    told = []
    for classes, d in sizes:
        for name in scores:
            found = reversed_pairs(SCORES[name], classes, d)
            if keeps(classes, name) != (found == 0):
                where = f"{name} of {classes} classes, multiples of 1/{d}"
                claimed = "none" if keeps(classes, name) else "some"
                return fails(where, claimed=f"{claimed} reversed", computed=f"{found} pairs")
            told.append(f"{found} of {classes} classes")
    return holds(f"reversed pairs: {', '.join(told)}")


def least_confidence(keeps: Keeps, rng: np.random.Generator) -> Finding:
    """Compare least confidences in twelfths."""
    del rng
    return compared(keeps, [(2, 12), (3, 12)], ["least confidence"])


def both_scores(keeps: Keeps, rng: np.random.Generator) -> Finding:
    """Compare both scores of two to four classes, in logarithms of primes."""
    del rng
    return compared(keeps, [(2, 24), (3, 12), (4, 12)], SCORES)


CLAIM: Claim[Keeps] = Claim(
    key="calibration/temperature-order",
    title="A temperature changes what is asked, from three classes on",
    statement=(
        r"u(p) < u(q) \implies u(p^{(1/2)}) \le u(q^{(1/2)}) \iff C = 2, \quad 2 \le C \le 4,"
        r"\ p, q \in \tfrac1{12} \mathbb Z^C \ (\tfrac1{24} \text{ if } C = 2)"
    ),
    plain=(
        "Halving the temperature never reverses which of two instances is the less certain, by "
        "least confidence or entropy, for two classes, and does for three and four; among "
        "distributions in twelfths, for two classes in twenty-fourths."
    ),
    does_not_say="that the calibrated order is the better one to ask in",
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda classes, _: classes == 2,
    checks=(
        Check(Method.EXHAUSTIVE, least_confidence, scope="least confidence, 2 <= C <= 3"),
        Check(Method.EXHAUSTIVE, both_scores, scope="both scores, 2 <= C <= 4", tier="normal"),
    ),
    controls={
        "the order is kept": lambda _, __: True,
        "not even for two classes": lambda _, __: False,
        "least confidence is kept": lambda classes, name: classes == 2 or name != "entropy",
    },
)
