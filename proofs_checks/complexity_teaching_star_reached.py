r"""Three points suggest that the extended teaching dimension is the star number: it is not.

.. math:: XTD(\mathcal H) = \mathfrak s(\mathcal H) \quad\text{(false)}

holds for every class on at most three points.  On four points, among the hypotheses
----, +---, -++- and -+-+, the last three are a star around the first on the points 0, 2
and 3; but -++- and -+-+ both say + at the point 1, so a label there and one more do.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.complexity_teaching_star import CHECKS, Range, between_teaching_and_star

CLAIM: Claim[Range] = Claim(
    key="complexity/teaching/star-reached",
    title="The extended teaching dimension is the star number",
    statement=r"XTD(\mathcal H) = \mathfrak s(\mathcal H)",
    plain="Ruling out all hypotheses but one takes as many labels as the largest star: false.",
    relation="counterexample",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that they differ on three points: there they are equal for every class",
    source=Source(
        "hanneke2015minimax",
        match="related",
        difference=(
            "there the dimension is the largest over all samples of points, and a sample may "
            "be the star alone; here all points of the domain may be asked"
        ),
    ),
    expected=Verdict.REFUTED,
    formula=lambda of: (of.star, of.star),
    checks=CHECKS[1:],
    controls={
        "one label less than the star": lambda of: (of.star - 1, of.star - 1),
        "one label more than the star": lambda of: (of.star + 1, of.star + 1),
    },
    corrected=(between_teaching_and_star, "complexity/teaching/at-most-star"),
)
