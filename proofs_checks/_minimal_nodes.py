"""Which k-anonymous nodes lose least: compared for small tables and some weights."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._small_tables import Case, Node, cases, cases_of

Candidates: TypeAlias = Callable[[Sequence[Node]], list[Node]]  # of the k-anonymous nodes

WEIGHTS = ((1, 1), (1, 5), (5, 1))
FOUR = ((0, 0), (1, 0), (0, 2), (1, 2))
PYTHON = """\
from collections import Counter
from itertools import product

table = [(0, 0), (1, 0), (0, 2), (1, 2)]
names = [lambda v: v, lambda v: min(v, 1) if v == 2 else "0 or 1", lambda v: "*"]  # by level

def is_anonymous(a, b):
    return min(Counter((names[a](x), names[b](y)) for x, y in table).values()) >= 2

def loss(column, level):  # two values: all is lost where they share a name
    return int(len({names[level](row[column]) for row in table}) == 1)

nodes = [node for node in product(range(3), repeat=2) if is_anonymous(*node)]
losses = {(a, b): 5 * loss(0, a) + loss(1, b) for a, b in nodes}  # the first counts five times
least = min(map(sum, nodes))
assert min(losses[node] for node in nodes if sum(node) == least) == 5
assert min(losses.values()) == 1
"""


def minimal(anonymous: Sequence[Node]) -> list[Node]:
    """Return the nodes with no other one below them."""
    return [
        a for a in anonymous if not any(b != a and b[0] <= a[0] and b[1] <= a[1] for b in anonymous)
    ]


def lowest(anonymous: Sequence[Node]) -> list[Node]:
    """Return the nodes of which the levels add up to the least."""
    least = min(sum(a) for a in anonymous)
    return [a for a in anonymous if sum(a) == least]


def compared(candidates: Candidates, several: Sequence[Case]) -> Finding:
    """Compare the least loss of the candidates with the least loss of all, table after table."""
    for case in several:
        anonymous = case.anonymous
        chosen = candidates(anonymous)
        for u, v in WEIGHTS:
            losses = {a: u * case.costs[a][0] + v * case.costs[a][1] for a in anonymous}
            found = min(losses[a] for a in chosen), min(losses.values())
            if found[0] != found[1]:
                claimed, least = (Fraction(of, 2 * len(case.table)) for of in found)
                is_shown = case.table == FOUR and candidates is lowest
                shown = Counterexample(arithmetic(1, "<", 5, {}), PYTHON) if is_shown else None
                where = f"table {case.table}, k = {case.k}, weights {u} and {v}"
                return fails(where, claimed=claimed, computed=least, counterexample=shown)
    return holds(f"{len(several)} tables with a k, weights {WEIGHTS}")


def four_rows(candidates: Candidates, rng: np.random.Generator) -> Finding:
    """Take two genders in two places, k = 2, and all tables of two rows."""
    del rng
    return compared(candidates, (*cases_of(FOUR), *cases(2)))


def more_rows(candidates: Candidates, rng: np.random.Generator) -> Finding:
    """Go through all tables of three and four rows."""
    del rng
    return compared(candidates, (*cases(3), *cases(4)))


CHECKS: tuple[Check[Candidates], ...] = (
    Check(Method.EXHAUSTIVE, four_rows, scope="a table of four rows, all of two, k from 2 to n"),
    Check(
        Method.EXHAUSTIVE,
        more_rows,
        scope="all tables of three and four rows, k from 2 to n",
        tier="normal",
    ),
)
