r"""An estimate within epsilon takes exactly ceil(log2(1/(2 epsilon))) queries.

Bisection's middle is within :math:`2^{-q-1}` of every threshold that remains, and q
answers lead to at most :math:`2^q` outputs, each right on an interval of width
2 epsilon; for epsilon < 1/2 that is one query less than the width takes.
"""

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.theory.bisection import bisection_queries_to_error, bisection_queries_to_width
from proofs_checks._estimation import Queries, bisection_is_close, fewer_cannot_cover

CLAIM: Claim[Queries] = Claim(
    key="thresholds/bisection/estimation",
    title="Queries to an estimate within epsilon",
    statement=r"q(\varepsilon) = \lceil \log_2 (1/(2\varepsilon)) \rceil",
    plain="The middle of the last interval saves the last query.",
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries"}),
    does_not_say="that every remaining threshold is within epsilon of every other",
    source=Source("dasgupta2004analysis", match="derived"),
    expected=Verdict.PROVED,
    formula=bisection_queries_to_error,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            bisection_is_close,
            scope="epsilon = a/b < 1 with b <= 48, every sequence of answers",
        ),
        Check(Method.EXHAUSTIVE, fewer_cannot_cover, scope="epsilon = a/b < 1 with b <= 48"),
    ),
    controls={
        "the goal of width": bisection_queries_to_width,
        "a query less": lambda epsilon: max(bisection_queries_to_error(epsilon) - 1, 0),
        "the floor": lambda epsilon: max((1 / epsilon).__floor__().bit_length() - 2, 0),
    },
)
