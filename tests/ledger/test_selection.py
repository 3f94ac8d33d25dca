import pytest

from altheory.errors import DomainError, UnknownNameError
from altheory.ledger import selection
from altheory.ledger.claim import Method
from altheory.ledger.origin import Origin
from altheory.ledger.registry import Entry, Registry
from altheory.ledger.selection import Scope
from tests.ledger.fakes import claim

KEYS = ("line/b", "line/a", "circle/a")
REGISTRY = Registry({key: Entry(key, claim(key), Origin("nowhere")) for key in KEYS})


def chosen(*keys, **more):
    return [entry.key for entry in selection.claims(REGISTRY, keys, **more)]


def test_no_choice_is_every_claim_in_order():
    assert chosen() == ["circle/a", "line/a", "line/b"]


def test_keys_and_patterns_narrow_the_choice():
    assert chosen("line/b", "line/b") == ["line/b"]
    assert chosen(select=["line/*"]) == ["line/a", "line/b"]
    assert chosen(select=["line/*", "circle/*"], ignore=["*/a"]) == ["line/b"]
    assert chosen("line/a", "line/b", select=["*/a"]) == ["line/a"]


def test_a_choice_of_nothing_is_an_error():
    with pytest.raises(UnknownNameError, match="did you mean line/"):
        chosen("line/c")
    with pytest.raises(UnknownNameError, match=r"no claim matches 'Line/\*'"):
        chosen(select=["Line/*"])
    with pytest.raises(UnknownNameError, match="no claim matches 'x'"):
        chosen(ignore=["x"])
    with pytest.raises(DomainError, match="no claim is left"):
        chosen(ignore=["*"])


def test_scopes_by_name():
    assert selection.scope() == Scope("fast", None)
    assert selection.scope("long", "statistical") == Scope("long", Method.STATISTICAL)
    with pytest.raises(UnknownNameError, match=r"no tier is called 'norma'; did you mean normal\?"):
        selection.scope("norma")
    with pytest.raises(UnknownNameError, match=r"did you mean symbolic\?"):
        selection.scope("fast", "symbol")
