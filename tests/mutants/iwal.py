"""Lies about importance weighting and hierarchical sampling."""

from tests.mutants import Mutant

IWAL = "tests/learners/test_iwal.py"
CLUSTERS = "tests/learners/test_hierarchical_sampling.py"
FALLS = IWAL + "::test_the_query_probability_falls_and_solves_its_equation"

MUTANTS = (
    Mutant(
        "altheory/learners/_query_probability.py",
        ".sqrt()) / (2 * evidence)",
        ".sqrt()) / 2 * evidence",
        "the query probability grows with the evidence",
        FALLS,
        fast=True,
    ),
    Mutant(
        "altheory/learners/_query_probability.py",
        "gap + (c1 - 1) * root + (C2 - 1) * b",
        "gap",
        "the equation lost its constant terms, so the probability jumps at the threshold",
        IWAL + "::test_the_query_probability_has_no_jump_at_the_threshold",
    ),
    Mutant(
        "altheory/learners/_weighted.py",
        "return int(PARTS / p)",
        "return PARTS",
        "labels bought by a coin count once",
        IWAL + "::test_the_coin_has_the_probability",
    ),
    Mutant(
        "altheory/learners/_weighted.py",
        "return int(PARTS / p)",
        "return -int(-PARTS // p)",
        "weights are rounded up, so that probabilities are rounded down",
        IWAL + "::test_probabilities_are_rounded_up_to_parts_of_a_weight",
    ),
    Mutant(
        "altheory/learners/_weighted.py",
        "bisect_left(jumps, hi)",
        "bisect_right(jumps, hi)",
        "the least error counts a cut that was ruled out",
        IWAL + "::test_cuts_that_were_ruled_out_do_not_count",
    ),
    Mutant(
        "altheory/learners/iwal.py",
        "wrong = sum(weight for",
        "wrong = sum(1 for",
        "errors are counted without their weights",
        IWAL + "::test_weighted_errors_are_unbiased_on_every_path",
    ),
    Mutant(
        "altheory/learners/iwal.py",
        "if _drawn(coin, weight) >= PARTS",
        "if _drawn(coin, weight) > PARTS",
        "the coin falls on ask a little too often",
        IWAL + "::test_the_coin_has_the_probability",
    ),
    Mutant(
        "altheory/learners/_weighted_slack.py",
        "rivals * t * (t + 1) / delta",
        "Fraction(rivals) / delta",
        "no union over times",
        IWAL + "::test_the_slack_by_its_formula",
    ),
    Mutant(
        "altheory/learners/iwal.py",
        'Fraction(1) if self.rule == "loss-weighting" else 1 / self.p_min',
        "Fraction(1)",
        "the gap rule promises as if weights canceled",
        IWAL + "::test_the_slack_by_its_formula",
    ),
    Mutant(
        "altheory/learners/iwal.py",
        "max(least) - min(least)",
        "min(least)",
        "the gap is the error itself",
        IWAL + "::test_the_gap_is_what_the_other_label_costs",
    ),
    Mutant(
        "altheory/learners/_cluster_tree.py",
        "low, high = k - 1, size - (n - k)",
        "low, high = k, size - (n - k)",
        "a node has one more of a label than was seen",
        CLUSTERS + "::test_the_lower_bound_by_its_definition",
    ),
    Mutant(
        "altheory/learners/_cluster_tree.py",
        "else every - found",
        "else found",
        "the wrong tail",
        CLUSTERS + "::test_the_lower_bound_by_its_definition",
    ),
    Mutant(
        "altheory/learners/hierarchical_sampling.py",
        "/ (2 * max(len(self.pool) - 1, 1))",
        "/ 2",
        "no union over nodes",
        CLUSTERS + "::test_levels_of_all_bounds_add_up_to_less_than_delta",
    ),
    Mutant(
        "altheory/learners/hierarchical_sampling.py",
        "self.tree.path(leaf, node)",
        "self.tree.path(leaf, self.tree.root)",
        "nodes that were left go on counting labels that were chosen",
        CLUSTERS + "::test_a_label_counts_up_to_the_node_drawn_from",
    ),
    Mutant(
        "altheory/learners/hierarchical_sampling.py",
        "- others - silent",
        "- others",
        "silence counts twice",
        CLUSTERS + "::test_silence_counts_once_beside_a_bound",
    ),
    Mutant(
        "altheory/learners/hierarchical_sampling.py",
        "bool(parts) and own[v][0] < size",
        "bool(parts)",
        "a node without an admissible label is left for its children",
        CLUSTERS + "::test_a_node_is_left_for_its_children_once_they_look_better",
    ),
)
