import csv
import io

import pytest

from altheory.errors import DomainError
from altheory.plot.table import Table

TABLE = Table(("name", "x", "n"), (("a, b", 0.1 + 0.2, 1), ('"', 1e-6, None)))


def test_json_reads_back_with_its_types():
    assert Table.from_json(TABLE.to_json()) == TABLE


def test_csv_keeps_every_bit_of_a_float():
    read = list(csv.DictReader(io.StringIO(TABLE.to_csv())))
    assert [float(row["x"]) for row in read] == list(TABLE.column("x"))
    assert [row["name"] for row in read] == ["a, b", '"']
    assert read[1]["n"] == ""


def test_the_digest_sees_the_last_bit():
    nudged = Table(TABLE.columns, (("a, b", 0.3, 1), TABLE.rows[1]))
    assert nudged.digest != TABLE.digest


def test_records_and_columns_agree():
    assert Table.of(TABLE.records) == TABLE


def test_a_ragged_row_is_refused():
    with pytest.raises(DomainError, match="a row has 2 values"):
        Table(("a", "b"), ((1,),))


def test_an_unknown_column_is_refused():
    with pytest.raises(DomainError, match="got 'y'"):
        TABLE.column("y")


def test_no_rows_have_no_columns():
    with pytest.raises(DomainError, match="at least one row"):
        Table.of([])
