"""The largest margin: against exact rational machines, scikit-learn, and its own proof."""

import math

import numpy as np
import pytest
from sklearn.svm import SVC

from altheory.errors import DomainError
from altheory.nets.linear_margin import maximum_margin
from proofs_checks.svm_largest_ball import PLANE, SPACE, machine, samples, signed, space_of

TOLERANCE = 1e-5  # of the convex solver


def two_clouds(seed, n=12, gap=2.0):
    drawn = np.random.default_rng(seed)
    y = np.where(np.arange(n) % 2 == 0, 1, -1)
    return drawn.normal(size=(n, 2)) + gap * y[:, None], y


@pytest.mark.parametrize("sample", [*list(samples(PLANE, (3,)))[::19], *samples(SPACE, (5,))][:6])
def test_through_the_origin_it_is_the_exact_center(sample):
    X = np.array(signed(sample), dtype=float)
    found = maximum_margin(X, [1] * len(X), homogeneous=True)
    exact = np.array([float(c) for c in machine(sample)])
    assert found.normal == pytest.approx(exact, abs=TOLERANCE)
    assert found.offset == pytest.approx(0, abs=TOLERANCE)
    assert found.margin == pytest.approx(1 / np.linalg.norm(exact), abs=TOLERANCE)
    walls = np.array(space_of(sample).closure().normals, dtype=float)
    heights = walls @ found.normal / np.linalg.norm(walls, axis=1) * found.margin
    assert heights.min() == pytest.approx(found.margin, abs=TOLERANCE)


@pytest.mark.parametrize("seed", range(3))
def test_multipliers_prove_the_margin(seed):
    X, y = two_clouds(seed, gap=3.0)
    found = maximum_margin(X, y)
    reached = y * found.decision_function(X)
    assert reached.min() == pytest.approx(1, abs=TOLERANCE)
    assert found.multipliers.min() >= -TOLERANCE
    assert (found.multipliers * y) @ X == pytest.approx(found.normal, abs=TOLERANCE)
    assert found.multipliers @ y == pytest.approx(0, abs=TOLERANCE)
    assert found.multipliers @ (reached - 1) == pytest.approx(0, abs=TOLERANCE)
    assert found.margin**-2 == pytest.approx(found.multipliers.sum(), abs=TOLERANCE)


@pytest.mark.parametrize("penalty", [0.1, 1.0, 10.0])
def test_with_slack_it_is_that_of_another_program(penalty):
    X, y = two_clouds(5, gap=0.4)
    found = maximum_margin(X, y, penalty=penalty)
    theirs = SVC(kernel="linear", C=penalty, tol=1e-8).fit(X, y)
    assert found.normal == pytest.approx(theirs.coef_[0], abs=1e-4)
    assert found.multipliers.max() <= penalty + TOLERANCE
    assert found.decision_function(X) == pytest.approx(theirs.decision_function(X), abs=1e-3)


def test_labels_that_no_line_separates_need_slack():
    X, y = [[0.0], [1.0], [2.0]], [1, -1, 1]
    with pytest.raises(DomainError, match="finite penalty"):
        maximum_margin(X, y)
    assert maximum_margin(X, y, penalty=1.0).multipliers.max() == pytest.approx(1, abs=TOLERANCE)


def test_what_has_no_largest_margin_is_refused():
    for y in ([1, 1], [-1, -1]):
        with pytest.raises(DomainError, match="between two classes"):
            maximum_margin([[0.0], [1.0]], y)
    for penalty in (0, -1.0, math.nan):
        with pytest.raises(DomainError, match="penalty"):
            maximum_margin([[0.0], [1.0]], [-1, 1], penalty=penalty)
    with pytest.raises(DomainError, match="every instance has one label"):
        maximum_margin([[0.0], [1.0]], [1])


@pytest.mark.parametrize("unit", [1e-100, 1e-9, 1e-3, 1.0, 1e3, 1e6, 1e9, 1e100])
def test_it_has_no_unit_of_its_own(unit):
    assert maximum_margin([[0.0], [unit]], [-1, 1]).margin == pytest.approx(unit / 2, rel=1e-6)
    far = maximum_margin([[1e3 * unit], [1001 * unit]], [-1, 1])
    assert far.margin == pytest.approx(unit / 2, rel=1e-6)
    assert far.decision_function([[1e3 * unit]]) == pytest.approx([-1], rel=1e-6)
    X, y = two_clouds(5, gap=0.4)
    here, there = maximum_margin(X, y, penalty=1), maximum_margin(X * unit, y, penalty=unit**-2)
    assert there.normal * unit == pytest.approx(here.normal, rel=1e-5)
    assert there.multipliers * unit**2 == pytest.approx(here.multipliers, abs=1e-5)
    assert there.offset == pytest.approx(here.offset, rel=1e-5)


def test_what_is_not_proved_is_refused():
    X, y = two_clouds(5, gap=0.4)
    with pytest.raises(DomainError, match="proves no separator"):
        maximum_margin(X * 1e9, y, penalty=1e6)
    with pytest.raises(DomainError, match="change their unit"):
        maximum_margin(X * 1e200, y)


def test_instances_that_no_normal_tells_apart_have_an_infinite_margin():
    assert maximum_margin([[3.0], [3.0]], [-1, 1], penalty=1.0).margin == math.inf
    corners, signs = [[0.0, 0.0], [1.0, 1.0], [0.0, 1.0], [1.0, 0.0]], [1, 1, -1, -1]
    for penalty in (0.1, 1.0, 10.0):
        assert maximum_margin(corners, signs, penalty=penalty).margin == math.inf
        assert (
            maximum_margin([*corners, [0.5, 0.5]], [*signs, 1], penalty=penalty).margin == math.inf
        )
