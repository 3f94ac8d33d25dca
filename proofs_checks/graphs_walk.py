r"""Soft labels are hitting probabilities.

A walk goes from i to j with chance :math:`w_{ij} / d_i` and stops at a label.  Then

.. math:: f_i = P_i(\text{the label it stops at is } 1).

The walk is followed by taking states out: a state s that is passed by is left for j after any
number of returns, :math:`P_{ij} \mathrel{+}= P_{is} P_{sj} / (1 - P_{ss})`.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import flint

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._label_graphs import Case, Comparison, exhaustive, solution

Stops: TypeAlias = Callable[[Case], tuple[Any, ...]]  # the chance of 1 from every node


def stops_at_one(case: Case, start: int) -> Any:
    """Return the chance that the walk from a free node stops at a label 1."""
    n = len(case.labels)
    steps = [[flint.fmpq(w, max(sum(row), 1)) for w in row] for row in case.weights]
    for s in (*(k for k in case.free if k != start), start):
        back = 1 - steps[s][s]
        steps[s] = [flint.fmpq(0) if j == s else steps[s][j] / back for j in range(n)]
        for i in case.free:
            into, steps[i][s] = steps[i][s], flint.fmpq(0)
            if i != s:
                steps[i] = [p + into * q for p, q in zip(steps[i], steps[s], strict=True)]
    return sum((p for p, y in zip(steps[start], case.labels, strict=True) if y), flint.fmpq(0))


def compare(stops: Stops, case: Case) -> Iterator[Comparison]:
    """Compare with the walk from every free node."""
    claimed = stops(case)
    for i in case.free:
        yield (case, f"from {i}"), claimed[i], stops_at_one(case, i)


def power(case: Case, exponent: int) -> tuple[Any, ...]:
    """Return the harmonic solution for powers of the weights."""
    weights = tuple(tuple(w and w**exponent for w in row) for row in case.weights)
    return solution(Case(weights, case.labels))


def neighbors_once(case: Case) -> tuple[Any, ...]:
    """Return the mean label next to each node, 1/2 where there is none."""

    def mean(i: int) -> Any:
        near = [(w, y) for w, y in zip(case.weights[i], case.labels, strict=True) if y is not None]
        total = sum(w for w, _ in near)
        return flint.fmpq(sum(w * y for w, y in near), total) if total else flint.fmpq(1, 2)

    return tuple(map(mean, range(len(case.labels))))


CLAIM: Claim[Stops] = Claim(
    key="graphs/harmonic/walk",
    title="Soft labels are hitting probabilities",
    statement=(
        r"f_i = P_i(\text{the walk with steps } w_{ij} / d_i \text{ meets a label 1 before a label"
        r" 0}), \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "A soft label is the chance that a random walk meets a positive label first; on all graphs "
        "with up to four nodes and weights 0, 1, 2."
    ),
    relation="identity",
    does_not_say="that the walk is short: in large graphs it forgets where it began",
    source=Source(
        "zhu2003",
        match="special case",
        difference="graphs on up to four nodes with weights 0, 1 and 2",
    ),
    expected=Verdict.PROVED,
    formula=solution,
    checks=exhaustive(compare),
    controls={
        "steps to all neighbors alike": lambda case: power(case, 0),
        "chances as the squares of weights": lambda case: power(case, 2),
        "the labels next to a node": neighbors_once,
    },
)
