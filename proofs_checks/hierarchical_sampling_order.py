r"""Labels seen in a node are those of a random order of its points, however nodes are chosen.

A label counts for the nodes from its leaf up to the node that was drawn from.  A draw is uniform
among the points of that node which were not asked about, so given everything before, and that the
next label counts for a node u, it is that of each point of u which has not counted with the same
probability.  Labels that come from below u, once u has been left for its children, would spoil
that: those who are asked about there were chosen by what was found.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np

from altheory.learners._cluster_tree import ClusterTree
from altheory.learners.hierarchical_sampling import HierarchicalSampling
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import chain

F = Fraction
# The nodes that a label of a leaf counts for, drawn from a node of the tree.
Counts: TypeAlias = Callable[[ClusterTree, int, int], tuple[int, ...]]
Counted: TypeAlias = tuple[frozenset[int], ...]

FIVE = ((0, 1), (2, 3), (4, 5), (6, 7))
CHAIN = ((0, 1), (2, 5), (3, 6), (4, 7))


def from_leaf_to_node(tree: ClusterTree, leaf: int, node: int) -> tuple[int, ...]:
    """Return the nodes that the learner counts for."""
    return tree.path(leaf, node)


def reached(learner: Any, labels: tuple[int, ...], counts: Counts) -> Iterator[tuple[Any, Counted]]:
    """Yield every state with the leaves that have counted for each node."""
    tree = learner.tree
    start = (learner.init(), (frozenset[int](),) * len(tree.children))
    seen, stack = {start}, [start]
    while stack:
        state, counted = stack.pop()
        yield state, counted
        for v, _ in learner.chances(state):
            for i in learner.left(state, v):
                grown = list(counted)
                for u in counts(tree, i, v):
                    grown[u] = grown[u] | {i}
                after = (learner.told(state, v, i, labels[i]), tuple(grown))
                if after not in seen:
                    seen.add(after)
                    stack.append(after)


def next_label(learner: Any, state: Any, counts: Counts) -> dict[int, dict[int, Fraction]]:
    """Return for each node how likely the next label is that of a leaf, and counts there."""
    chances = learner.chances(state)
    total = sum(weight for _, weight in chances)
    found: dict[int, dict[int, Fraction]] = {}
    for v, weight in chances:
        left = learner.left(state, v)
        for i in left:
            for u in counts(learner.tree, i, v):
                found.setdefault(u, {})[i] = F(weight, total * len(left))
    return found


def uniform(
    counts: Counts,
    merges: tuple[tuple[int, int], ...],
    selection: Any,
    labelings: Iterable[tuple[int, ...]],
) -> Finding:
    """Go through all states for labels of a pool."""
    n, states = len(merges) + 1, 0
    learner: Any = HierarchicalSampling(range(n), merges, F(9, 10), selection=selection)
    for labels in labelings:
        for state, counted in reached(learner, labels, counts):
            states += 1
            for u, law in next_label(learner, state, counts).items():
                due = set(learner.tree.leaves(u)) - counted[u]
                if set(law) != due or len(set(law.values())) != 1:
                    where = f"labels {labels}, {state.queries} asked, node {u}"
                    shown = {i: str(p) for i, p in law.items()}
                    return fails(where, claimed=f"uniform on {sorted(due)}", computed=shown)
    return holds(f"{states} states over {n} points")


def two_labelings(counts: Counts, rng: np.random.Generator) -> Finding:
    """Go through all states for two labelings of five points."""
    del rng
    return uniform(counts, FIVE, "random", ((1, 1, -1, -1, 1), (1, -1, 1, 1, -1)))


def five_points(counts: Counts, rng: np.random.Generator) -> Finding:
    """Go through all states on five points, for a balanced tree and for a chain."""
    del rng
    cases = ((FIVE, "random"), (CHAIN, "active"))
    return chain(
        (uniform(counts, *case, product((-1, 1), repeat=5)) for case in cases),
        "all states over five points",
    )


CLAIM: Claim[Counts] = Claim(
    key="hierarchical-sampling/random-order",
    title="Labels that count for a node come in a random order of its points",
    statement=(
        r"P(\text{next label that counts for } u \text{ is that of } i \mid \text{past}) = "
        r"\frac{1}{|T_u| - n_u}, \; i \in T_u \text{ not counted, if a label counts for the nodes "
        r"from its leaf to the node drawn from: } N = 5, \text{ all labels and draws}"
    ),
    plain=(
        "Whatever nodes the learner chooses, what it has seen in a node is a random sample of it, "
        "in every state on five points: so the chance to be wrong is hypergeometric."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that nodes above the pruning, whose counts have stopped, are estimated well",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=from_leaf_to_node,
    checks=(
        Check(Method.EXHAUSTIVE, two_labelings, scope="five points, two labelings, all states"),
        Check(
            Method.EXHAUSTIVE,
            five_points,
            scope="five points, a tree drawn from by size and a chain actively, all labels",
            tier="normal",
        ),
    ),
    controls={
        "up to the root": lambda tree, leaf, _node: tree.path(leaf, tree.root),
        "the node drawn from alone": lambda _tree, _leaf, node: (node,),
        "all below the node": lambda tree, _leaf, node: tuple(
            u for u in range(len(tree.size)) if set(tree.leaves(u)) <= set(tree.leaves(node))
        ),
    },
)
