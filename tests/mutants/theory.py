"""Lies about ``altheory.theory``."""

from tests.mutants import Mutant

SERIES = "tests/theory/test_log_series.py"
BISECTION = "tests/theory/test_bisection.py"
BATCH = "tests/theory/test_batch.py"

MUTANTS = (
    Mutant(
        "altheory/theory/_log_series.py",
        "for k in range(n, 0, -1):",
        "for k in range(n, 1, -1):",
        "the first term is lost",
        SERIES + "::test_harmonic_numbers_by_the_digamma_function",
    ),
    Mutant(
        "altheory/theory/_log_series.py",
        "(upper[0] - lower[0]) / 2",
        "(upper[0] + lower[0]) / 2",
        "the wrong sign at one end",
        SERIES + "::test_harmonic_numbers_by_the_digamma_function",
        fast=True,
    ),
    Mutant(
        "altheory/theory/bisection.py",
        "max(inverse.__ceil__() - 1, 0).bit_length()",
        "inverse.__ceil__().bit_length()",
        "one query too many at powers of two",
        BISECTION + "::test_the_queries_are_the_least_that_halve_far_enough",
    ),
    Mutant(
        "altheory/theory/bisection.py",
        "bisection_queries_to_width(2 * positive",
        "bisection_queries_to_width(positive",
        "an estimate costs as much as a width",
        BISECTION + "::test_an_estimate_takes_one_query_less",
    ),
    Mutant(
        "altheory/theory/batch.py",
        "harmonic(b + 1) - 1, lambda",
        "harmonic(b) - 1, lambda",
        "one label of the batch is lost",
        BATCH + "::test_the_exact_form_is_in_the_enclosure",
    ),
    Mutant(
        "altheory/theory/intervals_cal.py",
        "(-1, 1 - a), (-1, b), (1, a), (1, 1 - b)",
        "(-1, 1 - a), (-1, b), (1, b), (1, 1 - a)",
        "the margins of the target do not matter",
        "tests/theory/test_intervals_cal.py::test_the_mean_disagreement_of_real_version_spaces",
    ),
    Mutant(
        "altheory/theory/empty_interval.py",
        "max(2, count(",
        "max(1, count(",
        "without a question an error of 1 is all that is promised",
        "tests/theory/test_empty_interval.py::test_the_claim_states_the_accuracy",
    ),
    Mutant(
        "altheory/theory/two_point.py",
        "2 * m - 1, error, power",
        "2 * m, error, power",
        "one label too many",
        "tests/theory/test_two_point.py::test_the_majority_errs_often_enough_with_fewer_labels",
    ),
    Mutant(
        "altheory/theory/a2_price.py",
        "return width(n, looks * rounds, rounds, looks)",
        "return width(n, looks, rounds, looks)",
        "only the looks of one round are counted",
        "tests/theory/test_a2_price.py::test_the_last_look_of_the_last_round_is_asked_about",
    ),
    Mutant(
        "altheory/theory/a2_price.py",
        "earlier, looks = earlier + before, looks + j - 1",
        "earlier, looks = earlier + before, looks + j - 2",
        "a look of each round is forgotten",
        "tests/theory/test_a2_price.py::test_the_sum_over_rounds_by_trying_every_run",
    ),
    Mutant(
        "altheory/theory/a2_price.py",
        "narrow = width(middle) <= epsilon",
        "narrow = width(middle) < epsilon",
        "a width of exactly epsilon is not narrow enough",
        "tests/theory/test_a2_price.py::test_the_least_number_is_found_exactly",
    ),
)
