r"""Lecture notes: "stop when the region of disagreement is small".

A small region suffices: every remaining hypothesis then errs little.  Read as a
characterization, *the region is small as soon as every remaining hypothesis is
good*,

.. math:: P(\mathrm{DIS}(V)) \le \max_{h \in V} P(h \ne h^*) \quad\text{(false)},

it fails on the star class of two points already, and on n points by the factor n:
CAL goes on asking long after every answer it could give is good.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.cal_union_bound import CHECKS, Bound, largest_error, sum_of_errors

CLAIM: Claim[Bound] = Claim(
    key="lectures/stop-when-disagreement-is-small",
    title="The region is small once all members are good",
    statement=r"P(\mathrm{DIS}(V)) \le \max_{h \in V} P(h \ne h^*)",
    plain="CAL's stopping rule has fired once every remaining hypothesis is good: false.",
    relation="counterexample",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that the rule is unsafe: if it fires, every remaining hypothesis is good",
    source=Source(
        "lecturenotes",
        locator="Disagreement-Based Active Learning, last step of CAL",
        match="related",
        difference="the notes give the rule; that it fires when it could is the reading refuted",
    ),
    expected=Verdict.REFUTED,
    formula=largest_error,
    checks=CHECKS,
    controls={
        "within a factor of two": lambda errors: 2 * largest_error(errors),
        "within the logarithm of the size": lambda errors: (
            len(errors).bit_length() * largest_error(errors)
        ),
    },
    corrected=(sum_of_errors, "cal/disagreement/union-bound"),
)
