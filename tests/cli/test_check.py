import json
from importlib.metadata import EntryPoint
from xml.etree import ElementTree as ET

import pytest

from altheory.ledger import registry as ledger
from altheory.ledger.reports import as_json
from tests.cli.conftest import one_line
from tests.ledger.fakes import module

pytestmark = pytest.mark.usefixtures("small")


def test_everything_as_expected_is_status_0(altheory):
    done = altheory("check", "--controls")
    assert (done.status, done.err) == (0, "")
    assert [line.split()[:3] for line in done.out.splitlines()[1:4]] == [
        ["✓", "line/drawn", "supported"],
        ["✓", "line/three", "refuted"],
        ["✓", "line/two", "proved"],
    ]
    assert "6 of 6 twins rejected" in done.out.splitlines()[-1]


def test_the_same_seed_gives_the_same_page_and_a_fresh_one_is_printed(altheory):
    def evidence(*options):
        done = altheory("check", "line/drawn", "--format", "json", *options)
        return as_json.load(done.out).claims[0].reason, done.err

    assert evidence() == evidence("--seed", "0")
    assert evidence("--seed", "1") != evidence()
    fresh, told = evidence("--fresh")
    assert evidence("--seed", told.split()[-1].rstrip(")"))[0] == fresh


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("CLAIM = claim('x', formula=3)", 1, "x: refuted, expected proved"),
        ("CLAIM = claim('x', exact(gullible))", 1, "x: 'one' survives"),
        (
            "CLAIM = claim('x', Check(Method.SYMBOLIC, gullible, 'all'), exact())",
            1,
            "x: 'gullible' decides, but accepts every false twin",
        ),
        ("CLAIM = claim('x', exact(), exact(shy))", 2, "'shy' could not decide"),
        ("CLAIM = false_claim('x', exact(gullible))", 1, "x: proved, expected refuted"),
        (
            "CLAIM = claim('x', exact(), exact(explode))",
            2,
            "x: inconclusive, expected proved: 'explode'",
        ),
        ("CLAIM = claim('x', random(grim))", 2, "statistical alarm at alpha 1e-06"),
        ("CLAIM = claim('x', uses=('gone',))", 2, "x uses gone, which is no claim"),
        ("1 / 0", 2, "problem: core_of_claims.more does not load: ZeroDivisionError"),
    ],
)
def test_what_is_not_as_expected_has_a_status_and_a_sentence(
    altheory, tmp_path, text, status, said
):
    (tmp_path / "core_of_claims" / "more.py").write_text(module(text))
    done = altheory("check", "--controls")
    assert done.status == status
    assert said in " ".join(done.out.split())
    assert "line/two" in done.out


def test_ctrl_c_reports_what_was_finished(altheory, tmp_path):
    text = "def stop(number, rng): raise KeyboardInterrupt\nCLAIM = claim('line/t', exact(stop))"
    (tmp_path / "core_of_claims" / "more.py").write_text(module(text))
    done = altheory("check")
    assert done.status == 130
    assert "✓ line/drawn" in done.out
    assert "not run (interrupted): line/t, line/three, line/two" in done.out
    assert done.out.splitlines()[-1].startswith("interrupted: ")


def test_keys_patterns_methods_and_tiers(altheory):
    assert "line/two" not in altheory("check", "line/three").out
    done = altheory("check", "--select", "line/t*", "--ignore", "*/three", "--format", "json")
    assert [claim.key for claim in as_json.load(done.out).claims] == ["line/two"]
    report = as_json.load(altheory("check", "--method", "statistical", "--format", "json").out)
    assert [(claim.key, claim.verdict.value) for claim in report.claims] == [
        ("line/drawn", "supported"),
        ("line/two", "supported"),
    ]
    assert report.not_run == ("line/three",)
    assert altheory("check", "--method", "statistical").status == 0


def test_a_run_that_examines_nothing_is_never_green(altheory):
    done = altheory("check", "--method", "symbolic", "--format", "junit")
    assert one_line(done), done
    assert "nothing to examine: no symbolic check of the chosen claims" in done.err


def test_a_claim_says_what_it_rests_on_unseen(altheory):
    done = altheory("check", "line/two")
    assert done.status == 0
    assert "line/two: rests on 1 claim that did not run: line/drawn" in done.out


def test_files_of_claims_and_their_errors(altheory, tmp_path):
    path = tmp_path / "mine.py"
    path.write_text(module("CLAIMS = [claim('x', uses=('line/two',)), claim('y')]"))
    done = altheory("check", path)
    assert done.status == 0
    assert "mine:x" in done.out
    assert "line/three" not in done.out
    for text, said in (
        ("x = 1", "holds neither CLAIM nor CLAIMS"),
        ("def broken(:", "does not load: SyntaxError"),
        ("CLAIMS = []", "holds no claim"),
    ):
        path.write_text(module(text))
        done = altheory("check", path)
        assert one_line(done), done
        assert said in done.err


def test_a_plugin_that_breaks_is_reported_and_stops_nothing(altheory, tmp_path, monkeypatch):
    (tmp_path / "plug.py").write_text("1 / 0")
    points = [EntryPoint("mine", "plug", ledger.GROUP)]
    monkeypatch.setattr(ledger, "entry_points", lambda group: points if group else [])
    done = altheory("check")
    assert done.status == 2
    assert "✓ line/two" in done.out
    assert "problem: plugin mine (plug) does not load: ZeroDivisionError" in " ".join(
        done.out.split()
    )
    assert "plugin mine" in altheory("check", "--format", "json").err
    assert altheory("check", "line/drawn").status == 0


def test_files_are_written_whole_or_not_at_all(altheory, tmp_path):
    target = tmp_path / "report.json"
    done = altheory("check", "--format", "json", "-o", target)
    assert (done.status, done.out) == (0, "")
    assert "1 proved" in done.err
    assert as_json.load(target.read_text()).claims
    junit = tmp_path / "report.xml"
    altheory("check", "--format", "junit", "-o", junit)
    assert ET.fromstring(junit.read_text()).get("failures") == "0"
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {target.name, junit.name}


def test_noise_of_claims_does_not_spoil_a_report(altheory, tmp_path):
    text = "print('loud')\nCLAIM = claim('x')"
    (tmp_path / "core_of_claims" / "more.py").write_text(module(text))
    done = altheory("check", "--format", "json")
    assert json.loads(done.out)["status"] == 0
    assert "loud" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["line/tow"], "no claim is called 'line/tow'; did you mean line/two"),
        (["README.md"], "no claim is called 'README.md'"),
        (["a2/*"], "a pattern goes with --select: altheory check --select 'a2/*'"),
        (["gone.py"], "cannot read gone.py: No such file or directory"),
        (["--select", "x*"], "no claim matches 'x*'"),
        (["--ignore", "*"], "no claim is left"),
        (["--method", "statistic"], "did you mean statistical?"),
        (["--tier", "norml"], "did you mean normal?"),
        (["--format", "jsn"], "did you mean json"),
        (["--jobs", "0"], "the number of jobs must be an integer of at least 1, got 0"),
        (["--seed", "-1"], "a seed must be an integer of at least 0, got -1"),
        (["--seed", "1", "--fresh"], "exclude each other"),
        (["-o", "gone/report.txt"], "the directory gone does not exist"),
        (["-o", "/"], "it is a directory"),
    ],
)
def test_bad_input_is_one_line_and_status_2(altheory, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    done = altheory("check", *arguments)
    assert one_line(done), done
    assert said in done.err


def test_words_that_are_no_numbers_are_usage_errors(altheory):
    for option in ("--seed", "--jobs"):
        done = altheory("check", option, "many")
        assert (done.status, done.out) == (2, "")


def test_overspending_the_false_alarm_budget_is_refused(altheory, tmp_path):
    text = "CLAIM = claim('x', random(alpha=1e-4))"
    (tmp_path / "core_of_claims" / "more.py").write_text(module(text))
    done = altheory("check")
    assert one_line(done)
    assert "false-alarm budget" in done.err


def test_help_shows_examples_unwrapped(altheory):
    done = altheory("check", "--help")
    assert done.status == 0
    assert "\n    altheory check --select 'thresholds/*' --controls\n" in done.out
