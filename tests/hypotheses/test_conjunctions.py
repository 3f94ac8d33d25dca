"""Conjunctions: literals, text, limits, and what is known of them in closed form."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.star import star_number
from altheory.complexity.teaching import extended_teaching_dimension, teaching_dimension
from altheory.errors import BudgetError, DomainError, EmptyVersionSpaceError
from altheory.hypotheses.conjunctions import Conjunction, Conjunctions, from_argument
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.checker import verify
from altheory.spaces.finite import FiniteDistribution
from altheory.testing.replay import fold

CLS = Conjunctions(3)
WIDE = Conjunctions(30)


@given(st.integers(0, 63), st.integers(0, 7))
def test_a_conjunction_says_plus_where_every_literal_is_true(literals, x):
    h = Conjunction(3, literals)
    true = all(x >> i & 1 for i in range(3) if literals >> i & 1)
    true &= not any(x >> i & 1 for i in range(3) if literals >> 3 + i & 1)
    assert (h(x) == 1) == true == (x in h.positive) == CLS.covers(h, x)
    assert h.predict(np.array([x])).tolist() == [h(x)]


@given(st.integers(0, 63))
def test_text_is_read_as_it_is_written(literals):
    h = Conjunction(3, literals)
    assert CLS.parse_target(str(h)) == h


def test_contradictory_literals_are_false():
    assert CLS.parse_target("x0 & !x0") == CLS.parse_target("false") == CLS.nothing
    assert (str(CLS.everything), str(CLS.nothing)) == ("true", "false")
    assert CLS.nothing.positive.is_empty
    assert not CLS.nothing.is_satisfiable


def test_hypotheses_are_numbered_once_each():
    assert len({CLS.hypothesis(i) for i in range(CLS.size)}) == CLS.size == 28


@pytest.mark.parametrize("text", ["", "x3", "x", "!!x0", "x0 x1", "x0 | x1", "TRUE", "x0 &"])
def test_other_targets_are_refused(text):
    with pytest.raises(DomainError, match="x0 & !x1"):
        CLS.parse_target(text)


@pytest.mark.parametrize("n", [1, 2, 3])
def test_the_vc_dimension_by_search(n):
    cls = Conjunctions(n)
    assert cls.version_space().listed().of.vc_dimension == cls.vc_dimension


@pytest.mark.parametrize("n", [1, 2, 3])
def test_closed_forms_by_search(n):
    """On all 2 ** n instances; n attributes shatter as many, so fewer grow by doubling."""
    cls = Conjunctions(n)
    listed, known = cls.version_space().listed().of, cls.combinatorics(1 << n)
    assert star_number(listed) == known.star_number == 1 << n
    assert teaching_dimension(listed) == known.teaching_dimension
    if n < 3:
        assert extended_teaching_dimension(listed) == known.extended_teaching_dimension
    assert cls.combinatorics(2).growth == 4
    assert cls.combinatorics(cls.vc_dimension + 1).growth is None or n == 1


def test_thirty_attributes_are_learned_without_a_list():
    """A positive and its thirty neighbors, negative: the positive alone is +."""
    x = 0b1010
    space = WIDE.version_space().restrict(x, 1)
    assert [str(h) for h in space.general_set()] == ["true"]
    for i in range(30):
        assert space.labels(x ^ 1 << i) == {-1, 1}
        space = space.restrict(x ^ 1 << i, -1)
    assert space.general_set() == space.specific_set()
    assert space.labels(x ^ 0b11) == {-1}
    empty = space.restrict(x ^ 0b11, 1)
    assert empty.is_empty
    assert sorted(y for _, y in empty.contradiction) == [-1, 1, 1]


@pytest.mark.seeded("every target is found")
def test_cal_finds_a_target_of_thirty_attributes(rng):
    target = WIDE.draw_target(rng)
    space = WIDE.version_space()
    for x in rng.integers(WIDE.n_points, size=200).tolist():
        space = space.restrict(x, target(x))
    assert not space.is_empty
    assert WIDE.below(space.member(), target)


def test_what_would_list_a_large_domain_is_refused():
    space = WIDE.version_space()
    for ask in (space.general, space.specific, space.disagreement, WIDE.law):
        with pytest.raises(BudgetError, match="bitmask"):
            ask()
    with pytest.raises(BudgetError, match="bitmask"):
        _ = WIDE.everything.positive
    for listing in (
        space.bisector,
        lambda: space.counts([]),
        lambda: space.radius(WIDE.nothing, None),
    ):
        with pytest.raises(BudgetError, match="listed"):
            listing()
    with pytest.raises(BudgetError, match="labelings"):
        WIDE.representatives([((1 << 30) - 1) ^ 1 << i for i in range(20)])
    with pytest.raises(DomainError, match="1000 bits"):
        Conjunctions(1001)


@pytest.mark.parametrize("cls", [CLS, Conjunctions(6), Conjunctions(7), WIDE], ids=repr)
def test_certificates_pass_the_checker(cls):
    """Forced either way, open, and contradictory; large classes by the points in play."""
    space = fold(cls.version_space(), [(0b011, 1), (0b010, 1), (0b000, -1)])
    for x, labels in ((0b011, {1}), (0b100, {-1}), (0b110, {-1, 1})):
        certificate = space.certificate(x)
        assert space.labels(x) == set(certificate["problem"]["answer"]) == labels
        assert verify(certificate)
    assert verify(space.restrict(0b100, 1).certificate(0))


@given(
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from((-1, 1))), max_size=5), st.integers(0, 7)
)
def test_every_certificate_passes_and_says_what_labels_say(sample, x):
    space = fold(CLS.version_space(), sample)
    certificate = space.certificate(x)
    assert verify(certificate)
    assert set(certificate["problem"].get("answer", ())) == space.labels(x)


def test_listing_answers_what_asks_about_all_members():
    space = CLS.version_space().restrict(7, 1)
    listed = FiniteClass(8, space.listed().members).version_space()
    law = FiniteDistribution.uniform(8)
    assert space.bisector() == listed.bisector() == 0b011  # four of the eight say +
    assert space.radius(CLS.everything, law) == law.weights[0] * 7
    counts = space.counts([(7, -1), (0, -1)])
    assert counts.minimum == 1
    assert counts.at_most(1).members == tuple(m for m in space.listed().members if m != 255)
    assert CLS.ball(CLS.nothing, 0).members == (0,)
    with pytest.raises(EmptyVersionSpaceError):
        space.restrict(7, -1).member()


def test_the_command_line_names_the_number_of_attributes():
    assert from_argument("5") == Conjunctions(5)
    assert from_argument(None) == CLS
    for text in ("", "x", "-1", "2.5"):
        with pytest.raises(DomainError, match="conjunctions:N"):
            from_argument(text)


@pytest.mark.parametrize(("n", "literals"), [(0, 0), (2, 16), (2, -1), (2.5, 0), (True, 0)])
def test_refusals(n, literals):
    with pytest.raises(DomainError):
        Conjunction(n, literals)
