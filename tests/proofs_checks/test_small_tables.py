"""The small tables of the claims are those of the package."""

from fractions import Fraction

from altheory.play.hierarchy import Hierarchy
from altheory.play.k_anonymity import KAnonymity
from proofs_checks._minimal_nodes import FOUR, lowest, minimal
from proofs_checks._small_tables import NODES, cases, cases_of

JOINED = ({0: "0 or 1", 1: "0 or 1", 2: "2"},)
COLUMNS = (Hierarchy("first", JOINED), Hierarchy("second", JOINED))


def test_classes_and_losses_are_those_of_the_package():
    for case in (*cases_of(FOUR), *cases(3)[::4]):
        problem = KAnonymity(case.table, COLUMNS, case.k)
        assert {*problem.decisions()} == {*case.anonymous}
        assert list(problem.minimal()) == minimal(case.anonymous)
        for node in NODES:
            sizes = problem.class_sizes(node).values()
            assert case.small[node] == sum(size for size in sizes if size < case.k)
            unit = 2 * len(case.table)
            assert problem.costs(node) == tuple(Fraction(c, unit) for c in case.costs[node])


def test_all_multisets_of_rows_are_there():
    assert len(cases(2)) == 45
    assert len(cases(3)) == 2 * 165


def test_the_lowest_nodes_are_some_of_the_minimal_ones():
    two = next(cases_of(FOUR))
    assert two.k == 2
    assert minimal(two.anonymous) == [(0, 2), (1, 0)]
    assert lowest(two.anonymous) == [(1, 0)]
