r"""When label spreading keeps a label.

Let :math:`h = (1 - \alpha) d_i [(D - \alpha W)^{-1}]_{ii}`, which is more than
:math:`1 - \alpha` where i has edges.  The label at i scores at least h there, and as rows of
:math:`(1 - \alpha) (D - \alpha W)^{-1} D` add up to 1, labels of another class with degrees
:math:`d_j \ge d'` score at most :math:`(1 - h) \sqrt{d_i / d'}`.  So the label is kept if

.. math:: (1 - \alpha)^2\, d_j \ge \alpha^2\, d_i \quad\text{for all labels } y_j \ne y_i ,

and with labels of equal degrees if :math:`\alpha \le \tfrac12`.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._kept_labels import CHECKS, Keeps, stays_ahead

CLAIM: Claim[Keeps] = Claim(
    key="graphs/label-spreading/keeps",
    title="When label spreading keeps a label",
    statement=(
        r"(1 - \alpha)^2\, d_j \ge \alpha^2\, d_i \ \forall\, y_j \ne y_i \implies"
        r" F_{i y_i} > F_{ic} \ (c \ne y_i), \quad w \in \{0, 1, 2\},\ n \le 3,"
        r"\ \alpha \in \{\tfrac14, \tfrac12, \tfrac34, \tfrac{99}{100}\} \text{ or } n = 4,"
        r"\ \alpha = \tfrac12"
    ),
    plain=(
        "Label spreading keeps a label if alpha is small enough for the degrees of the labels, at "
        "most 1/2 if these are equal; on all graphs with weights 0, 1, 2, for four values of alpha "
        "with up to three nodes, and for 1/2 with four."
    ),
    relation="order",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that a label is lost otherwise: the condition is enough, not necessary",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=stays_ahead,
    checks=CHECKS,
    controls={
        "always": lambda case, i, _: case.labels[i] is not None,
        "if alpha is at most one half": lambda _case, _i, alpha: 2 * alpha <= 1,
        "if no other label has a smaller degree": lambda case, i, _: all(
            sum(case.weights[j]) >= sum(case.weights[i])
            for j, y in enumerate(case.labels)
            if y is not None
        ),
    },
)
