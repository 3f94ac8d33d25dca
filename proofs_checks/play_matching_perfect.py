r"""A table is made 3-anonymous by n(m - 1) stars iff its hypergraph has a perfect matching.

The reduction of [meyerson2004]_: with entries 0 in the hyperedge and a value of its own for each
vertex elsewhere,

.. math:: \min \#\text{stars} \le n(m - 1) \iff \nu = n / 3,

for 3-uniform hypergraphs without equal hyperedges.  Those with three parts, and a vertex of each in
every hyperedge, are 3-dimensional matching, which is NP-complete; so are the fewest stars NP-hard.
One or two stars more change nothing: the next number that is ever the fewest is n(m - 1) + 3.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._matchings import (
    PARTS,
    TRIPLES,
    Entry,
    Family,
    Ints,
    fewest_stars,
    matchings,
    own_values,
    sizes,
)


class Reduction(NamedTuple):
    """What is in the table, how anonymous it shall be, and with how many stars."""

    entry: Entry
    k: int
    stars: Callable[[int, Ints], Ints]  # of n and m


def compared(reduction: Reduction, families: Sequence[Family]) -> Finding:
    """Decide for all hypergraphs at once whether so many stars suffice, and compare."""
    for of in families:
        fewest, m = fewest_stars(of, reduction.entry, reduction.k), sizes(of)
        suffice = fewest <= reduction.stars(of.n, m)
        is_perfect = matchings(of) * of.k == of.n
        if (suffice != is_perfect).any():
            i = int(np.argmax(suffice != is_perfect))
            where = f"{of.name}: m = {m[i]}, the fewest stars are {fewest[i]}"
            return fails(where, claimed=bool(suffice[i]), computed=bool(is_perfect[i]))
    return holds("; ".join(f"{len(of.masks)} hypergraphs, {of.name}" for of in families))


def three_parts(reduction: Reduction, rng: np.random.Generator) -> Finding:
    """Take all instances of 3-dimensional matching with parts of two."""
    del rng
    return compared(reduction, (PARTS,))


def all_triples(reduction: Reduction, rng: np.random.Generator) -> Finding:
    """Take all sets of triples of six vertices."""
    del rng
    return compared(reduction, (TRIPLES,))


def one_each(n: int, m: Ints) -> Ints:
    """Return n(m - 1): every row keeps one entry."""
    return n * (m - 1)


CLAIM: Claim[Reduction] = Claim(
    key="play/matching/perfect",
    title="n(m - 1) stars make the table 3-anonymous iff there is a perfect matching",
    statement=(
        r"\min \#\text{stars} \le n(m - 1) \iff \nu = n/3, \quad n = 6, \text{ all 3-uniform "
        r"hypergraphs without equal hyperedges}"
    ),
    plain=(
        "Whether few stars suffice to make a table 3-anonymous decides whether triples can be "
        "chosen that hold everybody once; checked for all sets of triples of six vertices."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that it is NP-hard, which is the theorem of the source for all n and does not follow from "
        "n = 6; that full-domain generalization of a few columns is hard: its lattice is gone "
        "through; nor that near-optimal stars are"
    ),
    source=Source("meyerson2004"),
    expected=Verdict.PROVED,
    formula=Reduction(own_values, 3, one_each),
    checks=(
        Check(
            Method.EXHAUSTIVE,
            three_parts,
            scope="all 255 instances of 3-dimensional matching with parts of 2",
        ),
        Check(
            Method.EXHAUSTIVE,
            all_triples,
            scope="all 1,048,575 sets of triples of 6 vertices",
            tier="normal",
        ),
    ),
    controls={
        "one star fewer": Reduction(own_values, 3, lambda n, m: n * (m - 1) - 1),
        "three stars more": Reduction(own_values, 3, lambda n, m: n * (m - 1) + 3),
        "2-anonymous": Reduction(own_values, 2, one_each),
        "ones for values of their own": Reduction(lambda _, is_in: int(not is_in), 3, one_each),
    },
    uses=("play/matching/fewest-stars",),
)
