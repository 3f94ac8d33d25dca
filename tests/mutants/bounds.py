"""Lies about ``altheory.bounds``."""

from tests.mutants import Mutant

HOEFFDING = "tests/bounds/test_hoeffding.py"
CLOPPER_PEARSON = "tests/bounds/test_clopper_pearson.py"
BINOMIAL = "tests/bounds/test_binomial.py"
DKW = "tests/bounds/test_dkw.py"
UNIFORM = "tests/bounds/test_uniform.py"
VC = "tests/bounds/test_vc.py"

MUTANTS = (
    Mutant(
        "altheory/bounds/hoeffding.py",
        ".log() / (2 * n)",
        ".log() / (8 * n)",
        "half the radius",
        HOEFFDING + "::test_it_misses_no_probability_too_often",
    ),
    Mutant(
        "altheory/bounds/hoeffding.py",
        ".sqrt().rounded().hi",
        ".sqrt().rounded().lo",
        "the radius is rounded down",
        HOEFFDING + "::test_the_radius_is_rounded_up_and_barely",
        fast=True,
    ),
    Mutant(
        "altheory/bounds/_bound.py",
        'lower=low if side == "upper"',
        'lower=low if side == "lower"',
        "the sides are swapped",
        HOEFFDING + "::test_one_side_leaves_the_other_at_the_range",
    ),
    Mutant(
        "altheory/bounds/_binomial.py",
        "1 - end(n - k)",
        "1 - end(k)",
        "the lower end ignores the successes",
        CLOPPER_PEARSON + "::test_one_trial",
    ),
    Mutant(
        "altheory/bounds/_binomial.py",
        "(high_sum + rest) / one",
        "Fraction(high_sum, one)",
        "the terms that are not added are forgotten",
        BINOMIAL + "::test_a_geometric_series_bounds_the_terms_that_are_not_added",
    ),
    Mutant(
        "altheory/bounds/_binomial.py",
        "arb(m + 1).lgamma()",
        "arb(m).lgamma()",
        "a factorial of one less",
        BINOMIAL + "::test_the_logarithm_of_a_binomial_coefficient",
    ),
    Mutant(
        "altheory/bounds/dkw.py",
        "if each > Fraction(1, 2):",
        "if each > 1:",
        "one-sided beyond where it is stated",
        DKW + "::test_the_one_sided_inequality_stops_at_one_half",
    ),
    Mutant(
        "altheory/bounds/_uniform.py",
        "exact / self.members)",
        "exact)",
        "each hypothesis gets all of delta",
        UNIFORM + "::test_a_union_shares_delta_evenly",
    ),
    Mutant(
        "altheory/bounds/_uniform.py",
        "floor(n * (bar + reach))) + 1",
        "floor(n * (bar + reach)))",
        "the last count that may be as good is dropped",
        UNIFORM + "::test_the_cutoff_is_the_last_count_that_may_be_as_good",
    ),
    Mutant(
        "altheory/bounds/dkw_risk.py",
        "if not is_nested(hypotheses):",
        "if False:",
        "two chains for a class that is none",
        UNIFORM + "::test_every_other_pair_is_a_named_error",
    ),
    Mutant(
        "altheory/bounds/_classes.py",
        "small & large == small",
        "True",
        "every finite class is a chain",
        "tests/bounds/test_classes.py::test_a_class_is_a_chain_iff_each_pair_is_nested",
    ),
    Mutant(
        "altheory/bounds/vc_vapnik.py",
        "labelings=growth, samples=2",
        "labelings=growth, samples=1",
        "the second sample is forgotten",
        VC + "::test_the_radius_turns_the_tail_around",
    ),
    Mutant(
        "altheory/bounds/_schedule.py",
        "Fraction(1, k * (k + 1))",
        "Fraction(1, k * k)",
        "more is spent than there is",
        "tests/bounds/test_schedule.py::test_what_numbered_looks_get_adds_up_to_less_than_there_is",
    ),
    Mutant(
        "altheory/bounds/_schedule.py",
        "Fraction(1, r * (r + 1) * j * (j + 1))",
        "Fraction(1, j * (j + 1))",
        "every round spends all of delta",
        "tests/bounds/test_schedule.py::test_what_rounds_get_does_not_depend_on_looks_before",
    ),
    Mutant(
        "altheory/bounds/_schedule.py",
        "Fraction(1, (2 * k + r + 1) * (2 * k + r + 2))",
        "Fraction(1, (2 * k + 1) * (2 * k + 2))",
        "the literal counter forgets rounds",
        "tests/bounds/test_schedule.py::test_the_literal_counter_by_hand",
    ),
    Mutant(
        "altheory/bounds/_uniform.py",
        "found(known_class(hypotheses))",
        "found(hypotheses)",
        "a theorem about all hypotheses of the number 3",
        "tests/bounds/test_uniform.py::test_no_theorem_is_about_what_is_no_class",
    ),
    Mutant(
        "altheory/bounds/_support.py",
        "suffices = tail_at_most(support - 1, middle",
        "suffices = tail_at_most(support, middle",
        "one label more decides",
        "tests/bounds/test_support.py::test_it_is_the_least_with_that_tail",
    ),
)
