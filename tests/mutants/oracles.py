"""Lies about ``altheory.oracles``."""

from tests.mutants import Mutant

REALIZABLE = "tests/oracles/test_realizable.py"

MUTANTS = (
    Mutant(
        "altheory/oracles/realizable.py",
        "    return target\n",
        "    return lambda x: 1 if target(x) == -1 else -1\n",
        "the oracle lies",
        REALIZABLE + "::test_every_answer_is_the_target_s",
        fast=True,
    ),
)
