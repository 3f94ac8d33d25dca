"""Everybody is among the people of a list: each order of losses that some weights make."""

from itertools import product

from proofs_checks._decision_lists import between, on, slopes
from tests.play.cases import person_of


def test_all_signs_of_differences_are_there():
    differences = [d for d in product(range(-3, 4), repeat=2) if any(d)]

    def signs(person):
        losses = [person.loss(d) for d in differences]
        return tuple((x > 0) - (x < 0) for x in losses)

    there = [signs(person) for person in (*between(slopes(3)), *on(slopes(3)))]
    assert len(set(there)) == len(there) == 15
    assert {signs(person_of(a, b)) for a in range(1, 9) for b in range(1, 9)} == set(there)
