from fractions import Fraction
from typing import Any

import pytest

from altheory.bounds._uniform import uniform
from altheory.learners._look import due_after
from figures.fig07_a2 import BOUND, CELLS, DELTA, NARROW, SOUND, TARGET, THRESHOLDS, run
from figures.plate import plate

NAME = "fig07_a2"


@pytest.fixture
def panels(data):
    """The rows of each panel, by learner and round."""
    found: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for row in data(NAME).records:
        found.setdefault((row["bounds"], row["round"]), []).append(row)
    return found


def test_each_learner_has_three_panels_that_shrink(panels):
    for name in (SOUND, NARROW):
        cuts = [{row["cut"] for row in panels[name, i]} for i in (1, 2, 3)]
        assert cuts[0] == {k / CELLS for k in range(CELLS + 1)}
        assert cuts[0] > cuts[1] > cuts[2]


def test_those_who_begin_the_next_round_are_those_below_the_least_upper_bound(panels):
    for name in (SOUND, NARROW):
        for i in (1, 2):
            bar = min(row["upper"] for row in panels[name, i])
            stay = {row["cut"] for row in panels[name, i] if row["lower"] <= bar}
            assert stay == {row["cut"] for row in panels[name, i + 1]}


def test_the_bars_are_the_theorem_s(panels):
    bound, looks = uniform(BOUND, THRESHOLDS), 0
    for i in (1, 2, 3):
        n = panels[SOUND, i][0]["labels"]
        size = 0
        while size < n:
            size, looks = due_after(size), looks + 1
        assert size == n
        for row in panels[SOUND, i]:
            k, delta = round(row["error"] * n), DELTA / (looks * (looks + 1))
            assert Fraction(row["lower"]) == Fraction(float(bound.lower(k, n, delta)))
            assert Fraction(row["upper"]) == Fraction(float(bound.upper(k, n, delta)))


def test_the_theorem_keeps_the_best_and_the_other_loses_it(panels):
    assert all(row["best"] for i in (1, 2, 3) for row in panels[SOUND, i])
    assert TARGET / CELLS in {row["cut"] for row in panels[NARROW, 2]}
    assert TARGET / CELLS not in {row["cut"] for row in panels[NARROW, 3]}


def test_a_run_is_its_number(panels):
    first = panels[SOUND, 1][0]
    again = run(uniform(BOUND, THRESHOLDS), first["run"])
    assert {"bounds": SOUND, **next(r for r in again if r["labels"] == first["labels"])} == first


def test_the_alternative_text_says_who_is_lost(data):
    said = plate(NAME).alt(data(NAME))
    assert said.count("stays") == 4
    assert said.count("is lost") == 2
