"""Lies about committees and calibration."""

from tests.mutants import Mutant

CALIBRATION = "tests/acquisition/test_calibration.py"
COMMITTEE = "tests/acquisition/test_committee.py"

MUTANTS = (
    Mutant(
        "altheory/acquisition/calibration.py",
        'np.array(edges), sure, side="left"',
        'np.array(edges), sure, side="right"',
        "bins are open above",
        CALIBRATION + "::test_bins_are_closed_above_whatever_rounds",
    ),
    Mutant(
        "altheory/acquisition/calibration.py",
        "floor_float(Fraction(b, bins))",
        "b / bins",
        "edges of bins are rounded",
        CALIBRATION + "::test_bins_are_closed_above_whatever_rounds",
    ),
    Mutant(
        "altheory/acquisition/calibration.py",
        "w * (z - base) for w",
        "w * z for w",
        "the derivative forgets the label",
        CALIBRATION + "::test_two_classes_by_hand",
    ),
    Mutant(
        "altheory/acquisition/committee.py",
        "own.choice(at, len(at))",
        "own.permutation(at)",
        "a bootstrap sample is the sample",
        COMMITTEE + "::test_a_bootstrap_keeps_every_class_and_repeats_instances",
    ),
    Mutant(
        "altheory/acquisition/committee.py",
        "        table[:, columns] = said\n",
        "        table[:, : len(columns)] = said\n",
        "columns keep the order of a member's own classes",
        COMMITTEE + "::test_classes_that_a_member_never_saw_get_nothing",
    ),
)
