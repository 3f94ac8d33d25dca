"""Lies about the classifiers in ``altheory.graphs.estimators``, and about cuts of many classes."""

from tests.mutants import Mutant

CLASSIFIERS = "tests/graphs/estimators/test_classifiers.py"
LABELS = "tests/graphs/estimators/test_labels.py"
AFFINITY = "tests/graphs/estimators/test_affinity.py"
PARTS = "tests/graphs/estimators/test_labeled_parts.py"
CUTS = "tests/graphs/test_isolating_cuts.py"

MUTANTS = (
    Mutant(
        "altheory/graphs/estimators/_graph_classifier.py",
        "- rows <= 2 * bound",
        "- rows <= 0 * bound",
        "rounding decides between classes",
        CLASSIFIERS + "::test_rounding_decides_no_tie",
    ),
    Mutant(
        "altheory/graphs/_neighborhoods.py",
        "int(power) + self.points.exponent",
        "int(power)",
        "the bandwidth is that of scaled points",
        AFFINITY + "::test_new_points_have_the_bandwidth_of_the_graph_if_one_edge_is_long",
    ),
    Mutant(
        "altheory/graphs/estimators/_labels.py",
        "if (y == str(missing)).any():",
        "if False:",
        "a missing label that became text is a class",
        LABELS + "::test_labels_that_are_none",
    ),
    Mutant(
        "altheory/graphs/_affinity.py",
        "np.array(a or b, dtype=np.intp)",
        "np.array(b, dtype=np.intp)",
        "points of the graph count as new",
        CLASSIFIERS + "::test_points_of_the_graph_are_predicted_as_they_were_labeled",
    ),
    Mutant(
        "altheory/graphs/_affinity.py",
        "sigma.of(lengths + least, exponent)",
        "sigma.of(lengths - least, exponent)",
        "weights of lengths beyond the least",
        AFFINITY + "::test_new_points_against_the_formula",
    ),
    Mutant(
        "altheory/graphs/estimators/_graph_classifier.py",
        "rows[~reached] = np.nan",
        "del reached",
        "a cut labels what no label reaches",
        CLASSIFIERS + "::test_components_without_a_label_are_named_or_left",
    ),
    Mutant(
        "altheory/graphs/estimators/_labeled_parts.py",
        "return Part(nodes, inherited)",
        "return Part(nodes, np.full(len(inherited), 1 / len(inherited)))",
        "a side without labels is anything",
        PARTS + "::test_labels_do_not_move_a_cut_and_a_side_without_takes_those_of_all",
    ),
    Mutant(
        "altheory/graphs/isolating_cuts.py",
        "min_cut(graph, nodes[classes == c], nodes[classes != c])",
        "min_cut(graph, nodes[classes == c], nodes[classes == (c + 1) % (classes.max() + 1)])",
        "a class is isolated from one other alone",
        CUTS + "::test_against_all_labelings",
    ),
)
