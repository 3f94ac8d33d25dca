r"""Label spreading does not keep the labels it is given.

Read for every graph, as for the harmonic solution,

.. math:: F_{i y_i} > F_{ic} \quad (c \ne y_i) \text{ at every label} \quad\text{(false)}.

On a star with four leaves, the middle negative and one leaf positive, the leaf scores
:math:`(1 - \tfrac34 \alpha^2) / (1 + \alpha)` for its own label and
:math:`\tfrac12 \alpha / (1 + \alpha)` for that of the middle, which is more for
:math:`\alpha = 0.99`: all five nodes are called negative.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._kept_labels import STARS, Keeps, stays_ahead

CLAIM: Claim[Keeps] = Claim(
    key="graphs/label-spreading/clamped",
    title="Label spreading keeps the labels it is given",
    statement=r"F_{i y_i} > F_{ic} \quad (c \ne y_i) \text{ at every label, for } 0 < \alpha < 1",
    plain=(
        "Label spreading calls labeled nodes by their labels: false, it calls the positive leaf "
        "of a star negative, for alpha = 0.99."
    ),
    relation="counterexample",
    does_not_say="that this is a fault: labels that may be wrong should give way to others",
    source=Source(
        "zhou2004learning",
        match="related",
        difference="that labels are kept is read into it: their energy lets labels change",
    ),
    expected=Verdict.REFUTED,
    formula=lambda case, i, _: case.labels[i] is not None,
    checks=(STARS,),
    controls={
        "with as many labels of both classes": lambda case, *_: (
            case.labels.count(1) == case.labels.count(0)
        ),
        "if no other label has a smaller degree": lambda case, i, _: (
            min(sum(case.weights[j]) for j, y in enumerate(case.labels) if y is not None)
            >= sum(case.weights[i])
        ),
    },
    corrected=(stays_ahead, "graphs/label-spreading/keeps"),
)
