"""Lies about ``altheory.complexity``."""

from tests.mutants import Mutant

STAR = "tests/complexity/test_star.py"
DISAGREEMENT = "tests/complexity/test_disagreement.py"
TREE = "tests/complexity/test_query_tree.py"
TEACHING = "tests/complexity/test_teaching.py"
SPLITTING = "tests/complexity/test_splitting.py"
COVERING = "tests/complexity/test_covering.py"

MUTANTS = (
    Mutant(
        "altheory/complexity/star.py",
        "{(g ^ center) & within: g",
        "{g & within: g",
        "stars around the empty set alone",
        STAR + "::test_agrees_with_the_definition",
    ),
    Mutant(
        "altheory/complexity/disagreement.py",
        "max(high, m.hi / left)",
        "max(high, m.hi / right)",
        "the supremum is taken on the grid alone",
        DISAGREEMENT + "::test_thresholds",
        fast=True,
    ),
    Mutant(
        "altheory/complexity/disagreement.py",
        "max(low, m.lo / right)",
        "max(low, m.lo / left)",
        "the lower end is not attained",
        DISAGREEMENT + "::test_thresholds",
    ),
    Mutant(
        "altheory/complexity/query_tree.py",
        "return 1 + max(minus, plus) if goal",
        "return 1 + min(minus, plus) if goal",
        "the worst answer never comes",
        TREE + "::test_thresholds_take_as_many_questions_as_binary_search",
    ),
    Mutant(
        "altheory/complexity/query_tree.py",
        "depth = (leaves - 1).bit_length()",
        "depth = leaves.bit_length()",
        "a bound that prunes the best tree",
        TREE + "::test_the_first_even_split_need_not_be_the_best",
    ),
    Mutant(
        "altheory/complexity/teaching.py",
        "for d in differences) <= 1",
        "for d in differences) <= 2",
        "two hypotheses left count as one",
        TEACHING + "::test_agrees_with_the_definition",
    ),
    Mutant(
        "altheory/complexity/teaching.py",
        "sizes = range(of.n_points + 1)",
        "sizes = range(1, of.n_points + 1)",
        "the empty set teaches nothing",
        TEACHING + "::test_agrees_with_the_definition",
    ),
    Mutant(
        "altheory/complexity/best.py",
        "if _lower(e) <= least]",
        "if _lower(e) == least][:1]",
        "the first of two best hypotheses alone",
        "tests/complexity/test_best.py::test_a_tie_has_two_best_hypotheses",
    ),
    Mutant(
        "altheory/complexity/best.py",
        "if hypotheses.vertices_need_steps and not labels.is_step:",
        "if False:",
        "candidates at sign changes alone, where both ends of a half circle move",
        "tests/complexity/test_best.py"
        "::test_on_the_circle_labels_that_are_no_step_function_are_refused",
    ),
    Mutant(
        "altheory/complexity/best.py",
        "measure = usual if law is None else law",
        "measure = usual",
        "the usual law whatever is given",
        "tests/complexity/test_best.py::test_finite_classes_are_searched",
    ),
    Mutant(
        "altheory/complexity/restriction.py",
        "if labelings > best:",
        "if labelings < best:",
        "the first points, however few labelings they take",
        "tests/complexity/test_restriction.py"
        "::test_no_points_of_a_finite_class_take_more_labelings",
    ),
    Mutant(
        "altheory/complexity/star.py",
        "return min(size, len(star_set(of, states=states)))",
        "return len(star_set(of, states=states))",
        "more points than were asked for",
        "tests/complexity/test_star.py::test_the_densest_instances_need_not_have_the_largest_star",
    ),
    Mutant(
        "altheory/complexity/teaching.py",
        "return max(map(search,",
        "return min(map(search,",
        "the instances that are taught most easily",
        "tests/complexity/test_teaching.py::test_fewer_instances_may_need_more",
    ),
    Mutant(
        "altheory/hypotheses/_box_orders.py",
        "total += (1 + below) * (1 + above)",
        "total += 1 + below + above",
        "a box that reaches down does not reach up",
        "tests/complexity/test_shattering.py"
        "::test_boxes_in_the_plane_by_all_orders_of_their_points",
    ),
    Mutant(
        "altheory/complexity/restriction.py",
        "(size, size + 1, size + 2, 2 * size)",
        "(size,)",
        "one grid, on which points of the circle are opposite",
        "tests/complexity/test_restriction.py::test_known_restrictions",
    ),
    Mutant(
        "altheory/complexity/edges.py",
        "return ((h ^ answers) | (g ^ answers)) & given",
        "return ((h ^ answers) & (g ^ answers)) & given",
        "an edge is cut where both of its ends are wrong",
        SPLITTING + "::test_agrees_with_the_definition",
    ),
    Mutant(
        "altheory/complexity/edges.py",
        "if every.length(e) > least",
        "if every.length(e) >= least",
        "edges as long as epsilon are too long",
        SPLITTING + "::test_agrees_with_the_definition",
    ),
    Mutant(
        "altheory/complexity/splitting.py",
        "if mass + weights[x] < tau:",
        "if mass + weights[x] <= tau:",
        "a set of points of mass tau is given up",
        SPLITTING + "::test_known_classes",
    ),
    Mutant(
        "altheory/complexity/_fractional.py",
        "(a * pivot[k] - row[k] * b) // scale",
        "(a * pivot[k] - row[k] * b)",
        "the denominators are forgotten",
        "tests/complexity/test_fractional.py::test_matching_and_cover_prove_each_other",
    ),
    Mutant(
        "altheory/complexity/covering.py",
        "rest = covered(left & ~near[center], balls - 1)",
        "rest = covered(left & ~(1 << center), balls - 1)",
        "a ball holds its center alone",
        COVERING + "::test_agrees_with_all_sets",
    ),
    Mutant(
        "altheory/hypotheses/sphere.py",
        "if d > 2 and size >= 2 * d:",
        "if d > 2 and size > 2 * d:",
        "six points in space are always a star",
        "tests/hypotheses/test_sphere.py::test_six_points_in_space_need_not_be_a_star",
    ),
)
