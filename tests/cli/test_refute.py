import json

import pytest

from tests.cli.conftest import one_line
from tests.ledger.fakes import module

pytestmark = pytest.mark.usefixtures("small")


def test_a_false_claim_falls_and_leaves_text_to_paste(altheory):
    done = altheory("refute", "line/three", "--budget", "1")
    assert done.status == 0
    assert "line/three: refuted (compare; 1 attempt" in done.out
    pasted = done.out.split("# paste into Python\n")[1]
    exec(pasted, {"__name__": "__main__"})
    assert pasted.strip() == "value = 1 + 2\nassert value != 2"


def test_a_claim_that_stands_is_never_called_confirmed(altheory):
    done = altheory("refute", "line/drawn", "--budget", "0.01", "--seed", "3")
    assert done.status == 0
    assert done.out.startswith("line/drawn: not refuted in ")
    assert done.out.rstrip().endswith("seed 3")
    assert "confirm" not in done.out


def test_a_cited_claim_has_no_check_to_attack(altheory, tmp_path):
    text = "CLAIM = claim('line/cited', checks=(), controls={}, expected=Verdict.CITED)"
    (tmp_path / "core_of_claims" / "more.py").write_text(module(text))
    done = altheory("refute", "line/cited")
    assert (done.status, done.out) == (2, "line/cited: cited, no check to attack\n")
    found = json.loads(altheory("refute", "line/cited", "--format", "json").out)
    assert (found["outcome"], found["status"], found["attempts"]) == ("undecided", 2, 0)


def test_twins_fall(altheory):
    done = altheory("refute", "line/two", "--twin", "three", "--budget", "1")
    assert done.status == 0
    assert "line/two, false twin 'three': refuted" in done.out


def test_json_holds_the_counterexample(altheory):
    found = json.loads(altheory("refute", "line/three", "--format", "json").out)
    assert (found["outcome"], found["status"], found["attempts"]) == ("refuted", 0, 1)
    assert found["replay"]["certificate"]["kind"] == "empty-version-space"
    assert found["replay"]["python"].endswith("assert value != 2")


def test_bad_input_is_one_line_and_status_2(altheory):
    for arguments, said in (
        (["line/tow"], "did you mean line/two"),
        (["line/two", "--budget", "0"], "a budget is a positive number of seconds, got 0.0"),
        (["line/two", "--budget", "nan"], "got nan"),
        (["line/two", "--twin", "tree"], "did you mean three?"),
        (["line/two", "--format", "xml"], "no format is called 'xml'"),
        (["line/two", "--seed", "-2"], "a seed must be an integer of at least 0, got -2"),
    ):
        done = altheory("refute", *arguments)
        assert one_line(done), done
        assert said in done.err
