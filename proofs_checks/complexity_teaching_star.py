r"""The extended teaching dimension is at most the star number.

.. math:: TD(\mathcal H) \le XTD(\mathcal H) \le \mathfrak s(\mathcal H)

on a finite domain.  Why: drop points from a set that specifies a labeling until none can
be spared.  Then for each point some hypothesis agrees on all the others, and not there;
with the one hypothesis that agrees everywhere, or around one of these, that is a star.
Here it is gone through on every class on at most three points, where both are equal.  On
four points they need not be: among ----, +---, -++- and -+-+ two labels rule out all but
one, whatever the labeling, and ---- has a star of three points.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.complexity.star import star_set
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._small_classes import random_class, star
from proofs_checks._small_numbers import CROSSED, Numbers, numbers, on_three

Range: TypeAlias = Callable[[Numbers], tuple[int, int]]


def between_teaching_and_star(of: Numbers) -> tuple[int, int]:
    """Return the least and the largest value that the dimension may have."""
    return of.teaching, of.star


def refutation(of: FiniteClass) -> Counterexample:
    """Show the star, and for each labeling a smaller set that leaves one hypothesis."""
    python = f"""\
from itertools import combinations, product

rows = {of.table()["hypotheses"]}
n, extended = {of.n_points}, {numbers(of).extended}
sets = [s for k in range(extended + 1) for s in combinations(range(n), k)]
for labeling in product("+-", repeat=n):  # few points leave one row at most, whatever it is
    left = [[r for r in rows if all(r[x] == labeling[x] for x in s)] for s in sets]
    assert min(map(len, left)) <= 1
center, star = "{star_set(of).center}", {star_set(of).points}
for x in star:  # some row differs from the center at x and at no other point of the star
    assert any([y for y in star if row[y] != center[y]] == [x] for row in rows)
assert len(star) > extended
"""
    return Counterexample(star_set(of).certificate(), python)


def compare(bounds: Range, of: FiniteClass) -> Finding:
    """Compare the dimension of a class with its bounds."""
    known = numbers(of)
    least, most = bounds(known)
    where = f"class {of.table()['hypotheses']}"
    if least <= known.extended <= most:
        return holds(where, claimed=f"{least}..{most}", computed=known.extended)
    witness = refutation(of) if known.extended < known.star <= least else None
    claimed = f"{least}..{most}"
    return fails(where, claimed=claimed, computed=known.extended, counterexample=witness)


def every(bounds: Range, classes: Iterable[FiniteClass]) -> Finding:
    """Compare class after class until one is out of bounds."""
    found = [compare(bounds, of) for of in classes]
    return next((f for f in found if f.outcome.name == "FAILS"), holds(f"{len(found)} classes"))


def every_small_class(bounds: Range, rng: np.random.Generator) -> Finding:
    """Look at all labelings of the domain, for each class."""
    del rng
    return every(bounds, on_three())


def four_points(bounds: Range, rng: np.random.Generator) -> Finding:
    """Look at stars, which attain the bound, at their leaves, and at the class that does not."""
    del rng
    return every(
        bounds, [CROSSED, FiniteClass(3, ["+--", "-+-", "--+"]), *(star(n) for n in range(1, 6))]
    )


def random_class_of_four_points(bounds: Range, rng: np.random.Generator) -> Finding:
    """Try a random class on 4 points."""
    return compare(bounds, random_class(rng, 4))


CHECKS: tuple[Check[Range], ...] = (
    Check(
        Method.EXHAUSTIVE, every_small_class, scope="all classes on at most 3 points", tier="normal"
    ),
    Check(
        Method.EXHAUSTIVE,
        four_points,
        scope="stars of up to 5 points, three singletons, and a class on 4",
    ),
)

CLAIM: Claim[Range] = Claim(
    key="complexity/teaching/at-most-star",
    title="Ruling out all but one takes no more labels than a star",
    statement=(
        r"TD(\mathcal H) \le XTD(\mathcal H) \le \mathfrak s(\mathcal H), \quad |\mathcal X| \le 3"
    ),
    plain=(
        "On at most three points, the labels that rule out all hypotheses but one are at most as "
        "many as the points of the largest star, and at least as many as teach a hypothesis."
    ),
    relation="order",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that the star number is reached: on four points it need not be",
    source=Source(
        "hanneke2015minimax",
        match="special case",
        difference="the paper compares the star number with the dimension on any sample",
    ),
    expected=Verdict.PROVED,
    formula=between_teaching_and_star,
    checks=CHECKS,
    controls={
        "at most the teaching dimension": lambda of: (of.teaching, of.teaching),
        "one label less than the star": lambda of: (0, max(of.star - 1, 0)),
        "at least the star number": lambda of: (of.star, of.star),
    },
    attack=random_class_of_four_points,
)
