"""The row on membership: everybody decides the same instances, and errors are counted."""

import numpy as np

from altheory.bench.rows.sphere_membership import (
    FEW,
    FEWER,
    accuracy,
    by_least_squares,
    by_programs,
    exact,
    problem,
)


def test_all_contenders_agree():
    found, each = exact(3)
    assert each > 0
    assert (by_least_squares(3)[0] == found[:FEW]).all()
    assert (by_programs(3)[0] == found[:FEWER]).all()


def test_errors_are_counted():
    space, _, queries = problem(3)
    found = space.disagreement().contains(queries)
    assert " 0 of 10 wrong" in accuracy(3, (found, 1.0))
    assert "10 of 10 wrong" in accuracy(3, (~found, 1.0))
    assert accuracy(3, (np.zeros(10, dtype=bool), 1.0)).endswith("0% in doubt")
