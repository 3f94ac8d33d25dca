"""Lies about look-ahead, designs and shortest-path queries on graphs."""

from tests.mutants import Mutant

AHEAD = "tests/graphs/test_look_ahead.py"
SCORES = "tests/graphs/test_node_scores.py"
PATHS = "tests/graphs/test_shortest_path_queries.py"
PASSES = "tests/graphs/test_dense_passes.py"
SMALL = AHEAD + "::test_every_graph_on_three_nodes"
ANSWERS = AHEAD + "::test_after_every_answer_it_is_that_of_refitting"

MUTANTS = (
    Mutant(
        "altheory/graphs/_gains.py",
        "2 * (1 - one) * falls + 2 * one * rises",
        "2 * one * falls + 2 * (1 - one) * rises",
        "the chances of the two answers exchanged",
        AHEAD + "::test_a_path_is_eliminated_in_order_and_a_dense_graph_is_not",
    ),
    Mutant(
        "altheory/graphs/_gains.py",
        "np.maximum(most, lead + x)",
        "np.maximum(0.0, lead + x)",
        "only the class of the answer overtakes",
        AHEAD + "::test_an_answer_may_help_a_third_class",
    ),
    Mutant(
        "altheory/graphs/look_ahead.py",
        "moved = np.clip(self.f + share[:, None] * step, 0.0, 1.0)",
        "moved = self.f",
        "an answer moves nothing",
        ANSWERS,
    ),
    Mutant(
        "altheory/graphs/look_ahead.py",
        "return now + gained, (off + rounding)",
        "return now + gained, 0.0 * (off + rounding)",
        "floats have no error",
        ANSWERS,
    ),
    Mutant(
        "altheory/graphs/look_ahead.py",
        "return self.state.unlabeled - self.expected_confidence",
        "return len(self.nodes) - self.expected_confidence",
        "only candidates can be labeled wrongly",
        AHEAD + "::test_candidates_have_the_scores_they_have_among_all",
    ),
    Mutant(
        "altheory/graphs/_exact_look_ahead.py",
        "total += f[k, c] * sum(",
        "total += _rational(0.5) * sum(",
        "both answers alike",
        SMALL,
    ),
    Mutant(
        "altheory/graphs/_ranked.py",
        ">= -2 * error_bound",
        ">= -0 * error_bound",
        "rounding decides between ties",
        SCORES + "::test_fractions_are_ranked_exactly",
    ),
    Mutant(
        "altheory/graphs/_dense_loops.py",
        "to = columns[i, column] / other[column], i - 1 if i > row else i",
        "to = columns[i, column] / other[column], i - 1 if i > row + 1 else i",
        "the row after the labeled node is lost",
        PASSES + "::test_a_node_less",
    ),
    Mutant(
        "altheory/graphs/_dense_blocks.py",
        "((above >= 0, down), (above < 0, up))",
        "((above > 0, down), (above < 0, up))",
        "nodes at 1/2 never cross",
        PASSES + "::test_crossings",
    ),
    Mutant(
        "altheory/graphs/_green.py",
        "self.residuals + np.abs(shares) * self.residuals[column]",
        "0 * self.residuals",
        "errors are forgotten with every answer",
        AHEAD + "::test_errors_only_add_up",
    ),
    Mutant(
        "altheory/graphs/optimality.py",
        "reach**2, off * green.reach",
        "reach, off * green.reach",
        "the variance of the sum is its deviation",
        SCORES + "::test_reductions_are_differences_of_variances",
    ),
    Mutant(
        "altheory/graphs/shortest_path_queries.py",
        "edges.row[~crosses], edges.col[~crosses]",
        "edges.row, edges.col",
        "known cut edges stay",
        PATHS + "::test_the_path_is_a_shortest_one_and_the_cut_is_what_is_known",
    ),
    Mutant(
        "altheory/graphs/shortest_path_queries.py",
        "path[len(path) // 2] if path",
        "path[1] if path",
        "node after node instead of bisection",
        PATHS + "::test_on_a_path_it_is_binary_search",
    ),
)
