r"""Lecture notes: propagation labels all articles of a cluster as those that were labeled.

The notes' clusters have 3 positive and 2 negative labels.  Read for every pair of clusters that
hang together more closely within than between, with labels of their own each,

.. math:: f > \tfrac12 \text{ on the first cluster} \quad\text{(false)}.

Two cliques of 20 nodes with weight 1 within and 1/10 between, one label positive and ten negative:
all 19 other nodes of the first have the value 121/341, about 0.355, and are called negative.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._two_cliques import CHECKS, Spreads, enough_labels

CLAIM: Claim[Spreads] = Claim(
    key="lectures/propagation-labels-the-cluster",
    title="Label propagation labels the whole cluster correctly",
    statement=(
        r"f > \tfrac12 \text{ on a clique with a positive label, where a clique with negative"
        r" labels is joined to it by weaker edges}"
    ),
    plain=(
        "Labels spread to all of their own cluster: false, one label against ten loses a clique "
        "of twenty nodes, though the edges to the other clique are ten times weaker."
    ),
    relation="counterexample",
    does_not_say=(
        "that propagation fails in the notes' example: with nearly as many labels in both "
        "clusters it is right for much stronger edges between them"
    ),
    source=Source(
        "lecturenotes",
        locator="Semi-supervised Learning with Soft Cuts, the document graph",
        match="related",
        difference="the notes say it of one example; that clusters are enough is read into it",
    ),
    expected=Verdict.REFUTED,
    formula=lambda *clusters: clusters[3] < 1,
    checks=CHECKS,
    controls={
        "with edges ten times weaker": lambda *clusters: 10 * clusters[3] <= 1,
        "with half a label for each": lambda _, p, q, e: 2 * p >= q and e < 1,
    },
    corrected=(enough_labels, "graphs/propagation/two-cliques"),
)
