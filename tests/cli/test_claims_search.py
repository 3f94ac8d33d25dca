"""Looking for claims: by key, by verdict, by words."""

import json

import pytest

from tests.cli.conftest import one_line


@pytest.fixture(autouse=True)
def library(core):
    """Make a ledger of claims with different words."""
    core(
        one="CLAIM = claim('star/number', title='Stars of BOXES')",
        two="CLAIM = false_claim('star/corners', plain='Boxes have no uncertain corner.', "
        "corrected=(2, 'star/number'))",
        three="CLAIM = claim('line/cited', checks=(), controls={}, expected=Verdict.CITED, "
        "source=Source('pop2018', 'the second Batch'))",
    )


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--select", "star/*"], ["star/corners", "star/number"]),
        (["--select", "*/number", "--select", "line/*"], ["line/cited", "star/number"]),
        (["--verdict", "refuted"], ["star/corners"]),
        (["--verdict", "cited"], ["line/cited"]),
        (["--search", "boxes"], ["star/corners", "star/number"]),
        (["--search", "Box UNCERTAIN"], ["star/corners"]),
        (["--search", "pop2018 batch"], ["line/cited"]),
        (["--search", "star/n"], ["star/number"]),
        (["--search", "number", "--verdict", "proved", "--select", "s*"], ["star/number"]),
        (["--search", " "], ["line/cited", "star/corners", "star/number"]),
    ],
)
def test_the_list_keeps_what_is_asked_for(altheory, arguments, found):
    lines = altheory("claims", "list", *arguments).out.splitlines()
    assert [line.split()[0] for line in lines] == found
    said = json.loads(altheory("claims", "list", *arguments, "--format", "json").out)["claims"]
    assert [claim["key"] for claim in said] == found


def test_the_list_as_json_says_plainly_and_from_where(altheory):
    said = json.loads(altheory("claims", "list", "--format", "json").out)["claims"]
    assert [claim["plain"] for claim in said[:2]] == [
        "Two is two.",
        "Boxes have no uncertain corner.",
    ]
    source = said[0]["source"]
    assert (source["key"], source["locator"]) == ("pop2018", "the second Batch")
    assert source["match"] == "as commonly stated"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list", "--search", "boxes nowhere"], "no claim goes with --search 'boxes nowhere'"),
        (
            ["list", "--select", "line/*", "--verdict", "proved"],
            "no claim goes with --select 'line/*', --verdict 'proved'",
        ),
        (["list", "--select", "circle/*"], "no claim matches 'circle/*'"),
        (["list", "--verdict", "refutd"], "no verdict is called 'refutd'; did you mean refuted"),
        (["show", "boxes"], "it is in 2, such as star/corners, star/number: altheory claims list"),
        (["show", "no corner"], "star/corners: altheory claims list --search 'no corner'"),
        (["show", "star/numbers"], "did you mean star/number"),
    ],
)
def test_what_is_not_there_is_one_line_and_status_2(altheory, arguments, said):
    done = altheory("claims", *arguments)
    assert one_line(done), done
    assert said in done.err
