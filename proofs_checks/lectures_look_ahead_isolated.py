r"""Lecture notes: uncertainty sampling asks nearly isolated nodes, and look-ahead does not.

Read for every graph: *a node whose answer moves no other is not asked before one whose answer
does*,

.. math:: \mathbb E_y\, C(f^{+(k, y)}) \le \mathbb E_y\, C(f^{+(j, y)})
          \quad\text{if k moves nothing and j moves something (false)}.

A node between a positive and a negative label, at 1/2 and with no other edge, is expected to add
1/2 by itself; three other nodes, at 8/11, 10/11 and 10/11, move each other, and the best of them
is expected to add 3/11.  What does hold is that a node with *one* edge is not asked before its
unlabeled neighbor.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._label_graphs import Case
from proofs_checks._look_ahead_orders import SET_APART, Orders, apart, leaves, lower_degrees


def lighter(case: Case) -> set[tuple[int, int]]:
    """Return the pairs of ``apart`` of which the first has less weight on its edges."""
    return apart(case) & lower_degrees(case)


def fewest_edges(case: Case) -> set[tuple[int, int]]:
    """Return the pairs of ``apart`` of which the first has at most as many edges as the other."""
    near = [len(case.neighbors(i)) for i in range(len(case.labels))]
    return {(i, j) for i, j in apart(case) if near[i] <= near[j]}


CLAIM: Claim[Orders] = Claim(
    key="lectures/look-ahead-fixes-isolated-nodes",
    title="Look-ahead does not ask isolated nodes",
    statement=(
        r"\mathbb E_y\, C(f^{+(k, y)}) \le \mathbb E_y\, C(f^{+(j, y)}) \text{ if answers of } k"
        r" \text{ move no other node and those of } j \text{ do}"
    ),
    plain=(
        "Look-ahead prefers a node whose answer spreads to one whose answer does not: false, where "
        "the spread turns no label it is uncertainty sampling."
    ),
    relation="counterexample",
    does_not_say=(
        "that the notes' example fails: a node with one edge, to an unlabeled node, is not asked "
        "before its neighbor"
    ),
    source=Source(
        "lecturenotes",
        locator="Active Learning with Label Propagation, the problem of the naive approach",
        match="related",
        difference="the notes call look-ahead better; that it always spreads is read into it",
    ),
    expected=Verdict.REFUTED,
    formula=apart,
    checks=(SET_APART,),
    controls={
        "if it has less weight": lighter,
        "if it has no more edges": fewest_edges,
    },
    corrected=(leaves, "graphs/look-ahead/leaf"),
)
