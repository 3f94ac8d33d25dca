"""Searches side by side are the searches one by one."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.numeric.seeds import stream
from altheory.play.accounts import compared
from altheory.play.baselines import unguided
from altheory.play.evolution import evolved
from altheory.play.knockouts import guided
from altheory.play.outcome import account
from tests.play.cases import PROBLEMS, Expert, Listed, people


def by_chance(problem, person, rng):
    return evolved(problem, Expert(person, Fraction(1, 3)), members=2, generations=2, rng=rng)


SEARCHES = {
    "nobody": lambda problem, *_: unguided(problem),
    "expert": lambda problem, person, rng: guided(problem, Expert(person), rng=rng),
    "population": by_chance,
}


@given(PROBLEMS, st.integers(0, 2**20))
def test_every_account_is_that_of_its_search_alone(problem, seed):
    of = people(problem, (1, 3))[:3]
    told = compared(problem, of, SEARCHES, seed=seed, worth=2)
    assert list(told) == list(SEARCHES)
    for name, search in SEARCHES.items():
        alone = (search(problem, p, stream(seed, "play", i)) for i, p in enumerate(of))
        expected = [account(problem, o, p, worth=2) for o, p in zip(alone, of, strict=True)]
        assert list(told[name]) == expected
    assert all(a.regret == 0 for a in told["expert"])


def test_people_may_come_one_by_one():
    told = compared(Listed(((1, 2),)), iter(people(Listed(((1, 2),)))), SEARCHES)
    assert {len(accounts) for accounts in told.values()} == {4}


def test_people_come_as_a_list():
    nobody: Any = None
    with pytest.raises(DomainError, match="the people"):
        compared(Listed(((1, 2),)), nobody, SEARCHES)
