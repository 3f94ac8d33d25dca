r"""What every minimum isolating cut keeps for a label is forced in every minimum multiway cut.

Let A be the least set of minimum weight :math:`c(A)` that isolates a label from the others, and
let a minimum multiway cut give :math:`M \subseteq A` other labels.  If M is not empty,
:math:`B = A \setminus M` still isolates the label and is less than A, so :math:`c(B) > c(A)`,
which says :math:`w(B, M) > w(M, A^c)`.  Labeling M as A severs no more than :math:`w(M, A^c)` anew
and at least :math:`w(B, M)` less: the cut was no minimum.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import and_, or_
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cut_graphs import Graph
from proofs_checks._isolating import hung, isolating_cuts, multiway_cuts, rings

Forced: TypeAlias = Callable[[Sequence[int]], int]
K = 3


def kept_by_all(cuts: Sequence[int]) -> int:
    """Return the nodes inside all minimum isolating cuts of a label, as a bitmask."""
    return reduce(and_, cuts)


def labeled_so(forced: Forced, graphs: Iterable[Graph], evidence: str) -> Finding:
    """Look for a minimum multiway cut that labels a forced node otherwise."""
    for w in graphs:
        _, found = multiway_cuts(w, K)
        for label in range(K):
            inside = forced(isolating_cuts(w, K, label)[1])
            for labels in found:
                if any(inside >> i & 1 and y != label for i, y in enumerate(labels)):
                    return fails(f"{w}, label {label}", claimed=bin(inside), computed=labels)
    return holds(evidence)


def one_more_node(forced: Forced, rng: np.random.Generator) -> Finding:
    """Go through three labels and one more node, weights to 2."""
    del rng
    graphs = list(hung(4, K, (0, 1, 2)))
    return labeled_so(forced, graphs, f"{len(graphs)} graphs")


def weights_and_rings(forced: Forced, rng: np.random.Generator) -> Finding:
    """Go through weights to 2, and three more nodes in a triangle."""
    del rng
    graphs = [*hung(5, K, (0, 1, 2)), *rings((1, 2), (0, 1, 2))]
    return labeled_so(forced, graphs, f"{len(graphs)} graphs")


CLAIM: Claim[Forced] = Claim(
    key="graphs/multiway-cut/forced",
    title="What isolating cuts keep for a label, every minimum multiway cut labels so",
    statement=(
        r"i \in \bigcap \{A : A \text{ isolates } y \text{ at least weight}\} \implies \hat y_i "
        r"= y \text{ in every minimum multiway cut}, \quad 3 \text{ labels}, "
        r"1 \text{ or } 2 \text{ more nodes}, w \in \{0, 1, 2\}, \text{ or } 3 \text{ in a ring}"
    ),
    plain=(
        "With three labels and one or two more nodes of weights up to 2, or a triangle of three "
        "more, a node that every cheapest cut around a label keeps inside has this label in every "
        "labeling that severs the least weight."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that nodes kept by no label are undecided: all minimum multiway cuts may agree on them, "
        "and finding one is NP-hard for three labels or more"
    ),
    source=Source(
        "dahlhaus1994",
        match="related",
        difference="it says that some minimum multiway cut labels them so; here every one does",
    ),
    expected=Verdict.PROVED,
    formula=kept_by_all,
    checks=(
        Check(Method.EXHAUSTIVE, one_more_node, scope="n = 4, k = 3, weights 0, 1, 2"),
        Check(
            Method.EXHAUSTIVE,
            weights_and_rings,
            scope="n = 5, k = 3, weights 0, 1, 2; triangles of weights 0, 1, 2 with own labels",
            tier="normal",
        ),
    ),
    controls={
        "what some of them keeps": lambda cuts: reduce(or_, cuts),
        "what the first one keeps, and the next node": lambda cuts: cuts[0] | cuts[0] << K,
    },
)
