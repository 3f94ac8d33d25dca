"""The judge of largest balls: what is near counts, and only that."""

from fractions import Fraction

import pytest

from altheory.ledger.finding import Outcome
from proofs_checks.svm_largest_ball import Labeled, inner, judged, least_norm, machine, to_margin

F = Fraction
CORNER: Labeled = (((1, 0), 1), ((0, -2), -1))


def test_the_machine_of_a_right_angle():
    assert machine(CORNER) == (1, 1)
    assert judged(machine, CORNER).outcome is Outcome.HOLDS


def test_a_wall_farther_away_holds_nothing():
    """(2, 1) is between both normals, but nearer to one wall: it moves away from that."""
    found = judged(lambda sample: to_margin((F(2), F(1)), sample), CORNER)
    assert found.outcome is Outcome.FAILS
    assert "larger" in found.evidence


def test_a_center_on_the_wrong_side_or_of_another_length_fails():
    outside = judged(lambda _: (F(-1), F(1)), CORNER)
    assert (outside.outcome, "outside" in outside.evidence) == (Outcome.FAILS, True)
    longer = judged(lambda _: (F(2), F(2)), CORNER)
    assert (longer.outcome, "radius" in longer.evidence) == (Outcome.FAILS, True)


def test_the_least_norm_reaches_all_and_no_shorter_one_does():
    signs = [(F(3, 5), F(4, 5)), (F(1), F(0)), (F(0), F(1))]
    w = least_norm(signs)
    assert min(inner(w, z) for z in signs) == 1
    steps = [F(k, 8) for k in range(-16, 17)]
    grid = [(a, b) for a in steps for b in steps if all(inner((a, b), z) >= 1 for z in signs)]
    assert min(inner(u, u) for u in grid) >= inner(w, w)


def test_contradicting_labels_have_no_machine():
    with pytest.raises(ArithmeticError, match="no separator"):
        least_norm([(F(1), F(0)), (F(-1), F(0))])
