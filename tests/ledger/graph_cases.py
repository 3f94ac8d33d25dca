"""Certificates on graphs, true and false, and a second opinion that shares no idea with the judge.

``is_true`` goes through all labelings for the minimum cuts, and solves for the harmonic function
by elimination.
"""

import copy
import math
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np

from altheory import certificate as make
from altheory.graphs.cut_proof import cut_certificate
from altheory.graphs.harmonic_proof import harmonic_certificate
from altheory.graphs.minimum_cut import min_cut
from tests.graphs.examples import random_graph
from tests.graphs.weighted import matrix

Certificate = dict[str, Any]


def sealed_flow(labels: Any, edges: Any, value: Any, forced: Any, flow: Any) -> Certificate:
    problem = {"labels": labels, "edges": edges, "value": value, "forced": forced}
    return make.seal("max-flow", problem, {"flow": flow})


def sealed_bound(labels: Any, edges: Any, values: Any, bound: Any, barrier: Any) -> Certificate:
    problem = {"labels": labels, "edges": edges, "values": values, "bound": bound}
    return make.seal("harmonic-bound", problem, {"barrier": barrier})


def restated(certificate: Certificate, **changes: Any) -> Certificate:
    """Return the certificate of a changed problem, sealed again."""
    problem = copy.deepcopy(certificate["problem"]) | changes
    return make.seal(certificate["kind"], problem, certificate["proof"])


def reproved(certificate: Certificate, **changes: Any) -> Certificate:
    """Return the certificate with a changed proof."""
    return copy.deepcopy(certificate) | {"proof": certificate["proof"] | changes}


def unit(i: int, j: int, weight: int = 1) -> list[Any]:
    return [i, j, f"{weight}/1"]


LINE = [unit(0, 1), unit(1, 2)]
HALVES = sealed_bound([1, 0, 1], LINE, ["0/1", "1/2", "1/1"], "0/1", ["0/1", "1/1", "0/1"])
NEAR = restated(HALVES, values=["0/1", "2/3", "1/1"], bound="1/6")
TRIANGLE = sealed_flow(
    [1, 0, -1],
    [unit(0, 1, 3), unit(1, 2, 2), unit(0, 2, 4)],
    "6/1",
    [1, 1, -1],
    ["2/1", "2/1", "4/1"],
)
ONE_EDGE = sealed_flow([1, -1], [unit(0, 1)], "1/1", [1, -1], ["1/1"])
BACK = sealed_flow([-1, 1], [unit(0, 1)], "1/1", [-1, 1], ["-1/1"])
OPEN = sealed_flow([1, 0, -1], LINE, "1/1", [1, 0, -1], ["1/1", "1/1"])
TWO_ENDS = sealed_flow(
    [1, 0, -1, 1],
    [unit(0, 1), unit(1, 2, 3), unit(3, 1)],
    "2/1",
    [1, -1, -1, 1],
    ["1/1", "2/1", "1/1"],
)


def at_limit(bits: int, nodes: int) -> Certificate:
    """Return a certificate with one denominator of so many bits and 2 nodes + 1 numbers."""
    powers = [3**8000, 5**5500, 7**4600, 11**3700, 13**3400]
    while math.prod(powers).bit_length() > bits:
        powers.pop()
    k = bits - math.prod(powers).bit_length()
    values = [*(make.text(Fraction(1, p)) for p in (*powers, 2**k)), *["0/1"] * nodes][:nodes]
    return sealed_bound([1] * nodes, [], values, "0/1", ["0/1"] * nodes)


ACCEPTED: dict[str, Certificate] = {
    "the mean of two labels": HALVES,
    "a value off the mean": NEAR,
    "a value as far below the mean": restated(NEAR, values=["0/1", "1/3", "1/1"]),
    "a bound that is too large": restated(NEAR, bound="1/1"),
    "values beyond the labels": restated(HALVES, values=["-5/1", "0/1", "5/1"]),
    "all nodes labeled": sealed_bound([1, -1], [unit(0, 1)], ["0/1", "7/1"], "0/1", ["0/1"] * 2),
    "a barrier above the labels": restated(
        reproved(NEAR, barrier=["1/2", "1/1", "1/2"]), bound="1/3"
    ),
    "a flat barrier is enough for what is harmonic": reproved(
        HALVES, barrier=["0/1", "1/9", "0/1"]
    ),
    "edges twice and loops": restated(HALVES, edges=[*LINE, *LINE, unit(1, 1, 9)]),
    "an edge without weight": restated(HALVES, edges=[*LINE, unit(0, 1, 0)]),
    "a label alone next to a node": sealed_bound(
        [1, 0], [unit(0, 1)], ["3/1", "3/1"], "0/1", ["0/1", "1/1"]
    ),
    "a label with no edge": sealed_bound([1], [], ["1/2"], "0/1", ["1/1"]),
    "bits at the limit": at_limit(65_536, 7),
    "bits of many numbers at the limit": at_limit(512 * 65_536 // 1201, 600),
    "a triangle": TRIANGLE,
    "one edge": ONE_EDGE,
    "one edge backwards": BACK,
    "two minimum cuts": OPEN,
    "two positive labels": TWO_ENDS,
    "labels of one kind": sealed_flow([1, 0], [unit(0, 1)], "0/1", [1, 1], ["0/1"]),
    "labels of the other kind": sealed_flow([0, -1], [unit(1, 0)], "0/1", [-1, -1], ["0/1"]),
    "no labels": sealed_flow([0, 0], [unit(0, 1)], "0/1", [0, 0], ["0/1"]),
    "no edges": sealed_flow([1, 0, -1], [], "0/1", [1, 0, -1], []),
    "a flow in a circle": sealed_flow(
        [0, 0, 0, 1],
        [unit(0, 1, 2), unit(1, 2, 2), unit(2, 0, 2)],
        "0/1",
        [0, 0, 0, 1],
        ["1/1"] * 3,
    ),
    "an edge between equal labels": sealed_flow(
        [1, 1, -1], [unit(0, 1), unit(1, 2)], "1/1", [1, 1, -1], ["-1/2", "1/1"]
    ),
    "parallel edges": sealed_flow(
        [1, -1], [unit(0, 1), unit(1, 0, 2)], "3/1", [1, -1], ["1/1", "-2/1"]
    ),
    "a loop": sealed_flow([1, -1], [unit(0, 1), unit(0, 0)], "1/1", [1, -1], ["1/1", "1/1"]),
    "an edge of no weight": sealed_flow([1, -1], [unit(0, 1, 0)], "0/1", [1, -1], ["0/1"]),
}
BEND = ["0/1", "1/1", "0/1"]
REJECTED: dict[str, Any] = {
    "a smaller bound": restated(NEAR, bound="1/7"),
    "a smaller bound below": restated(NEAR, values=["0/1", "1/3", "1/1"], bound="1/7"),
    "a negative bound": restated(HALVES, bound="-1/6"),
    "a negative bound of nothing": sealed_bound([1], [], ["1/2"], "-1/6", ["0/1"]),
    "another value": restated(HALVES, values=["0/1", "2/3", "1/1"]),
    "another label": restated(HALVES, values=["1/3", "1/2", "1/1"]),
    "a flat barrier": reproved(HALVES, barrier=["0/1"] * 3),
    "a flat barrier of ones": reproved(HALVES, barrier=["1/1"] * 3),
    "a barrier that is too high": reproved(NEAR, barrier=["0/1", "2/1", "0/1"]),
    "a barrier that is too high at a label": sealed_bound(
        [1, 0, 1, 1], LINE, ["0/1", "1/2", "1/1", "0/1"], "0/1", [*BEND, "2/1"]
    ),
    "a barrier that is negative": reproved(NEAR, barrier=["0/1", "-1/1", "0/1"]),
    "a barrier that is negative at a label": restated(
        reproved(HALVES, barrier=["-1/1", "0/1", "0/1"]), values=["0/1", "1/1", "1/1"], bound="1/1"
    ),
    "a barrier that bends the other way": reproved(NEAR, barrier=["1/1", "0/1", "1/1"]),
    "no label at all": sealed_bound([0, 0], [unit(0, 1)], ["1/2"] * 2, "0/1", ["1/1", "0/1"]),
    "a component without a label": sealed_bound(
        [1, 0, 0, 0], [unit(0, 1), unit(2, 3)], ["1/1"] * 4, "0/1", ["0/1", "1/1", "1/1", "1/2"]
    ),
    "a node without an edge": sealed_bound([1, 0], [], ["1/1"] * 2, "0/1", ["0/1", "1/1"]),
    "a negative weight": sealed_bound(
        [1, 0, 1], [unit(0, 1, 3), unit(1, 2, -1)], ["0/1", "-1/2", "1/1"], "0/1", BEND
    ),
    "a value less": restated(HALVES, values=["0/1", "1/2"]),
    "a value more": restated(HALVES, values=["0/1", "1/2", "1/1", "1/1"]),
    "a barrier less": reproved(HALVES, barrier=BEND[:2]),
    "a barrier more": reproved(HALVES, barrier=[*BEND, "0/1"]),
    "values that are a text": restated(HALVES, values="0/1"),
    "bits beyond the limit": at_limit(65_537, 7),
    "bits of many numbers beyond the limit": at_limit(512 * 65_536 // 1201 + 1, 600),
    "another value of the flow": restated(TRIANGLE, value="5/1"),
    "a larger value": restated(TRIANGLE, value="7/1"),
    "a flow that is too small": reproved(TRIANGLE, flow=["0/1"] * 3),
    "a flow that is too small, of its value": restated(
        reproved(TRIANGLE, flow=["1/1", "1/1", "4/1"]), value="5/1"
    ),
    "no flow, of its value": restated(reproved(TRIANGLE, flow=["0/1"] * 3), value="0/1"),
    "more than fits": restated(reproved(TRIANGLE, flow=["3/1", "3/1", "4/1"]), value="7/1"),
    "more than fits backwards": restated(reproved(BACK, flow=["-2/1"]), value="2/1"),
    "a flow that is lost": restated(reproved(TRIANGLE, flow=["3/1", "2/1", "4/1"]), value="7/1"),
    "a flow that is lost, but not from its source": sealed_flow(
        [1, 0, -1], LINE, "1/1", [1, -1, -1], ["1/1", "0/1"]
    ),
    "no flow, and nothing forced": sealed_flow([1, -1], [unit(0, 1)], "0/1", [0, 0], ["0/1"]),
    "a flow that comes from nowhere": reproved(OPEN, flow=["0/1", "1/1"]),
    "a flow against the labels": reproved(BACK, flow=["1/1"]),
    "a flow less": reproved(TRIANGLE, flow=["2/1", "2/1"]),
    "a flow more": reproved(TRIANGLE, flow=["2/1", "2/1", "4/1", "0/1"]),
    "labels that are not forced": restated(OPEN, forced=[1, 1, -1]),
    "a forced label less": restated(TRIANGLE, forced=[1, 0, -1]),
    "forced labels for fewer nodes": restated(TRIANGLE, forced=[1, 1]),
    "forced labels that are a text": restated(TRIANGLE, forced="++-"),
    "other labels": restated(TRIANGLE, labels=[1, -1, -1]),
    "a label 2": restated(TRIANGLE, labels=[1, 2, -1]),
    "a label -2": restated(HALVES, labels=[-2, 0, 1]),
    "a label that is a text": restated(TRIANGLE, labels=[1, "0/1", -1]),
    "a label that is an array": restated(TRIANGLE, labels=[1, [], -1]),
    "labels that are a text": restated(TRIANGLE, labels="10-"),
    "no nodes": sealed_flow([], [], "0/1", [], []),
    "no nodes at all": sealed_bound([], [], [], "0/1", []),
    "an edge to nowhere": restated(ONE_EDGE, edges=[unit(0, 2)]),
    "an edge from nowhere": restated(ONE_EDGE, edges=[unit(2, 0)]),
    "an edge to a node before the first": restated(ONE_EDGE, edges=[unit(0, -1)]),
    "an edge from a node before the first": restated(ONE_EDGE, edges=[unit(-1, 1)]),
    "an edge to a text": restated(ONE_EDGE, edges=[[0, "1/1", "1/1"]]),
    "an edge to an array": restated(ONE_EDGE, edges=[[0, [1], "1/1"]]),
    "an edge without a weight": restated(ONE_EDGE, edges=[[0, 1]]),
    "an edge with two weights": restated(ONE_EDGE, edges=[[0, 1, "1/1", "1/1"]]),
    "an edge with three ends": restated(ONE_EDGE, edges=[[0, 1, 1, "1/1"]]),
    "an edge with an integer": restated(ONE_EDGE, edges=[[0, 1, 1]]),
    "edges that are an object": restated(ONE_EDGE, edges={"0": [0, 1, "1/1"]}),
    "another kind": ONE_EDGE | {"kind": "harmonic-bound"},
    "an unknown kind": ONE_EDGE | {"kind": "min-cut"},
    "a wrong digest": ONE_EDGE | {"digest": "0" * 64},
    "an entry more": reproved(ONE_EDGE, cut=[0]),
}


def certificates() -> list[Certificate]:
    """Return hundreds of true certificates: of small graphs, of floats, and those by hand."""
    return [*_of_graphs(), *(c for c in ACCEPTED.values() if len(str(c)) < 800)]


def _of_graphs() -> Iterator[Certificate]:
    rng = np.random.default_rng(0)
    for weights in [*product((0, 1, 2), repeat=3)][::2]:
        yield cut_certificate(min_cut(matrix(3, weights), [0], [2]))
        if weights[0] or weights[2]:
            yield harmonic_certificate(matrix(3, weights), [0, 2], [0.25, 1])
    for k in range(6):
        W = random_graph(rng, 4, ("few", "even", "any")[k % 3])
        yield cut_certificate(min_cut(W, [0], [k % 3 + 1]))
        W[0, 1:] = W[1:, 0] = np.maximum(W[0, 1:], 0.5)
        yield harmonic_certificate(W, [0, 3], [0, 1])


def is_true(certificate: Certificate) -> bool:
    """Decide by brute force whether the statement of a certificate is true."""
    problem = certificate["problem"]
    try:
        weights = _weights(problem)
        return {"max-flow": _is_least, "harmonic-bound": _is_near}[certificate["kind"]](
            problem, weights
        )
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return False  # the statement has no meaning


def _weights(problem: Any) -> list[list[Fraction]]:
    n = len(problem["labels"])
    found = [[Fraction(0)] * n for _ in range(n)]
    for i, j, w in problem["edges"]:
        if not (0 <= i < n and 0 <= j < n and Fraction(w) >= 0):
            raise ValueError("no edge")
        if i != j:
            found[i][j] += Fraction(w)
            found[j][i] += Fraction(w)
    if not {*problem["labels"]} <= {-1, 0, 1}:
        raise ValueError("no labels")
    return found


def _is_least(problem: Any, weights: list[list[Fraction]]) -> bool:
    labels, n = problem["labels"], len(weights)
    every = product(*([y] if y else [-1, 1] for y in labels))
    cut = {y: sum(weights[i][j] for i in range(n) for j in range(i) if y[i] != y[j]) for y in every}
    least = min(cut.values())
    best = [y for y, weight in cut.items() if weight == least]
    agreed = [y[0] if len({*y}) == 1 else 0 for y in zip(*best, strict=True)]
    return bool(least == Fraction(problem["value"]) and agreed == problem["forced"])


def _is_near(problem: Any, weights: list[list[Fraction]]) -> bool:
    values = [Fraction(x) for x in problem["values"]]
    labels, n = problem["labels"], len(weights)
    if len(values) != n:
        return False
    free = [i for i in range(n) if labels[i] == 0]
    rows = [
        [sum(weights[i], Fraction(0)) if i == j else -weights[i][j] for j in free]
        + [sum((weights[i][j] * values[j] for j in range(n) if labels[j]), Fraction(0))]
        for i in free
    ]
    for k in range(len(rows)):
        pivot = [x / rows[k][k] for x in rows[k]]  # zero iff a component has no label
        rows = [
            pivot if i == k else [x - row[k] * y for x, y in zip(row, pivot, strict=True)]
            for i, row in enumerate(rows)
        ]
    exact = {i: row[-1] for i, row in zip(free, rows, strict=True)}
    far = max((abs(values[i] - exact[i]) for i in free), default=Fraction(0))
    return far <= Fraction(problem["bound"])
