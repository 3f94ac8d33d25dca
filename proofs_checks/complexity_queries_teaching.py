r"""What finding a hypothesis costs, by what ruling out the others costs.

For the least worst-case number of questions D on a finite domain

.. math:: \max\bigl( XTD, \lceil \log_2 |\mathcal H| \rceil \bigr) \le D(\mathcal H)
    \le XTD \, \lceil \log_2 |\mathcal H| \rceil .

Below: a tree with k leaves has depth at least log2 k; and the questions that an adversary
answers by a labeling f leave one hypothesis, so they specify f.  Above: let f be what
most of the remaining hypotheses say at each point.  XTD questions specify f; either one
answer differs and half of the hypotheses go, or one hypothesis is left.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.certificate import optimal_queries
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._small_classes import random_class, star
from proofs_checks._small_numbers import SEVEN, Numbers, numbers, on_three

Range: TypeAlias = Callable[[Numbers], tuple[int, int]]


def teaching_and_bits(of: Numbers) -> tuple[int, int]:
    """Return the least and the largest value that the depth may have."""
    return max(of.extended, of.bits), of.extended * of.bits


def refutation(of: FiniteClass) -> Counterexample:
    """Show that more questions are needed than specify any labeling, or than there are bits."""
    known = numbers(of)
    python = f"""\
from itertools import combinations, product

rows = {of.table()["hypotheses"]}
n, extended, bits, depth = {of.n_points}, {known.extended}, {known.bits}, {known.depth}


def least(rows):  # the fewest questions that always identify one of the rows
    splits = [[[r for r in rows if r[x] == y] for y in "-+"] for x in range(n)]
    useful = [pair for pair in splits if all(pair)]
    return min((1 + max(map(least, pair)) for pair in useful), default=0)


sets = [s for k in range(extended + 1) for s in combinations(range(n), k)]
for labeling in product("+-", repeat=n):
    left = [[r for r in rows if all(r[x] == labeling[x] for x in s)] for s in sets]
    assert min(map(len, left)) <= 1
assert len(rows) <= 2**bits and least(rows) == depth > max(extended, bits)
"""
    return Counterexample(optimal_queries(of.table(), "worst", known.depth), python)


def compare(bounds: Range, of: FiniteClass) -> Finding:
    """Compare the depth of the best tree of a class with its bounds."""
    known = numbers(of)
    least, most = bounds(known)
    where, claimed = f"class {of.table()['hypotheses']}", f"{least}..{most}"
    if least <= known.depth <= most:
        return holds(where, claimed=claimed, computed=known.depth)
    witness = refutation(of) if known.depth > max(most, known.extended, known.bits) else None
    return fails(where, claimed=claimed, computed=known.depth, counterexample=witness)


def every(bounds: Range, classes: Iterable[FiniteClass]) -> Finding:
    """Compare class after class until one is out of bounds."""
    found = [compare(bounds, of) for of in classes]
    return next((f for f in found if f.outcome.name == "FAILS"), holds(f"{len(found)} classes"))


def every_small_class(bounds: Range, rng: np.random.Generator) -> Finding:
    """Look at the best tree of each class, and at all labelings of its domain."""
    del rng
    return every(bounds, on_three())


def seven_and_stars(bounds: Range, rng: np.random.Generator) -> Finding:
    """Look at stars of up to five points, and at a class of seven on four points."""
    del rng
    return every(bounds, [SEVEN, *(star(n) for n in range(1, 6))])


def random_class_of_four_points(bounds: Range, rng: np.random.Generator) -> Finding:
    """Try a random class on 4 points."""
    return compare(bounds, random_class(rng, 4))


CHECKS: tuple[Check[Range], ...] = (
    Check(
        Method.EXHAUSTIVE, every_small_class, scope="all classes on at most 3 points", tier="normal"
    ),
    Check(Method.EXHAUSTIVE, seven_and_stars, scope="stars of up to 5 points, and a class on 4"),
)

CLAIM: Claim[Range] = Claim(
    key="complexity/queries/teaching-and-bits",
    title="Questions between teaching and teaching times bits",
    statement=(
        r"\max(XTD, \lceil \log_2 |\mathcal H| \rceil) \le D(\mathcal H)"
        r" \le XTD \lceil \log_2 |\mathcal H| \rceil, \quad |\mathcal X| \le 3"
    ),
    plain=(
        "On at most three points, finding a hypothesis takes as many questions as its number has "
        "bits, or as ruling out all but one takes, and at most their product."
    ),
    relation="order",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="that the larger of the two suffices: on four points it need not",
    source=Source("hegedus1995generalized", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=teaching_and_bits,
    checks=CHECKS,
    controls={
        "bits suffice": lambda of: (of.bits, of.bits),
        "ruling out all but one suffices": lambda of: (of.extended, of.extended),
        "both are needed": lambda of: (of.extended + of.bits, of.extended * of.bits),
        "the larger of the two suffices": lambda of: (0, max(of.extended, of.bits)),
    },
    attack=random_class_of_four_points,
)
