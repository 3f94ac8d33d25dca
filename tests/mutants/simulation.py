"""Lies about ``altheory.simulation``."""

from tests.mutants import Mutant

STREAM = "tests/simulation/test_stream.py"
TRANSCRIPT = "tests/simulation/test_transcript.py"
EVENTS = "tests/simulation/test_jumps.py"

MUTANTS = (
    Mutant(
        "altheory/simulation/transcript.py",
        "prices[1] * self.unlabeled",
        "prices[1] * self.queries",
        "unlabeled instances are free",
        TRANSCRIPT + "::test_the_price_is_exact",
        fast=True,
    ),
    Mutant(
        "altheory/simulation/transcript.py",
        "passed_over = transcript.unlabeled - state.unlabeled",
        "passed_over = 0",
        "instances without an event are not looked at",
        TRANSCRIPT + "::test_a_transcript_that_is_not_the_learners_is_refused",
    ),
    Mutant(
        "altheory/simulation/stream.py",
        "        if unanswered[x]:\n",
        "        if False:\n",
        "an answer finds no event of its instance",
        STREAM + "::test_a_batch_is_answered_together_and_the_rest_at_the_end",
    ),
    Mutant(
        "altheory/simulation/stream.py",
        "    while not stop(state):\n        arrival = next(remaining, None)\n",
        "    while not answers:\n        arrival = next(remaining, None)\n",
        "nothing stops a run",
        STREAM + "::test_stop_is_asked_before_the_first_instance",
        fast=True,
    ),
    Mutant(
        "altheory/simulation/jumps.py",
        "-math.log1p(-float(p))",
        "float(p)",
        "the wait is exponential, not geometric",
        EVENTS + "::test_the_wait_is_geometric",
        fast=True,
    ),
    Mutant(
        "altheory/simulation/jumps.py",
        "x = law.draw(region, rng)",
        "x = law.draw(region | ~region, rng)",
        "the query may lie outside the region",
        EVENTS + "::test_thresholds_have_the_enumerated_law",
    ),
    Mutant(
        "altheory/simulation/transcript.py",
        "if answer is None or instance != x:",
        "if answer is None:",
        "an answer belongs to any instance",
        TRANSCRIPT + "::test_an_answer_belongs_to_its_instance",
    ),
)
