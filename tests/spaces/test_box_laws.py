"""The uniform law on the cube: exact masses, draws inside their region."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.spaces.box_laws import UniformBox
from altheory.spaces.boxes import BoxUnion
from altheory.testing import laws
from altheory.testing.strategies import box_unions, generators

HALF = Fraction(1, 2)
CORNER = BoxUnion.closed((0, 0), (HALF, HALF))


@pytest.mark.parametrize("dimension", [1, 2, 3])
@given(data=st.data())
def test_laws_hold(dimension, data):
    a, b = (data.draw(box_unions(dimension)) for _ in range(2))
    rng = data.draw(generators())
    laws.hold("distributions", law=UniformBox(dimension), a=a, b=b, rng=rng)


@pytest.mark.statistical(alpha=1e-9, power=0.999)
def test_draws_fall_on_each_box_by_its_volume(rng):
    """Two boxes of volumes 1/4 and 1/16: of 2,000 draws 4/5 fall on the first.

    By Hoeffding the count is 150 or more away from 1600 with probability at most
    2 exp(-2 * 150^2 / 2000) < 4e-10; a draw that picks boxes alike is 600 away.
    """
    small = BoxUnion.closed((0.75, 0.75), (1, 1))
    law = UniformBox(2)
    on_corner = sum(law.draw(CORNER | small, rng) in CORNER for _ in range(2000))
    assert abs(on_corner - 1600) < 150


@pytest.mark.seeded("the shape is the same for every seed")
def test_a_sample_is_a_row_an_instance(rng):
    assert UniformBox(3).sample(rng, 5).shape == (5, 3)
    assert UniformBox(3).sample(rng, 0).shape == (0, 3)


def test_refusals():
    with pytest.raises(DomainError, match="dimension"):
        UniformBox(0)
    with pytest.raises(DomainError, match=r"\[0, 1\]\^3"):
        UniformBox(3).mass(CORNER)
    with pytest.raises(DomainError, match="mass zero"):
        UniformBox(2).draw(BoxUnion.closed((HALF, 0), (HALF, 1)), 0)
