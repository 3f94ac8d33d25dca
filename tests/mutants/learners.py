"""Lies about ``altheory.learners``."""

from tests.mutants import Mutant

CAL = "tests/learners/test_cal.py"
PASSIVE = "tests/learners/test_passive.py"
BISECTION = "tests/learners/test_bisection.py"
A2 = "tests/learners/test_a2.py"
QBC = "tests/learners/test_qbc.py"
MARGIN = "tests/learners/test_margin.py"

MUTANTS = (
    Mutant(
        "altheory/learners/cal.py",
        "labels(x)) < 2:",
        "labels(x)) < 1:",
        "CAL asks what it knows",
        CAL + "::test_a_known_label_is_never_asked",
        fast=True,
    ),
    Mutant(
        "altheory/learners/cal.py",
        "if length(state.chunks) < self.batch",
        "if length(state.chunks) <= self.batch",
        "a batch is one too large",
        CAL + "::test_a_batch_waits",
    ),
    Mutant(
        "altheory/learners/_chunks.py",
        "chunks[-1] + last",
        "last + chunks[-1]",
        "a batch forgets its order",
        CAL + "::test_a_batch_keeps_its_order",
    ),
    Mutant(
        "altheory/learners/cal.py",
        "state.queries + len(state.waiting)",
        "state.queries + 1",
        "a batch costs one label",
        CAL + "::test_a_batch_waits",
    ),
    Mutant(
        "altheory/learners/cal.py",
        "raise InconsistentLabelsError(space.contradiction)",
        "pass",
        "contradictions pass in silence",
        CAL + "::test_a_lie_is_named_when_it_shows",
    ),
    Mutant(
        "altheory/learners/passive.py",
        "appended(state.chunks, (x, y)), state.abstentions)",
        "appended((), (x, y)), state.abstentions)",
        "the sample is forgotten",
        PASSIVE + "::test_it_keeps_what_it_was_told",
    ),
    Mutant(
        "altheory/learners/bisection.py",
        "state.queries + 1",
        "state.queries",
        "queries are free",
        BISECTION + "::test_each_label_halves_the_interval",
    ),
    Mutant(
        "altheory/learners/a2.py",
        "if length(state.chunks) == state.due",
        "if length(state.chunks) >= 1",
        "A2 looks after every label",
        A2 + "::test_looks_are_consistent_on_every_path",
    ),
    Mutant(
        "altheory/learners/a2.py",
        "version_space=counts.at_most(look.most), chunks=()",
        "version_space=counts.at_most(look.fewest), chunks=()",
        "only the minimizers survive",
        A2 + "::test_survivors_are_those_with_few_errors",
    ),
    Mutant(
        "altheory/learners/a2.py",
        "version_space=counts.at_most(look.most), chunks=()",
        "version_space=counts.at_most(look.most)",
        "labels are used again in the next round",
        A2 + "::test_looks_are_consistent_on_every_path",
    ),
    Mutant(
        "altheory/learners/_look.py",
        "if 2 * left < before",
        "if left < before",
        "a round ends without halving",
        A2 + "::test_looks_are_consistent_on_every_path",
    ),
    Mutant(
        "altheory/learners/_look.py",
        "stops = before * (upper - lower)",
        "stops = after(most) * (upper - lower)",
        "the bound is weighed with the region left, not with the one sampled",
        A2 + "::test_looks_are_consistent_on_every_path",
    ),
    Mutant(
        "altheory/learners/_look.py",
        "self.delta * share(self.spending, number, in_round, looks_up_to(n))",
        "self.delta / 2",
        "looks spend more than there is",
        A2 + "::test_looks_are_consistent_on_every_path",
    ),
    Mutant(
        "altheory/learners/_answer.py",
        "        return None\n",
        "        return 1\n",
        "silence is consent",
        "tests/simulation/test_transcript.py::test_silence_costs_a_question_and_teaches_nothing",
    ),
    Mutant(
        "altheory/learners/_theorem.py",
        "bound.hypotheses.version_space() != prior",
        "False",
        "a theorem of any class will do",
        "tests/learners/test_theorem.py::test_a_theorem_of_another_class_is_refused",
    ),
    Mutant(
        "altheory/learners/_look.py",
        "        left = after(most)\n",
        "        left = before if stops else after(most)\n",
        "at a stop everybody stays",
        A2 + "::test_a_stop_says_what_would_have_stayed",
    ),
    Mutant(
        "altheory/learners/qbc.py",
        "space.draw(rng)(x) != space.draw(rng)(x)",
        "space.draw(rng)(x) != space.member()(x)",
        "one member of the committee is always the same",
        QBC + "::test_the_chance_of_a_query_is_that_two_members_differ",
    ),
    Mutant(
        "altheory/learners/qbc.py",
        "number, state = state.committees,",
        "number, state = 0,",
        "every committee has the same chance",
        QBC + "::test_naive_and_event_driven_runs_have_the_enumerated_law",
    ),
    Mutant(
        "altheory/learners/_margin_round.py",
        "- 2 * beyond",
        "- beyond",
        "the target is forgotten beyond the band",
        MARGIN + "::test_a_band_halves_the_radius",
    ),
    Mutant(
        "altheory/learners/_margin_sphere.py",
        "opposite(self._signed(x, y))",
        "self._signed(x, y)",
        "the cone on the wrong side",
        MARGIN + "::test_in_space_the_nearest_is_that_of_all_small_sets",
    ),
    Mutant(
        "altheory/learners/margin.py",
        "radius=state.radius / 2)",
        "radius=state.radius / 8)",
        "a round promises more than it keeps",
        MARGIN + "::test_a_round_by_hand",
    ),
    Mutant(
        "altheory/learners/margin.py",
        "Fraction(1) if state.refuted else state.radius",
        "state.radius",
        "a failure that is known is not admitted",
        MARGIN + "::test_what_no_separator_says_ends_the_run",
    ),
)
