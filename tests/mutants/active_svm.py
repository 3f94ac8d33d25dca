"""Lies about active support vector machines."""

from tests.mutants import Mutant

SVM = "tests/nets/test_active_svm.py"
MARGIN = "tests/nets/test_linear_margin.py"

MUTANTS = (
    Mutant(
        "altheory/nets/active_svm.py",
        "low / (high or 1.0)",
        "(high or 1.0) / (low or 1.0)",
        "the ratio of margins is upside down",
        SVM + "::test_scores_are_those_of_machines_trained_anew",
    ),
    Mutant(
        "altheory/nets/active_svm.py",
        "np.exp(-self.gamma * apart)",
        "np.exp(-self.gamma * np.sqrt(apart))",
        "the margin is that of another kernel",
        SVM + "::test_the_margin_is_one_over_the_norm",
    ),
    Mutant(
        "altheory/nets/linear_margin.py",
        "convex.sum_squares(normal) / 2",
        "convex.sum_squares(normal)",
        "slack is half as dear as it should be",
        MARGIN + "::test_with_slack_it_is_that_of_another_program",
    ),
    Mutant(
        "proofs_checks/svm_largest_ball.py",
        "if square == radius]",
        "if square >= radius]",
        "walls that are not nearest hold the ball",
        "tests/proofs_checks/test_largest_ball.py::test_a_wall_farther_away_holds_nothing",
    ),
    Mutant(
        "altheory/nets/linear_margin.py",
        "(pool - center) / size",
        "pool - center",
        "the answer depends on the unit of the features",
        MARGIN + "::test_it_has_no_unit_of_its_own",
    ),
    Mutant(
        "altheory/nets/active_svm.py",
        "centered = unit - center",
        "centered = unit",
        "the kernel is computed by products that cancel",
        SVM + "::test_the_kernel_sees_differences_alone",
    ),
    Mutant(
        "altheory/nets/active_svm.py",
        "unit, exponent = scaled(pool)",
        "unit, exponent = pool, 0",
        "squares of the features vanish or overflow",
        SVM + "::test_no_unit_is_better_than_another",
    ),
)
