"""Everything random that runs together has one false-alarm budget."""

import pytest

from altheory.discovery import modules
from altheory.errors import BudgetError
from altheory.ledger.budget import within


def claimed_alphas():
    """What every check of every claim spends."""
    claims = [vars(module)["CLAIM"] for module in modules("proofs_checks")]
    return [check.alpha for claim in claims for check in claim.checks]


def test_tests_and_claims_together_stay_within_the_budget(alphas):
    assert within([*alphas, *claimed_alphas()]) >= 0


def test_the_budget_can_be_exceeded():
    with pytest.raises(BudgetError):
        within([1e-4, 1e-9])
