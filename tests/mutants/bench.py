"""Lies about ``altheory.bench``."""

from tests.mutants import Mutant

RUNNER = "tests/bench/test_runner.py"

MUTANTS = (
    Mutant(
        "altheory/bench/runner.py",
        "        answers.append(contender.work())\n",
        "        answers.append(None)\n",
        "nobody warms up",
        RUNNER + "::test_contenders_are_interleaved_after_one_warm_up_each",
        fast=True,
    ),
    Mutant(
        "altheory/bench/runner.py",
        "(row.peers() if peers else ())",
        "row.peers()",
        "peers join uninvited",
        RUNNER + "::test_peers_join_only_when_asked",
    ),
    Mutant(
        "altheory/bench/runner.py",
        "min(times),",
        "2 * max(times),",
        "the fastest is slower than the slowest",
        RUNNER + "::test_a_result_states_times_memory_ratio_and_accuracy",
    ),
    Mutant(
        "altheory/bench/runner.py",
        "(len(times[0]) < ROUNDS or",
        "(len(times[0]) < 1 or",
        "one round is enough",
        RUNNER + "::test_contenders_are_interleaved_after_one_warm_up_each",
    ),
)
