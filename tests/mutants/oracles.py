"""Lies about ``altheory.oracles``."""

from tests.mutants import Mutant

REALIZABLE = "tests/oracles/test_realizable.py"

MUTANTS = (
    Mutant(
        "altheory/oracles/realizable.py",
        "self.target(x) == 1",
        "self.target(x) == -1",
        "the law says the contrary of the oracle",
        REALIZABLE + "::test_every_answer_is_the_target_s",
        fast=True,
    ),
    Mutant(
        "altheory/oracles/realizable.py",
        "(region - positive) | (positive - region)",
        "(region - positive)",
        "false positives are no errors",
        REALIZABLE + "::test_a_classifier_errs_where_it_differs",
    ),
)
