r"""Hierarchical sampling: labels buy the right to call a whole cluster by one name.

A pool hangs on a binary tree.  The learner holds a *pruning*, disjoint nodes that cover the pool,
and a label for each of them.  It asks about a random point of a node that is chosen with
probability proportional to

.. math:: w_v \, (1 - p^{LB}_{v, L(v)}),

the share of the pool that it may be mislabeling there.  A label is *admissible* for a node if even
in the worst case of the intervals it makes less than twice the errors of the other one; a node
that has such a label is left for its children as soon as theirs seem to make fewer errors.

Whatever it chooses, the labels seen in a node are those of a random order of its points: a node is
drawn from, or one above it, uniformly among the points not asked.  So one lower bound for each
node, label and number of draws, at :math:`\alpha = \delta / (2 (N - 1) \, n (n + 1))`, makes all
intervals hold at all times together with probability at least :math:`1 - \delta`; and with them
the certified number of mislabeled points, whatever the tree is worth.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from typing import Any, Generic, Literal, TypeVar, final, get_args

from altheory.bounds._schedule import share
from altheory.discovery import nearest
from altheory.learners._answer import answer
from altheory.learners._cluster_tree import ClusterTree, surely
from altheory.numeric import seeds
from altheory.numeric.inputs import count, listed, open_unit
from altheory.protocols import Label, Oracle

X = TypeVar("X")

Selection = Literal["active", "random"]

MARGIN = 3  # a label is admissible from a third on: at most twice the errors of the other one


@final
@dataclass(frozen=True, slots=True)
class HierarchicalSamplingState:
    """The answers, what nodes know of them, and the present pruning with its labels.

    ``answers`` has an entry a point: None before it is asked, 0 if the labeler was silent.
    ``seen`` has (draws, labels -1, labels +1) of each node since it was in or below the pruning.
    """

    answers: tuple[int | None, ...]
    seen: tuple[tuple[int, int, int], ...]
    pruning: tuple[tuple[int, Label], ...]
    queries: int = 0

    @property
    def unlabeled(self) -> int:
        return 0

    @property
    def finished(self) -> bool:
        """Whether every point was asked about."""
        return self.queries == len(self.answers)


@final
@dataclass(frozen=True, slots=True)
class HierarchicalSampling(Generic[X]):
    r"""Cluster-adaptive labeling of a whole pool.

    With probability at least ``1 - delta`` the promise holds after every step: at most that share
    of the pool is labeled otherwise than its labeler would, or by a guess where he was silent.
    Points have one label each, which does not change; the tree is fixed before the labels.

    Parameters
    ----------
    pool
        The instances.
    merges
        The tree: pairs of nodes, or the rows of :func:`scipy.cluster.hierarchy.linkage`.
    delta
        The probability of failure, in (0, 1).
    selection
        ``"active"``, or ``"random"`` for nodes drawn by their size.
    seed
        Of the draws, each of which has a stream of its own.

    Raises
    ------
    DomainError
        If the merges are no tree over the pool, or a number lies outside its set.
    UnknownNameError
        If there is no such selection.

    Notes
    -----
    Commonly the intervals have the half width :math:`1/n + \sqrt{p (1 - p)/n}`, which covers at no
    stated level; here they are exact, without replacement, and rounded to whole points.  Points
    that were asked keep their answer.  For two labels :math:`1 - p^{LB} < 2 (1 - p^{UB}_{other})`
    is :math:`p^{LB} > 1/3`.

    References
    ----------
    ``dasgupta2008hierarchical``, as commonly stated.

    Examples
    --------
    >>> learner = HierarchicalSampling("abcd", [(0, 1), (2, 3), (4, 5)], Fraction(1, 20))
    >>> state = learner.init()
    >>> for _ in "abcd":
    ...     state = learner.step(state, None, lambda x: 1 if x in "ab" else -1)
    >>> learner.hypothesis(state), learner.promise(state)
    ((1, 1, -1, -1), Fraction(0, 1))

    """

    pool: Any
    merges: Any
    delta: Fraction
    selection: Selection = "active"
    seed: int = 0

    def __post_init__(self) -> None:
        pool = tuple(listed(self.pool))
        count(len(pool), "the size of a pool")
        if self.selection not in get_args(Selection):
            raise nearest(self.selection, get_args(Selection), "selection")
        tree = self.merges
        if not isinstance(tree, ClusterTree):
            tree = ClusterTree.of(len(pool), tree)
        object.__setattr__(self, "pool", pool)
        object.__setattr__(self, "merges", tree)
        object.__setattr__(self, "delta", open_unit(self.delta, "delta"))
        object.__setattr__(self, "seed", count(self.seed, "a seed", least=0))

    @property
    def tree(self) -> ClusterTree:
        """The tree that the merges make."""
        found: ClusterTree = self.merges
        return found

    def init(self) -> HierarchicalSamplingState:
        tree = self.tree
        nothing = ((0, 0, 0),) * len(tree.children)
        return HierarchicalSamplingState((None,) * len(self.pool), nothing, ((tree.root, 1),))

    def step(
        self, state: HierarchicalSamplingState, x: object, ask: Oracle[X]
    ) -> HierarchicalSamplingState:
        """Ask about a point of the pool, whatever the stream offers; nothing once all are asked."""
        del x
        chances = self.chances(state)
        if not chances:
            return state
        rng = seeds.stream(self.seed, "hierarchical-sampling", state.queries)
        totals = tuple(accumulate(weight for _, weight in chances))
        node = chances[bisect_right(totals, int(rng.integers(totals[-1])))][0]
        left = self.left(state, node)
        leaf = left[int(rng.integers(len(left)))]
        return self.told(state, node, leaf, answer(ask, self.pool[leaf]))

    def chances(self, state: HierarchicalSamplingState) -> tuple[tuple[int, int], ...]:
        """Return the nodes that may be drawn from, with weights proportional to the chances.

        A node that is sure to be labeled rightly has the least weight, so that nothing is left.
        """
        weights = {
            v: self.tree.size[v] - (self.least(state, v, y) if self.selection == "active" else 0)
            for v, y in state.pruning
            if state.seen[v][0] < self.tree.size[v]
        }
        return tuple((v, max(weight, 1)) for v, weight in weights.items())

    def left(self, state: HierarchicalSamplingState, node: int) -> tuple[int, ...]:
        """Return the points of a node that were not asked about."""
        return tuple(i for i in self.tree.leaves(node) if state.answers[i] is None)

    def told(
        self, state: HierarchicalSamplingState, node: int, leaf: int, y: Label | None
    ) -> HierarchicalSamplingState:
        """Return the state after an answer about a point drawn from a node of the pruning."""
        answers, seen = list(state.answers), list(state.seen)
        answers[leaf] = y or 0
        for v in self.tree.path(leaf, node):
            n, negative, positive = seen[v]
            seen[v] = (n + 1, negative + (y == -1), positive + (y == 1))
        state = replace(state, answers=tuple(answers), seen=tuple(seen), queries=state.queries + 1)
        return replace(state, pruning=self._pruned(state, node))

    def least(self, state: HierarchicalSamplingState, node: int, y: Label) -> int:
        """Return how many points of a node have the label, at least."""
        n, negative, positive = state.seen[node]
        alpha = self.delta * share("looks", max(n, 1)) / (2 * max(len(self.pool) - 1, 1))
        return surely(self.tree.size[node], n, positive if y == 1 else negative, alpha)

    def hypothesis(self, state: HierarchicalSamplingState) -> tuple[Label, ...]:
        """Return a label for each point of the pool: its own if known, else that of its node."""
        found: list[Label] = [1] * len(self.pool)
        for v, y in state.pruning:
            for i in self.tree.leaves(v):
                found[i] = -1 if (state.answers[i] or y) == -1 else 1
        return tuple(found)

    def promise(self, state: HierarchicalSamplingState) -> Fraction:
        """Return what the share of mislabeled points is known not to exceed."""
        wrong = sum(self._wrong(state, v, y) for v, y in state.pruning)
        return Fraction(wrong, len(self.pool))

    def _wrong(self, state: HierarchicalSamplingState, node: int, y: Label) -> int:
        """Return how many points of a node of the pruning are mislabeled, at most."""
        n, *labels = state.seen[node]
        silent = n - sum(labels)
        others = labels[0] if y == 1 else labels[1]
        size = self.tree.size[node]
        possible = size - self.least(state, node, y) - others - silent
        return silent + min(possible, size - n)

    def _pruned(self, state: HierarchicalSamplingState, node: int) -> tuple[tuple[int, Label], ...]:
        """Return the pruning after new labels in one of its nodes.

        Only a node with an admissible label is left for its children.
        """
        old = dict(state.pruning)
        own = {v: self._named(state, v, old[node]) for v in self._visited(state, node)}
        score: dict[int, Fraction] = {}
        for v in reversed(own):  # children before parents
            size, children = self.tree.size[v], self.tree.children[v]
            parts = [score.get(c, Fraction(self.tree.size[c])) for c in children]
            may_split = bool(parts) and own[v][0] < size  # it has an admissible label
            score[v] = min(own[v][0], sum(parts, Fraction(0))) if may_split else own[v][0]
        fresh, stack = list[tuple[int, Label]](), [node]
        while stack:
            v = stack.pop()
            if v not in own or score[v] == own[v][0]:
                fresh.append((v, own[v][1] if v in own else old[node]))
            else:
                stack.extend(self.tree.children[v])
        return (*((v, y) for v, y in state.pruning if v != node), *fresh)

    def _visited(self, state: HierarchicalSamplingState, node: int) -> list[int]:
        """Return the nodes below ``node`` of which labels were seen, parents before children."""
        found, stack = list[int](), [node]
        while stack:
            v = stack.pop()
            if state.seen[v][0]:
                found.append(v)
                stack.extend(self.tree.children[v])
        return found

    def _named(
        self, state: HierarchicalSamplingState, v: int, old: Label
    ) -> tuple[Fraction, Label]:
        """Return the estimated errors of a node with its best label, all if none is admissible."""
        n, negative, positive = state.seen[v]
        y: Label = old if negative == positive else 1 if positive > negative else -1
        size = self.tree.size[v]
        if MARGIN * self.least(state, v, y) <= size:
            return Fraction(size), y
        return Fraction(size * (n - max(negative, positive)), n), y


def linkage_merges(points: Any, method: Any = "ward") -> list[tuple[int, int]]:
    """Return the tree that SciPy's linkage builds over points: ``float64[n, d]``.

    >>> linkage_merges([[0.0], [5.0], [0.5]])
    [(0, 2), (1, 3)]
    """
    from scipy.cluster.hierarchy import linkage

    return [(int(a), int(b)) for a, b, *_ in linkage(points, method)]
