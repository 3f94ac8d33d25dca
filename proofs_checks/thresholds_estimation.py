r"""An estimate within epsilon takes exactly ceil(log2(1/(2 epsilon))) queries.

Bisection's middle is within :math:`2^{-q-1}` of every threshold that remains, and q
answers lead to at most :math:`2^q` outputs, each right on an interval of width
2 epsilon; for epsilon < 1/2 that is one query less than the width takes.
"""

import sympy as sp

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._estimation import ERROR, Accuracy, checks, half_of_halves, halves

CLAIM: Claim[Accuracy] = Claim(
    key="thresholds/bisection/estimation",
    title="Queries to an estimate within epsilon",
    statement=(
        r"\min_{\text{learners}} \max_t |\hat t_q - t| = 2^{-q-1}, \quad \text{so }"
        r" q(\varepsilon) = \lceil \log_2 (1/(2\varepsilon)) \rceil \text{ for } \varepsilon < 1"
    ),
    plain="The middle of the last interval saves the last query.",
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries"}),
    does_not_say="that every remaining threshold is within epsilon of every other",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=half_of_halves,
    checks=checks(ERROR),
    controls={
        "the goal of width": halves,
        "a query less": lambda q: halves(q) / 4,
        "as many queries as places": lambda q: 1 / sp.sympify(2 + 2 * q),
    },
)
