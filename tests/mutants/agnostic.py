"""Lies about DHM and RobustCAL."""

from tests.mutants import Mutant

DHM = "tests/learners/test_dhm.py"
ROBUST = "tests/learners/test_robust_cal.py"

MUTANTS = (
    Mutant(
        "altheory/learners/_gaps.py",
        "labelings**2",
        "labelings",
        "pairs of hypotheses are as few as hypotheses",
        DHM + "::test_what_chance_explains_grows",
    ),
    Mutant(
        "altheory/learners/_gaps.py",
        "8 * (n * n + n)",
        "8 * n",
        "delta is spent again at every n",
        DHM + "::test_what_chance_explains_grows",
    ),
    Mutant(
        "altheory/learners/_gaps.py",
        "growth(self.hypotheses, 2 * n)",
        "growth(self.hypotheses, n)",
        "one sample instead of two",
        DHM + "::test_what_chance_explains_grows",
    ),
    Mutant(
        "altheory/learners/_gaps.py",
        "(_root(many) + _root(few))",
        "_root(many)",
        "one root is forgotten",
        DHM + "::test_what_chance_explains_grows",
    ),
    Mutant(
        "altheory/learners/_gaps.py",
        "Fraction(root + (root * root < scaled), SCALE)",
        "Fraction(root, SCALE)",
        "roots are rounded down",
        DHM + "::test_an_excess_by_hand",
    ),
    Mutant(
        "altheory/learners/_gaps.py",
        "if 4 * fewest >= slack**2:",
        "if fewest >= 0:",
        "a best hypothesis errs as little as the output",
        DHM + "::test_an_excess_by_hand",
        fast=True,
    ),
    Mutant(
        "altheory/learners/dhm.py",
        "most = self._gaps.explained(fewest, state.unlabeled)",
        "most = self._gaps.explained(fewest, state.unlabeled + 1)",
        "the instance itself is counted",
        DHM + "::test_every_short_path_with_a_width_that_is_small",
    ),
    Mutant(
        "altheory/learners/dhm.py",
        "if state.finished or n < state.due:",
        "if n < state.due:",
        "what has ended is judged again",
        DHM + "::test_what_has_ended_stays_ended",
    ),
    Mutant(
        "altheory/learners/dhm.py",
        "            if x in region:\n",
        "            if True:\n",
        "errors that all share stay",
        DHM + "::test_every_short_path_with_a_width_that_is_small",
    ),
    Mutant(
        "altheory/learners/dhm.py",
        "calm = counts.at_most(most - j).disagreement()",
        "calm = counts.at_most(most).disagreement()",
        "more labels change nothing where nothing is inferred now",
        DHM + "::test_every_inference_is_that_of_the_definition",
    ),
    Mutant(
        "altheory/learners/dhm.py",
        "if n == 0 or state.silent:",
        "if n == 0:",
        "silence counts as being right",
        DHM + "::test_silence_is_paid_counts_as_an_instance_and_promises_the_mass_alone",
    ),
    Mutant(
        "altheory/learners/robust_cal.py",
        "looks=looks, chunks=())",
        "looks=looks)",
        "labels are used again",
        ROBUST + "::test_it_is_the_definition",
    ),
    Mutant(
        "altheory/learners/robust_cal.py",
        "number = len(state.looks) + 1",
        "number = 1",
        "each look spends as if it were the only one",
        ROBUST + "::test_looks_are_consistent_on_every_path",
    ),
    Mutant(
        "altheory/learners/robust_cal.py",
        "excess = min(before * (look.upper - look.lower), look.after)",
        "excess = look.after * (look.upper - look.lower)",
        "the mass of the region that is left, where no label was drawn",
        ROBUST + "::test_it_is_the_definition",
    ),
    Mutant(
        "altheory/learners/robust_cal.py",
        "        if excess < state.excess:\n",
        "        if True:\n",
        "a worse promise replaces a better one",
        ROBUST + "::test_a_promise_is_never_taken_back",
    ),
    Mutant(
        "altheory/learners/robust_cal.py",
        "        while not state.finished and state.unlabeled >= state.due:",
        "        if not state.finished and state.unlabeled >= state.due:",
        "a leap over two ends is a look at one",
        ROBUST + "::test_leaping_over_ends_is_passing_one_by_one",
    ),
    Mutant(
        "altheory/learners/robust_cal.py",
        "return self.current(state).excess",
        "return state.excess",
        "what has passed since the last question is forgotten",
        ROBUST + "::test_a_leap_past_the_end_of_the_last_stretch_is_looked_at",
    ),
)
