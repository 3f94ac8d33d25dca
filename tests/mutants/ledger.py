"""Lies about ``altheory.ledger``."""

from tests.mutants import Mutant

VERDICTS = "tests/ledger/test_verdicts.py"
BUDGET = "tests/ledger/test_budget.py"
EXAMINE = "tests/ledger/test_examination.py"

MUTANTS = (
    Mutant(
        "altheory/ledger/verdicts.py",
        "if record.replay is not None:",
        "if True:",
        "a refutation needs no counterexample",
        VERDICTS + "::test_a_refutation_needs_a_counterexample_that_stands",
        fast=True,
    ),
    Mutant(
        "altheory/ledger/verdicts.py",
        "best = min(passing",
        "best = max(passing",
        "the weakest check decides",
        VERDICTS + "::test_the_strongest_passing_check_decides",
    ),
    Mutant(
        "altheory/ledger/verdicts.py",
        "    if passing and failing:",
        "    if False and failing:",
        "checks may contradict each other",
        VERDICTS + "::test_checks_that_contradict_each_other_decide_nothing",
    ),
    Mutant(
        "altheory/ledger/verdicts.py",
        "worst = min((own, *others)",
        "worst = max((own, *others)",
        "a claim is as strong as the best it rests on",
        VERDICTS + "::test_a_claim_is_as_strong_as_the_weakest_it_rests_on",
        fast=True,
    ),
    Mutant(
        "altheory/ledger/budget.py",
        "if total > BUDGET:",
        "if total > 2 * BUDGET:",
        "the budget is twice the budget",
        BUDGET + "::test_a_hair_above_the_budget_is_refused",
    ),
    Mutant(
        "altheory/ledger/examination.py",
        "if isinstance(found, Finding) and found.outcome is Outcome.FAILS:",
        "if isinstance(found, Failure) or found.outcome is Outcome.FAILS:",
        "an exception counts as rejecting a twin",
        EXAMINE + "::test_an_exception_rejects_no_twin",
        fast=True,
    ),
)
