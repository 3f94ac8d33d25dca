r"""Class-mass normalization may turn labels that were right, even with the true shares.

Read for every graph, with the true share q of positives,

.. math:: f > \tfrac12 \implies f' > \tfrac12 \ \text{ where } f \text{ is right everywhere}
          \quad\text{(false)}.

One positive node at 3/5 and three negative ones at 2/5 have the mean 9/20, and q = 1/4 moves the
threshold from 1/2 to 27/38, above 3/5.
"""

from fractions import Fraction

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._class_mass import FOUR_VALUES, Threshold, moved

CLAIM: Claim[Threshold] = Claim(
    key="graphs/class-mass/turns-no-right-label",
    title="Class-mass normalization with true shares turns no right label",
    statement=(
        r"f > \tfrac12 \iff f' > \tfrac12 \text{ if } f \text{ is right at every node and } q"
        r" \text{ is the true share of positives}"
    ),
    plain=(
        "To weigh soft labels by true shares of the classes harms none that are right: false, one "
        "positive node at 3/5 among three negative ones at 2/5 is called negative."
    ),
    relation="counterexample",
    does_not_say="that it does not help: of two cliques with few labels in one it repairs this one",
    source=Source(
        "zhu2003",
        match="related",
        difference="a rule that is said to help; that it never harms is read into it",
    ),
    expected=Verdict.REFUTED,
    formula=lambda *_: Fraction(1, 2),
    checks=(FOUR_VALUES,),
    controls={
        "with the mean as the threshold": lambda _, m: m,
        "with the share as the threshold": lambda q, _: q,
    },
    corrected=(moved, "graphs/class-mass/threshold"),
)
