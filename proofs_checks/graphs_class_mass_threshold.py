r"""Class-mass normalization moves the threshold, and changes no order.

With the share q of positives, and the mean m of soft labels at unlabeled nodes,

.. math:: f' > \tfrac12 \iff f > \frac{(1 - q)\, m}{(1 - q)\, m + q\, (1 - m)} ,

which is 1/2 iff m = q: where there is more mass than there are positives it takes more to be one.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._class_mass import CHECKS, Threshold, moved

CLAIM: Claim[Threshold] = Claim(
    key="graphs/class-mass/threshold",
    title="Class-mass normalization moves the threshold",
    statement=(
        r"f' > \tfrac12 \iff f > \frac{(1 - q)\, m}{(1 - q)\, m + q\, (1 - m)}, \quad"
        r" 0 < f, q, m < 1"
    ),
    plain=(
        "To weigh soft labels by the masses of two classes is to compare them with another "
        "threshold than one half, the same one for all nodes; by algebra."
    ),
    relation="exact",
    does_not_say="the same of three classes or more, nor that the threshold is a good one",
    source=Source(
        "zhu2003",
        match="equivalent",
        difference="their rule for two classes, solved for the value",
    ),
    expected=Verdict.PROVED,
    formula=moved,
    checks=CHECKS,
    controls={
        "the mean": lambda _, m: m,
        "the share of negatives": lambda q, _: 1 - q,
        "shares exchanged": lambda q, m: moved(1 - q, m),
    },
)
