from fractions import Fraction

import pytest

from proofs_checks._cells import gaps, longer


@pytest.mark.parametrize("edge", [0, 1, 3, 4])
@pytest.mark.parametrize("n", [0, 1, 2])
def test_every_placement_is_counted_once(n, edge):
    found = gaps(n, 4, edge)
    assert found.total() == 4**n
    assert all(0 <= left <= edge and 0 <= right <= 4 - edge for left, right in found)


def test_one_instance_beside_a_target_in_the_middle():
    assert dict(gaps(1, 4, 2)) == {(0, 2): 1, (1, 2): 1, (2, 0): 1, (2, 1): 1}


def test_the_empty_cells_must_all_be_missed():
    assert longer(3, 4, 2, 1, 1) == Fraction(2, 4) ** 3
    assert longer(3, 4, 2, 0, 0) == 1
