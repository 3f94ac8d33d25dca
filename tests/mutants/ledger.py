"""Lies about ``altheory.ledger``."""

from tests.mutants import Mutant

VERDICTS = "tests/ledger/test_verdicts.py"
BUDGET = "tests/ledger/test_budget.py"
CLAIM = "tests/ledger/test_claim.py"
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
        "return answer.outcome if isinstance(answer, Finding) else Outcome.INCONCLUSIVE",
        "return answer.outcome if isinstance(answer, Finding) else Outcome.FAILS",
        "an exception counts as rejecting a twin",
        EXAMINE + "::test_an_exception_rejects_no_twin",
    ),
    Mutant(
        "altheory/ledger/verdicts.py",
        '    return _silence(record) if exact and record.outcome is Outcome.INCONCLUSIVE else ""',
        '    return ""',
        "an exact check that decides nothing is passed over",
        VERDICTS + "::test_an_argument_that_went_blind_is_not_passed_over",
    ),
    Mutant(
        "altheory/ledger/examination.py",
        "all(decided_by in twin.accepted_by for twin in twins)",
        "not any(twin.rejected_by for twin in twins)",
        "a check that accepts every twin may decide beside one that rejects them",
        EXAMINE + "::test_the_check_that_decided_must_not_accept_every_twin",
    ),
    Mutant(
        "altheory/ledger/examination.py",
        "if method is Method.STATISTICAL",
        "if False",
        "a statistical check need not reject a twin that another rejects",
        EXAMINE + "::test_a_statistical_check_must_reject_every_twin",
    ),
    Mutant(
        "altheory/ledger/runner.py",
        "if checked and not any(",
        "if False and not any(",
        "a run that examines nothing is green",
        "tests/ledger/test_runner.py::test_a_run_that_would_examine_nothing_is_refused",
    ),
    Mutant(
        "altheory/ledger/claim.py",
        "if self.match in _DIFFERING and not self.difference:",
        "if self.match is None:",
        "a related source need not say what differs",
        CLAIM + "::test_a_source_that_says_something_else_says_what_differs",
    ),
    Mutant(
        "altheory/ledger/shape.py",
        "        elif shape is str and not value:",
        "        elif False:",
        "a claim may leave unsaid what it does not say",
        CLAIM + "::test_an_incomplete_claim_is_refused",
    ),
    Mutant(
        "altheory/ledger/reports/text.py",
        "if any(record.verdict is Verdict.PROVED and not record.partial for",
        "if any(record.verdict is Verdict.PROVED for",
        "a part of the checks proves all of the statement",
        "tests/ledger/reports/test_text.py::test_checks_left_out_narrow_what_was_proved",
    ),
    Mutant(
        "altheory/ledger/refutation.py",
        "return replace(result, outcome=Outcome.INCONCLUSIVE, reason=NOTHING)",
        "return replace(result, reason=NOTHING)",
        "a claim without a check stands against no attack",
        "tests/cli/test_refute.py::test_a_cited_claim_has_no_check_to_attack",
    ),
    Mutant(
        "altheory/ledger/registry.py",
        "if all(word in text for word in wanted)",
        "if any(word in text for word in wanted)",
        "one of the words is enough",
        "tests/cli/test_claims_search.py::test_the_list_keeps_what_is_asked_for",
    ),
)
