"""``altheory simulate`` as a user types it: the same bytes, or one line and status 2."""

import csv
import io
import json
import signal
import subprocess
import sys
import time
from functools import partial

import pytest

from altheory.cli import _app
from altheory.cli import simulate as command
from altheory.errors import DomainError
from altheory.simulation.curve import Curve

ROW = ["replicates", "mean_queries", "low", "high", "level", "mean_unlabeled", "exact"]
ROW += ["failures", "eliminated_best"]


@pytest.fixture
def simulate(altheory, monkeypatch):
    """Return a function that runs the command as ``main`` does."""
    monkeypatch.setattr(_app, "modules", lambda _: (command,))
    return partial(altheory, "simulate")


@pytest.fixture
def stars(tmp_path):
    path = tmp_path / "stars.txt"
    path.write_text("# the star around all negative\n---\n+--\n-+-\n--+\n")
    return f"finite:{path}"


def test_json_has_the_agreed_shape(simulate):
    done = simulate("--epsilon", "1e-2,1/1000", "--replicates", 20, "--format", "json")
    document = json.loads(done.out)
    assert (done.status, list(document)) == (0, ["schema", "settings", "rows"])
    assert [list(row) for row in document["rows"]] == [["epsilon", *ROW]] * 2
    assert [row["epsilon"] for row in document["rows"]] == [0.01, 0.001]
    assert document["rows"][0]["exact"] == pytest.approx(10.210340371976184, rel=1e-15)
    assert not set(document["settings"]) & {"jobs", "dask", "resume", "output"}
    assert Curve.from_json(done.out).to_json() == done.out.rstrip()


def test_streams_bear_their_length(simulate):
    done = simulate("--stream", "1e2,7", "--replicates", 5, "--format", "json")
    assert [row["stream"] for row in json.loads(done.out)["rows"]] == [100, 7]
    assert "epsilon" not in json.loads(done.out)["rows"][0]


def test_csv_and_text_say_the_same(simulate):
    ask = ("--epsilon", "0.1", "--replicates", 9, "--format")
    (row,) = csv.DictReader(io.StringIO(simulate(*ask, "csv").out))
    assert list(row) == ["epsilon", *ROW]
    assert f"{float(row['mean_queries']):.6g}" in simulate(*ask, "text").out


@pytest.mark.parametrize("learner", ["cal", "passive", "bisection"])
def test_finite_classes_are_read_from_a_file(simulate, stars, learner):
    ask = ("--hypotheses", stars, "--learner", learner, "--epsilon", "0.2", "--format", "json")
    done = simulate(*ask, "--replicates", 40, "--target", "-+-")
    (row,) = json.loads(done.out)["rows"]
    assert (done.status, row["failures"], row["eliminated_best"]) == (0, 0, 0)
    assert json.loads(done.out)["settings"]["target"] == "-+-"


def test_a_new_class_is_one_file(simulate, tmp_path, monkeypatch):
    (tmp_path / "two_points.py").write_text(
        "from altheory.hypotheses.finite import FiniteClass\n"
        "EXAMPLES = (FiniteClass(2, ['--', '+-', '-+']),)\n"
    )
    monkeypatch.setattr("altheory.hypotheses.__path__", [str(tmp_path), *_home()])
    done = simulate("--hypotheses", "two-points", "--epsilon", "0.1", "--replicates", 10)
    assert done.status == 0, done.err
    assert "cal on two-points" in done.out


def _home():
    import altheory.hypotheses

    return list(altheory.hypotheses.__path__)


def test_workers_and_files_do_not_change_a_byte(simulate, tmp_path):
    ask = ("--epsilon", "0.1,0.001", "--replicates", 3000, "--seed", 4, "--format", "json")
    assert simulate(*ask, "-o", tmp_path / "one.json").status == 0
    assert simulate(*ask, "--jobs", 2, "-o", tmp_path / "two.json").status == 0
    texts = {path.read_text() for path in tmp_path.iterdir()}
    assert texts == {simulate(*ask).out}
    assert len(list(tmp_path.iterdir())) == 2  # no journal is left


# a parent that ignores Ctrl-C, as shells do for the background, would pass that on
PROGRAM = """
import signal
from altheory.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""


def test_an_interrupted_run_is_resumed_with_the_same_bytes(simulate, stars, tmp_path):
    """Ctrl-C after the first block: what was finished is kept, nothing half is written."""
    ask = ("--hypotheses", stars, "--epsilon", "0.1", "--replicates", "4000", "--format", "json")
    path, journal = tmp_path / "cut.json", tmp_path / "cut.json.partial.jsonl"
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "simulate", *ask, "-o", path],
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        while not (journal.exists() and journal.stat().st_size) and running.poll() is None:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        said = running.communicate()[1]
    assert running.returncode == 130, said
    assert f"finished blocks are in {journal}; repeat with --resume" in said
    assert not path.exists()
    other = simulate(*ask, "--resume", "--seed", 1, "-o", path)
    assert (other.status, "other settings" in other.err) == (2, True)
    assert simulate(*ask, "--resume", "-o", path).status == 0
    assert path.read_text() == simulate(*ask).out
    assert not journal.exists()


def test_an_interruption_without_a_file_says_that_nothing_is_kept(simulate, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "label_complexity", interrupted)
    done = simulate("--epsilon", "0.1")
    assert (done.status, done.out) == (130, "")
    assert "nothing is kept without -o FILE" in done.err


REFUSED = {
    "": "exactly one of them",
    "--epsilon .1 --stream 3": "exactly one of them",
    "--epsilon 0": "positive, got 0",
    "--epsilon -1": "positive, got -1",
    "--epsilon nan": "got 'nan'",
    "--epsilon inf": "got 'inf'",
    "--epsilon ,": "got ''",
    "--epsilon 1/0": "got '1/0'",
    "--epsilon 1e-99999999999": "1e-300 to 1e300",
    "--epsilon 1e-1_000_000_000": "1e-300 to 1e300",
    "--stream 0": "at least 1, got 0",
    "--stream 2.5": "integer of at least 1, got",
    "--stream x": "got 'x'",
    "--epsilon .1 --replicates 0": "at least 1, got 0",
    "--epsilon .1 --replicates -5": "at least 1, got -5",
    "--epsilon .1 --seed -1": "at least 0, got -1",
    "--epsilon .1 --batch 0": "at least 1, got 0",
    "--epsilon .1 --batch 2 --learner passive": "one label at a time",
    "--epsilon .1 --jobs 0": "at least 1, got 0",
    "--epsilon .1 --jobs 2 --dask tcp://x:1": "exclude each other",
    "--epsilon .1 --learner a2": "bisection, cal, passive",
    "--epsilon .1 --hypotheses treshold": "did you mean thresholds",
    "--epsilon .1 --hypotheses profile": "no hypothesis class is called 'profile'",
    "--epsilon .1 --hypotheses thresholds:3": "takes no argument",
    "--epsilon .1 --hypotheses finite": "finite:FILE",
    "--epsilon .1 --hypotheses finite:gone.txt": "cannot read the class file gone.txt",
    "--epsilon .1 --noise massart:0.2": "not available yet; available: none",
    "--epsilon .1 --dimension 3": "not available yet",
    "--epsilon .1 --width .1": "not available yet",
    "--epsilon .1 --bound vc": "not available yet",
    "--epsilon .1 --delta 1": "strictly between 0 and 1, got 1.0",
    "--epsilon .1 --delta nan": "finite, got nan",
    "--epsilon .1 --target 1.5": "got '1.5'",
    "--epsilon .1 --target nan": "got 'nan'",
    "--epsilon .1 --resume": "name it with -o FILE",
    "--epsilon .1 --format xml": "available: text, json, csv",
    "--epsilon .1 -o gone/x.json": "does not exist",
    "--epsilon .1 -o .": "is a directory",
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.items())
def test_bad_input_is_one_line_and_leaves_nothing(simulate, arguments, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    given = arguments.split()
    output = () if "-o" in given or "--resume" in given else ("-o", "out.json")
    done = simulate(*given, *output)
    assert (done.status, done.out, len(done.err.strip().splitlines())) == (2, "", 1), done.err
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_failure_while_writing_leaves_no_half_file(simulate, tmp_path, monkeypatch):
    def full(*_):
        raise DomainError("cannot write: no space left")

    monkeypatch.setattr(command, "write", full)
    done = simulate("--epsilon", "0.1", "-o", tmp_path / "out.json")
    assert done.status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["out.json.partial.jsonl"]
