"""Lies about the figures of graphs, and about how a graph is drawn."""

from tests.mutants import Mutant

NODES = "tests/plot/test_node_values.py"
RINGS = "tests/figures/test_fig14_two_rings.py"
SPIKES = "tests/figures/test_fig15_spikes.py"
AHEAD = "tests/figures/test_fig16_look_ahead.py"

MUTANTS = (
    Mutant(
        "altheory/plot/node_values.py",
        "once = edges.row < edges.col",
        "once = edges.row > 0",
        "edges are drawn twice",
        NODES + "::test_each_edge_is_drawn_once_and_is_the_wider_the_more_it_weighs",
    ),
    Mutant(
        "altheory/plot/node_values.py",
        "(free - set(wrong), THIN), (free & set(wrong), THICK)",
        "(free - set(wrong), THICK), (free & set(wrong), THIN)",
        "what is right has the thick rim",
        NODES + "::test_a_wrong_node_has_a_thick_black_rim",
    ),
    Mutant(
        "figures/fig14_two_rings.py",
        "np.where(cut.forced, (cut.labels + 1) / 2, 0.5)",
        "np.where(cut.forced, (cut.labels + 0) / 2, 0.5)",
        "a minimum cut forgets its positive side",
        RINGS + "::test_the_cut_severs_no_more_than_the_true_one",
    ),
    Mutant(
        "figures/fig15_spikes.py",
        "rest = f[~labeled]",
        "rest = f",
        "labeled nodes count as unlabeled",
        SPIKES + "::test_shares_are_those_of_a_dense_solver",
    ),
    Mutant(
        "figures/fig16_look_ahead.py",
        "return lookahead(weights, labeled, values, exact=True).best",
        "return uncertainty_sampling(weights, labeled, values).best",
        "look-ahead does not look ahead",
        AHEAD + "::test_each_question_is_the_best_by_definition",
    ),
)
