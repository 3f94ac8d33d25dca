"""Whether CAL asks, by bases, against linear programs and small cases."""

import numpy as np
import pytest
from scipy.optimize import nnls

from proofs_checks._sphere_cones import asked, signed_examples, sure


@pytest.mark.seeded("any cones will do")
@pytest.mark.parametrize(("d", "n"), [(2, 2), (2, 5), (3, 3), (3, 6), (4, 5)])
def test_sure_by_nonnegative_least_squares(d, n, rng):
    examples = signed_examples(d, n, 60, rng)
    x = rng.standard_normal((60, d))
    found = sure(examples, x)
    for i in range(60):
        rests = [nnls(examples[i].T, side)[1] for side in (x[i], -x[i])]
        assert found[i] == (min(rests) < 1e-9)


@pytest.mark.seeded("the sides of all examples are one")
def test_signed_examples_are_on_the_side_of_the_target(rng):
    assert (signed_examples(3, 4, 50, rng)[:, :, 0] > 0).all()


@pytest.mark.seeded("true of every stream")
def test_below_the_dimension_all_is_asked_for(rng):
    assert asked(4, 3, 40, rng) == 40


def test_a_cone_by_hand():
    examples = np.array([[[1.0, 0.0], [1.0, 1.0]]])
    for x, known in (((2.0, 1.0), True), ((-2.0, -1.0), True), ((1.0, 2.0), False)):
        assert sure(examples, np.array([x]))[0] == known
