r"""Folklore: the question that splits the version space most evenly is optimal.

Let :math:`T_{\mathrm{even}}` be the least total number of questions of trees that
always ask at a point with the most even split, ties broken in the best way.  Then

.. math:: T_{\mathrm{even}}(\mathcal H) = T(\mathcal H) \quad\text{(false)}.

A class of 8 hypotheses on 5 points takes 27 questions in total if split evenly, and
26 if the first question splits less evenly.  It is the price of looking one question
ahead; Dasgupta (2004) bounds it by a logarithmic factor.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._query_trees import greedy_total, least_total
from proofs_checks.lower_bellman import CHECKS, Total, information_total

CLAIM: Claim[Total] = Claim(
    key="lectures/greedy-splitting-is-optimal",
    title="The most even split is the best question",
    statement=r"T_{\mathrm{even}}(\mathcal H) = T(\mathcal H)",
    plain="Halving the hypotheses as evenly as possible asks the fewest questions: false.",
    relation="counterexample",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="that greedy splitting is bad: it is within a logarithmic factor of the best",
    source=Source(
        "dasgupta2004analysis",
        match="related",
        difference="the folklore it is cited for; in the paper greedy is nearly optimal",
    ),
    expected=Verdict.REFUTED,
    formula=greedy_total,
    checks=CHECKS,
    controls={
        "every split is even": information_total,
        "one question less than greedy": lambda of: max(greedy_total(of) - 1, 0),
    },
    corrected=(least_total, "lower/queries/least-total"),
)
