r"""Lecture notes: the variance across runs captures uncertainty.

Read as all of the label's uncertainty, measured by its variance under the mean prediction,

.. math:: \frac1K \sum_k \|p_k - \bar p\|^2 = \sum_c \bar p_c (1 - \bar p_c) \quad\text{(false)}.

Runs that all return 1/3 for three classes have no variance, and leave the label as uncertain as it
can be.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.acquisition_variance_across_runs import (
    CHECKS,
    Variance,
    disagreement,
    mean,
    of_label,
)

CLAIM: Claim[Variance] = Claim(
    key="lectures/variance-is-uncertainty",
    title="The variance across dropout runs captures uncertainty",
    statement=r"\tfrac1K \sum_k \|p_k - \bar p\|^2 = \sum_c \bar p_c (1 - \bar p_c)",
    plain=(
        "The variance across runs is the uncertainty of the label: false, it is the part that "
        "runs disagree about, and nothing where all of them are unsure alike."
    ),
    relation="counterexample",
    does_not_say="that the variance is no uncertainty: it is that of the mean less the runs' own",
    source=Source(
        "lecturenotes",
        locator="MC Dropout",
        match="related",
        difference="the notes say that variance captures uncertainty; refuted is that it does all",
    ),
    expected=Verdict.REFUTED,
    formula=lambda runs: of_label(mean(runs)),
    checks=CHECKS,
    controls={
        "half of it": lambda runs: of_label(mean(runs)) / 2,
        "what runs are unsure about": lambda runs: sum(map(of_label, runs)) / len(runs),
    },
    corrected=(disagreement, "acquisition/variance-across-runs"),
)
