r"""Folklore: ceil(log2(1/epsilon)) queries are optimal for estimating a threshold.

So many are needed for a *version space* of width epsilon.  Its middle is within
epsilon as soon as the width is 2 epsilon, one query earlier.
"""

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.theory.bisection import bisection_queries_to_error, bisection_queries_to_width
from proofs_checks._estimation import Queries, bisection_is_close, fewer_cannot_cover

CLAIM: Claim[Queries] = Claim(
    key="thresholds/bisection/estimation-folklore",
    title="ceil(log2 1/eps) queries are optimal for estimation",
    statement=r"q(\varepsilon) = \lceil \log_2 (1/\varepsilon) \rceil \text{ is optimal}",
    plain="The usual count of binary search is one too many if only the estimate matters.",
    relation="counterexample",
    assumptions=frozenset({"realizable", "membership queries"}),
    does_not_say="that the count is wrong for the width of the version space: there it is right",
    source=Source("dasgupta2004analysis", match="as commonly stated"),
    expected=Verdict.REFUTED,
    formula=bisection_queries_to_width,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            bisection_is_close,
            scope="epsilon = a/b < 1 with b <= 48, every sequence of answers",
        ),
        Check(Method.EXHAUSTIVE, fewer_cannot_cover, scope="epsilon = a/b < 1 with b <= 48"),
    ),
    controls={
        "one query more": lambda epsilon: bisection_queries_to_error(epsilon) + 1,
        "a query less": lambda epsilon: max(bisection_queries_to_error(epsilon) - 1, 0),
        "rounded down": lambda epsilon: max((1 / epsilon).__floor__().bit_length() - 2, 0),
    },
    corrected=(bisection_queries_to_error, "thresholds/bisection/estimation"),
)
