"""Lies about ``altheory.simulation``."""

from tests.mutants import Mutant

STREAM = "tests/simulation/test_stream.py"
TRANSCRIPT = "tests/simulation/test_transcript.py"
EVENTS = "tests/simulation/test_jumps.py"
KERNEL = "tests/simulation/test_threshold_a2.py"

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
        "x = law.draw(asking.region, rng)",
        "x = law.draw(asking.region | ~asking.region, rng)",
        "the query may lie outside the region",
        EVENTS + "::test_thresholds_have_the_enumerated_law",
    ),
    Mutant(
        "altheory/simulation/transcript.py",
        "if written != x:",
        'if written == "nothing more":',
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
        "for _, y in probed]).is_empty:",
        "for _, y in probed]) is None:",
        "a target may be outside the class",
        "tests/simulation/test_targets.py::test_exactly_the_members_of_a_class_are_its_targets",
    ),
    Mutant(
        "altheory/simulation/threshold_errors.py",
        "    if not wide.all():",
        "    if False:",
        "points at one place are passed one by one",
        KERNEL + "::test_the_profile_counts_as_the_exact_one_does_at_ties_too",
        fast=True,
    ),
    Mutant(
        "altheory/simulation/threshold_errors.py",
        "cuts.ends[interval], values, xs.size + 1)",
        "cuts.ends[interval], values, values)",
        "cuts in gaps come back to life",
        KERNEL + "::test_the_profile_counts_as_the_exact_one_does_at_ties_too",
    ),
    Mutant(
        "altheory/simulation/threshold_a2.py",
        "        finished=look.after <= judge.epsilon,\n",
        "",
        "a run goes on where its cuts hardly disagree",
        KERNEL + "::test_a_run_ends_when_the_cuts_left_hardly_disagree",
    ),
    Mutant(
        "altheory/simulation/threshold_a2.py",
        "-math.log1p(cuts.low - cuts.high)",
        "(cuts.high - cuts.low)",
        "the wait is exponential, not geometric",
        KERNEL + "::test_the_labels_of_a_batch_have_their_law",
    ),
    Mutant(
        "altheory/simulation/label_chances.py",
        "float_above(x) if side else ceil_float(x)",
        "ceil_float(x)",
        "open and closed ends of a piece are one",
        "tests/simulation/test_label_chances.py::test_a_margin_on_an_open_interval",
    ),
    Mutant(
        "altheory/simulation/truth.py",
        "    best = target if is_best else found.hypothesis\n",
        "    best = target\n",
        "the target is best whatever the noise",
        "tests/simulation/test_truth.py::test_the_named_best_and_the_excess_over_it",
        fast=True,
    ),
    Mutant(
        "altheory/simulation/agnostic.py",
        "(few, middle) if narrow else (middle, enough)",
        "(middle, enough)",
        "passive learning buys more than it needs",
        "tests/simulation/test_agnostic.py::test_sample_sizes_of_passive_learning",
    ),
    Mutant(
        "altheory/simulation/sweep.py",
        "    if n < LEAST:\n",
        "    if n < 2:\n",
        "two replicates have an interval",
        "tests/simulation/test_sweep.py::test_few_replicates_have_no_interval",
        fast=True,
    ),
    Mutant(
        "altheory/simulation/truth.py",
        "len(found) == 1 or one != other",
        "True",
        "every noise has a target",
        "tests/simulation/test_sweep.py::test_a_target_that_changes_nothing_is_refused",
    ),
)
