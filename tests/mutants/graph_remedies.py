"""Lies about what graphs refuse, and about what they say."""

from tests.mutants import Mutant

NEIGHBORS = "tests/graphs/test_neighbors.py"
REMEDIES = "tests/graphs/test_remedies.py"
CHECKABLE = "tests/graphs/test_checkable.py"

MUTANTS = (
    Mutant(
        "altheory/graphs/_neighborhoods.py",
        "component[self.one[lost]] != component[self.other[lost]]",
        "component[self.one[lost]] == component[self.other[lost]]",
        "points may hang by weights below any float",
        NEIGHBORS
        + "::test_points_too_far_apart_for_a_weight_are_refused_if_nothing_else_joins_them",
    ),
    Mutant(
        "altheory/graphs/neighbors.py",
        "np.asarray(np.ldexp(points.xs, points.exponent))",
        "np.asarray(np.ldexp(points.xs, 0))",
        "new points and old ones are scaled apart",
        NEIGHBORS + "::test_weights_of_new_points_are_those_that_the_graph_would_have",
    ),
    Mutant(
        "altheory/graphs/class_mass.py",
        "lost = (shares == 0) & labels.any(axis=0)",
        "lost = (shares == 0) & labels.all(axis=0)",
        "a class with a label may have no share",
        REMEDIES + "::test_the_way_out_is_named",
    ),
    Mutant(
        "altheory/graphs/harmonic_solution.py",
        "    _require_solvable(W, labeled, partly=partly)\n    graph, ties",
        "    graph, ties",
        "weights become rationals before they are refused",
        REMEDIES + "::test_exact_refusals_come_before_the_work",
    ),
    Mutant(
        "altheory/graphs/_checkable.py",
        "+ per_edge * graph.edges + AROUND",
        "+ per_edge * graph.edges",
        "parts that every certificate has do not count",
        CHECKABLE + "::test_the_largest_graph",
    ),
    Mutant(
        "altheory/graphs/estimators/_labels.py",
        "(labels == 1).all()",
        "(labels == 1).any()",
        "any class beside another may be the only one",
        "tests/graphs/estimators/test_labels.py::test_every_kind_of_label",
    ),
)
