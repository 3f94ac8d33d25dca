"""Lies about ``altheory.play``."""

from tests.mutants import Mutant

INQUIRY = "tests/play/test_inquiry.py"
KNOCKOUT = "tests/play/test_knockouts.py"
BISECTION = "tests/play/test_bisection.py"
FOLD = "tests/play/test_fold.py"
COLORING = "tests/play/test_coloring.py"
MIXED = "tests/play/test_mixed.py"
WORKERS = "tests/play/test_workers.py"
LOCAL = "tests/play/test_local_search.py"
PROBLEM = "tests/play/test_problem.py"

MUTANTS = (
    Mutant(
        "altheory/play/inquiry.py",
        "if self.known(c.difference) is None:",
        "if any(c.difference):",
        "what is implied is asked all the same",
        INQUIRY + "::test_only_open_comparisons_are_asked_and_each_line_once",
        fast=True,
    ),
    Mutant(
        "altheory/play/inquiry.py",
        "return max(direction, opposite(direction))",
        "return direction",
        "the same question the other way around is a new one",
        INQUIRY + "::test_only_open_comparisons_are_asked_and_each_line_once",
    ),
    Mutant(
        "altheory/play/agent.py",
        "else self.questions - len(self.answers)",
        "else self.questions",
        "the budget is for each round",
        INQUIRY + "::test_only_open_comparisons_are_asked_and_each_line_once",
    ),
    Mutant(
        "altheory/play/inquiry.py",
        'Judgment(question, now, "overruled")',
        'Judgment(question, reply, "overruled")',
        "a contradiction stands",
        INQUIRY + "::test_contradictions_of_a_round_are_overruled_and_so_is_silence",
    ),
    Mutant(
        "altheory/play/problem.py",
        "return (gain > 0) - (gain < 0)",
        "return (gain >= 0) - (gain < 0)",
        "nobody is indifferent",
        PROBLEM + "::test_who_costs_less_is_preferred",
    ),
    Mutant(
        "altheory/play/knockouts.py",
        "[d for d in left if d not in lost]",
        "[d for d in left[: 2 * most] if d not in lost]",
        "who sits out a round drops out",
        KNOCKOUT + "::test_a_right_expert_leads_to_a_best_decision",
    ),
    Mutant(
        "altheory/play/bisection.py",
        "left = np.maximum(",
        "left = np.minimum(",
        "the better answer is hoped for",
        BISECTION + "::test_as_many_questions_as_outcomes_need",
    ),
    Mutant(
        "altheory/play/fold.py",
        'for turn in "FLR" if "L" in turns else "FL":',
        'for turn in "FLR" if turns else "FL":',
        "a mirror image of a chain that begins straight is another fold",
        FOLD + "::test_folds_are_walks_up_to_symmetry",
    ),
    Mutant(
        "altheory/play/fold.py",
        "for j in range(i + 3, n, 2)",
        "for j in range(i + 2, n)",
        "monomers of one color may touch",
        FOLD + "::test_each_contact_to_be_had_is_had_by_some_fold",
    ),
    Mutant(
        "altheory/play/coloring.py",
        "min(self.colors, max(decision) + 2)",
        "min(self.colors, max(decision) + 1)",
        "no move brings a new color",
        COLORING + "::test_neighbors_differ_at_one_node",
    ),
    Mutant(
        "altheory/play/mixed.py",
        "if max(p, 1 - p) < self.sure",
        "if p < self.sure",
        "a crowd that is sure of no is in doubt",
        MIXED + "::test_the_expert_is_asked_exactly_the_doubtful_questions",
    ),
    Mutant(
        "altheory/play/cluster_feedback.py",
        "known.labels[i] * answer >= 0",
        "known.labels[i] * answer >= -1",
        "answers of one round may contradict each other",
        "tests/play/test_cluster_feedback.py::"
        "test_of_contradictions_within_a_round_the_earlier_answers_stand",
    ),
    Mutant(
        "altheory/play/outcome.py",
        "return not self.inquiry.guessed and not self.inquiry.silent",
        "return not self.inquiry.guessed",
        "what nobody answered is finished",
        "tests/play/test_searches.py::test_without_an_answer_nothing_is_finished",
    ),
    Mutant(
        "altheory/play/workers.py",
        "Fraction(a, n) if n else HALF",
        "Fraction(a / n) if n else HALF",
        "shares of votes are rounded",
        MIXED + "::test_a_majority_is_sure_by_its_share_of_the_votes_for_yes_as_for_no",
    ),
    Mutant(
        "altheory/play/workers.py",
        "return self.price * n * self.votes_each, n * self.votes_each",
        "return self.price * n, n * self.votes_each",
        "a crowd is paid by the question",
        WORKERS + "::test_right_workers_are_an_expert_at_their_price",
    ),
    Mutant(
        "altheory/play/local_search.py",
        "[j.winner for j in judged if j.answer < 0]",
        '[j.winner for j in judged if j.answer < 0 and j.reason == "asked"]',
        "what is known to be better is left alone",
        LOCAL + "::test_a_right_expert_leads_to_a_local_optimum_downhill",
    ),
)
