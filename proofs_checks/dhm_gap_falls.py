r"""An error count less b times its root rises from a quarter of b squared on, and no earlier.

DHM drops those that say the other label because the best of them errs too often.  That the worse
ones err too often as well is this step: with :math:`u = \sqrt K`,

.. math:: \bigl(\tfrac b2 + s\bigr)^2 - b \bigl(\tfrac b2 + s\bigr)
          = -\tfrac{b^2}{4} + s^2 ,

which rises for s > 0 and falls for s < 0.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import identical

# From b to the number of errors at which K - b sqrt(K) is least.
Turn: TypeAlias = Callable[[Any], Any]

B, S = sp.symbols("b s", positive=True)


def parabola(turn: Turn, rng: np.random.Generator) -> Finding:
    """Subtract the value at the turn: what is left must be a square."""
    del rng
    start = sp.sqrt(turn(B))
    there, here = start + S, start
    gained = (there**2 - B * there) - (here**2 - B * here)
    return identical(S**2, gained, {B: 3, S: 2}, "the value at the turn and s squared")


def on_squares(turn: Turn, rng: np.random.Generator) -> Finding:
    """Go along the squares, where roots are integers, and see where it falls and rises."""
    del rng
    for b in range(1, 13):
        for u in range(12):
            rises = (u + 1) ** 2 - b * (u + 1) > u**2 - b * u
            if u * u >= turn(Fraction(b)) and not rises:
                return fails(f"falls from {u * u}, b = {b}", claimed="rises", computed="falls")
            if (u + 1) ** 2 <= turn(Fraction(b)) and rises:
                return fails(f"rises to {(u + 1) ** 2}, b = {b}", claimed="falls", computed="rises")
    return holds("b to 12, squares to 144")


CLAIM: Claim[Turn] = Claim(
    key="dhm/gap-falls",
    title="Who errs more than the minimizer contradicts the inequality more",
    statement=r"K - b \sqrt K \text{ falls to } K = \tfrac{b^2}{4} \text{ and rises from there on}",
    plain=(
        "Beyond a quarter of b squared errors, more errors are harder to explain by chance: so if "
        "the best of those that say the other label errs too often, all of them do."
    ),
    relation="exact",
    does_not_say="anything below b squared over four, where DHM never drops anybody",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda b: b**2 / 4,
    checks=(
        Check(Method.SYMBOLIC, parabola, scope="all b and s"),
        Check(Method.EXHAUSTIVE, on_squares, scope="b to 12, squares to 144"),
    ),
    controls={
        "from b^2 / 2 on": lambda b: b**2 / 2,
        "from b^2 on": lambda b: b**2,
        "from b^2 / 16 on": lambda b: b**2 / 16,
    },
)
