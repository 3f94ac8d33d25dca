r"""Where all similarities are equal, soft labels say nothing.

On the graph with one weight w for all pairs of nodes, :math:`f_i` of an unlabeled node is the mean
of all other values.  With p labels 1 among l that is solved by

.. math:: f_i = \frac{p}{l} \quad\text{at every unlabeled node,}

whatever w is and however many nodes there are: a similarity that tells no two pairs apart ranks
nothing, and calls all nodes what most labels are.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._label_graphs import Case, solution

Value: TypeAlias = Callable[[int, int, int], Fraction]  # labels 1, labels, nodes


def alike(n: int, weight: int, ones: int, labels: int) -> Case:
    """Return the graph with one weight for all pairs, and labels at its first nodes."""
    weights = tuple(tuple(weight * (i != j) for j in range(n)) for i in range(n))
    known = [1 if i < ones else 0 for i in range(labels)]
    return Case(weights, (*known, *(None for _ in range(n - labels))))


def compared(value: Value, sizes: Iterable[int]) -> Finding:
    """Compare with the harmonic solution, by elimination."""
    count = 0
    for n in sizes:
        for labels in range(1, n):
            for ones in range(labels + 1):
                for weight in (1, 3):
                    case = alike(n, weight, ones, labels)
                    claimed = value(ones, labels, n)
                    for i in case.free:
                        f = solution(case)[i]
                        found = Fraction(int(f.p), int(f.q))
                        if found != claimed:
                            where = f"{n} nodes, {ones} of {labels} labels 1, weight {weight}"
                            return fails(where, claimed=claimed, computed=found)
                    count += 1
    return holds(f"{count} labeled graphs")


def small(value: Value, rng: np.random.Generator) -> Finding:
    """Go through three and four nodes."""
    del rng
    return compared(value, (3, 4))


def larger(value: Value, rng: np.random.Generator) -> Finding:
    """Go through two to eight nodes."""
    del rng
    return compared(value, range(2, 9))


CLAIM: Claim[Value] = Claim(
    key="graphs/harmonic/one-similarity",
    title="Where all similarities are equal, every soft label is the share of labels",
    statement=(
        r"w_{ij} = w \text{ for all } i \ne j \implies f_i = \frac1l \sum_{j \le l} y_j \text{ at"
        r" every unlabeled } i, \quad n \le 8,\ w \in \{1, 3\}"
    ),
    plain=(
        "Labels that flow through a similarity that is the same for all pairs arrive everywhere "
        "as their mean, and tell no two nodes apart; with up to eight nodes."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="how unlike similarities must be: that depends on the labels and on the classes",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda ones, labels, _: Fraction(ones, labels),
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="3 and 4 nodes, all numbers of labels"),
        Check(
            Method.EXHAUSTIVE,
            larger,
            scope="2 to 8 nodes, all numbers of labels, weights 1 and 3",
            tier="normal",
        ),
    ),
    controls={
        "undecided": lambda *_: Fraction(1, 2),
        "the majority": lambda ones, labels, _: Fraction(2 * ones > labels),
        "unlabeled nodes count as a half": lambda ones, labels, n: (
            (ones + Fraction(n - labels, 2)) / n
        ),
    },
)
