r"""A node with one edge, to an unlabeled node, is never asked before its neighbor.

Let l hang on v alone, by the weight w.  Then :math:`f_l = f_v`, :math:`G_{il} = G_{iv}` for
:math:`i \ne l`, and :math:`G_{ll} = G_{vv} + 1 / w`.  The answers have the same chances, and every
node moves at least as far with an answer of v, l itself as far as v; so

.. math:: \text{score}(l) \le \text{score}(v) ,

since gains do not fall with :math:`G_{ik} / G_{kk}`.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._look_ahead_orders import CHECKS, Orders, apart, leaves, lower_degrees

CLAIM: Claim[Orders] = Claim(
    key="graphs/look-ahead/leaf",
    title="A node with one edge is never asked before its neighbor",
    statement=(
        r"\mathbb E_y\, C(f^{+(l, y)}) \le \mathbb E_y\, C(f^{+(v, y)}) \text{ if } l, v \in u"
        r" \text{ and } v \text{ is the only neighbor of } l, \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "Look-ahead never prefers an unlabeled node with a single edge to the unlabeled node it "
        "hangs on; on all graphs with up to four nodes and weights 0, 1, 2."
    ),
    relation="order",
    does_not_say=(
        "that the leaf loses strictly, as where all is certain; nor anything on nodes with two "
        "weak edges, which look-ahead may well ask first"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=leaves,
    checks=CHECKS,
    controls={
        "any node of smaller degree": lower_degrees,
        "any node without an unlabeled neighbor": apart,
        "the other way round": lambda case: {(j, i) for i, j in leaves(case)},
    },
)
