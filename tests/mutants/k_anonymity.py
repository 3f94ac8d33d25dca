"""Lies about anonymous tables: about who is counted, what is lost, and which classes suffice."""

from tests.mutants import Mutant

LATTICE = "tests/play/test_k_anonymity.py"
STARS = "tests/play/test_matching_reduction.py"
PROBLEM = "altheory/play/k_anonymity.py"

MUTANTS = (
    Mutant(
        PROBLEM,
        "self.class_sizes(levels).values() if size < self.k)",
        "self.class_sizes(levels).values() if size < self.k - 1)",
        "classes of k - 1 rows are large enough",
        LATTICE + "::test_the_best_node_depends_on_the_preference",
    ),
    Mutant(
        PROBLEM,
        "rank = [node for node in below if self.is_feasible(node)]",
        "rank = [node for node in below if self.is_feasible(node)][:1]",
        "one node of each rank is followed",
        LATTICE + "::test_decisions_are_the_anonymous_nodes_in_rising_order",
    ),
    Mutant(
        PROBLEM,
        "if sizes[row] >= self.k)",
        "if sizes[row] >= 1)",
        "rows in small classes are published",
        LATTICE + "::test_what_is_published",
    ),
    Mutant(
        "altheory/play/hierarchy.py",
        "sum(sizes[name] - 1 for name in rows)",
        "sum(sizes[name] - 1 for name in sizes)",
        "a loss is averaged over values and not over rows",
        LATTICE + "::test_costs_count_the_values_that_share_a_name",
    ),
    Mutant(
        "altheory/play/hierarchy.py",
        "in range(1, hierarchy.top - 1):",
        "in range(2, hierarchy.top - 1):",
        "levels may cross",
        LATTICE + "::test_what_is_refused",
    ),
    Mutant(
        "altheory/play/suppression.py",
        "range(k, min(2 * k, len(left) + 1))",
        "range(k, min(k + 1, len(left) + 1))",
        "all classes have k rows",
        STARS + "::test_a_suppression_is_what_it_says",
    ),
    Mutant(
        "altheory/play/matching_reduction.py",
        "tuple(0 if v in edge else v + 1 for edge in self.edges)",
        "tuple(0 if v in edge else 1 for edge in self.edges)",
        "vertices outside of a hyperedge share a value",
        STARS + "::test_transversals_of_latin_squares_of_order_four",
    ),
)
