"""Lies about ``altheory.plot``."""

from tests.mutants import Mutant

TABLE = "tests/plot/test_table.py"
SERIES = "tests/plot/test_series.py"
SPACE = "tests/plot/test_version_space.py"
REFINEMENT = "tests/plot/test_refinement.py"

MUTANTS = (
    Mutant(
        "altheory/plot/table.py",
        "if len(row) != len(self.columns):",
        "if len(row) > len(self.columns):",
        "rows may be short",
        TABLE + "::test_a_ragged_row_is_refused",
        fast=True,
    ),
    Mutant(
        "altheory/plot/table.py",
        "if name not in self.columns:",
        "if False:",
        "an unknown column is a bare error",
        TABLE + "::test_an_unknown_column_is_refused",
    ),
    Mutant(
        "altheory/plot/series.py",
        "if len(lengths) != 1 or",
        "if False or",
        "series may miss a value",
        SERIES + "::test_a_series_with_a_missing_value_is_refused",
    ),
    Mutant(
        "altheory/plot/refinement.py",
        "(d, bottom), (c, bottom)]",
        "(d, bottom), (a, bottom)]",
        "a funnel keeps its width",
        REFINEMENT + "::test_levels_count_labels_downward_and_funnels_join_them",
    ),
    Mutant(
        "altheory/plot/refinement.py",
        "ylim=(len(spaces) - 0.5, -0.5)",
        "ylim=(-0.5, len(spaces) - 0.5)",
        "levels count upward",
        REFINEMENT + "::test_levels_count_labels_downward_and_funnels_join_them",
    ),
    Mutant(
        "altheory/plot/query_tree.py",
        "_placed(part, depth + 1, places) for part in parts)",
        "_placed(part, depth + 1, places) for part in reversed(parts))",
        "the answer + leads to the left",
        "tests/plot/test_query_tree.py::test_the_answer_plus_leads_to_the_right",
    ),
    Mutant(
        "altheory/plot/star.py",
        "members = [found.center, *found.neighbors]",
        "members = [*found.neighbors, found.center]",
        "a neighbor in the middle",
        "tests/plot/test_star.py::test_neighbors_differ_from_the_middle_at_one_point_each",
    ),
    Mutant(
        "altheory/plot/sphere.py",
        "(seen[:, 2] >= 0) == visible",
        "(seen[:, 2] >= -1) == visible",
        "what lies behind the sphere is drawn as if it were in front",
        "tests/plot/test_sphere.py::test_what_is_behind_is_faint",
    ),
    Mutant(
        "altheory/plot/sphere_chart.py",
        "way = 1 if outward @ halfway > 0 else -1",
        "way = 1",
        "signs of sides stand inside the polygon",
        "tests/plot/test_sphere_chart.py::test_signs_of_sides_stand_outside",
    ),
    Mutant(
        "altheory/plot/learning_curve.py",
        'drawn = {name: series[f"difference, {name}"] for name in said}',
        'drawn = {name: series[f"accuracy, {name}"] for name in said}',
        "accuracies are drawn as differences",
        "tests/plot/test_learning_curve.py::test_differences_are_paired_and_lie_in_their_bands",
    ),
)
