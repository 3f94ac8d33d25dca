"""The small graphs of the claims: how many there are, and known solutions."""

from math import prod

import flint
import pytest

from proofs_checks._label_graphs import Case, cases, energy, gain, graphs, inverse, solution
from proofs_checks._look_ahead_orders import ASIDE, leaves
from proofs_checks._two_cliques import TWENTY, enough_labels, first_is_right, solved
from proofs_checks.graphs_walk import stops_at_one

PATH = Case(((0, 1, 0, 0), (1, 0, 1, 0), (0, 1, 0, 1), (0, 0, 1, 0)), (0, None, None, 1))


def q(a, b):
    return flint.fmpq(a, b)


@pytest.mark.parametrize(("n", "count"), [(1, 1), (2, 3), (3, 10), (4, 66)])
def test_multigraphs_up_to_renaming(n, count):
    """Colorings of the edges of K_n by three colors, up to renaming its nodes (Burnside)."""
    assert len(graphs(n)) == count


def test_the_path():
    assert solution(PATH) == (0, q(1, 3), q(2, 3), 1)
    assert inverse(PATH) == {(1, 1): q(2, 3), (1, 2): q(1, 3), (2, 1): q(1, 3), (2, 2): q(2, 3)}
    assert energy(PATH) == q(1, 3)
    assert gain(PATH, 1) == q(1, 3)
    assert stops_at_one(PATH, 1) == q(1, 3)


def test_cases_have_labels_in_every_component():
    for case in cases(3):
        free = case.free
        size = len(free)
        rows = [sum(case.weights[i]) if i == j else -case.weights[i][j] for i in free for j in free]
        assert flint.fmpz_mat(size, size, rows).det() > 0
        assert all(0 <= f <= 1 for f in solution(case))
    assert sum(1 for case in cases(2) if prod(map(sum, case.weights))) == 2 * 4


def test_the_example_with_a_node_set_apart():
    assert solution(ASIDE)[2:] == (q(1, 2), q(10, 11), q(8, 11), q(10, 11))
    assert [gain(ASIDE, k) for k in ASIDE.free] == [q(1, 2), q(2, 11), q(3, 11), q(1, 11)]
    assert leaves(ASIDE) == {(5, 3)}


def test_two_cliques_of_twenty():
    values = solved(*TWENTY)
    assert [values[i, 0] for i in range(29)] == 19 * [q(121, 341)] + 10 * [q(22, 341)]
    assert not first_is_right(TWENTY)
    assert not enough_labels(*TWENTY)
