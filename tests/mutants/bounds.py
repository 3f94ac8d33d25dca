"""Lies about ``altheory.bounds``."""

from tests.mutants import Mutant

HOEFFDING = "tests/bounds/test_hoeffding.py"
CLOPPER_PEARSON = "tests/bounds/test_clopper_pearson.py"
BINOMIAL = "tests/bounds/test_binomial.py"
DKW = "tests/bounds/test_dkw.py"

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
        fast=True,
    ),
    Mutant(
        "altheory/bounds/_binomial.py",
        "(high_sum + rest) / one",
        "Fraction(high_sum, one)",
        "the terms that are not added are forgotten",
        BINOMIAL + "::test_a_geometric_series_bounds_the_terms_that_are_not_added",
        fast=True,
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
)
