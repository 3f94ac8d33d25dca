"""Lies about ``altheory.spaces``."""

from tests.mutants import Mutant

LINE = "tests/spaces/test_line.py"
LINE_LAWS = "tests/spaces/test_line_laws.py"
FINITE = "tests/spaces/test_finite.py"
BOXES = "tests/spaces/test_boxes.py"
BOX_LAWS = "tests/spaces/test_box_laws.py"

MUTANTS = (
    Mutant(
        "altheory/spaces/cuts.py",
        "float_above(a) if s else ceil_float(a)",
        "float(a)",
        "the batch rounds to the nearest float",
        LINE + "::test_a_batch_sees_the_same_ends",
        fast=True,
    ),
    Mutant(
        "altheory/spaces/cuts.py",
        'side="right") % 2',
        'side="left") % 2',
        "a float on an edge counts as before it",
        LINE + "::test_a_float_end_splits_the_floats_between_itself_and_its_neighbors",
    ),
    Mutant(
        "altheory/spaces/line.py",
        "return holds_after(self.cuts, before(x))",
        "return holds_after(self.cuts, after(x))",
        "open and closed ends are swapped",
        LINE + "::test_ends_are_open_or_closed_as_they_say",
    ),
    Mutant(
        "altheory/spaces/line.py",
        "cls.from_cuts(before(lo), after(hi))",
        "cls.from_cuts(before(lo), before(hi))",
        "a closed interval is open on the right",
        LINE + "::test_intervals_that_touch_become_one",
    ),
    Mutant(
        "altheory/spaces/line.py",
        "lambda a, b: a and not b",
        "lambda a, b: a != b",
        "a difference is symmetric",
        LINE + "::test_laws_hold_at_every_cut_and_beside_it",
    ),
    Mutant(
        "altheory/spaces/line_laws.py",
        "cell = bisect_left(totals, u)",
        "cell = min(bisect_right(totals, u), len(totals) - 1)",
        "a quantile skips a plateau",
        LINE_LAWS + "::test_a_quantile_is_where_the_distribution_function_passes",
    ),
    Mutant(
        "altheory/spaces/line_laws.py",
        "if self.cdf(_float_of_bits(mid)) >= u:",
        "if self.cdf(_float_of_bits(mid)) > u:",
        "a quantile passes its level",
        LINE_LAWS + "::test_a_quantile_by_bisection_is_the_least_float",
    ),
    Mutant(
        "altheory/spaces/line_laws.py",
        "if side or self.left_limit is None",
        "if True",
        "atoms have no mass",
        LINE_LAWS + "::test_atoms_have_mass",
    ),
    Mutant(
        "altheory/spaces/finite.py",
        "self.mask & ~other.mask",
        "self.mask ^ other.mask",
        "a difference is symmetric",
        FINITE + "::test_regions_are_sets",
    ),
    Mutant(
        "altheory/spaces/finite.py",
        "if not given or min(given) < 0 or total == 0:",
        "if not given or total == 0:",
        "weights may be negative",
        FINITE + "::test_refusals",
    ),
    Mutant(
        "altheory/spaces/boxes.py",
        "edges = np.array([float_above(a) if s else ceil_float(a) for a, s in axis])",
        "edges = np.array([float(a) for a, s in axis])",
        "the batch rounds the cuts of an axis",
        BOXES + "::test_a_batch_sees_the_same_ends",
    ),
    Mutant(
        "altheory/spaces/boxes.py",
        "if needed)",
        "if True)",
        "needless cuts are listed",
        BOXES + "::test_needless_cuts_are_dropped",
    ),
    Mutant(
        "altheory/spaces/boxes.py",
        "places = [[0, *(bisect_right(axis, cut) for cut in finer)]",
        "places = [[0, *(bisect_left(axis, cut) for cut in finer)]",
        "a finer cell lies in the cell before it",
        BOXES + "::test_laws_hold_at_every_cut_and_beside_it",
    ),
    Mutant(
        "altheory/spaces/box_laws.py",
        "if u < total)",
        "if u > 0)",
        "every draw falls on the first box",
        BOX_LAWS + "::test_draws_fall_on_each_box_by_its_volume",
    ),
    Mutant(
        "altheory/spaces/margin_band.py",
        "(d - 2) // 2",
        "(d - 1) // 2",
        "projections of the sphere of another dimension",
        "tests/spaces/test_margin_band.py::test_differences_beyond_a_band_by_elementary_integrals",
    ),
    Mutant(
        "altheory/spaces/margin_band.py",
        "<= p * p * size",
        "< p * p * size",
        "a band without its edge",
        "tests/spaces/test_margin_band.py::test_an_instance_exactly_on_the_edge_is_inside",
    ),
)
