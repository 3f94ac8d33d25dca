"""The row on minimum cuts: what rounded weights miss is counted."""

from altheory.bench.rows.min_cut import ROW, accuracy, contenders, exact, value_alone
from altheory.graphs._max_flow import scipy_solver

POINTS = 400


def test_a_solver_alone_falls_short_of_the_exact_value():
    found, value = exact(POINTS), value_alone(POINTS, scipy_solver())
    assert 0 < found.value - value < found.value / 1000
    assert accuracy(POINTS, found).startswith("exact; minimum cut of weight")
    assert accuracy(POINTS, value).startswith("too small by ")


def test_altheory_comes_first():
    assert next(c.name for c in contenders()) == "altheory"
    assert "SciPy alone" in [c.name for c in ROW.contenders()]
