r"""What is k-anonymous stays so further up in the lattice, and nowhere else.

If a <= b in every column, equal rows at a are equal at b, so classes only grow, and no row comes
into a smaller one:

.. math:: \#\{\text{rows in classes} < k \text{ at } b\}
          \le \#\{\text{rows in classes} < k \text{ at } a\} \text{ in all tables, for all } k
          \iff a \le b .

So k-anonymity with at most s rows removed is upward closed.  Conversely, if a is above b in some
column, two rows that differ there alone may be equal at a and not at b.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_tables import NODES, Case, Node, cases

Implied: TypeAlias = Callable[[Node, Node], bool]


def no_lower(a: Node, b: Node) -> bool:
    """Decide whether a <= b in both columns."""
    return a[0] <= b[0] and a[1] <= b[1]


def compared(implied: Implied, several: Iterable[Case]) -> Finding:
    """Compare two nodes after the other on all tables."""
    small = np.array([[case.small[node] for node in NODES] for case in several])
    for i, a in enumerate(NODES):
        for j, b in enumerate(NODES):
            found = bool((small[:, j] <= small[:, i]).all())
            if implied(a, b) != found:
                return fails(f"from {a} to {b}", claimed=implied(a, b), computed=found)
    return holds(f"81 pairs of nodes, {len(small)} tables with a k")


def two_rows(implied: Implied, rng: np.random.Generator) -> Finding:
    """Go through the tables of two rows."""
    del rng
    return compared(implied, cases(2))


def four_rows(implied: Implied, rng: np.random.Generator) -> Finding:
    """Go through the tables of three and four rows."""
    del rng
    return compared(implied, (*cases(3), *cases(4)))


CLAIM: Claim[Implied] = Claim(
    key="play/k-anonymity/upward-closed",
    title="What is k-anonymous stays so where every column is generalized further",
    statement=(
        r"\#\{\text{rows in classes} < k \text{ at } b\} \le \#\{\text{rows in classes} < k "
        r"\text{ at } a\} \text{ for all tables and } k \iff a \le b, \quad n \le 4, "
        r"\text{ two columns of three values and levels}"
    ),
    plain=(
        "Generalizing a column further never puts more rows into small classes; a node that is "
        "lower in some column does so for some table; checked for two columns of three values and "
        "levels, and up to four rows."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that rows stay anonymous when levels cross, or when single entries are generalized; nor "
        "that higher nodes are worth publishing"
    ),
    source=Source(
        "samarati2001",
        match="equivalent",
        difference="there as the ground of a search by height; here with its converse",
    ),
    expected=Verdict.PROVED,
    formula=no_lower,
    checks=(
        Check(Method.EXHAUSTIVE, two_rows, scope="tables of 2 rows, k = 2"),
        Check(
            Method.EXHAUSTIVE,
            four_rows,
            scope="tables of 3 and 4 rows, k from 2 to n",
            tier="normal",
        ),
    ),
    controls={
        "any node as high": lambda a, b: sum(a) <= sum(b),
        "no lower in one column": lambda a, b: a[0] <= b[0] or a[1] <= b[1],
        "downward closed": lambda a, b: no_lower(b, a),
        "the top alone": lambda a, b: b in (a, (2, 2)),
    },
)
