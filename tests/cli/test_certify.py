"""``altheory certify`` on a user's own files, and on files that are none."""

import csv
import json
from fractions import Fraction

import pytest

import altheory as al
from altheory.cli import _app, certify
from tests.cli.conftest import one_line

POOL = "always,never,first\n1,-1,1\n1,-1,1\n1,-1,-1\n1,-1,-1\n"
LABELS = "instance,label\n" + "\n".join(f"{i % 4},1" for i in range(60)) + "\n"


@pytest.fixture
def run(altheory, monkeypatch, tmp_path):
    """Return a function that writes both files and certifies."""

    def certified(pool, labels, *options):
        files = tmp_path / "p.csv", tmp_path / "l.csv"
        for path, text in zip(files, (pool, labels), strict=True):
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        monkeypatch.setattr(_app, "modules", lambda _: (certify,))
        return altheory("certify", *files, *options)

    return certified


def test_it_names_the_model_to_choose_and_says_when_to_stop(run):
    done = run(POOL, LABELS, "--epsilon", ".1")
    assert done.status == 0
    assert "not the best: never, first" in done.out
    assert "choose always: its error is at most 0 above" in done.out
    assert "you may stop" in done.out
    assert "go on" in run(POOL, "0,1\n", "--epsilon", ".1").out


def test_json_is_what_python_returns(run, tmp_path):
    done = run(POOL, LABELS, "--format", "json", "--delta", ".01")
    pool = [[int(x) for x in row] for row in list(csv.reader(POOL.splitlines()))[1:]]
    told = [i % 4 for i in range(60)], [1] * 60
    found = al.learners.certify(pool, *told, delta=Fraction(1, 100), epsilon=Fraction(1, 50))
    assert json.loads(done.out) == json.loads(found.to_json())
    path = tmp_path / "out.json"
    assert run(POOL, LABELS, "--format", "json", "--delta", ".01", "-o", path).out == ""
    assert path.read_text() == done.out


def test_probabilities_names_blank_lines_and_classes_are_read(run):
    logged = "0,1,.25\n\n1,1,1/4\n" * 40
    assert "80 labels, 3 models" in run("1,0,1\n1,0,1\n1,0,2\n1,0,2\n", logged).out
    assert "not the best: model 1" in run("1,0,1\n1,0,1\n1,0,2\n1,0,2\n", logged).out
    assert run("\ufeffa\n1\n", "0,-1\r\n0,1\r\n").status == 0


@pytest.mark.parametrize(
    ("pool", "labels", "said"),
    [
        ("1,-1\n1\n", LABELS, "p.csv, line 2: 1 columns"),
        ("1,-1\n1,x\n", LABELS, "p.csv, line 2: takes numbers"),
        ("1,-1\n1,0\n", LABELS, "p.csv, line 2: where one answer is -1"),
        ("1,2\n1,.5\n", LABELS, "p.csv, line 2: where no prediction is -1"),
        ("a,b\n", LABELS, "p.csv has no row"),
        ("", LABELS, "p.csv has no row"),
        (b"\xff\xfe\n", LABELS, "p.csv is no text"),
        ('1,"-1\n', LABELS, "p.csv, line 1"),
        (POOL, "0,1\n4,1\n", "l.csv, line 2: an instance is 0 to 3, got 4"),
        (POOL, "0,1\n-1,1\n", "l.csv, line 2: an instance"),
        (POOL, "0,1\n.5,1\n", "l.csv, line 2: an instance"),
        (POOL, "0,1\n1,0\n", "l.csv, line 2: where one answer is -1"),
        ("0,1\n", "0,1\n0,-1\n", "l.csv, line 2: where no prediction is -1"),
        (POOL, "0,1,.5\n1,1,0\n", "l.csv, line 2: a probability"),
        (POOL, "0,1,.5\n1,1,1.5\n", "l.csv, line 2: a probability"),
        (POOL, "0,1,.5\n1,1,nan\n", "l.csv, line 2: takes numbers"),
        (POOL, "0,1,.5\n1,1\n", "l.csv, line 2: 2 columns"),
        (POOL, "\n0\n", "l.csv, line 2: instance,label"),
        (POOL, "0,1,1,1\n", "l.csv, line 1: instance,label"),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(run, pool, labels, said):
    done = run(pool, labels)
    assert one_line(done)
    assert said in done.err


@pytest.mark.parametrize(
    "options",
    [("--delta", "0"), ("--delta", "1"), ("--epsilon", "0"), ("--epsilon", "x"), ("--format", "a")],
)
def test_an_option_out_of_range_is_refused(run, options):
    assert one_line(run(POOL, LABELS, *options))


def test_a_file_that_is_not_there_is_refused(run, altheory, tmp_path):
    assert run(POOL, LABELS).status == 0
    done = altheory("certify", tmp_path / "p.csv", tmp_path / "gone.csv")
    assert one_line(done)
    assert "gone.csv" in done.err
    assert "Is a directory" in altheory("certify", tmp_path, tmp_path / "p.csv").err
