"""Finite classes: the reference is itself checked against sets of rows, exhaustively."""

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from altheory.testing import laws
from altheory.testing.cases import cases
from altheory.testing.replay import fold
from altheory.testing.strategies import families, finite_classes

ROOMS = ("version_spaces", "classes", "learners", "mellow", "balls")
TINY = [FiniteClass(2, [m for m in range(4) if chosen >> m & 1]) for chosen in range(1, 16)]
VC = {"singleton": 0, "two opposites": 1, "thresholds": 1, "star": 1, "cube": 4}


@pytest.mark.parametrize("law", [law for room in ROOMS for law in laws.every(room)])
@given(cls=finite_classes(), data=st.data())
def test_laws_hold_on_random_classes(law, cls, data):
    law(**data.draw(cases(law, cls)))


@pytest.mark.parametrize("cls", TINY, ids=lambda cls: str(cls.hypotheses))
def test_every_class_on_two_points_with_every_sample_in_every_order(cls):
    """The members left are the rows that pass every label."""
    rows = {tuple(1 if m >> i & 1 else -1 for i in range(2)) for m in cls.hypotheses}
    for size in range(4):
        for sample in product(product(range(2), (-1, 1)), repeat=size):
            for order in permutations(sample):
                space = fold(cls.version_space(), order)
                left = {row for row in rows if all(row[x] == y for x, y in sample)}
                assert {
                    tuple(FiniteHypothesis(FiniteRegion(2, m)).predict([0, 1]))
                    for m in space.members
                } == left
                assert [space.labels(x) for x in range(2)] == [
                    {row[x] for row in left} for x in range(2)
                ]
                assert set(space.specific()) == {
                    x for x in range(2) if all(row[x] == 1 for row in left)
                }
                assert set(space.general()) == {
                    x for x in range(2) if any(row[x] == 1 for row in left)
                }


@pytest.mark.parametrize("name", VC)
def test_the_vc_dimension_of_the_families(name):
    assert FiniteClass(4, families(4)[name]).vc_dimension == VC[name]


@given(finite_classes(max_points=3))
def test_the_vc_dimension_counts_shattered_sets(cls):
    sets = [[i for i in range(cls.n_points) if m >> i & 1] for m in range(1 << cls.n_points)]
    shattered = [
        s
        for s in sets
        if len({tuple(m >> i & 1 for i in s) for m in cls.hypotheses}) == 2 ** len(s)
    ]
    assert cls.vc_dimension == max(map(len, shattered))
    assert len(cls.hypotheses) <= len(shattered)  # Pajor's form of Sauer's lemma


@given(finite_classes())
def test_the_bisector_splits_best(cls):
    space = cls.version_space()
    counts = [sum(m >> x & 1 for m in cls.hypotheses) for x in range(cls.n_points)]
    rarer = [min(c, len(cls.hypotheses) - c) for c in counts]
    best = space.bisector()
    assert (best is None) == (max(rarer) == 0)
    assert best is None or rarer[best] == max(rarer)


@pytest.mark.parametrize(
    "rows", [["+-", "-+"], [[1, -1], [-1, 1]], [1, 2], ["10", "01"], [1, "+-", [-1, 1]]]
)
def test_rows_may_be_written_in_every_way(rows):
    assert FiniteClass(2, rows) == FiniteClass(2, [1, 2])


def test_classes_are_read_from_a_file(tmp_path):
    path = tmp_path / "class.txt"
    path.write_text("# a star\n---\n\n+--\n-+-\n--+\n", encoding="utf-8")
    assert FiniteClass.read(str(path)) == FiniteClass(3, families(3)["star"])


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "no hypothesis"), ("# only\n", "no hypothesis"), ("+-\n+\n", "line 2"), ("+x", "'+x'")],
)
def test_a_bad_file_is_refused_by_line(tmp_path, text, said):
    path = tmp_path / "class.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DomainError) as caught:
        FiniteClass.read(str(path))
    assert said in str(caught.value)
    assert str(path) in str(caught.value)


def test_no_file_is_named(tmp_path):
    with pytest.raises(DomainError, match=r"missing\.txt"):
        FiniteClass.read(str(tmp_path / "missing.txt"))


def test_a_ball_speaks_of_its_own_members():
    """The rows - - and + - alone: + at point 1 contradicts the ball by itself."""
    cube, law = FiniteClass(2, range(4)), FiniteDistribution([1, 3])
    ball = cube.ball(cube.parse_target("--"), law.weights[0], law)
    assert ball.members == (0, 1)
    emptied = ball.restrict(0, 1).restrict(1, 1)
    assert emptied.contradiction == ((1, 1),)
    assert emptied.certificate(0)["problem"]["hypotheses"]["hypotheses"] == ["--", "+-"]


def test_boundary_hypotheses_exist_exactly_where_the_class_holds_them():
    star = FiniteClass(3, families(3)["star"]).version_space()
    assert str(star.specific_hypothesis()) == "---"
    assert star.general_hypothesis() is None
    cube = FiniteClass(3, families(3)["cube"]).version_space()
    assert str(cube.general_hypothesis()) == "+++"


def test_targets_are_rows_of_the_class():
    cls = FiniteClass(3, families(3)["star"])
    assert str(cls.parse_target("-+-")) == "-+-"
    assert cls.parse_target("010") == cls.parse_target("-+-")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (5, r"the hypotheses come as a list or an array, got 5"),
        ("++", r"a list of rows, got the text '\+\+'; a single one is \['\+\+'\]"),
        ([1.5], r"labels of a hypothesis that is no mask come as a list or an array, got 1\.5"),
        ([5], r"on 2 points is a mask from 0 to 2\^2 - 1, got 5"),
        ([-1], r"got -1"),
        ([True], r"got True"),
    ],
)
def test_what_is_no_list_of_hypotheses_is_refused_by_name(rows, message):
    with pytest.raises(DomainError, match=message):
        FiniteClass(2, rows)
