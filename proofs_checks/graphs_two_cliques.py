r"""When labels spread to a whole cluster.

Two cliques of m nodes with weight 1 within and e < 1 between them, p positive labels in the first
and q negative ones in the second: every other node of the first is above 1/2 iff

.. math:: m\, \frac{e}{1 - e} \Bigl(\frac1p - \frac1q\Bigr) < 1 .

With as many labels in both, any e < 1 will do; with fewer in the first, there is a limit that no
clustering of the graph sees.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._two_cliques import CHECKS, Spreads, enough_labels

CLAIM: Claim[Spreads] = Claim(
    key="graphs/propagation/two-cliques",
    title="When labels spread to a whole cluster",
    statement=(
        r"f > \tfrac12 \text{ on the first clique} \iff p q (1 - e) > m e (q - p), \quad"
        r" 2 \le m \le 9,\ p < m,\ q \le m,\ \tfrac1e \in \{40, 20, 10, 4, 2, \tfrac43, 1\}"
    ),
    plain=(
        "Of two cliques the one with fewer labels is labeled as it should only if the edges "
        "between them are weak enough; for 2 to 9 nodes each and seven weights."
    ),
    relation="exact",
    does_not_say="what holds where values are rescaled by the known shares of the classes",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=enough_labels,
    checks=CHECKS,
    controls={
        "whatever the labels": lambda *clusters: clusters[3] < 1,
        "if there are as many labels": lambda _, p, q, e: p >= q and e < 1,
        "with weights as numbers of labels": lambda m, p, q, e: p * (1 - e) > m * e * (q - p),
    },
)
