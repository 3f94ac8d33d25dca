"""The judge of certificates on graphs: python -I -S graph_checker.py FILE ...

It reads as checker.py beside it does, of which it needs nothing but that reading, and adds kinds to
those that are judged there.  A graph is given by its nodes, each with the label -1 or 1, or 0 if it
has none, and by its edges ``[i, j, weight]``, the order of whose ends means nothing; edges from a
node to itself mean nothing at all, and the weights of several between the same two nodes add up.
"""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # on its own, checker.py is found beside it
    sys.path.append(str(Path(__file__).parent))
judge = importlib.import_module("checker" if __name__ == "__main__" else "altheory.ledger.checker")
ROOM = 512 * judge.BITS  # of all numbers of a certificate in their common unit


class Network:
    """At each node its edges: where they lead, their number, and 1 at the first end, -1 there."""

    def __init__(self, labels: Any, edges: Any) -> None:
        self.labels = judge.array(labels, 1, judge.VALUES, "nodes")
        judge.check(all(y in {-1, 0, 1} for y in integers(self.labels)), "a label is -1, 0 or 1")
        self.near: list[list[tuple[int, int, int]]] = [[] for _ in self.labels]
        self.weights: list[Any] = []
        for k, edge in enumerate(judge.array(edges, 0, judge.VALUES, "edges")):
            *ends, weight = judge.array(edge, 3, 3, "entries of an edge")
            i, j = integers(ends)
            judge.check(min(i, j) >= 0 and max(i, j) < len(self.labels), "an edge joins two nodes")
            self.near[i].append((j, k, 1))
            self.near[j].append((i, k, -1))
            self.weights.append(weight)
        self.size = len(self.weights)

    def labeled(self, y: int) -> set[int]:
        return {i for i, label in enumerate(self.labels) if label == y}


def integers(values: list[Any]) -> list[int]:
    """Return integers, or reject what is none."""
    judge.check({*map(type, values)} <= {int}, "nodes and labels are integers")
    return values


def in_units(*lists: tuple[Any, int]) -> Iterator[list[int]]:
    """Yield lists of so many rationals each, and of the number one, in multiples of one unit."""
    texts = [text for value, size in lists for text in judge.array(value, size, size, "numbers")]
    most = min(judge.BITS, ROOM // len(texts))
    numbers = iter(judge.scaled(map(judge.rational, texts), most))
    yield from ([next(numbers) for _ in range(size)] for _, size in lists)
    yield [next(numbers)]


def max_flow(labels: Any, edges: Any, value: Any, forced: Any, *, flow: Any) -> None:
    """Verify that minimum cuts weigh {value} and agree on the labels that are forced, no others."""
    # Whatever separates the labels severs at least what flows from 1 to -1.  And a minimum cut
    # severs no edge with room for more: all that nodes of a label reach so has that label too.
    graph = Network(labels, edges)
    most, along, (total,), _ = in_units(
        (graph.weights, graph.size), (flow, graph.size), ([value], 1)
    )
    judge.check(all(abs(f) <= w for f, w in zip(along, most, strict=True)), "more than fits")
    out = [sum(sign * along[k] for _, k, sign in near) for near in graph.near]
    judge.check(not any(out[i] for i in graph.labeled(0)), "some flow is lost on the way")
    judge.check(total == sum(out[i] for i in graph.labeled(1)), "the flow has another value")
    reached = {y: graph.labeled(y) for y in (1, -1)}
    for y, found in reached.items():
        new = found
        while new:
            steps = (step for i in new for step in graph.near[i])
            new = {j for j, k, sign in steps if y * sign * along[k] < most[k]} - found
            found.update(new)
    judge.check(not reached[1] & reached[-1], "there is room for a larger flow")
    agreed = [(i in reached[1]) - (i in reached[-1]) for i in range(len(out))]
    judge.check(forced == agreed, "other labels are forced")


def harmonic_bound(labels: Any, edges: Any, values: Any, bound: Any, *, barrier: Any) -> None:
    """Verify that values are within {bound} of what is harmonic with those at the labels."""
    # Let (L f)_i be the sum of w_ij (f_i - f_j), and h equal to x at labels with L h = 0 elsewhere.
    # Given 0 <= v <= 1, and L v > 0 and |L x| <= bound L v where there is no label, consider
    # g = bound v - x + h: there L g >= 0, and g >= 0 at labels.  Where g is least without a label,
    # it is so at the neighbors too, and on up to a label: none lacks one, as L v adds up to 0 over
    # a component.  So g >= 0, which is x - h <= bound v <= bound, and likewise h - x <= bound.
    graph = Network(labels, edges)
    nodes = len(graph.near)
    weights, x, v, (most,), (one,) = in_units(
        (graph.weights, graph.size), (values, nodes), (barrier, nodes), ([bound], 1)
    )
    judge.check(min([*weights, most]) >= 0, "weights and bounds are not negative")
    judge.check(min(v) >= 0 and max(v) <= one, "a barrier lies in [0, 1]")
    for i in graph.labeled(0):
        tilt, force = (sum(weights[k] * (f[i] - f[j]) for j, k, _ in graph.near[i]) for f in (x, v))
        judge.check(force > 0, f"the barrier does not bend at node {i}")
        judge.check(abs(tilt) * one <= most * force, f"too far from harmonic at node {i}")


def verify(certificate: object) -> str:
    """Return in one line what a certificate of any kind proves, or raise ``Rejected``."""
    return str(judge.verify(certificate, KINDS))


def accepted(certificate: object) -> bool:
    """Decide whether a certificate of any kind proves what it states."""
    try:
        return bool(verify(certificate))
    except judge.Rejected:
        return False


KINDS: Any = (max_flow, harmonic_bound)

if __name__ == "__main__":
    sys.exit(judge.main(sys.argv[1:], KINDS))
