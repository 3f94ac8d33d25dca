r"""The maximum principle: soft labels lie between the labels around them.

Free nodes that hang together by free nodes see the same labels.  There

.. math:: \min y \le f_i \le \max y ,

strictly unless these labels are all alike: at a node with an extreme value all neighbors have
it too, and so on up to a label.  So labels in {0, 1} give values in [0, 1] unasked.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._label_graphs import Case, Comparison, exhaustive, solution

Seen: TypeAlias = Callable[[Case, int], set[int]]  # the labels that bound f_i


def around(case: Case, i: int) -> set[int]:
    """Return the labels next to the free nodes that hang together with i."""
    near = {j for a in case.within_reach(i) for j in case.neighbors(a)}
    return {y for j in near if (y := case.labels[j]) is not None}


def next_to(case: Case, i: int) -> set[int]:
    """Return the labels of neighbors, both if there are none."""
    return {y for j in case.neighbors(i) if (y := case.labels[j]) is not None} or {0, 1}


def compare(seen: Seen, case: Case) -> Iterator[Comparison]:
    """Compare with the minimizer over all real functions."""
    for i in case.free:
        labels, f = seen(case, i), solution(case)[i]
        yield (case, f"node {i}: {f}, labels {labels}"), True, within(labels, f)


def within(labels: set[int], f: Any) -> bool:
    """Decide whether a value is strictly between labels, or one that all labels have."""
    low, high = min(labels), max(labels)
    return bool(f == low if low == high else low < f < high)


CLAIM: Claim[Seen] = Claim(
    key="graphs/harmonic/range",
    title="Soft labels lie between the labels around them",
    statement=(
        r"\min_{j \in \partial(i)} y_j < f_i < \max_{j \in \partial(i)} y_j \text{ or all equal},"
        r" \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "A soft label lies strictly between the labels that can be reached without passing "
        "another one, unless these are alike; on all graphs with up to four nodes and "
        "weights 0, 1, 2."
    ),
    relation="exact",
    does_not_say="how far inside it lies: with few labels almost all nodes have nearly one value",
    source=Source(
        "zhu2003",
        match="special case",
        difference="with the labels that bound each node named, on graphs of up to four nodes",
    ),
    expected=Verdict.PROVED,
    formula=around,
    checks=exhaustive(compare),
    controls={
        "between the labels of neighbors": next_to,
        "between all labels": lambda case, _: {y for y in case.labels if y is not None},
        "strictly between 0 and 1": lambda _, __: {0, 1},
    },
)
