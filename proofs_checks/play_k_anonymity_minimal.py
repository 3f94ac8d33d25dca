r"""Some minimal generalization loses least, whatever the weights of the columns.

A node is minimal if it is k-anonymous and none below it is.  Below every k-anonymous node there
is a minimal one, and it loses no more in any column; so with weights w > 0

.. math:: \min_{\text{minimal } \ell} w \cdot c(\ell)
          = \min_{k\text{-anonymous } \ell} w \cdot c(\ell) .

Which of them it is is for the weights to say.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._minimal_nodes import CHECKS, Candidates, minimal

CLAIM: Claim[Candidates] = Claim(
    key="play/k-anonymity/minimal",
    title="Some minimal generalization loses least, whatever the weights",
    statement=(
        r"\min_{\text{minimal } \ell} w \cdot c(\ell) = \min_{k\text{-anonymous } \ell} w \cdot "
        r"c(\ell), \quad n \in \{2, 3, 4\}, \text{ two columns of three values and levels, } "
        r"w \in \{(1, 1), (1, 5), (5, 1)\}"
    ),
    plain=(
        "The best k-anonymous generalization is found among those of which no column can be made "
        "finer; checked for two columns of three values and levels, two to four rows, and weights "
        "1 to 1, 1 to 5 and 5 to 1."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "which of them is best, that each is best for some weights, or that it holds where rows "
        "may be removed: then a higher node may keep more of them"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=minimal,
    checks=CHECKS,
    controls={
        "the first minimal one": lambda anonymous: minimal(anonymous)[:1],
        "the last minimal one": lambda anonymous: minimal(anonymous)[-1:],
        "the top": lambda _: [(2, 2)],
    },
    uses=("play/k-anonymity/upward-closed",),
)
