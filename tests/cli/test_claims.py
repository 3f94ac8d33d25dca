import json

import pytest

from tests.cli.conftest import one_line
from tests.ledger.fakes import module

pytestmark = pytest.mark.usefixtures("small")


def test_the_list_is_in_order_and_is_the_default(altheory):
    done = altheory("claims", "list")
    assert done == altheory("claims")
    assert [line.split() for line in done.out.splitlines()] == [
        ["line/drawn", "supported", "Two"],
        ["line/three", "refuted", "Two"],
        ["line/two", "proved", "Two"],
    ]


def test_the_list_as_json(altheory):
    (drawn, three, two) = json.loads(altheory("claims", "list", "--format", "json").out)["claims"]
    assert (drawn["key"], drawn["expected"]) == ("line/drawn", "supported")
    assert (three["title"], three["twins"]) == ("Two", 2)
    assert two["methods"] == ["exhaustive", "statistical"]


def test_show_tells_everything(altheory):
    page = altheory("claims", "show", "line/two").out
    for row in ("statement     2 = 2", "false twins   one", "uses          line/drawn"):
        assert row in page
    assert "alpha 1e-06, power 0.99, sees 1" in page
    shown = json.loads(altheory("claims", "show", "line/drawn", "--format", "json").out)
    assert shown["used_by"] == ["line/two"]
    assert shown["source"] == {
        "key": "nobody1900",
        "locator": "",
        "match": "as commonly stated",
        "difference": "",
    }
    assert "corrected by  line/two" in altheory("claims", "show", "line/three").out


def test_why_follows_the_uses(altheory):
    lines = altheory("claims", "why", "line/two").out.splitlines()
    assert lines[0] == "line/two  proved"
    assert "    line/drawn  supported" in lines
    found = json.loads(altheory("claims", "why", "line/two", "--format", "json").out)
    assert [use["key"] for use in found["uses"]] == ["line/drawn"]


def test_why_survives_cycles_and_missing_claims(altheory, tmp_path):
    text = "CLAIM = claim('line/loop', uses=('line/loop', 'gone'))"
    (tmp_path / "core_of_claims" / "more.py").write_text(module(text))
    out = altheory("claims", "why", "line/loop").out
    assert "    line/loop rests on itself" in out
    assert "    gone is no claim of the ledger" in out


def test_the_graph(altheory):
    out = altheory("claims", "graph").out
    assert out.startswith("digraph claims {")
    assert '"line/two" -> "line/drawn";' in out
    uses = json.loads(altheory("claims", "graph", "--format", "json").out)["uses"]
    assert uses == {"line/drawn": [], "line/three": [], "line/two": ["line/drawn"]}


def test_problems_are_told_and_status_2(altheory, tmp_path):
    (tmp_path / "core_of_claims" / "more.py").write_text("1 / 0")
    for command in ("list", "graph"):
        done = altheory("claims", command)
        assert done.status == 2
        assert "line/two" in done.out
        assert "more does not load" in done.err


def test_bad_input_is_one_line_and_status_2(altheory):
    for arguments, said in (
        (["show", "line/tow"], "did you mean line/two"),
        (["why", "nothing-like-it-at-all"], "`altheory claims list` shows every key"),
        (["list", "--format", "yaml"], "no format is called 'yaml'"),
        (["graph", "--format", "dot"], "no format is called 'dot'"),
    ):
        done = altheory("claims", *arguments)
        assert one_line(done), done
        assert said in done.err
