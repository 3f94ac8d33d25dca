r"""Folklore: ceil(log2(1/epsilon)) queries are optimal for estimating a threshold.

It says that q queries guarantee no error below :math:`2^{-q}`.  So much is true of the
width of the *version space*.  Its middle is within epsilon as soon as the width is
2 epsilon, one query earlier.
"""

import sympy as sp

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._estimation import ERROR, Accuracy, every_answer, half_of_halves, halves

CLAIM: Claim[Accuracy] = Claim(
    key="thresholds/bisection/estimation-folklore",
    title="ceil(log2 1/eps) queries are optimal for estimation",
    statement=(
        r"q(\varepsilon) = \lceil \log_2 (1/\varepsilon) \rceil \text{ is optimal, that is, }"
        r" \min_{\text{learners}} \max_t |\hat t_q - t| = 2^{-q}"
    ),
    plain="The usual count of binary search is one too many if only the estimate matters.",
    relation="counterexample",
    assumptions=frozenset({"realizable", "membership queries"}),
    does_not_say="that the count is wrong for the width of the version space: there it is right",
    source=Source(
        "dasgupta2004analysis", match="related", difference="the folklore it is cited for"
    ),
    expected=Verdict.REFUTED,
    formula=halves,
    checks=(every_answer(ERROR),),
    controls={
        "one query more": lambda q: 2 * halves(q),
        "a query less": lambda q: halves(q) / 4,
        "as many queries as places": lambda q: 1 / sp.sympify(2 + 2 * q),
    },
    corrected=(half_of_halves, "thresholds/bisection/estimation"),
)
