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
        (lambda: claim(does_not_say=""), "a/two: a claim says what a reader might wrongly take"),
        (lambda: claim(controls={"one": 1}), "at least two false twins"),
        (lambda: claim(assumptions=frozenset({"luck"})), r"outside the vocabulary: \['luck'\]"),
        (lambda: false_claim(corrected=None), "states the corrected formula"),
        (lambda: false_claim(relation="upper"), "is 'counterexample', got 'upper'"),
    ],
)
def test_an_incomplete_claim_is_refused(make, said):
    with pytest.raises(DomainError, match=said):
        make()


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
