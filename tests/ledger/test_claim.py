"""A claim, a check and a source refuse to be made incomplete."""

import dataclasses

import pytest

from altheory.errors import DomainError
from altheory.ledger.claim import Check, Method, Source, Verdict
from tests.ledger.fakes import claim, exact, false_claim, gullible, random


@pytest.mark.parametrize("match", ["equivalent", "special case", "related"])
def test_a_source_that_says_something_else_says_what_differs(match):
    with pytest.raises(DomainError, match="states the difference, got 'cohn1994improving'"):
        Source("cohn1994improving", match=match)
    assert Source("cohn1994improving", match=match, difference="for one cut").match == match


@pytest.mark.parametrize("match", ["exact", "as commonly stated", "derived"])
def test_a_source_that_says_the_same_needs_no_difference(match):
    assert not Source("altheory", match=match).difference


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: claim(does_not_say=""), "a/two: does_not_say is empty"),
        (lambda: dataclasses.replace(claim(), plain=5), "plain is a str, got 5"),
        (lambda: dataclasses.replace(claim(), statement=None), "statement is a str, got None"),
        (lambda: claim(relation="bogus"), "relation is one of exact, .*; got 'bogus'"),
        (
            lambda: dataclasses.replace(claim(), source="folklore"),
            "source is a Source, got 'folklore'",
        ),
        (lambda: claim(expected="proved"), "expected is a Verdict, got 'proved'"),
        (lambda: claim(controls=[1, 2]), r"controls is a Mapping, got \[1, 2\]"),
        (lambda: dataclasses.replace(claim(), checks=exact()), "checks is a tuple, got Check"),
        (lambda: dataclasses.replace(claim(), checks=(3,)), "checks holds 3, no Check"),
        (lambda: claim(controls={"one": 1}), "at least two false twins"),
        (lambda: claim(assumptions=frozenset({"luck"})), r"outside the vocabulary: \['luck'\]"),
        (lambda: false_claim(corrected=None), "states the corrected formula"),
        (lambda: false_claim(relation="upper"), "is 'counterexample', got 'upper'"),
    ],
)
def test_an_incomplete_claim_is_refused(make, said):
    with pytest.raises(DomainError, match=said):
        make()


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        (Check, ("exhaustive", gullible, "all"), "method is a Method, got 'exhaustive'"),
        (Check, (Method.SYMBOLIC, 3, "all"), "run is a Callable, got 3"),
        (Check, (Method.SYMBOLIC, gullible, ""), "scope is empty"),
        (Check, (Method.SYMBOLIC, gullible, "all", "slow"), "tier is one of fast"),
        (Source, (7,), "key is a str, got 7"),
        (Source, ("x", "page 1", "vaguely"), "match is one of exact"),
    ],
)
def test_a_wrong_type_is_named_where_it_is_written(kind, written, said):
    with pytest.raises(DomainError, match=said):
        kind(*written)


def test_a_reference_needs_no_twins():
    cited = claim(expected=Verdict.CITED, controls={}, checks=())
    assert not cited.controls


def test_the_relation_of_other_claims_is_free():
    assert claim(relation="counterexample").expected is Verdict.PROVED


@pytest.mark.parametrize(
    "spoil",
    [
        {"alpha": None},
        {"power": None},
        {"discrepancy": ""},
        {"alpha": 0.0},
        {"alpha": 1.1e-4},
        {"power": 0.98},
        {"power": 1.0},
    ],
)
def test_a_statistical_check_states_its_errors(spoil):
    assert random(alpha=1e-4).alpha == 1e-4
    with pytest.raises(DomainError, match="alpha"):
        dataclasses.replace(random(), **spoil)


def test_an_exact_check_has_no_errors():
    with pytest.raises(DomainError, match="only a statistical check has error probabilities"):
        exact(alpha=1e-6)
    assert Check(Method.SYMBOLIC, gullible, scope="all").alpha is None
