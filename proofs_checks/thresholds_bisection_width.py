r"""A version space of width epsilon takes exactly ceil(log2(1/epsilon)) queries.

Bisection halves the width with every answer.  No learner does better: q answers part
the thresholds into at most :math:`2^q` version spaces that together cover [0, 1], so
one of them is at least :math:`2^{-q}` wide.
"""

import sympy as sp

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._estimation import WIDTH, Accuracy, checks, half_of_halves, halves

CLAIM: Claim[Accuracy] = Claim(
    key="thresholds/bisection/width",
    title="Queries to a version space of width epsilon",
    statement=(
        r"\min_{\text{learners}} \max_t W_q = 2^{-q}, \quad \text{so }"
        r" q(\varepsilon) = \lceil \log_2 (1/\varepsilon) \rceil \text{ for } \varepsilon < 1"
    ),
    plain="Halving is optimal: one bit of accuracy costs one label.",
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries"}),
    does_not_say="how many queries an estimate within epsilon takes: one less",
    source=Source("dasgupta2004analysis", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=halves,
    checks=checks(WIDTH),
    controls={
        "one query earlier": half_of_halves,
        "one query later": lambda q: 2 * halves(q),
        "as many queries as places": lambda q: 1 / sp.sympify(1 + q),
    },
)
