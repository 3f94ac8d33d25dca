r"""Elimination that stays sparse: of the edges it makes, a sample.

Taking node k out of a graph joins its neighbors with weights :math:`w_{ik} w_{kj} / d_k`, pair
by pair (:mod:`altheory.graphs._elimination`), and would soon fill the memory.  With the
neighbors in the order of their weights, each instead gets one edge to a later one j, with
probability :math:`w_{kj} / s_i` and of weight :math:`w_{ik} s_i / d_k`, where :math:`s_i` sums
what comes later: the same on average [kyng2016]_.  The number of edges never grows, and nothing
is subtracted, so that weights may differ by any number of orders of magnitude.  All clamped
nodes together are one neighbor, which comes last.

Nodes with few edges go first, and lots come from numbers scattered over the integers, so that
the same graph has the same factors.
"""

from typing import Any, TypeAlias

import numpy as np

from altheory.numeric.compiled import compiled
from altheory.protocols import Floats

Links: TypeAlias = Any  # edge ends: node there or -1, twin, next of its node, weight; first ones
Queue: TypeAlias = Any  # first node of each degree; next, last and degree of each node; least


@compiled
def sampled(rows: Any, twins: Any, ground: Floats, lots: Floats) -> Any:
    """Return the order of elimination, shares below the diagonal by columns, and pivots.

    Parameters
    ----------
    rows
        Starts, neighbors and weights between free nodes.
    twins
        The place of each edge's other end, in these rows.
    ground
        The weight from each free node to all clamped ones.
    lots
        Numbers between 0 and 1.

    """
    starts, _, weights = rows
    n, used = len(ground), 0
    links = _linked(rows, twins)
    queue, slots, ground = _queued(starts[1:] - starts[:-1]), np.full(n, -1), ground.copy()
    order, ends, pivots = np.empty(n, np.int64), np.zeros(n + 1, np.int64), np.empty(n)
    below, shares = np.empty(len(weights) + n, np.int64), np.empty(len(weights) + n)
    for step in range(n):
        k = _least(queue)
        found, tails = _gathered(k, links, queue, slots, ground[k])
        order[step], pivots[step], end = k, tails[0], used + len(found)
        while end > len(below):
            below = np.concatenate((below, np.empty_like(below)))
            shares = np.concatenate((shares, np.empty_like(shares)))
        for i in range(len(found)):
            below[used + i] = links[0][found[i]]
            shares[used + i] = links[3][found[i]] / tails[0]
        _joined(found, (below[used:end], tails, ground), links, queue, lots[step % 64 :])
        used = ends[step + 1] = end
    return order, (ends, below[:used].copy(), shares[:used].copy()), pivots


@compiled
def _linked(rows: Any, twins: Any) -> Links:
    """Return the ends of edges in lists by node."""
    starts, neighbors, weights = rows
    following = np.arange(1, len(weights) + 1)
    firsts = np.full(len(starts) - 1, -1)
    for i in range(len(firsts)):
        if starts[i + 1] > starts[i]:
            firsts[i], following[starts[i + 1] - 1] = starts[i], -1
    return neighbors.copy(), twins, following, weights.copy(), firsts


@compiled
def _gathered(k: int, links: Links, queue: Queue, slots: Any, ground: float) -> Any:
    """Return one end of each edge of a node, weakest first, and sums of weights from each on."""
    target, twin, following, weight, firsts = links
    place, number = firsts[k], 0
    found = np.empty(queue[3][k], np.int64)
    while place >= 0:
        j = target[place]
        if j >= 0 and slots[j] >= 0:  # one edge more to the same node
            weight[slots[j]] += weight[place]
            target[twin[place]] = -1
            _requeued(queue, j, queue[3][j] - 1)
        elif j >= 0:
            slots[j] = place
            found[number] = place
            number += 1
        place = following[place]
    found = found[:number]
    for place in found:
        slots[target[place]] = -1
    found = found[np.argsort(weight[found])]
    tails = np.full(number + 1, ground)
    for i in range(number - 1, -1, -1):
        tails[i] = tails[i + 1] + weight[found[i]]
    return found, tails


@compiled
def _joined(found: Any, around: Any, links: Links, queue: Queue, lots: Floats) -> None:
    """Give each neighbor but the last an edge to a later one, in place of those to the node."""
    nodes, tails, ground = around
    target, twin, following, weight, firsts = links
    for i in range(len(found)):
        place, other, later = found[i], nodes[i], len(found)
        cut = lots[place % len(lots)] * tails[i + 1]
        while tails[later] < cut:
            later -= 1
        new = weight[place] * (tails[i + 1] / tails[0])
        if later == len(found):
            ground[other] += new
            target[twin[place]] = -1
            _requeued(queue, other, queue[3][other] - 1)
        else:
            end = nodes[later]
            weight[place] = weight[twin[place]] = new
            target[place], target[twin[place]] = other, end
            following[place], firsts[end] = firsts[end], place
            _requeued(queue, end, queue[3][end] + 1)


@compiled
def _queued(degrees: Any) -> Queue:
    """Return nodes in lists by degree."""
    n = len(degrees)
    queue = (
        np.full(n + 1, -1),
        np.full(n, -1),
        np.full(n, -1),
        degrees.copy(),
        np.zeros(1, np.int64),
    )
    for i in range(n - 1, -1, -1):
        _inserted(queue, i)
    return queue


@compiled
def _inserted(queue: Queue, i: int) -> None:
    heads, after, before, degrees, least = queue
    at = min(degrees[i], len(heads) - 1)
    before[i], after[i] = -1, heads[at]
    if heads[at] >= 0:
        before[heads[at]] = i
    heads[at] = i
    least[0] = min(least[0], at)


@compiled
def _removed(queue: Queue, i: int) -> None:
    heads, after, before, degrees, _ = queue
    if before[i] >= 0:
        after[before[i]] = after[i]
    else:
        heads[min(degrees[i], len(heads) - 1)] = after[i]
    if after[i] >= 0:
        before[after[i]] = before[i]


@compiled
def _requeued(queue: Queue, i: int, degree: int) -> None:
    """Move a node to where its new degree belongs."""
    _removed(queue, i)
    queue[3][i] = degree
    _inserted(queue, i)


@compiled
def _least(queue: Queue) -> int:
    """Take a node of least degree out."""
    heads, least = queue[0], queue[4]
    while heads[least[0]] < 0:
        least[0] += 1
    i = heads[least[0]]
    _removed(queue, i)
    return int(i)
