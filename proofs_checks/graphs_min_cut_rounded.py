r"""Hard and soft cuts are two ways to the same labels: false.

The labels that minimize :math:`\sum w_{ij} [y_i \ne y_j]` and those that round the minimizer of
:math:`\sum w_{ij} (f_i - f_j)^2` look alike in a table of methods.  On the path with weights
3, 3, 2 between a positive and a negative node the one severs the edge of weight 2, the other
the edge of weight 3 before it.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.graphs_min_cut_one_free import CHECKS, Most

CLAIM: Claim[Most] = Claim(
    key="graphs/min-cut/rounded-harmonic",
    title="Rounding soft labels is a minimum cut",
    statement=(
        r"[f \ge \tfrac12] \text{ is a minimum cut of every graph with two unlabeled nodes}"
    ),
    plain=(
        "The harmonic solution, rounded at one half, severs as little as any hard labels do: "
        "false with two unlabeled nodes."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that either of the two is the better rule for labels",
    source=Source(
        "lecturenotes",
        locator="Graph Partitioning Algorithms",
        match="related",
        difference=(
            "the notes list minimum cuts and soft cuts side by side and do not say whether their "
            "labels agree; refuted is that they do"
        ),
    ),
    expected=Verdict.REFUTED,
    formula=2,
    checks=CHECKS,
    controls={"never": 0, "with three unlabeled nodes": 3},
    corrected=(1, "graphs/min-cut/one-unlabeled-node"),
)
