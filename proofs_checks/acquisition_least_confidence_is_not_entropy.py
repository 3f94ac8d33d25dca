r"""Least confidence, margin and entropy rank rows of two classes alike, and of more they do not.

With two classes all three fall strictly with the larger probability.  With three, zeros appended
for more, (.50, .50, 0) is more uncertain than (.52, .24, .24) by least confidence and margin and
less by entropy, 1 bit against 1.479, and more than (.40, .30, .30) by margin alone.
"""

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from proofs_checks._rankings import CHECKS, Alike, by_derivatives, two_only

CLAIM: Claim[Alike] = Claim(
    key="acquisition/least-confidence-is-not-entropy",
    title="The three measures of uncertainty agree for two classes, and no two of them for more",
    statement=(
        r"\operatorname{sign}(u(p) - u(q)) = \operatorname{sign}(v(p) - v(q)) \text{ for all } p, q"
        r" \iff C = 2, \quad u \ne v \in \{1 - p_{(1)},\ p_{(2)} - p_{(1)},\ H(p)\},"
        r"\ 2 \le C \le 4"
    ),
    plain=(
        "For two classes least confidence, margin and entropy ask the same; for three and four "
        "classes each two of them contradict each other on some pair of instances."
    ),
    relation="exact",
    does_not_say="which of them is better, nor that they often differ",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=two_only,
    checks=(
        *CHECKS,
        Check(Method.SYMBOLIC, by_derivatives, scope="two classes, any rows", tier="normal"),
    ),
    controls={
        "up to three classes": lambda classes, *_: classes <= 3,
        "margin and least confidence always": lambda classes, *scores: (
            classes == 2 or "entropy" not in scores
        ),
        "never": lambda *_: False,
    },
)
