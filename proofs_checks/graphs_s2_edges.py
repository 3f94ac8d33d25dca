r"""S2 asks at most :math:`\lceil \log_2 (n - 1) \rceil` times for each cut edge.

From two labels that differ S2 asks the midpoint of a shortest path between such labels, along
edges not known to be cut, until there is none.  Of a path of L edges an answer leaves one of at
most :math:`\lceil L / 2 \rceil` edges with labels that differ at its ends; so after at most
:math:`\lceil \log_2 L \rceil` answers a new cut edge is known, and no path has more than n - 1:

.. math:: \#\{\text{questions}\} \le |C| \, \lceil \log_2 (n - 1) \rceil .
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._path_queries import CHECKS, Bound, each_edge, halvings

CLAIM: Claim[Bound] = Claim(
    key="graphs/s2/cut-edges",
    title="S2 bisects a path for each cut edge",
    statement=(
        r"\#\{\text{questions}\} \le |C| \, \lceil \log_2 (n - 1) \rceil, \quad"
        r" C = \{\text{cut edges}\}, \quad n \le 5 \text{ nodes, all connected graphs and labels}"
    ),
    plain=(
        "Shortest paths between labels that differ are bisected at most once for each edge whose "
        "ends differ, whatever is done about ties; for all connected graphs with up to five nodes."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "how many nodes have to be asked at random until labels differ in every part of the graph "
        "where they change: without that S2 finds one boundary and no other"
    ),
    source=Source(
        "dasarathy2015",
        match="related",
        difference="without the random phase, and counted by cut edges alone, not by clusters",
    ),
    expected=Verdict.PROVED,
    formula=each_edge,
    checks=CHECKS,
    controls={
        "one question for each cut edge": lambda found: found.cut_edges,
        "one path for each two parts": lambda found: found.joined_parts * halvings(found.nodes - 1),
        "rounded down": lambda found: found.cut_edges * ((found.nodes - 1).bit_length() - 1),
    },
)
