r"""The intervals of all nodes hold together at all times, by a union over nodes, labels and draws.

The labels seen in a node are those of a random order of its points (claim
``hierarchical-sampling/random-order``), so after n draws one lower bound fails with probability
:math:`\alpha_n = \delta / (2 M n (n + 1))` at most, and those of M nodes together with

.. math:: \sum_{v} \sum_{\pm} \sum_{n < |T_v|} \alpha_n < \delta ;

a tree over N points has :math:`M = N - 1` nodes that are no leaves.  Once a node is labeled
throughout, nothing can be wrong.  Orders of disjoint nodes are independent, so the chance that one
of M equal clusters is misjudged at some time is computed exactly.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np

from altheory.learners._cluster_tree import surely
from altheory.learners.hierarchical_sampling import HierarchicalSampling
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure

F = Fraction
# The least number of points with a label in a node of this size after k of n draws had it, if so
# many nodes are watched, at level delta for all of them.
Least: TypeAlias = Callable[[int, int, int, int, Fraction], int]

BALANCED = ((0, 1), (2, 3), (4, 5))
CHAIN = ((0, 1), (2, 4), (3, 5))


def exact(size: int, n: int, k: int, nodes: int, delta: Fraction) -> int:
    """Return the bound of the learner."""
    return surely(size, n, k, delta / (2 * nodes * n * (n + 1)))


def wald(size: int, n: int, k: int, nodes: int, delta: Fraction) -> int:
    """Return the bound of the interval as commonly stated."""
    del nodes, delta
    if n == size:
        return k
    p = F(k, n)
    low = p - F(1, n) - Enclosure.exactly(p * (1 - p) / n).sqrt().hi
    return max(k, -int(-low * size // 1))


def misjudged(least: Least, size: int, total: int, nodes: int, delta: Fraction) -> Fraction:
    """Return how likely a bound of one node exceeds the truth at some time, for either label."""
    ways: dict[int, Fraction] = {0: F(1)}
    wrong = F(0)
    for n in range(1, size + 1):
        after: dict[int, Fraction] = defaultdict(Fraction)
        for k, chance in ways.items():
            left, good = size - n + 1, total - k
            if good:
                after[k + 1] += chance * good / left
            if left > good:
                after[k] += chance * (left - good) / left
        ways = {}
        for k, chance in after.items():
            above = least(size, n, k, nodes, delta) > total
            below = least(size, n, n - k, nodes, delta) > size - total
            if above or below:
                wrong += chance
            else:
                ways[k] = chance
    return wrong


def clusters(least: Least, cases: Iterator[tuple[int, int, Fraction]]) -> Finding:
    """Compute for m clusters of one size how likely any is misjudged, for each composition."""
    most = F(0)
    for m, size, delta in cases:
        for total in range(size // 2, size + 1):
            single = misjudged(least, size, total, m, delta)
            found = 1 - (1 - single) ** m
            most = max(most, found / delta)
            if found > delta:
                case = f"{m} clusters, each with {total} of {size} points +"
                return fails(case, claimed=f"<= {delta}", computed=f"{float(found):.4g}")
    shown = f"{float(most):.3g} of delta"
    return holds("every composition from a half on", claimed="<= delta", computed=shown)


def small_clusters(least: Least, rng: np.random.Generator) -> Finding:
    """Follow one and forty clusters of twelve points."""
    del rng
    return clusters(least, product((1, 40), (12,), (F(1, 4),)))


def larger_clusters(least: Least, rng: np.random.Generator) -> Finding:
    """Follow one and forty clusters of thirty points."""
    del rng
    return clusters(least, product((1, 40), (30,), (F(1, 4),)))


def reached(learner: Any, labels: tuple[int, ...]) -> Iterator[Any]:
    """Yield every state that the learner may come to."""
    seen, stack = set[Any](), [learner.init()]
    while stack:
        state = stack.pop()
        if state in seen:
            continue
        seen.add(state)
        yield state
        for v, _ in learner.chances(state):
            stack.extend(learner.told(state, v, i, labels[i]) for i in learner.left(state, v))


def real_learner(least: Least, rng: np.random.Generator) -> Finding:
    """Compare the bounds of the learner with the formula, and its promise with the mistakes."""
    del rng
    delta, states = F(9, 10), 0
    for merges, labels in product((BALANCED, CHAIN), product((-1, 1), repeat=4)):
        learner: Any = HierarchicalSampling(range(4), merges, delta)
        for state in reached(learner, labels):
            states += 1
            for (v, _), y in product(state.pruning, (-1, 1)):
                n, size = state.seen[v][0], learner.tree.size[v]
                claimed = least(size, n, state.seen[v][1 + (y == 1)], 3, delta) if n else 0
                if claimed != learner.least(state, v, y):
                    found = learner.least(state, v, y)
                    return fails(f"{n} of {size} seen", claimed=claimed, computed=found)
            given = learner.hypothesis(state)
            mistakes = sum(a != b for a, b in zip(given, labels, strict=True))
            if F(mistakes, 4) > learner.promise(state):
                return fails(
                    f"{labels}: {state}", claimed=learner.promise(state), computed=mistakes
                )
    return holds(f"{states} states, two trees over four points, all labels")


CLAIM: Claim[Least] = Claim(
    key="hierarchical-sampling/coverage",
    title="All intervals of a cluster tree hold together, at all times",
    statement=(
        r"P\bigl(\exists v, n, y: \underline K_{v,y}(n) > K_{v,y}\bigr) \le \delta, \quad "
        r"\underline K = \min \{K : P(\mathrm{Hyp}(|T_v|, K, n) \ge k) > \tfrac{\delta}{2 M "
        r"n (n + 1)}\}: M \in \{1, 40\} \text{ disjoint clusters of 12 and of "
        r"30 points},\; \delta = \tfrac14"
    ),
    plain=(
        "For one and for forty disjoint clusters, whatever share of their points has the label, "
        "some bound is wrong at some time with probability less than delta; and the learner uses "
        "these bounds and promises no less than its mistakes on all labelings of four points."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that few labels are enough: that needs clusters that are nearly pure; nor that the union "
        "over nodes, which contain each other, is tight"
    ),
    source=Source(
        "dasgupta2008hierarchical",
        match="related",
        difference=(
            "commonly stated with half widths 1/n + sqrt(p (1 - p)/n) and draws with replacement; "
            "exact bounds for draws without it are derived here"
        ),
    ),
    expected=Verdict.PROVED,
    formula=exact,
    checks=(
        Check(Method.EXHAUSTIVE, small_clusters, scope="1 and 40 clusters of 12, each composition"),
        Check(
            Method.EXHAUSTIVE,
            larger_clusters,
            scope="1 and 40 clusters of 30 points, each composition",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            real_learner,
            scope="the learner on two trees over four points, all labels and draws",
            tier="normal",
        ),
    ),
    controls={
        "half widths 1/n + sqrt(p (1 - p)/n)": wald,
        "no union over nodes": lambda size, n, k, _nodes, delta: surely(
            size, n, k, delta / (2 * n * (n + 1))
        ),
        "no union over draws": lambda size, n, k, nodes, delta: surely(
            size, n, k, delta / (2 * nodes)
        ),
        "a level of delta for each": lambda size, n, k, _nodes, delta: surely(size, n, k, delta),
    },
    uses=("hierarchical-sampling/random-order",),
)
