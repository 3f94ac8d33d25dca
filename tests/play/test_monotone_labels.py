"""Implied labels, against the list of all monotone labelings."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError, InconsistentLabelsError
from altheory.hypotheses.finite import FiniteClass
from altheory.play.monotone_labels import open_labels

LARGEST = 7


@st.composite
def orders(draw):
    """Draw sets, which containment orders; equal ones are equivalent."""
    sets = draw(st.lists(st.integers(0, 15), min_size=1, max_size=LARGEST))
    return np.array([[a & b == a for b in sets] for a in sets])


def monotone(below):
    """Return all monotone labelings as a finite class."""
    m = len(below)
    rows = product((-1, 1), repeat=m)
    pairs = np.argwhere(below).tolist()
    return FiniteClass(m, [y for y in rows if all(y[a] >= y[b] for a, b in pairs)])


@given(orders(), st.data())
def test_labels_are_those_of_all_monotone_labelings_that_agree(below, data):
    known, space = open_labels(below), monotone(below).version_space()
    target = data.draw(st.sampled_from(space.members))
    order = data.draw(st.permutations(range(len(below))))
    for x in order:
        y = 1 if target >> x & 1 else -1
        known, space = known.restrict(x, y), space.restrict(x, y)
        disagreement = {i for i in range(len(below)) if len(space.labels(i)) == 2}
        assert {i for i, said in enumerate(known.labels) if not said} == disagreement
        assert all({said} == space.labels(i) for i, said in enumerate(known.labels) if said)


@given(orders(), st.data())
def test_the_question_tells_most_at_least(below, data):
    known = open_labels(below)
    while (asked := known.question()) is not None:

        def told(x, known=known):
            counts = [np.count_nonzero(known.restrict(x, y).labels) for y in (-1, 1)]
            return min(counts), max(counts)

        opened = np.flatnonzero(known.labels == 0).tolist()
        assert max(opened, key=lambda x: (told(x), -x)) == asked
        known = known.restrict(asked, data.draw(st.sampled_from((-1, 1))))
    assert known.labels.all()


@pytest.mark.parametrize("m", range(1, 18))
def test_chains_are_bisected_and_of_antichains_all_is_asked(m):
    chain, antichain = (open_labels(f(np.ones((m, m), dtype=bool))) for f in (np.triu, _diagonal))
    assert max(_asked(chain, cut) for cut in range(m + 1)) == m.bit_length()
    assert {_asked(antichain, cut) for cut in range(m + 1)} == {m}


def _diagonal(square):
    return square & np.eye(len(square), dtype=bool)


def _asked(known, cut):
    """Return the number of questions if the first ``cut`` elements are positive."""
    count = 0
    while (x := known.question()) is not None:
        known, count = known.restrict(x, 1 if x < cut else -1), count + 1
    return count


def test_who_cannot_tell_is_not_asked_again_and_answers_may_still_imply_it():
    known = open_labels(np.triu(np.ones((3, 3), dtype=bool)))
    assert known.question() == 1
    known = known.restrict(1, 0)
    assert not known.labels.any()
    assert known.question() == 0
    assert known.restrict(0, -1).labels.tolist() == [-1, -1, -1]
    assert known.restrict(0, 1).restrict(2, -1).question() is None


def test_a_contradiction_is_refused_with_the_answer_it_contradicts():
    known = open_labels(np.triu(np.ones((4, 4), dtype=bool))).restrict(3, 0).restrict(2, 1)
    with pytest.raises(InconsistentLabelsError) as error:
        known.restrict(1, -1)
    assert error.value.labels == ((1, -1), (2, 1))
    with pytest.raises(InconsistentLabelsError) as error:
        known.restrict(3, -1).restrict(3, 1)
    assert error.value.labels == ((3, 1), (3, -1))
    for x, y in ((3, 2), (-1, 1), (4, 1)):
        with pytest.raises(DomainError):
            known.restrict(x, y)


@pytest.mark.parametrize(
    "order",
    [
        np.ones((2, 3), dtype=bool),
        np.eye(2),
        np.zeros((1, 1), dtype=bool),
        np.eye(3, dtype=bool) | np.eye(3, k=1, dtype=bool),
    ],
)
def test_what_is_no_order_is_refused(order):
    with pytest.raises(DomainError):
        open_labels(order)
