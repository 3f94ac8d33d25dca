r"""Lecture notes: a minimum cut is a "hard partition", so every node gets a label.

On a path of m equal edges between a positive and a negative node there would be one,

.. math:: \#\{\text{minimum cuts}\} = 1 \quad\text{(false)},

but there are m.  A minimum cut is a hard partition; *the* minimum cut need not exist, and what
is decided is what the least and the largest of them agree on.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.graphs_min_cut_path import CHECKS, Number, every_edge

CLAIM: Claim[Number] = Claim(
    key="lectures/min-cut-partition",
    title="The minimum cut is a hard partition",
    statement=r"\#\{\text{minimum cuts of a path of } m \text{ unit edges}\} = 1",
    plain="A graph with labels has one minimum cut, which decides every node: false with ties.",
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that a minimum cut leaves nodes out: each one labels all of them",
    source=Source(
        "lecturenotes",
        locator="Graph Partitioning Algorithms",
        match="related",
        difference=(
            "the notes describe the method as a hard partition that minimizes the weight of cut "
            "edges and say nothing of ties; refuted is that there are none"
        ),
    ),
    expected=Verdict.REFUTED,
    formula=lambda _: 1,
    checks=CHECKS,
    controls={"none": lambda _: 0, "two at most": lambda m: min(m, 2)},
    corrected=(every_edge, "graphs/min-cut/path"),
)
