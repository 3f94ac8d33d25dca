"""Lies about ``altheory.testing``."""

from tests.mutants import Mutant

STRATEGIES = "tests/testing/test_strategies.py"
LAWS = "tests/testing/test_laws.py"
THRESHOLDS = "tests/hypotheses/test_thresholds.py"

MUTANTS = (
    Mutant(
        "altheory/testing/strategies.py",
        "edges | {math.nextafter(x, way) for x in edges for way in (-math.inf, math.inf)}",
        "edges",
        "no neighbors of the neighbors",
        STRATEGIES + "::test_reaches[floats: below below]",
        fast=True,
    ),
    Mutant(
        "altheory/testing/strategies.py",
        "return tuple(cuts[: len(cuts) // 2 * 2])",
        "return tuple(cuts[: len(cuts) // 4 * 4])",
        "no odd number of pieces",
        STRATEGIES + "::test_shrinks[unions]",
    ),
    Mutant(
        "altheory/testing/strategies.py",
        "(0, *(1 << i for i in range(n_points)))",
        "tuple(1 << i for i in range(n_points))",
        "a star without its center",
        STRATEGIES + "::test_families_are_what_they_are_called",
    ),
    Mutant(
        "altheory/testing/strategies.py",
        "return [(x, target(x)) for x in xs]",
        "return [(x, -target(x)) for x in xs]",
        "prefixes may contradict the class",
        STRATEGIES + "::test_prefixes_are_realizable",
    ),
    Mutant(
        "altheory/testing/laws/learners.py",
        "assert all(target(x) in state",
        "all(target(x) in state",
        "a law without teeth",
        LAWS + "::test_removing_the_target_is_caught",
    ),
    Mutant(
        "altheory/testing/laws/version_spaces.py",
        "fold(space, sample[::-1]), xs)",
        "fold(space, sample), xs)",
        "one order of labels is compared with itself",
        LAWS + "::test_a_forgetful_version_space_is_caught",
    ),
    Mutant(
        "altheory/testing/laws/version_spaces.py",
        "[(place[x], y) for x, y in sample])",
        "[])",
        "the reference hears no label",
        THRESHOLDS + "::test_every_labeling_of_a_grid_in_every_order",
    ),
    Mutant(
        "altheory/testing/adversary.py",
        "value > best.score:",
        "value < best.score:",
        "the best instance passes for the worst",
        "tests/testing/test_adversary.py"
        "::test_streams_of_all_points_make_cal_ask_as_often_as_it_can",
    ),
)
