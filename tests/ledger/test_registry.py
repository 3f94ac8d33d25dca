import sys

import pytest

from altheory.errors import DomainError, PluginError, UnknownNameError
from altheory.ledger import registry as ledger
from altheory.ledger.origin import Origin, claims_of, locate
from tests.ledger.fakes import module

TWO = "CLAIM = claim('a/two')"


def test_every_public_module_is_one_claim(core):
    core(one=TWO, two="CLAIM = claim('b', uses=('a/two',))", _lemma="raise RuntimeError")
    found = ledger.load()
    assert found.problems == ()
    assert list(found.entries) == ["a/two", "b"]
    assert found["b"].origin == Origin("core_of_claims.two")
    assert found.graph == {"a/two": (), "b": ("a/two",)}
    assert locate(found["b"].origin, "b") is found["b"].claim


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x = 1", "core_of_claims.bad holds neither CLAIM nor CLAIMS"),
        ("CLAIM = 'two'", "core_of_claims.bad: a claim is an altheory Claim, got 'two'"),
        ("CLAIM = claim(", "core_of_claims.bad does not load: SyntaxError"),
        ("import nothing_of_this_name", "does not load: ModuleNotFoundError"),
        ("import sys; sys.exit(0)", "does not load: SystemExit"),
        ("CLAIM = claim('c', controls={})", "a claim has at least two false twins"),
        ("CLAIM = claim('a/two')", "a/two is the key of two claims: core_of_claims.bad, core"),
        ("CLAIM = claim('c', uses=('d',))", "c uses d, which is no claim of the ledger"),
        ("CLAIM = claim('c', uses=('c',))", "a claim rests on itself: c -> c"),
        (
            "CLAIM = false_claim('c', corrected=(2, 'd'))",
            "c names d as its correction, which is no claim of the ledger",
        ),
    ],
)
def test_what_is_broken_is_told_and_stops_nothing(core, text, problem):
    core(bad=text, good=TWO)
    found = ledger.load()
    assert "a/two" in found.entries
    assert len(found.problems) == 1
    assert problem in found.problems[0]


def test_a_core_that_is_missing_is_a_problem(plugged, monkeypatch):
    del plugged
    monkeypatch.setattr(ledger, "CORE", "nothing_of_this_name")
    assert "nothing_of_this_name does not load" in ledger.load().problems[0]


def test_plugins_are_modules_or_packages_with_keys_of_their_own(core, world, plugged):
    core(one=TWO)
    world(
        "plug",
        single="CLAIMS = [claim('a/two'), claim('b', uses=('a/two',))]",
        lone="CLAIM = claim('c', uses=('a/two',))",
    )
    world("other", three="CLAIM = claim('d', uses=('a/two',))")
    plugged(mine="plug.single", theirs="other")
    found = ledger.load()
    assert found.problems == ()
    assert list(found.entries) == ["a/two", "mine:a/two", "mine:b", "theirs:d"]
    assert found["a/two"].claim is not found["mine:a/two"].claim
    # a plugin means its own claim first, and the project's if it has none
    assert found.graph["mine:b"] == ("mine:a/two",)
    assert found.graph["theirs:d"] == ("a/two",)


def test_a_package_with_claims_of_its_own(core, world, plugged):
    core(one=TWO)
    text = module("CLAIMS = (claim('x'), claim('y'))")
    world("plug", init=text, more="CLAIM = claim('z')")
    plugged(mine="plug")
    assert [*ledger.load().entries] == ["a/two", "mine:x", "mine:y", "mine:z"]


def test_broken_plugins_stop_nothing_else(core, world, plugged):
    core(one=TWO)
    world("plug", good="CLAIM = claim('x')", bad="1 / 0")
    plugged(absent="nothing_of_this_name", attribute="plug.good:CLAIM", mixed="plug")
    found = ledger.load()
    assert list(found.entries) == ["a/two", "mixed:x"]
    absent, attribute, mixed = found.problems
    assert absent.startswith("plugin absent (nothing_of_this_name) does not load: ModuleNotFound")
    assert "it must name a module or a package, got plug.good:CLAIM" in attribute
    assert mixed.startswith("plug.bad does not load: ZeroDivisionError")


def test_plugins_load_only_when_they_may_be_wanted(core, world, plugged):
    core(one=TWO)
    world("plug", bad="1 / 0")
    plugged(mine="plug.bad")
    assert ledger.load(namespaces=lambda name: name != "mine").problems == ()
    assert "plug.bad" not in sys.modules
    assert ledger.load().problems


def test_files_of_claims(core, tmp_path):
    core(one=TWO)
    path = tmp_path / "mine.py"
    path.write_text(module("CLAIMS = [claim('a/two'), claim('b', uses=('a/two',))]"))
    found = ledger.load(files=[path])
    assert found.problems == ()
    assert list(found.entries) == ["a/two", "mine:a/two", "mine:b"]
    assert locate(found["mine:b"].origin, "mine:b").uses == ("a/two",)
    with pytest.raises(PluginError, match="no longer holds mine:c"):
        locate(found["mine:b"].origin, "mine:c")


def test_a_file_may_define_dataclasses(tmp_path):
    path = tmp_path / "mine.py"
    text = """
    from dataclasses import dataclass

    @dataclass(frozen=True, slots=True)
    class Formula:
        value: int = 2

    CLAIM = claim(formula=Formula().value)
    """
    path.write_text(module(text))
    assert [found.formula for found in claims_of(Origin(str(path), "mine", is_file=True))] == [2]


def test_a_file_that_fails_leaves_no_module_behind(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text("1 / 0")
    before = set(sys.modules)
    with pytest.raises(PluginError, match="ZeroDivisionError"):
        claims_of(Origin(str(path), "mine", is_file=True))
    assert set(sys.modules) == before


def test_a_file_that_cannot_be_read_is_an_error(core, tmp_path):
    core(one=TWO)
    with pytest.raises(DomainError, match=r"cannot read .*gone\.py: No such file"):
        ledger.load(files=[tmp_path / "gone.py"])


def test_an_unknown_key_brings_the_nearest(core):
    core(one=TWO)
    found = ledger.load()
    with pytest.raises(UnknownNameError, match=r"no claim is called 'a/tow'; did you mean a/two\?"):
        found["a/tow"]
    with pytest.raises(UnknownNameError, match="`altheory claims list` shows every key"):
        found["zzzzzz"]
