r"""On a path of equal edges between two labels every edge is a minimum cut.

.. math:: \#\{\text{minimum cuts}\} = m

for m edges between a positive and a negative node.  The least of them leaves all nodes between
negative, the largest positive: the minimum cut decides none of the :math:`m - 1`.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._cut_graphs import minimum_cuts, path

Number: TypeAlias = Callable[[int], int]

PYTHON = """\
edges = [(0, 1), (1, 2)]  # of weight 1 each; node 0 is positive, node 2 negative
labels = [{0: 1, 1: y, 2: -1} for y in (1, -1)]
severed = [sum(of[i] != of[j] for i, j in edges) for of in labels]
assert severed.count(min(severed)) > 1  # node 1 may have either label
"""


def every_edge(m: int) -> int:
    """Return the number of edges."""
    return m


def refutation() -> Counterexample:
    """Show two minimum cuts of the path with two edges: what each severs is the same."""
    severed = [("+", inside, outside) for inside, outside in ((0, 1), (1, 0))]
    return Counterexample(arithmetic(severed[0], "==", severed[1]), PYTHON)


def compared(number: Number, sizes: range) -> Finding:
    """Count the minimum cuts of paths."""
    for m in sizes:
        least, found = minimum_cuts(path([1] * m))
        if number(m) != len(found):
            witness = refutation() if number(m) < 2 <= len(found) else None
            where = f"m={m}: cuts of weight {least}"
            return fails(where, claimed=number(m), computed=len(found), counterexample=witness)
    return holds(f"m <= {max(sizes)}")


def short(number: Number, rng: np.random.Generator) -> Finding:
    """Go through all cuts of paths of up to six edges."""
    del rng
    return compared(number, range(1, 7))


def longer(number: Number, rng: np.random.Generator) -> Finding:
    """Go through all cuts of paths of up to eleven edges."""
    del rng
    return compared(number, range(1, 12))


CHECKS: tuple[Check[Number], ...] = (
    Check(Method.EXHAUSTIVE, short, scope="paths of 1 to 6 edges"),
    Check(Method.EXHAUSTIVE, longer, scope="paths of 1 to 11 edges", tier="normal"),
)

CLAIM: Claim[Number] = Claim(
    key="graphs/min-cut/path",
    title="Minimum cuts of a path",
    statement=r"\#\{\text{minimum cuts of a path of } m \text{ unit edges}\} = m, \quad m \le 11",
    plain=(
        "Between a positive and a negative node at the ends of a path of up to 11 equal edges, "
        "each edge alone is a minimum cut, so no node between has a label on which all agree."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that ties are common where weights are real numbers: a little noise breaks them",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=every_edge,
    checks=CHECKS,
    controls={
        "only one": lambda _: 1,
        "one for each node between": lambda m: m - 1,
        "every labeling": lambda m: 2 ** (m - 1),
    },
)
