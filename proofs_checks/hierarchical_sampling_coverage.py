r"""Intervals of disjoint clusters hold together at all times: a union over nodes, labels and draws.

The labels seen in a node are those of a random order of its points (claim
``hierarchical-sampling/random-order``), so after n draws one lower bound fails with probability
:math:`\alpha_n = \delta / (2 M n (n + 1))` at most, and those of M nodes together with

.. math:: \sum_{v} \sum_{\pm} \sum_{n < |T_v|} \alpha_n < \delta ;

a tree over N points has :math:`M = N - 1` nodes that are no leaves.  Once a node is labeled
throughout, nothing can be wrong.  Orders of disjoint nodes are independent, so the chance that one
of M equal clusters is misjudged at some time is computed exactly.  Nodes that contain each other
are not independent: for them there is the union, and nothing is computed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np

from altheory.learners._cluster_tree import surely
from altheory.learners.hierarchical_sampling import HierarchicalSampling
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds
from altheory.numeric.enclosure import Enclosure

F = Fraction
# The least number of points with a label in a node of this size after k of n draws had it, if so
# many nodes are watched, at level delta for all of them.
Least: TypeAlias = Callable[[int, int, int, int, Fraction], int]

POOL, LOOSE = 24, F(9, 10)
CHAIN = ((0, 1), *((k, POOL + k - 2) for k in range(2, POOL)))  # a node of every size


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


def as_if(learner: Any, node: int, negative: int, positive: int) -> Any:
    """Return the state of a pool that is one cluster still, after so many labels in a node."""
    start = learner.init()
    seen = list(start.seen)
    seen[node] = (negative + positive, negative, positive)
    return replace(start, seen=tuple(seen))


def same_bounds(least: Least, rng: np.random.Generator) -> Finding:
    """Compare the bounds of the learner with the formula, after all numbers of labels."""
    del rng
    learner: Any = HierarchicalSampling(range(POOL), CHAIN, LOOSE)
    beyond = 0
    for v in range(POOL, 2 * POOL - 1):
        size = learner.tree.size[v]
        for n in range(1, size + 1):
            for k in range(n + 1):
                claimed = least(size, n, k, POOL - 1, LOOSE)
                computed = learner.least(as_if(learner, v, n - k, k), v, 1)
                beyond += k < computed
                if claimed != computed:
                    where = f"{k} of {n} seen, {size} in all"
                    return fails(where, claimed=claimed, computed=computed)
    return holds(f"nodes of 2 to {POOL} points: {beyond} bounds say more than what was seen")


def broken_promise(total: int) -> Fraction:
    """Return how likely the promise of the learner for one cluster is too small at some time."""
    learner: Any = HierarchicalSampling(range(POOL), CHAIN, LOOSE)
    ways, wrong = {0: F(1)}, F(0)
    for n in range(1, POOL + 1):
        after: dict[int, Fraction] = defaultdict(Fraction)
        for k, chance in ways.items():
            left, good = POOL - n + 1, total - k
            after[k + 1] += chance * good / left
            after[k] += chance * (left - good) / left
        ways = {}
        for k, chance in after.items():
            if not chance:
                continue
            mistakes = POOL - total - (n - k)  # of the label +, where nobody has asked
            promise = learner.promise(as_if(learner, learner.tree.root, n - k, k))
            if F(mistakes, POOL) > promise:
                wrong += chance
            else:
                ways[k] = chance
    return wrong


def promises(least: Least, rng: np.random.Generator) -> Finding:
    """Compute how likely the promise breaks while the pool is one cluster; and its bounds."""
    found = [broken_promise(total) for total in range(POOL + 1)]
    if max(found) > LOOSE:
        where = f"{found.index(max(found))} of {POOL} points +"
        return fails(where, claimed=f"<= {LOOSE}", computed=f"{float(max(found)):.4g}")
    bounds = same_bounds(least, rng)
    if bounds.outcome is not Outcome.HOLDS:
        return bounds
    computed = f"{float(max(found)):.4g}"
    return holds(bounds.evidence, claimed=f"<= {LOOSE}", computed=computed)


CLAIM: Claim[Least] = Claim(
    key="hierarchical-sampling/coverage",
    title="Intervals of disjoint clusters hold together, at all times",
    statement=(
        r"P\bigl(\exists v, n, y: \underline K_{v,y}(n) > K_{v,y}\bigr) \le \delta, \quad "
        r"\underline K = \min \{K : P(\mathrm{Hyp}(|T_v|, K, n) \ge k) > \tfrac{\delta}{2 M "
        r"n (n + 1)}\}: M \in \{1, 40\} \text{ disjoint clusters of 12 and of "
        r"30 points},\; \delta = \tfrac14; \text{ the learner on one cluster of 24: } "
        r"P(\exists n : \text{mistakes} > \text{promise}) \le \delta = \tfrac9{10}"
    ),
    plain=(
        "For one and for forty disjoint clusters, whatever share of their points has the label, "
        "some bound is wrong at some time with probability less than delta.  The learner uses "
        "these bounds in nodes of 2 to 24 points, and as long as a pool of 24 points is one "
        "cluster its promise is too small at some time with probability less than delta."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "anything computed of nodes that contain each other, or of the promise once the pruning "
        "changes: there the union over nodes is the proof; nor that few labels are enough"
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
            promises,
            scope="the learner on one cluster of 24 points, and its bounds in nodes of 2 to 24",
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
