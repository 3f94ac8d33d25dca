"""Version spaces of separators print themselves in one short line."""

from fractions import Fraction

import pytest

from altheory.errors import DomainError
from altheory.hypotheses.affine import AffineSeparators
from altheory.hypotheses.sphere import SphereSeparators
from altheory.learners.margin import MarginBased
from altheory.numeric.directions import unit_vectors


@pytest.mark.parametrize(
    ("dimension", "shape"),
    [(3, "a cone of 3 facets and 3 extreme rays"), (9, "a cone of 9 facets")],
)
def test_a_version_space_says_its_size(dimension, shape):
    space = SphereSeparators(dimension).version_space()
    assert str(space).startswith(f"separators in dimension {dimension}: 0 labels bind, a cone of 0")
    for x in unit_vectors(dimension):
        space = space.restrict(x, 1)
    assert str(space) == f"separators in dimension {dimension}: {dimension} labels bind, {shape}"
    empty = space.restrict(unit_vectors(dimension)[0], -1)
    assert str(empty) == f"no separator in dimension {dimension}: 2 labels bind"


def test_an_affine_version_space_names_its_lift():
    space = AffineSeparators(2).version_space().restrict((0, 0), 1)
    lift = "separators in dimension 3: 1 label binds, a cone of 1 facets"
    assert str(space).startswith(f"affine separators in R^2, their lift: {lift}")


def test_errors_do_not_paste_labels():
    space = SphereSeparators(9).version_space()
    for x in unit_vectors(9):
        space = space.restrict([c + Fraction(1, 10**30) for c in x], 1)
    with pytest.raises(DomainError) as caught:
        MarginBased(space, Fraction(1, 2), Fraction(1, 2))
    assert "separators in dimension 9: 9 labels bind" in str(caught.value)
    assert "Fraction" not in str(caught.value)
