r"""Pure groups of 45, 5, 5 and 45 percent have no threshold at 2.5 percent.

Sampling bias is commonly drawn as four groups with these shares, in which a greedy learner ends at
5 percent and the best threshold errs by 2.5.  If each group has one label, as it is drawn, a
threshold between groups errs by a sum of shares, a multiple of 5 percent, and within a group the
error is affine in the cut.  So the least error is one of

.. math:: 0, \quad \tfrac1{20}, \quad \tfrac1{10}, \quad \tfrac9{20}, \quad \tfrac12

over all 16 labelings.  Shares of 46.25, 2.5, 5 and 46.25 percent do what is wanted.
"""

from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Masses: TypeAlias = tuple[Fraction, ...]
Errors: TypeAlias = frozenset[Fraction]

DRAWN = tuple(Fraction(k, 20) for k in (9, 1, 1, 9))


def least_error(masses: Masses, labels: tuple[int, ...]) -> Fraction:
    """Return the least error of a threshold, which is attained between groups."""
    pairs = list(zip(masses, labels, strict=True))
    return min(
        sum((m for i, (m, y) in enumerate(pairs) if (y == 1) != (i >= cut)), Fraction(0))
        for cut in range(len(pairs) + 1)
    )


def every_labeling(formula: Errors, rng: np.random.Generator) -> Finding:
    """Find the least errors of all labelings."""
    del rng
    found = frozenset(least_error(DRAWN, labels) for labels in product((-1, 1), repeat=4))
    claimed, computed = (", ".join(map(str, sorted(values))) for values in (formula, found))
    verdict = holds if found == formula else fails
    return verdict("16 labelings of 45, 5, 5, 45", claimed=claimed, computed=computed)


CLAIM: Claim[Errors] = Claim(
    key="sampling-bias/even-groups",
    title="Pure groups of 45, 5, 5 and 45 percent have no threshold at 2.5 percent",
    statement=(
        r"\{\min_c \mathrm{err}(h_c)\} = "
        r"\{0, \tfrac1{20}, \tfrac1{10}, \tfrac9{20}, \tfrac12\} \text{ over 16 labelings}"
    ),
    plain=(
        "The picture of sampling bias that is commonly drawn, 5 percent instead of 2.5, is "
        "impossible with its own shares if each group has one label."
    ),
    relation="exact",
    does_not_say=(
        "that the figure of the paper is wrong: it was not seen, and its groups may hold both "
        "labels; nor anything against sampling bias, which other shares show"
    ),
    source=Source(
        "dasgupta2008hierarchical",
        match="related",
        difference="commonly cited for the picture, which was not seen; all labelings here",
    ),
    expected=Verdict.PROVED,
    formula=frozenset(map(Fraction, ("0", "1/20", "1/10", "9/20", "1/2"))),
    checks=(Check(Method.EXHAUSTIVE, every_labeling, scope="all 16 labelings of the groups"),),
    controls={
        "2.5 percent is possible": frozenset(
            map(Fraction, ("0", "1/40", "1/20", "1/10", "9/20", "1/2"))
        ),
        "the inner groups are all that may be wrong": frozenset(
            map(Fraction, ("0", "1/20", "1/10"))
        ),
        "always a threshold that is right": frozenset({Fraction(0)}),
    },
)
