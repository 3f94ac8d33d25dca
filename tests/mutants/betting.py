"""Lies about betting and what it certifies."""

from tests.mutants import Mutant

CERTIFY = "tests/learners/test_certification.py"
TABLE = "tests/learners/test_betting_general.py"
FILES = "tests/cli/test_certify.py"
FAIR = CERTIFY + "::test_no_step_gains_for_a_best_model"
STEP = TABLE + "::test_stakes_are_sums_over_rivals_who_bet"

MUTANTS = (
    Mutant(
        "altheory/learners/_betting_capitals.py",
        "mass if self.is_logged else ratio * differ",
        "ratio * differ",
        "a bet is paid where it is asked, whatever the rule that asks",
        FAIR,
        fast=True,
    ),
    Mutant(
        "altheory/learners/_betting_capitals.py",
        "a / (b * int(c) - a)",
        "2 * a / (b * int(c) - a)",
        "odds are twice what is fair",
        FAIR,
    ),
    Mutant(
        "altheory/learners/_betting_capitals.py",
        "np.maximum(self.highest, top - off, out=self.highest)",
        "self.highest = path[:, -1] - off",
        "who was excluded may return",
        CERTIFY + "::test_what_is_certified_stays_certified",
    ),
    Mutant(
        "altheory/learners/certification.py",
        "float(1 / (n * q))",
        "float(1 / q)",
        "labels weigh n times what they do",
        CERTIFY + "::test_the_first_bet_by_hand",
    ),
    Mutant(
        "altheory/learners/_betting_general.py",
        "stake += size[:, None] * (rows != rows[rival])",
        "stake += size[:, None] * (rest > 0)",
        "stakes are set point by point",
        STEP,
    ),
    Mutant(
        "altheory/learners/_betting_general.py",
        "capital[who] += np.log(factor)",
        "capital += np.log(factor).sum()",
        "who rests gets what others win",
        TABLE + "::test_who_does_not_bet_rests",
    ),
    Mutant(
        "altheory/learners/_betting_general.py",
        "found: Bools = (rows != rows[0]).any(axis=0)",
        "found: Bools = (rows != rows[0]).all(axis=0) | (rows[0] != rows[-1])",
        "labels are bought on less than where they disagree",
        TABLE + "::test_it_is_drawn_from_where_those_who_bet_disagree",
    ),
    Mutant(
        "altheory/cli/_tables.py",
        "found = [(reader.line_num, ",
        "found = [(reader.line_num - 1, ",
        "lines are counted from 0",
        FILES + "::test_a_malformed_file_is_refused_with_its_line",
    ),
)
