r"""With one unlabeled node, rounding the harmonic solution gives a minimum cut.

Between a positive node at weight p and a negative one at weight q the harmonic value is
:math:`f = p / (p + q)`, and the cut weighs q if the node is positive and p if it is not, so

.. math:: f > 1/2 \iff p > q \iff \text{the node is positive in the minimum cut}.

With two unlabeled nodes this ends: on the path with weights 3, 3, 2 the harmonic solution adds
up resistances, 3/7 at the second of them, and the cut looks for the weakest edge alone.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._cut_graphs import Graph, cut_weight, harmonic, minimum_cuts, path, weighted

Most: TypeAlias = int  # the number of unlabeled nodes up to which the statement is to hold

PYTHON = """\
from fractions import Fraction as F

w = {(0, 1): 3, (1, 2): 3, (2, 3): 2}  # node 0 is positive, node 3 negative
f = {0: F(1), 1: F(5, 7), 2: F(3, 7), 3: F(0)}
assert all(f[i] == (w[i - 1, i] * f[i - 1] + w[i, i + 1] * f[i + 1]) / (w[i - 1, i] + w[i, i + 1])
           for i in (1, 2))  # each is the mean of its neighbors


def weight(positive):
    return sum(v for (i, j), v in w.items() if (i in positive) != (j in positive))


rounded = {i for i in f if 2 * f[i] > 1}
assert weight(rounded) > min(weight(s) for s in ({0}, {0, 1}, {0, 2}, {0, 1, 2}))
"""


def rounded(w: Graph) -> int:
    """Return the nodes whose harmonic value is at least one half."""
    return sum(1 << i for i, f in enumerate(harmonic(w)) if 2 * f >= 1)


def refutation() -> Counterexample:
    """Show that on the path 3, 3, 2 rounding severs 3 and the minimum cut 2."""
    far, near = Fraction(1, 2), Fraction(1, 3)  # resistances of the edges
    value = ("/", far, ("+", near, near, far))  # of node 2, which the minimum cut has positive
    return Counterexample(arithmetic(value, "<", Fraction(1, 2)), PYTHON)


def is_minimum(w: Graph) -> bool:
    """Tell whether the rounded harmonic values are a minimum cut."""
    least, _ = minimum_cuts(w)
    return bool(cut_weight(w, rounded(w)) == least)


def graphs(unlabeled: int, weights: range) -> Iterator[Graph]:
    """Go through all graphs with one unlabeled node, and through paths with more."""
    if unlabeled == 1:
        return weighted(3, weights)
    return map(path, product((1, 2, 3), repeat=unlabeled + 1))


def compared(most: Most, weights: range) -> Finding:
    """Compare with how many unlabeled nodes there are before rounding fails to be minimum."""
    failing = (u for u in range(1, 4) if not all(map(is_minimum, graphs(u, weights))))
    computed = next(failing, 4) - 1
    where = f"3 nodes, weights up to {max(weights)}; paths of 4 and 5 nodes, weights 1 to 3"
    if most == computed:
        return holds(where, claimed=most, computed=computed)
    witness = refutation() if computed == 1 < most else None
    return fails(where, claimed=most, computed=computed, counterexample=witness)


def few_weights(most: Most, rng: np.random.Generator) -> Finding:
    """Go through graphs with three nodes, one of them unlabeled."""
    del rng
    return compared(most, range(5))


def more_weights(most: Most, rng: np.random.Generator) -> Finding:
    """Go through more of them."""
    del rng
    return compared(most, range(13))


CHECKS: tuple[Check[Most], ...] = (
    Check(
        Method.EXHAUSTIVE,
        few_weights,
        scope="3 nodes, weights 0 to 4; paths of 4 and 5, weights 1 to 3",
    ),
    Check(
        Method.EXHAUSTIVE,
        more_weights,
        scope="3 nodes, weights 0 to 12; paths of 4 and 5, weights 1 to 3",
        tier="normal",
    ),
)

CLAIM: Claim[Most] = Claim(
    key="graphs/min-cut/one-unlabeled-node",
    title="Rounding soft labels is a minimum cut with one unlabeled node",
    statement=(
        r"\max\{u : [f \ge \tfrac12] \text{ is a minimum cut of every graph with } u \text{ "
        r"unlabeled nodes}\} = 1, \quad w \in \{0, \dots, 12\} \text{ for } u = 1"
    ),
    plain=(
        "With one unlabeled node the harmonic solution, rounded at one half, is a minimum cut for "
        "all weights up to 12, and with two it need not be."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="which of the two is right about the labels: two questions have two answers",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=1,
    checks=CHECKS,
    controls={"never": 0, "with two unlabeled nodes": 2, "with three unlabeled nodes": 3},
)
