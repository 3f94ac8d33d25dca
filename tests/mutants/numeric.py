"""Lies about ``altheory.numeric``."""

from tests.mutants import Mutant

RATIONAL = "tests/numeric/test_rational.py"
ENCLOSURE = "tests/numeric/test_enclosure.py"
INPUTS = "tests/numeric/test_inputs.py"
SEEDS = "tests/numeric/test_seeds.py"

MUTANTS = (
    Mutant(
        "altheory/numeric/rational.py",
        "return math.nextafter(x, -math.inf) if Fraction(x) > a else x",
        "return x",
        "nearest float in place of the floor",
        RATIONAL + "::test_a_value_that_float_rounds_up_is_rounded_down",
        fast=True,
    ),
    Mutant(
        "altheory/numeric/rational.py",
        "return 0.0 - floor_float(-a)",
        "return float(a)",
        "nearest float in place of the ceiling",
        RATIONAL + "::test_a_hair_beside_a_float_is_rounded_away_from_it",
    ),
    Mutant(
        "altheory/numeric/rational.py",
        "if math.isfinite(x) and Fraction(x) == a else x",
        "if False else x",
        "the float above a float is itself",
        RATIONAL + "::test_a_float_is_itself",
    ),
    Mutant(
        "altheory/numeric/rational.py",
        "if Fraction(x) > a else x",
        "if Fraction(x) >= a else x",
        "an exact float is rounded away",
        RATIONAL + "::test_a_float_is_itself",
    ),
    Mutant(
        "altheory/numeric/enclosure.py",
        "_dyadic(ball(self.hi).upper())",
        "_dyadic(ball(self.hi).lower())",
        "the upper end rounds inward",
        ENCLOSURE + "::test_functions_hold_what_decimal_arithmetic_finds",
    ),
    Mutant(
        "altheory/numeric/enclosure.py",
        "for b in (o.lo, o.hi)]",
        "for b in (o.lo, o.lo)]",
        "a product forgets an end",
        ENCLOSURE + "::test_arithmetic_contains_the_exact_results",
    ),
    Mutant(
        "altheory/numeric/enclosure.py",
        "if self.hi < o.lo:",
        "if self.hi <= o.lo:",
        "touching enclosures count as apart",
        ENCLOSURE + "::test_comparison_has_three_outcomes",
    ),
    Mutant(
        "altheory/numeric/inputs.py",
        "if not 0 < value < 1:",
        "if not 0 <= value < 1:",
        "delta may be 0",
        INPUTS + "::test_outside_the_open_unit_interval",
    ),
    Mutant(
        "altheory/numeric/inputs.py",
        "if isinstance(y, bool | np.bool_) or not",
        "if not",
        "True is a label",
        INPUTS + "::test_no_label",
    ),
    Mutant(
        "altheory/numeric/seeds.py",
        '"\\x1f".join',
        '"".join',
        "the streams ab and a, b are one",
        SEEDS + "::test_names_and_seeds_tell_streams_apart",
    ),
    Mutant(
        "altheory/numeric/rational.py",
        "Decimal(a.numerator), Decimal(a.denominator)",
        "Decimal(a.denominator), Decimal(a.numerator)",
        "messages show the reciprocal of a long rational",
        "tests/numeric/test_rational.py::test_what_a_message_shows_is_short_and_exact_or_near",
    ),
)
