r"""S2 does not get by with one bisection for each boundary between two parts.

A counterexample to "one bisection for each boundary", which is no theorem of anybody's: a boundary
between two parts of equal labels may have many cut edges.  So it is not true of every graph that

.. math:: \#\{\text{questions}\} \le m \, \lceil \log_2 n \rceil \quad\text{(false)}

for m pairs of parts that cut edges join.  It is so on trees, where m counts the cut edges.  But
where a positive and a negative node are joined by n - 2 paths of two edges, and all nodes between
are negative, each of these is asked, and m = 1.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._path_queries import CHECKS, Bound, each_edge, halvings

CLAIM: Claim[Bound] = Claim(
    key="graphs/s2/boundaries",
    title="One bisection for each boundary is enough for S2",
    statement=(
        r"\#\{\text{questions}\} \le m \, \lceil \log_2 n \rceil, \quad"
        r" m = \#\{\text{pairs of parts of equal labels that are joined}\}"
    ),
    plain=(
        "One bisection for each two parts that are joined finds all cut edges: false, with four "
        "paths between two labels it takes four questions, and not three."
    ),
    relation="counterexample",
    does_not_say=(
        "that the theorem of dasarathy2015 fails: as commonly stated it has a further term "
        "for the cut edges of one boundary, which is small where they lie close together"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=lambda found: found.joined_parts * halvings(found.nodes),
    checks=CHECKS[:1],
    controls={
        "one bisection in all": lambda found: halvings(found.nodes),
        "one question for each further boundary": lambda found: (
            found.joined_parts - 1 + halvings(found.nodes)
        ),
        "one question for every other node": lambda found: found.nodes // 2,
    },
    corrected=(each_edge, "graphs/s2/cut-edges"),
)
