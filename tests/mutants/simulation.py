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
    Mutant(
        "altheory/simulation/journal.py",
        "        if blocks or resume:\n",
        "        if resume:\n",
        "a fresh start drops the journal of a killed run",
        "tests/simulation/test_journal.py::test_a_fresh_start_never_forgets_by_itself",
        fast=True,
    ),
    Mutant(
        "altheory/simulation/limits.py",
        "if value > most:",
        "if value < 0:",
        "nothing is too much",
        "tests/simulation/test_limits.py::test_what_is_beyond_is_refused",
    ),
    Mutant(
        "altheory/simulation/naming.py",
        "{text[:LONGEST]}... (SHA-256 {digest(whole)[:16]})",
        "{text[:LONGEST]}...",
        "long names that begin alike are alike",
        "tests/simulation/test_naming.py::test_long_texts_that_differ_at_the_end_differ",
    ),
    Mutant(
        "altheory/simulation/targets.py",
        "for x in points]).is_empty:",
        "for x in points]) is None:",
        "a target may be outside the class",
        "tests/simulation/test_targets.py::test_exactly_the_members_of_a_class_are_its_targets",
    ),
)
