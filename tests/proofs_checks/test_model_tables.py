"""The information of small tables, by sums over their joint law in floats."""

from math import isclose, log

import pytest

from proofs_checks._model_tables import (
    CLOSE,
    UNSURE,
    consensus,
    few,
    information,
    mean_entropy,
    tables,
)


def test_how_many_tables_there_are():
    assert len(list(tables(2, 2, 4))) == 15
    assert len(list(tables(3, 3, 2))) == 56
    assert len(list(few())) == 27


@pytest.mark.parametrize("table", list(few()))
def test_information_is_the_sum_over_the_joint_law(table):
    label = [sum(column) / len(table) for column in zip(*table, strict=True)]
    assert list(consensus(table)) == label
    cells = ((p, q) for row in table for p, q in zip(row, label, strict=True) if p)
    total = sum(float(p) / len(table) * log(p / q) for p, q in cells)
    assert isclose(float(information(table).nats), total, abs_tol=1e-14)


def test_special_tables():
    assert information(UNSURE).sign == 0
    assert isclose(float(mean_entropy(UNSURE).nats), log(3))
    assert 0.0002 < float(information(CLOSE).nats) < 0.00021
