"""The symmetries of a finite domain, against hypotheses moved point by point."""

from itertools import permutations, product

import pytest

from altheory.hypotheses.finite import FiniteHypothesis
from altheory.spaces.finite import FiniteRegion
from proofs_checks._symmetries import Symmetry, generators


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_the_generators_generate_all_symmetries(n):
    found = latest = {(tuple(range(n)), 1)}
    while latest:
        composed = {
            (tuple(g.order[x] for x in order), g.sign * sign)
            for g, (order, sign) in product(generators(n), latest)
        }
        latest = composed - found
        found = found | latest
    assert found == set(product(permutations(range(n)), (-1, 1)))


@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 1, 0)])
def test_an_image_says_at_the_new_name_what_was_said_at_the_old_one(order, sign):
    for mask in range(8):
        (moved,) = Symmetry(order, sign).masks([mask])
        h, image = (FiniteHypothesis(FiniteRegion(3, m)) for m in (mask, moved))
        assert all(image(order[x]) == sign * h(x) for x in range(3))


def test_images_come_in_increasing_order():
    assert Symmetry((1, 0), -1).masks([0b00, 0b01]) == (0b01, 0b11)
