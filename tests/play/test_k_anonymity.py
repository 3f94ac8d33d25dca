"""Generalizations of tables beside a count of equal rows at every node of the lattice."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.play import k_anonymity
from altheory.play.equal_rows import anonymity, class_sizes, unique_share
from altheory.play.expert import Expert
from altheory.play.hierarchy import Hierarchy
from altheory.play.k_anonymity import KAnonymity
from altheory.play.knockouts import guided
from altheory.play.outcome import account
from altheory.play.patients import medical_hierarchies, medical_table
from altheory.play.problem import Preference, optimum

VALUES = range(5)
AGES = Hierarchy("age", (lambda age: age // 10 * 10, lambda age: age // 50 * 50))
GENDER = Hierarchy("gender")
NO_NAME: Any = []
PEOPLE = [(31, "f"), (34, "f"), (38, "m"), (52, "m"), (57, "m"), (59, "f")]


@st.composite
def hierarchies(draw, name):
    """Steps that join names of the step before at random."""
    steps = list[dict[int, int]]()
    names = {v: v for v in VALUES}
    for _ in range(draw(st.integers(0, 2))):
        joined = draw(st.lists(st.integers(0, 2), min_size=5, max_size=5))
        names = {v: joined[of] for v, of in names.items()}
        steps.append(names)
    return Hierarchy(name, steps)


@st.composite
def problems(draw, *, removals=True):
    """Tables of one to three columns and up to seven rows."""
    width, n = draw(st.integers(1, 3)), draw(st.integers(1, 7))
    row = st.tuples(*[st.sampled_from(VALUES)] * width)
    table = draw(st.lists(row, min_size=n, max_size=n))
    columns = [draw(hierarchies(f"column {i}")) for i in range(width)]
    k = draw(st.integers(1, n))
    return KAnonymity(table, columns, k, draw(st.integers(0, n - k)) if removals else 0)


def minding(*weights):
    return Preference(tuple(Fraction(w) for w in weights))


def nodes(problem):
    return list(product(*(range(of.top + 1) for of in problem.hierarchies)))


def names(problem, levels):
    """The generalized table, value by value."""
    pairs = list(zip(problem.hierarchies, levels, strict=True))
    return [
        tuple(h.names(v)[level] for (h, level), v in zip(pairs, row, strict=True))
        for row in problem.table
    ]


def small(problem, levels):
    """How many rows have fewer than k equals."""
    rows = names(problem, levels)
    return sum(rows.count(row) < problem.k for row in rows)


def feasible(problem):
    return {at for at in nodes(problem) if small(problem, at) <= problem.suppressed}


def is_below(a, b):
    return all(x <= y for x, y in zip(a, b, strict=True))


@given(problems())
@settings(max_examples=15, deadline=None)
def test_decisions_are_the_anonymous_nodes_in_rising_order(problem):
    found, expected = list(problem.decisions()), feasible(problem)
    assert len(found) == len(expected)
    assert {*found} == expected
    assert found[-1] == problem.start() == max(nodes(problem))
    heights = [sum(of) for of in found]
    assert heights == sorted(heights)
    assert [problem.is_feasible(at) for at in nodes(problem)] == [
        at in expected for at in nodes(problem)
    ]


@given(problems())
@settings(max_examples=15, deadline=None)
def test_neighbors_and_minimal_nodes(problem):
    anonymous = feasible(problem)
    for at in nodes(problem):
        near = {b for b in anonymous if sum(abs(x - y) for x, y in zip(at, b, strict=True)) == 1}
        listing = problem.neighbors(at)
        assert {*listing} == near
        assert len(listing) == len(near)
    least = [a for a in sorted(anonymous) if not any(is_below(b, a) and b != a for b in anonymous)]
    assert list(problem.minimal()) == least


@given(problems())
@settings(max_examples=15, deadline=None)
def test_further_up_fewer_rows_are_in_small_classes_and_no_column_tells_more(problem):
    d = len(problem.hierarchies)
    found = {at: (small(problem, at), problem.costs(at)[:d]) for at in nodes(problem)}
    for (a, (less, cheap)), (b, (more, dear)) in product(found.items(), repeat=2):
        if is_below(a, b):
            assert more <= less
            assert is_below(cheap, dear)


@given(problems())
@settings(max_examples=15, deadline=None)
def test_costs_count_the_values_that_share_a_name(problem):
    columns = list(zip(*problem.table, strict=True))
    for at in nodes(problem):
        losses = []
        for h, level, values in zip(problem.hierarchies, at, columns, strict=True):
            distinct = sorted({*values})
            shared = [
                sum(h.names(v)[level] == h.names(w)[level] for w in distinct) - 1 for v in values
            ]
            losses.append(Fraction(sum(shared), len(values) * max(len(distinct) - 1, 1)))
        if problem.suppressed:
            losses.append(Fraction(small(problem, at), len(problem.table)))
        assert problem.costs(at) == tuple(losses)
    assert len(problem.criteria) == len(problem.costs(problem.start()))


@given(problems())
@settings(max_examples=15, deadline=None)
def test_what_is_published(problem):
    for at in nodes(problem):
        rows = names(problem, at)
        assert dict(problem.class_sizes(at)) == {row: rows.count(row) for row in rows}
        if small(problem, at) > problem.suppressed:
            with pytest.raises(DomainError, match=r"take one of decisions\(\)"):
                problem.generalized(at)
            continue
        published = problem.generalized(at)
        assert list(published) == [row for row in rows if rows.count(row) >= problem.k]
        assert anonymity(published) >= problem.k


@given(problems(removals=False), st.lists(st.integers(1, 9), min_size=3, max_size=3))
@settings(max_examples=15, deadline=None)
def test_without_removals_a_minimal_node_is_best(problem, weights):
    preference = minding(*weights[: len(problem.criteria)])
    least = min(preference.loss(problem.costs(at)) for at in problem.minimal())
    assert least == optimum(problem, preference).loss


def test_with_removals_the_best_node_may_lie_above_the_minimal_ones():
    problem = KAnonymity([(31,), (31,), (38,)], [AGES], k=2, suppressed=1)
    assert problem.criteria == ("age", "removed rows")
    assert problem.minimal() == ((0,),)
    assert [*problem.costs((0,))] == [0, Fraction(1, 3)]
    assert optimum(problem, minding(1, 4)).decisions == ((1,), (2,), (3,))


@pytest.mark.parametrize(("k", "suppressed"), [(2, 0), (2, 4), (3, 0), (3, 6)])
def test_a_right_expert_leads_to_the_exact_optimum(k, suppressed):
    table = medical_table(40, rng=k)
    problem = KAnonymity(table, medical_hierarchies(), k, suppressed)
    best = set()
    for weights in product((1, 8), repeat=len(problem.criteria)):
        preference = minding(*weights)
        outcome = guided(problem, Expert(preference))
        assert outcome.decision in optimum(problem, preference).decisions
        assert account(problem, outcome, preference).regret == 0
        assert anonymity(problem.generalized(outcome.decision)) >= k
        best.add(outcome.decision)
    assert len(best) > 1  # it is the preference that decides


def test_the_best_node_depends_on_the_preference():
    problem = KAnonymity(PEOPLE, (AGES, GENDER), k=2)
    assert problem.criteria == ("age", "gender")
    assert problem.minimal() == ((1, 1), (3, 0))
    assert guided(problem, Expert(minding(2, 1))).decision == (1, 1)
    assert guided(problem, Expert(minding(1, 2))).decision == (3, 0)


def test_degenerate_tables():
    raw = KAnonymity(PEOPLE, (AGES, GENDER), k=1)
    assert raw.minimal() == ((0, 0),)
    assert raw.generalized((0, 0)) == tuple(PEOPLE)
    assert {*raw.costs((0, 0))} == {0}
    whole = KAnonymity(PEOPLE, (AGES, GENDER), k=6)
    assert list(whole.decisions()) == [(3, 1)]
    assert {*whole.costs((3, 1))} == {1}
    constant = KAnonymity([("x", 1)] * 3, (Hierarchy("a"), Hierarchy("b")), k=3)
    assert list(constant.decisions()) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert {c for at in constant.decisions() for c in constant.costs(at)} == {0}
    one = KAnonymity([(31,), (38,), (52,)], [AGES], k=2)
    assert one.minimal() == ((3,),)
    assert guided(one, Expert(minding(1))).decision == (3,)
    single = KAnonymity([(31,)], [AGES], k=1)
    assert {*single.costs((3,))} == {0}


@pytest.mark.parametrize(
    ("table", "columns", "k", "suppressed", "message"),
    [
        ([], [AGES], 1, 0, "at least one row"),
        ([()], [AGES], 1, 0, "at least one row and one column"),
        ([(1,), (1, 2)], [AGES], 1, 0, r"row 1 has 2: \(1, 2\)"),
        ([(1, 2)], [AGES], 1, 0, "each of the columns age, got"),
        (["ab"], [AGES, GENDER], 1, 0, "row 0 .* 'ab'"),
        (5, [AGES], 1, 0, "the rows of a table"),
        ([5], [AGES], 1, 0, "the values of row 0"),
        ([(1,)], [], 1, 0, "at least one column"),
        ([(1, 2)], [AGES, AGES], 1, 0, "names that differ"),
        ([(1,)], [Hierarchy("removed rows")], 1, 0, "none called 'removed rows'"),
        ([(1,)], ["age"], 1, 0, "a column has a Hierarchy, got 'age'"),
        ([(1,)], [AGES], 2, 0, "take k <= 1"),
        ([(1,)], [AGES], 0, 0, "k must be an integer"),
        ([(1,)] * 3, [AGES], 2, -1, "may be removed must be"),
        ([(1,)] * 3, [AGES], 2, 2, "at most 1 may be removed, got 2"),
        ([([],)], [GENDER], 1, 0, r"column 'gender': .* got \[\] for \[\] at level 0"),
        ([(float("nan"),)], [GENDER], 1, 0, "got nan for nan at level 0"),
        ([("f",)], [Hierarchy("x", [{"m": 1}])], 1, 0, "'x': level 1 has no name for 'f'"),
        ([("f",)], [Hierarchy("x", [{"f": NO_NAME}])], 1, 0, r"got \[\] for 'f' at level 1"),
        (
            [("a",), ("b",), ("c",)],
            [Hierarchy("x", [{"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 2, "c": 2}])],
            1,
            0,
            "column 'x': 'a' and 'b' are both 1 at level 1, and 1 and 2 at level 2",
        ),
    ],
)
def test_what_is_refused(table, columns, k, suppressed, message):
    with pytest.raises(DomainError, match=message):
        KAnonymity(table, columns, k, suppressed)


def test_levels_are_nodes_of_the_lattice():
    problem = KAnonymity(PEOPLE, (AGES, GENDER), k=2)
    strange: Any = ((4, 0), (0,), (0, 0, 0), (0, -1), (0.5, 0), 3)
    for levels in strange:
        with pytest.raises(DomainError):
            problem.costs(levels)
    with pytest.raises(DomainError, match="6 rows are in classes of fewer than 2"):
        problem.generalized((0, 0))


def test_a_lattice_may_be_too_large(monkeypatch):
    problem = KAnonymity(PEOPLE, (AGES, GENDER), k=2)
    most = len([*problem.decisions()])
    monkeypatch.setattr(k_anonymity, "LARGEST", most)
    assert len([*problem.decisions()]) == most
    monkeypatch.setattr(k_anonymity, "LARGEST", most - 1)
    with pytest.raises(BudgetError, match="fewer columns or levels"):
        problem.decisions()


def test_a_step_is_a_mapping_or_a_function():
    steps: Any = ({}, 3)
    with pytest.raises(DomainError, match="level 2 is a mapping or a function"):
        Hierarchy("x", steps)
    assert Hierarchy("x", [{7: "seven"}]).names(7) == (7, "seven", "*")


def test_equal_rows_are_counted():
    rows = ["a", "b", "a", "c", "a", "b"]
    assert list(class_sizes(rows).items()) == [("a", 3), ("b", 2), ("c", 1)]
    assert anonymity(rows) == 1
    assert unique_share(rows) == Fraction(1, 6)
    assert unique_share(["a", "a"]) == 0
    for of in (class_sizes, anonymity, unique_share):
        with pytest.raises(DomainError, match="at least one row"):
            of([])


def test_invented_people_are_drawn_from_the_seed_and_alone_on_three_facts():
    table = medical_table(150, rng=3)
    assert table == medical_table(150, rng=3)
    assert table != medical_table(150, rng=4)
    raw = KAnonymity(table, medical_hierarchies(), k=1)
    assert raw.start() == (3, 1, 5)
    assert unique_share(table) == 1
    published = KAnonymity(table, medical_hierarchies(), k=5)
    assert all(unique_share(published.generalized(at)) == 0 for at in published.decisions())
    with pytest.raises(DomainError):
        medical_table(0)


def test_mappings_are_read_by_the_names_of_the_hierarchies():
    """What csv.DictReader gives; iterating over a mapping would anonymize the column names."""
    rows: list[dict[str, Any]] = [
        {"diagnosis": str(i), "age": i // 2, "sex": "f"} for i in range(6)
    ]
    columns = (Hierarchy("sex"), Hierarchy("age"))
    problem = KAnonymity(rows, columns, 2)
    assert problem == KAnonymity([("f", i // 2) for i in range(6)], columns, 2)
    with pytest.raises(DomainError, match="'age' among 'sex'"):
        KAnonymity([{"sex": "f"}] * 2, columns, 2)


def test_other_columns_are_put_beside_the_rows_that_are_kept():
    problem = KAnonymity([(1,), (1,), (2,)], (Hierarchy("age"),), 2, suppressed=1)
    assert problem.kept((0,)) == (0, 1)
    assert problem.kept((1,)) == (0, 1, 2)
    assert problem.generalized((0,)) == ((1,), (1,))
