r"""How much votes can disagree at most.

The winner of M votes over C classes has at least :math:`\lceil M / C \rceil` of them, so

.. math:: \max_v \Bigl(1 - \max_c \frac{v_c}{M}\Bigr) = 1 - \frac{\lceil M / C \rceil}{M} :

with M members the score of the notes' committee never reaches 1, nor 1 - 1/C unless C divides M.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import combinations_with_replacement, product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Largest: TypeAlias = Callable[[int, int], Fraction]  # members, classes


def winner_has_a_share(members: int, classes: int) -> Fraction:
    """Return 1 - ceil(M / C) / M."""
    return 1 - Fraction(-(-members // classes), members)


def compared(largest: Largest, sizes: Iterable[tuple[int, int]]) -> Finding:
    """Count the votes of all ballots, up to the names of members, as the package does and here."""
    from altheory.acquisition import max_vote_disagreement

    count = 0
    for members, classes in sizes:
        ballots = list(combinations_with_replacement(range(classes), members))
        against = [members - max(map(ballot.count, set(ballot))) for ballot in ballots]
        shipped = max_vote_disagreement(np.array(ballots), classes)
        alike = [n / members for n in against] == shipped.tolist()
        found = Fraction(max(against), members)
        if not alike or largest(members, classes) != found:
            where = f"{members} members, {classes} classes"
            computed = f"{found}; {shipped.max()} by the package"
            return fails(where, claimed=largest(members, classes), computed=computed)
        count += len(ballots)
    return holds(f"{count} ballots")


def small(largest: Largest, rng: np.random.Generator) -> Finding:
    """Go through the ballots of up to five members and three classes."""
    del rng
    return compared(largest, product(range(1, 6), range(1, 4)))


def larger(largest: Largest, rng: np.random.Generator) -> Finding:
    """Go through the ballots of up to nine members and five classes."""
    del rng
    return compared(largest, product(range(1, 10), range(1, 6)))


CLAIM: Claim[Largest] = Claim(
    key="acquisition/votes/maximum",
    title="How much votes can disagree at most",
    statement=(
        r"\max_v \bigl(1 - \max_c v_c / M\bigr) = 1 - \lceil M / C \rceil / M, \quad"
        r" M \le 9,\ C \le 5"
    ),
    plain=(
        "At most M less M / C, rounded up, of M members vote against the winner; on all ballots of "
        "up to nine members and five classes."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that members disagree as much as their votes: votes forget how sure they are",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=winner_has_a_share,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="M <= 5, C <= 3"),
        Check(Method.EXHAUSTIVE, larger, scope="M <= 9, C <= 5", tier="normal"),
    ),
    controls={
        "1 - 1/C": lambda _, classes: 1 - Fraction(1, classes),
        "rounded down": lambda m, classes: 1 - Fraction(max(m // classes, 1), m),
        "all but one": lambda m, _: 1 - Fraction(1, m),
    },
)
