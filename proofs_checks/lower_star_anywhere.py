r"""Folklore: "a star set of size s, hence a teaching dimension of at least s".

The argument for labels at the points of a star is often cut short to

.. math:: TD(\mathcal H) \ge \mathfrak s(\mathcal H) \quad\text{(false)}.

In the class {+--, -+-, --+} the last two points are a star set around +--, since
-+- and --+ differ from it at one of them each; but both differ from it at the first
point too, and the label + there specifies it: the teaching dimension is 1.  What is
true is said of the class restricted to the points of the star.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.lower_star_teaching import CHECKS, Askable, points_of_the_star

CLAIM: Claim[Askable] = Claim(
    key="lower/teaching/star-anywhere",
    title="The teaching dimension is at least the star number",
    statement=r"TD(\mathcal H) \ge \mathfrak s(\mathcal H)",
    plain="A star costs a label a point even if labels may be bought elsewhere: false.",
    relation="counterexample",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that the star number is no lower bound: an adversary may choose the points",
    source=Source(
        "hanneke2015minimax",
        match="related",
        difference=(
            "the folklore it is cited for; in the paper an adversary chooses the law, which may "
            "then live on the star alone"
        ),
    ),
    expected=Verdict.REFUTED,
    formula=lambda star: range(star.of.n_points),
    checks=CHECKS,
    controls={
        "labels at one point less": lambda star: star.points[1:],
        "labels outside of the star only": lambda star: [
            x for x in range(star.of.n_points) if x not in star.points
        ],
    },
    corrected=(points_of_the_star, "lower/teaching/star"),
)
