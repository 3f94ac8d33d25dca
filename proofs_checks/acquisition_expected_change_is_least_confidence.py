r"""Expected error reduction is least confidence: false.

One instance is as likely of either class, and tells of itself alone; three others are alike, of
probability 1/4.  Least confidence asks the first, 1/2 against 1/4.  An answer at one of the others
settles all three, so it is expected to lower the error by 3/4 and not by 1/2.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.acquisition_expected_change_error_reduction import (
    CHECKS,
    TIED,
    Reduction,
    by_counting,
    error,
    table,
)

CLAIM: Claim[Reduction] = Claim(
    key="acquisition/expected-change/is-least-confidence",
    title="Expected error reduction is least confidence",
    statement=r"\mathrm{EER}_i = 1 - \max_c P(y_i = c)",
    plain=(
        "What an answer is expected to save is the uncertainty of its own instance, so the least "
        "confident one is asked: false where labels tell of each other."
    ),
    relation="counterexample",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that they differ where labels are independent: there an answer saves its own",
    source=Source(
        "roy2001",
        match="related",
        difference="the score is theirs; that it is that of the instance alone is read in",
    ),
    expected=Verdict.REFUTED,
    formula=lambda rows, i: min(table(rows)[i]),
    checks=CHECKS,
    controls={
        "at most that of two instances": lambda rows, i: min(
            by_counting(rows, i), 2 * min(table(rows)[i])
        ),
        "all of the error, if it is tied": lambda rows, i: (
            error(rows) if rows == TIED and i else by_counting(rows, i)
        ),
    },
    corrected=(by_counting, "acquisition/expected-change/error-reduction"),
)
