"""Lies about ``altheory.hypotheses``."""

from tests.mutants import Mutant

THRESHOLDS = "tests/hypotheses/test_thresholds.py"
FINITE = "tests/hypotheses/test_finite.py"
PROFILE = "tests/hypotheses/test_profile.py"
BOUNDARY_SETS = "tests/hypotheses/test_boundary_sets.py"
EVERY_SEQUENCE = BOUNDARY_SETS + "::test_every_sequence_of_labels_agrees_with_the_list"
EXTREMES = BOUNDARY_SETS + "::test_lists_and_candidate_elimination_find_the_extremes"
RECTANGLES = "tests/hypotheses/test_rectangles.py"

MUTANTS = (
    Mutant(
        "altheory/hypotheses/thresholds.py",
        "return 1 if point(x) >= self.cut else -1",
        "return 1 if point(x) > self.cut else -1",
        "a threshold is open",
        THRESHOLDS + "::test_floats_beside_the_cut_are_labeled_exactly",
        fast=True,
    ),
    Mutant(
        "altheory/hypotheses/thresholds.py",
        "np.where(points(xs) >= ceil_float(self.cut)",
        "np.where(points(xs) >= float(self.cut)",
        "prediction rounds the cut to the nearest float",
        THRESHOLDS + "::test_floats_beside_the_cut_are_labeled_exactly",
        fast=True,
    ),
    Mutant(
        "altheory/hypotheses/thresholds.py",
        "if cuts.cuts[-1] <= split:",
        "if cuts.cuts[-1] < split:",
        "the lowest positive label is asked again",
        THRESHOLDS + "::test_every_labeling_of_a_grid_in_every_order",
        fast=True,
    ),
    Mutant(
        "altheory/hypotheses/thresholds.py",
        "IntervalUnion.from_cuts(cuts.cuts[0], after(1))",
        "IntervalUnion.closed(cuts.cuts[0][0], 1)",
        "GB holds the highest negative label",
        THRESHOLDS + "::test_boundaries_are_attained_where_a_label_closes_them",
        fast=True,
    ),
    Mutant(
        "altheory/hypotheses/thresholds.py",
        "IntervalUnion.closed(cuts.cuts[-1][0], 1)",
        "IntervalUnion.from_cuts(cuts.cuts[-1], after(1))",
        "SB lacks the lowest positive label",
        THRESHOLDS + "::test_boundaries_are_attained_where_a_label_closes_them",
    ),
    Mutant(
        "altheory/hypotheses/thresholds.py",
        "space.restrict(min(positives), 1)",
        "space.restrict(max(positives), 1)",
        "the label that binds is dropped",
        THRESHOLDS + "::test_all_at_once_on_arrays",
    ),
    Mutant(
        "altheory/hypotheses/thresholds.py",
        "base = sum(y == -1",
        "base = sum(y == 1",
        "the profile starts from the wrong errors",
        THRESHOLDS + "::test_the_profile_counts_errors",
    ),
    Mutant(
        "altheory/hypotheses/finite_version_space.py",
        "reduce(lambda a, b: a & b, self.members, everything)",
        "reduce(lambda a, b: a | b, self.members, 0)",
        "SB is GB",
        FINITE + "::test_every_class_on_two_points_with_every_sample_in_every_order",
        fast=True,
    ),
    Mutant(
        "altheory/hypotheses/finite_version_space.py",
        "needed = rest",
        "needed = needed",
        "a contradiction may be reducible",
        FINITE + "::test_a_ball_speaks_of_its_own_members",
    ),
    Mutant(
        "altheory/hypotheses/_rows.py",
        "        if len(row) != width:\n",
        "        if False:\n",
        "rows of a file may differ in length",
        FINITE + "::test_a_bad_file_is_refused_by_line",
    ),
    Mutant(
        "altheory/hypotheses/profile.py",
        "if value <= level:",
        "if value < level:",
        "a sublevel set lacks its level",
        PROFILE + "::test_sublevel_sets",
    ),
    Mutant(
        "altheory/hypotheses/profile.py",
        "bisect_right(self.cuts, before(a))",
        "bisect_right(self.cuts, after(a))",
        "a jump comes one cut early",
        PROFILE + "::test_the_value_is_the_base_and_the_jumps_so_far",
        fast=True,
    ),
    Mutant(
        "altheory/hypotheses/_candidate_elimination.py",
        "return Boundaries(minimal(bounded, of.below), general if bounded else ())",
        "return Boundaries(tuple(bounded), general if bounded else ())",
        "S holds hypotheses above one another",
        EXTREMES,
        fast=True,
    ),
    Mutant(
        "altheory/hypotheses/_candidate_elimination.py",
        "bounded = [g for g in moved if any(of.below(s, g) for s in specific)]",
        "bounded = moved if specific else []",
        "G holds hypotheses that no positive label allows",
        EVERY_SEQUENCE,
        fast=True,
    ),
    Mutant(
        "altheory/hypotheses/_hulls.py",
        "reached = _reached(of, of.widened(specific, x), negatives)",
        "reached = _reached(of, specific, negatives)",
        "an instance beyond a negative label may be positive",
        EVERY_SEQUENCE,
        fast=True,
    ),
    Mutant(
        "altheory/hypotheses/_hulls.py",
        "if z != x or y in answer]",
        "if z != x]",
        "a label given at x itself is no evidence",
        RECTANGLES + "::test_every_certificate_passes_and_says_what_labels_say",
    ),
    Mutant(
        "altheory/hypotheses/rectangles.py",
        "(column >= ceil_float(lo)) & (column <= floor_float(hi))",
        "(column >= float(lo)) & (column <= float(hi))",
        "prediction rounds the ends to the nearest float",
        RECTANGLES + "::test_floats_beside_the_ends_are_labeled_exactly",
        fast=True,
    ),
    Mutant(
        "altheory/hypotheses/rectangles.py",
        "beyond = ((v if v > hi else zero, v if v < lo else one)",
        "beyond = ((v if v >= hi else zero, v if v <= lo else one)",
        "a negative label beside an end rules out too little",
        RECTANGLES + "::test_general_regions_are_open_at_negative_labels",
    ),
    Mutant(
        "altheory/hypotheses/_hulls.py",
        "if not any(other != shadow and of.covers(other, x) for other in first)",
        "if not any(of.covers(other, x) for other in first)",
        "no negative label binds",
        RECTANGLES + "::test_a_negative_label_beyond_another_one_does_not_bind",
    ),
)
