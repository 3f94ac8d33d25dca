r"""The fewest stars are n m - k nu: k-anonymity by suppression finds a largest matching.

In the table of a k-uniform hypergraph with n vertices and m different hyperedges an entry is 0 in
the hyperedge and a value of its own elsewhere.  A class of at least k rows keeps a column only if
it is that hyperedge, and then one column; so if k divides n

.. math:: \min \#\text{stars} = n m - k \nu .

The rows outside of a matching are none or at least k, and form one class.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._matchings import (
    FOUR,
    PARTS,
    SIX,
    TRIPLES,
    Family,
    Ints,
    fewest_stars,
    matchings,
    own_values,
    sizes,
)

Stars: TypeAlias = Callable[[int, Ints, int, Ints], Ints]  # of n, m, k and nu


def compared(stars: Stars, families: Sequence[Family]) -> Finding:
    """Compare with the fewest stars of all hypergraphs at once."""
    for of in families:
        found = fewest_stars(of, own_values, of.k)
        m, nu = sizes(of), matchings(of)
        claimed = stars(of.n, m, of.k, nu)
        if (claimed != found).any():
            i = int(np.argmax(claimed != found))
            where = f"{of.name}: m = {m[i]}, nu = {nu[i]}"
            return fails(where, claimed=claimed[i], computed=found[i])
    return holds("; ".join(f"{len(of.masks)} hypergraphs, {of.name}" for of in families))


def few(stars: Stars, rng: np.random.Generator) -> Finding:
    """Take hypergraphs with three parts of two vertices, and graphs on four."""
    del rng
    return compared(stars, (FOUR, PARTS))


def more(stars: Stars, rng: np.random.Generator) -> Finding:
    """Take all graphs on six vertices and all sets of triples of six vertices."""
    del rng
    return compared(stars, (SIX, TRIPLES))


CLAIM: Claim[Stars] = Claim(
    key="play/matching/fewest-stars",
    title="The fewest stars of a hypergraph's table are n m - k nu",
    statement=(
        r"\min \#\text{stars} = n m - k \nu, \quad (n, k) \in \{(4, 2), (6, 2), (6, 3)\}, "
        r"\text{ all hypergraphs without equal hyperedges}"
    ),
    plain=(
        "To publish the table of a hypergraph with the fewest suppressed entries is to find a "
        "largest set of disjoint hyperedges: every vertex in them keeps one entry, others none; "
        "checked for graphs on four and six vertices, and triples of six."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that tables of people are as hard, or that few columns are; nor does it hold with equal "
        "hyperedges, or where the vertices that are left are fewer than k"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda n, m, k, nu: n * m - k * nu,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            few,
            scope="all graphs on 4 vertices, all hypergraphs with parts of 2 + 2 + 2",
        ),
        Check(
            Method.EXHAUSTIVE,
            more,
            scope="all graphs on 6 vertices, all sets of triples of 6 vertices",
            tier="normal",
        ),
    ),
    controls={
        "one entry a hyperedge": lambda n, m, _, nu: n * m - nu,
        "every vertex keeps one": lambda n, m, *_: n * m - n,
        "one hyperedge at most": lambda n, m, k, nu: n * m - k * np.minimum(nu, 1),
        "all entries": lambda n, m, *_: n * m,
    },
)
