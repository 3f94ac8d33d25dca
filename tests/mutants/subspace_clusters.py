"""Lies about clusters of subspaces, and about what answers on them imply."""

from tests.mutants import Mutant

CLUSTERS = "tests/play/test_subspace_clusters.py"
FEEDBACK = "tests/play/test_cluster_feedback.py"
LABELS = "tests/play/test_monotone_labels.py"

MUTANTS = (
    Mutant(
        "altheory/play/subspace_clusters.py",
        'side="right"',
        'side="left"',
        "a cut belongs to the cell on its left",
        CLUSTERS + "::test_a_cut_belongs_to_its_right_and_is_decided_exactly",
    ),
    Mutant(
        "altheory/play/subspace_clusters.py",
        "ceil_float(cut)",
        "float(cut)",
        "cuts are rounded to the nearest float",
        CLUSTERS + "::test_a_cut_belongs_to_its_right_and_is_decided_exactly",
    ),
    Mutant(
        "altheory/play/_dense_cells.py",
        "counts >= least",
        "counts > least",
        "a dense cell needs one point more",
        CLUSTERS + "::test_they_are_the_components_of_the_dense_cells_of_every_subspace",
    ),
    Mutant(
        "altheory/play/_dense_cells.py",
        "== 1) & (rest[a] == rest[b]).all(axis=1)",
        "<= 1) & (abs(rest[a] - rest[b]) <= 1).all(axis=1)",
        "cells that share a corner hang together",
        CLUSTERS + "::test_cells_that_share_only_a_corner_are_apart",
    ),
    Mutant(
        "altheory/play/_dense_cells.py",
        "for j in known if j > a[-1]",
        "for j in known if j == a[-1] + 1",
        "subspaces are of consecutive axes only",
        CLUSTERS + "::test_no_cell_may_be_dense_and_one_point_is_enough",
    ),
    Mutant(
        "altheory/play/monotone_labels.py",
        "(self.below[:, x] if y > 0 else self.below[x]) &",
        "(self.below[x] if y > 0 else self.below[:, x]) &",
        "answers imply labels around positive and inside negative clusters",
        LABELS + "::test_labels_are_those_of_all_monotone_labelings_that_agree",
    ),
    Mutant(
        "altheory/play/monotone_labels.py",
        "np.minimum(positive, negative)",
        "np.maximum(positive, negative)",
        "the more telling answer decides what is asked",
        LABELS + "::test_the_question_tells_most_at_least",
    ),
    Mutant(
        "altheory/play/homogeneity.py",
        "if (g := self.groups[i]) is not None",
        "if (g := self.groups[i]) is not Ellipsis",
        "points of no group are a group",
        FEEDBACK + "::test_strangers_are_counted_and_never_more_in_a_part",
    ),
    Mutant(
        "altheory/play/homogeneity.py",
        "set(truth.friends(cluster)) - taken",
        "set(truth.friends(cluster))",
        "points that several clusters hold are right as often",
        FEEDBACK + "::test_points_are_grouped_once",
    ),
    Mutant(
        "altheory/play/cluster_feedback.py",
        "(size[below[:, i]] <= size[i])",
        "(size[below[i]] <= size[i])",
        "unguided are the clusters in no cluster of more axes",
        FEEDBACK + "::test_unguided_takes_what_holds_no_cluster_of_more_axes",
    ),
    Mutant(
        "altheory/plot/signed_boxes.py",
        '"white" if is_asked else shade',
        '"white" if sign > 0 else shade',
        "signs are white where the label is positive",
        "tests/plot/test_signed_boxes.py::test_boxes_are_filled_and_the_middle_one_signed",
    ),
    Mutant(
        "figures/fig25_agents.py",
        "(BAR if row[k] is None else (row[k],",
        "(BAR if row[k] is not None else (row[k],",
        "cells are drawn as bars and clusters of one axis as cells",
        "tests/figures/test_fig25_agents.py::test_cells_are_drawn_where_they_are",
    ),
)
