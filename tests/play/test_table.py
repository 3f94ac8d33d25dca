"""A table is the problem that it lists."""

from hypothesis import given

from altheory.play.table import tabulated
from tests.play.cases import PROBLEMS


@given(PROBLEMS)
def test_a_table_is_the_problem(problem):
    table = tabulated(problem)
    assert list(table.decisions()) == list(problem.decisions())
    assert (table.criteria, table.start()) == (problem.criteria, problem.start())
    for d in problem.decisions():
        assert table.costs(d) == problem.costs(d)
        assert table.neighbors(d) == problem.neighbors(d)
