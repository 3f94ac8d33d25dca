"""Hierarchical sampling: bounds by enumeration, prunings that cover, promises that are kept."""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import comb
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import AbstentionError, DomainError, UnknownNameError
from altheory.learners._cluster_tree import ClusterTree, surely
from altheory.learners.hierarchical_sampling import HierarchicalSampling, linkage_merges

F = Fraction
LABELS = st.lists(st.sampled_from((-1, 1)), min_size=7, max_size=7)
SEVEN = [(0, 1), (2, 3), (4, 5), (7, 8), (9, 6), (10, 11)]


def build(*given: Any, **more: Any) -> Any:
    return HierarchicalSampling(*given, **more)


def paired(n):
    """Neighbors are merged, level by level."""
    nodes, merges = list(range(n)), list[tuple[int, int]]()
    while len(nodes) > 1:
        left, right = nodes[0::2], nodes[1::2]
        pairs = list(zip(left, right, strict=False))
        nodes = [n + len(merges) + i for i in range(len(pairs))] + nodes[2 * len(pairs) :]
        merges += pairs
    return merges


def chained(n):
    """One leaf after the other."""
    return [(0 if i == 1 else n + i - 2, i) for i in range(1, n)]


def states(learner, labels, most=None):
    """Every state of a run against these labels."""
    found = [learner.init()]
    while not found[-1].finished and len(found) != most:
        found.append(
            learner.step(found[-1], None, dict(zip(learner.pool, labels, strict=True)).get)
        )
    return found


def mistakes(learner, state, labels):
    return sum(a != b for a, b in zip(learner.hypothesis(state), labels, strict=True))


@st.composite
def trees(draw, most=7):
    """Any binary tree: two of the nodes left are merged each time."""
    n = draw(st.integers(1, most))
    nodes, merges = list(range(n)), list[tuple[int, ...]]()
    while len(nodes) > 1:
        pair = [nodes.pop(draw(st.integers(0, len(nodes) - 1))) for _ in range(2)]
        nodes.append(n + len(merges))
        merges.append(tuple(pair))
    return n, merges


def hypergeometric(size, total, n, k):
    return F(comb(total, k) * comb(size - total, n - k), comb(size, n))


@pytest.mark.parametrize("alpha", [F(1, 100), F(1, 10), F(3, 5)])
def test_the_lower_bound_by_its_definition(alpha):
    for size in range(1, 9):
        for n in range(1, size + 1):
            bounds = [surely(size, n, k, alpha) for k in range(n + 1)]
            for k, bound in enumerate(bounds):
                tails = [
                    sum(hypergeometric(size, total, n, j) for j in range(k, n + 1))
                    for total in range(size + 1)
                ]
                assert bound == next(i for i in range(k, size + 1) if tails[i] > alpha)
            for total in range(size + 1):
                fails = (
                    hypergeometric(size, total, n, k) for k in range(n + 1) if bounds[k] > total
                )
                assert sum(fails) <= alpha


def test_levels_of_all_bounds_add_up_to_less_than_delta():
    """Six nodes, two labels, and 1/(n (n + 1)) for the n-th draw, whose sum is below 1."""
    learner = build(range(7), SEVEN, F(99, 100))
    for state in states(learner, [1, 1, 1, -1, 1, 1, 1]):
        for v, _ in state.pruning:
            n, *seen = state.seen[v]
            for y, k in zip((-1, 1), seen, strict=True):
                level = F(99, 100) / (12 * max(n, 1) * (max(n, 1) + 1))
                assert learner.least(state, v, y) == surely(learner.tree.size[v], n, k, level)


@given(trees())
def test_leaves_lie_side_by_side(tree):
    n, merges = tree
    found = ClusterTree.of(n, merges)
    assert found.leaves(found.root) == found.order
    assert sorted(found.order) == list(range(n))
    for v, children in enumerate(found.children):
        below = [i for child in children for i in found.leaves(child)] or [v]
        assert list(found.leaves(v)) == below
        assert len(below) == found.size[v]
        for i in below:
            path = found.path(i, v)
            assert (path[0], path[-1]) == (i, v)
            assert all(i in found.leaves(u) for u in path)


@pytest.mark.parametrize("selection", ["active", "random"])
@given(trees(), LABELS, st.integers(0, 5))
def test_prunings_cover_and_promises_are_kept(selection, tree, labels, seed):
    """On so few points the bounds are certain, so the promise holds on every run."""
    n, merges = tree
    labels = labels[:n]
    learner = build(range(n), merges, F(1, 20), selection=selection, seed=seed)
    run = states(learner, labels)
    assert len(run) == n + 1
    for queries, state in enumerate(run):
        covered = [i for v, _ in state.pruning for i in learner.tree.leaves(v)]
        assert sorted(covered) == list(range(n))
        assert state.queries == queries == sum(y is not None for y in state.answers)
        assert (state.unlabeled, state.finished) == (0, queries == n)
        for v, _ in state.pruning:
            known = [state.answers[i] for i in learner.tree.leaves(v)]
            assert state.seen[v] == (
                len(known) - known.count(None),
                known.count(-1),
                known.count(1),
            )
        assert F(mistakes(learner, state, labels), n) <= learner.promise(state)
    assert learner.hypothesis(run[-1]) == tuple(labels)
    assert learner.promise(run[-1]) == 0
    assert learner.step(run[-1], None, lambda _: 1) == run[-1]


def test_a_node_is_left_for_its_children_once_they_look_better():
    """A root with three of four labels + may split; one with two of four may not yet."""
    learner = build(range(4), paired(4), F(1, 20))
    state = learner.init()
    for leaf, y in ((0, 1), (1, 1)):
        state = learner.told(state, learner.tree.root, leaf, y)
        assert state.pruning == ((6, 1),)
    split = learner.told(state, 6, 2, -1)
    assert dict(split.pruning) == {4: 1, 5: -1}
    assert learner.hypothesis(split) == (1, 1, -1, -1)
    assert learner.promise(split) == F(1, 4)  # the last one may be +
    state = learner.told(learner.told(learner.init(), 6, 0, 1), 6, 2, -1)
    assert dict(state.pruning) == {6: 1}  # neither label is admissible


def test_a_label_counts_up_to_the_node_drawn_from():
    learner = build(range(4), paired(4), F(1, 20))
    state = learner.init()
    for leaf, y in ((0, 1), (1, 1), (2, -1)):
        state = learner.told(state, 6, leaf, y)
    state = learner.told(state, 5, 3, 1)  # the root was left before
    assert state.seen == (
        *((1, 0, 1), (1, 0, 1), (1, 1, 0), (1, 0, 1)),
        *((2, 0, 2), (2, 1, 1), (3, 1, 2)),
    )


def test_it_draws_by_what_may_be_wrong():
    learner = build(range(7), [(0, 1), (2, 3), (4, 5), (9, 6), (7, 8), (11, 10)], F(1, 20))
    by_size = build(range(7), learner.merges, F(1, 20), selection="random")
    state = learner.init()
    assert learner.chances(state) == ((12, 7),)
    for leaf, y in ((0, 1), (1, 1), (2, 1), (4, -1), (5, -1)):
        state = learner.told(state, 12, leaf, y)
    assert dict(state.pruning) == {11: 1, 10: -1}
    assert sorted(learner.chances(state)) == [(10, 1), (11, 1)]
    assert sorted(by_size.chances(state)) == [(10, 3), (11, 4)]
    state = learner.told(state, 11, 3, -1)
    assert sorted(learner.chances(state)) == [(10, 1)]  # nothing is left in the other one


@pytest.mark.parametrize("number", [0, 2, 3, 4])
def test_a_draw_is_proportional(monkeypatch, number):
    learner = build(range(5), [(0, 1), (5, 2), (3, 4), (6, 7)], F(1, 20), selection="random")
    state = learner.init()
    for leaf, y in ((0, 1), (1, 1), (3, -1)):
        state = learner.told(state, 8, leaf, y)
    assert sorted(learner.chances(state)) == [(6, 3), (7, 2)]
    asked, drawn = [], []

    class Numbers:
        def integers(self, most):
            drawn.append(most)
            return number if len(drawn) == 1 else 0

    def heard(x):
        asked.append(x)
        return 1

    monkeypatch.setattr("altheory.numeric.seeds.stream", lambda *_: Numbers())
    learner.step(state, None, heard)
    order = [v for v, _ in learner.chances(state)]
    first = dict(learner.chances(state))[order[0]]
    expected = order[0] if number < first else order[1]
    assert drawn == [5, 1]
    assert asked == [2 if expected == 6 else 4]


def test_pure_clusters_take_few_labels():
    n = 512
    labels = [1] * (n // 2) + [-1] * (n // 2)
    learner = build(range(n), paired(n), F(1, 20))
    state = learner.init()
    while learner.promise(state) > F(1, 5):
        state = learner.step(state, None, labels.__getitem__)
    assert state.queries < 200
    assert mistakes(learner, state, labels) == 0


@pytest.mark.parametrize("merge", [paired, chained])
def test_a_tree_that_says_nothing_costs_every_label(merge):
    n = 48
    labels = [(-1) ** (i // 2 % 2 + i) for i in range(n)]
    learner = build(range(n), merge(n), F(1, 20))
    state = learner.init()
    while learner.promise(state) > F(1, 20):
        state = learner.step(state, None, labels.__getitem__)
    assert state.queries >= 0.9 * n
    assert mistakes(learner, state, labels) <= n // 20


def test_deep_trees_are_no_matter():
    learner = build(range(3000), chained(3000), F(1, 20))
    state = states(learner, [1] * 3000, most=4)[-1]
    assert state.queries == 3
    assert learner.hypothesis(state) == (1,) * 3000


def test_silence_is_paid_and_counts_as_a_mistake():
    def silent(x):
        raise AbstentionError(x)

    learner = build("ab", [(0, 1)], F(1, 20))
    state = learner.init()
    for _ in "ab":
        state = learner.step(state, None, silent)
    assert (state.queries, state.finished, state.answers) == (2, True, (0, 0))
    assert learner.promise(state) == 1
    half = learner.told(learner.told(learner.init(), 2, 0, None), 2, 1, -1)
    assert (learner.promise(half), learner.hypothesis(half)) == (F(1, 2), (-1, -1))


def test_silence_counts_once_beside_a_bound():
    """Of 40 points 30 are + and one is silent; so few others may be wrong."""
    learner = build(range(40), chained(40), F(9, 10))
    root, state = learner.tree.root, learner.init()
    for leaf in range(31):
        state = learner.told(state, root, leaf, 1 if leaf else None)
        state = replace(state, pruning=((root, 1),))
    assert state.seen[root] == (31, 0, 30)
    least = learner.least(state, root, 1)
    assert 30 < least < 39
    assert learner.promise(state) == F(1 + min(40 - least - 1, 9), 40) < F(10, 40)


def test_a_linkage_is_a_tree():
    points = [[0.0], [10.0], [0.5], [10.25], [30.0]]
    merges = linkage_merges(points)
    assert merges[:2] == [(1, 3), (0, 2)]
    learner = build(range(5), merges, F(1, 20))
    from scipy.cluster.hierarchy import linkage

    assert build(range(5), linkage(points, "ward"), F(1, 20)) == learner
    assert set(linkage_merges(points, "single")[0]) == {1, 3}


@pytest.mark.parametrize(
    ("merges", "said"),
    [
        ([(0, 1)], "a tree over 3 points has 2 merges, got 1"),
        ([(0, 1), (2, 4)], "merge 4 joins two nodes before it, once, got"),
        ([(0, 1), (0, 2)], "merge 4 joins two nodes before it, once, got"),
        ([(0, 0), (3, 1)], "merge 3 joins two nodes before it, once, got"),
        ([(0, 1), (-1, 2)], "merge 4 joins"),
        ([(0, 1), (2, 3.5)], "a merge names two nodes, got"),
        ([(0, 1), 3], "a merge names two nodes, got 3"),
        (4, "the merges of a tree come as a list"),
    ],
)
def test_what_is_no_tree_is_refused(merges, said):
    with pytest.raises(DomainError, match=said):
        build(range(3), merges, F(1, 20))


def test_other_nonsense_is_refused():
    with pytest.raises(DomainError, match="the size of a pool"):
        build([], [], F(1, 20))
    with pytest.raises(DomainError, match="delta lies strictly between 0 and 1"):
        build([0], [], 1)
    with pytest.raises(UnknownNameError, match="did you mean active"):
        build([0], [], F(1, 20), selection="activity")
    assert build([0], [], F(1, 20)).init().pruning == ((0, 1),)


def test_seeds_are_all_its_chance():
    runs = [
        [
            state.answers
            for state in states(build(range(6), paired(6), F(1, 20), seed=seed), [1] * 6)
        ]
        for seed in (1, 1, *range(2, 8))
    ]
    assert runs[0] == runs[1]
    assert len({tuple(run) for run in runs}) > 2


def test_all_labels_of_a_small_pool_are_found():
    for labels in product((-1, 1), repeat=4):
        learner = build("abcd", chained(4), F(1, 20))
        assert learner.hypothesis(states(learner, labels)[-1]) == labels
