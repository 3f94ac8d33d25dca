"""Lies about ``altheory.oracles``."""

from tests.mutants import Mutant

REALIZABLE = "tests/oracles/test_realizable.py"
LAWS = "tests/oracles/test_label_laws.py"
MASSART = "tests/oracles/test_massart.py"
TSYBAKOV = "tests/oracles/test_tsybakov.py"
CROWD = "tests/oracles/test_crowd.py"
SKENE = "tests/oracles/test_dawid_skene.py"
PERSISTENT = "tests/oracles/test_persistent.py"
PARTS = "tests/oracles/test_parts.py"
DRIFTING = "tests/oracles/test_drifting.py"

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
    Mutant(
        "altheory/oracles/_step_labels.py",
        "p * mass(a - positive) + (1 - p)",
        "p * mass(a - positive) + p",
        "false positives cost what false negatives do",
        LAWS + "::test_the_error_is_the_integral_of_the_chance_of_one",
    ),
    Mutant(
        "altheory/oracles/_step_labels.py",
        "if 2 * p >= 1",
        "if 2 * p > 1",
        "a fair coin is labeled -1",
        LAWS + "::test_the_bayes_classifier_says_plus_from_one_half_on",
    ),
    Mutant(
        "altheory/oracles/_draw.py",
        "if compare(Fraction(low + 1, 1 << digits)) >= 0:",
        "if compare(Fraction(low, 1 << digits)) >= 0:",
        "the undecided digit counts as +1",
        "tests/oracles/test_draw.py::test_it_says_plus_iff_the_uniform_variable_is_below",
    ),
    Mutant(
        "altheory/oracles/massart.py",
        "flipped = (1 - margin) / 2",
        "flipped = 1 - margin",
        "the margin taken for the noise",
        MASSART
        + "::test_the_margin_is_attained_where_it_should_be_and_there_is_no_noise_elsewhere",
    ),
    Mutant(
        "altheory/oracles/tsybakov.py",
        "if v == HALF and margin >= least:",
        "if v == HALF and margin == least:",
        "the cap at 1/2 forgotten",
        LAWS + "::test_the_sign_is_that_of_the_probability",
    ),
    Mutant(
        "altheory/oracles/tsybakov.py",
        "return (cap / 2 - _power(start, kappa)) / kappa + (end - cap) / 2",
        "return (_power(end, kappa) - _power(start, kappa)) / kappa",
        "the integral of the power beyond its cap",
        LAWS + "::test_the_error_is_the_integral_of_the_chance_of_one",
    ),
    Mutant(
        "altheory/oracles/tsybakov.py",
        "shifts = (-1, 0, 1) if",
        "shifts = (0,) if",
        "the circle taken for a line",
        TSYBAKOV + "::test_the_nearest_boundary_point_may_lie_across_the_place_0_of_the_circle",
    ),
    Mutant(
        "altheory/oracles/crowd.py",
        "split = law[n // 2] / 2",
        "split = law[n // 2]",
        "a split vote is always wrong",
        CROWD + "::test_the_majority_errs_when_more_than_half_do_and_half_the_time_at_a_split",
    ),
    Mutant(
        "altheory/oracles/crowd.py",
        "return sum(against, Fraction(0)) / 2",
        "return sum(against, Fraction(0))",
        "both labels are certain",
        CROWD + "::test_the_weighted_vote_errs_as_often_as_it_says",
    ),
    Mutant(
        "altheory/oracles/dawid_skene.py",
        "return np.exp(plus - either), float(either.sum())",
        "return np.exp(minus - either), float(either.sum())",
        "the posterior of the other label",
        SKENE + "::test_two_iterations_in_rationals",
    ),
    Mutant(
        "altheory/oracles/persistent.py",
        "if x not in given:",
        "if True:",
        "every question is a new draw",
        PERSISTENT + "::test_the_persistent_do_not_change_their_minds",
    ),
    Mutant(
        "altheory/oracles/drifting.py",
        "bisect_right(self.starts, reached)",
        "bisect_right(self.starts, reached + 1)",
        "the target moves one answer early",
        DRIFTING + "::test_the_target_moves_at_its_times",
    ),
    Mutant(
        "altheory/oracles/drifting.py",
        "law.compare(x, u), stream)",
        "law.compare(x, u), rng)",
        "a seed starts anew at every question",
        LAWS + "::test_a_seed_is_the_start_of_one_stream",
    ),
    Mutant(
        "altheory/oracles/tsybakov.py",
        "ENDS = (before(0), after(1))",
        "ENDS = (after(1),)",
        "the left end of the line bounds a region that reaches it, and the right one does not",
        TSYBAKOV + "::test_the_law_of_a_mirror_image_is_the_mirror_image",
    ),
    Mutant(
        "altheory/oracles/tsybakov.py",
        "also = (target.cut,) if",
        "also = () if",
        "a threshold at 0 has no boundary",
        TSYBAKOV + "::test_the_boundary_of_a_threshold_is_its_cut",
    ),
    Mutant(
        "altheory/oracles/_parts.py",
        "if isinstance(thing, type) or not isinstance(thing, protocol):",
        "if not isinstance(thing, protocol):",
        "a type passes for one of its objects",
        PARTS + "::test_a_wrong_part_is_refused_at_once_and_shown",
    ),
    Mutant(
        "altheory/oracles/abstaining.py",
        '        region(within, "where a labeler is silent")',
        "        assert within is not None",
        "a pair of numbers is taken for a region, and holds two instances",
        PARTS + "::test_a_wrong_part_is_refused_at_once_and_shown",
    ),
    Mutant(
        "altheory/oracles/_naming.py",
        "    if not unable:",
        "    if unable or not unable:",
        "a file without from_argument goes unmentioned",
        "tests/oracles/test_naming.py::test_an_unknown_name_offers_the_nearest",
    ),
    Mutant(
        "altheory/oracles/flipping.py",
        "        left -= 1\n",
        "        left -= 0\n",
        "a budget that is never spent",
        "tests/oracles/test_flipping.py::test_he_inverts_what_he_wants_while_the_budget_lasts",
    ),
)
