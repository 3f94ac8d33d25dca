"""Lies about the circle, from its arcs to its drawing."""

from tests.mutants import Mutant

ARCS = "tests/spaces/test_circle.py"
CIRCLE = "tests/hypotheses/test_circle.py"
CAL = "tests/theory/test_circle_cal.py"
DRAWN = "tests/plot/test_circle.py"

MUTANTS = (
    Mutant(
        "altheory/spaces/circle.py",
        "return cls((FIRST, (end[0] - 1, end[1]), start, LAST))",
        "return cls((start, LAST))",
        "an arc ends at the place 0",
        ARCS + "::test_an_arc_holds_what_lies_between_its_cuts_in_real_turns",
        fast=True,
    ),
    Mutant(
        "altheory/spaces/circle.py",
        "if end >= (start[0] + 1, start[1]):",
        "if end[0] >= start[0] + 1:",
        "a circle without one point is whole",
        ARCS + "::test_an_arc_holds_what_lies_between_its_cuts_in_real_turns",
    ),
    Mutant(
        "altheory/spaces/circle.py",
        "closed_hi=first.closed_hi",
        "closed_hi=last.closed_hi",
        "an arc over the place 0 has the wrong end",
        ARCS + "::test_ends_are_open_or_closed_as_they_say_over_the_place_0_too",
    ),
    Mutant(
        "altheory/spaces/circle.py",
        "outside = (array < 0) | (array >= 1)",
        "outside = (array < 0) | (array > 1)",
        "the float 1 is an instance",
        ARCS + "::test_refusals",
    ),
    Mutant(
        "altheory/spaces/cuts.py",
        "j + (j < len(others) and cut == others[j])",
        "j",
        "two unions that share a cut leave it twice",
        ARCS + "::test_laws_hold_at_every_cut_and_beside_it",
    ),
    Mutant(
        "altheory/hypotheses/half_circle.py",
        "return ArcUnion.open(center - QUARTER, center + QUARTER)",
        "return ArcUnion.closed(center - QUARTER, center + QUARTER)",
        "the boundary is positive",
        CIRCLE + "::test_floats_beside_the_boundary_are_labeled_exactly",
    ),
    Mutant(
        "altheory/hypotheses/circle_version_space.py",
        "region |= ArcUnion.open(lo - QUARTER, hi + QUARTER)",
        "region |= ArcUnion.closed(lo - QUARTER, hi + QUARTER)",
        "GB holds its ends",
        CIRCLE + "::test_every_labeling_of_a_few_points_in_every_order",
    ),
    Mutant(
        "altheory/hypotheses/circle_version_space.py",
        "if self.prior & _common(rest) == kept:",
        "if False:",
        "labels that no longer bind are kept",
        CIRCLE + "::test_every_labeling_of_a_few_points_in_every_order",
    ),
    Mutant(
        "altheory/hypotheses/circle_version_space.py",
        "{opposite} if opposite in remaining else set()",
        "set()",
        "the farthest member is at an end",
        CIRCLE + "::test_distances_radii_and_balls",
    ),
    Mutant(
        "altheory/hypotheses/circle.py",
        "ArcUnion.closed(u - radius / 2, u + radius / 2)",
        "ArcUnion.open(u - radius / 2, u + radius / 2)",
        "a ball lacks its ends",
        CIRCLE + "::test_distances_radii_and_balls",
    ),
    Mutant(
        "altheory/hypotheses/circle.py",
        "return CircleSeparator(Fraction(3 * int(rng.integers(RESOLUTION)) + 1, 3 * RESOLUTION))",
        "return CircleSeparator(Fraction(int(rng.integers(RESOLUTION)), RESOLUTION))",
        "a target may refuse a float of the stream",
        CIRCLE + "::test_a_target_labels_every_float_of_a_stream",
    ),
    Mutant(
        "altheory/theory/circle_cal.py",
        "(Fraction(0), *cal_query_law_thresholds(n - 1))",
        "(Fraction(0), *cal_query_law_thresholds(n)[:-1])",
        "the circle is thresholds on as many instances",
        CAL + "::test_the_law_over_all_orders_and_signs",
    ),
    Mutant(
        "altheory/plot/circle.py",
        'mfc=ink if closed else "w"',
        "mfc=ink",
        "open ends are drawn closed",
        DRAWN + "::test_closed_ends_are_full_and_open_ends_empty",
    ),
    Mutant(
        "altheory/spaces/circle.py",
        "over = arc.hi > 1 or (arc.hi == 1 and arc.closed_hi)",
        "over = arc.hi > 1",
        "the text of an arc that ends at 0 names the place 1",
        ARCS + "::test_arcs_that_meet_at_the_place_0_are_one",
    ),
)
