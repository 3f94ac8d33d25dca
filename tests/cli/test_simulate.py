"""``altheory simulate`` as a user types it: the same bytes, or one line and status 2."""

import csv
import io
import json
import os
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
from altheory.simulation.roster import class_forms, simulated_names

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


NOISES = ("none", "classification:0.1", "massart:1/2", "tsybakov:2", "tie", "block:0.05", "pure")


@pytest.mark.parametrize("learner", ["cal", "passive", "bisection", "a2"])
@pytest.mark.parametrize("noise", NOISES)
def test_every_learner_under_every_noise(simulate, learner, noise):
    ask = ("--learner", learner, "--noise", noise, "--epsilon", "0.4", "--replicates", 3)
    done = simulate(*ask, "--format", "json")
    settings = json.loads(done.out)["settings"]
    assert settings["noise"] == noise
    agnostic = learner == "a2" or (learner, noise != "none") == ("passive", True)
    named = (settings.get("bound"), settings.get("delta"))
    assert named == (("dkw", "1/20") if agnostic else (None, None))
    (row,) = json.loads(done.out)["rows"]
    assert (row["exact"] is None) == (learner == "a2" or noise != "none")
    assert "noise" not in simulate(*ask).out or noise != "none"


def test_a_class_is_given_a_width(simulate):
    ask = ("--hypotheses", "intervals", "--epsilon", "0.2", "--replicates", 5)
    done = simulate(*ask, "--width", "0.3", "--format", "json")
    assert json.loads(done.out)["settings"]["hypotheses"] == "intervals, width 0.3"
    narrow = simulate(*ask, "--width", "0.3", "--target", "0.1,0.2")
    assert (narrow.status, len(narrow.err.splitlines())) == (2, 1)


@pytest.mark.parametrize("d", range(2, 9))
def test_separators_in_every_dimension_have_both_columns(simulate, d):
    ask = ("--hypotheses", "sphere", "--learner", "cal", "--stream", "1000,1000000")
    done = simulate(*ask, "--dimension", d, "--replicates", 20, "--format", "json")
    rows = json.loads(done.out)["rows"]
    assert [row["mean_unlabeled"] for row in rows] == [1000, 1000000]
    assert all(row["mean_queries"] == pytest.approx(row["exact"], rel=0.2) for row in rows)


def test_what_the_sphere_has_not_is_named(simulate):
    ask = ("--hypotheses", "sphere:4", "--stream", "20", "--replicates", 3)
    for learner, said in (("a2", "A2 counts errors"), ("bisection", "needs a bisector")):
        refused = simulate(*ask, "--learner", learner)
        assert (refused.status, len(refused.err.splitlines())) == (2, 1)
        assert said in refused.err


def test_noise_bound_and_delta_are_other_runs(simulate, kill, tmp_path):
    ask = ("--learner", "a2", "--epsilon", "0.4", "--replicates", 3, "-o", tmp_path / "out")
    kill(*ask)
    for other in (("--noise", "tie"), ("--bound", "vc"), ("--delta", "0.1")):
        assert "other settings" in simulate(*ask, *other, "--resume").err
    assert simulate(*ask, "--resume").status == 0


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
    _same_bytes(simulate, tmp_path, ask)


def test_workers_do_not_change_a_byte_under_noise(simulate, tmp_path):
    ask = ("--learner", "a2", "--noise", "tie", "--epsilon", "0.4,0.45", "--replicates", 60)
    _same_bytes(simulate, tmp_path, (*ask, "--format", "json"))


def _same_bytes(simulate, tmp_path, ask):
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


def test_an_interruption_before_the_first_block_says_so(simulate, monkeypatch, tmp_path):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "label_complexity", interrupted)
    done = simulate("--epsilon", "0.1", "-o", tmp_path / "out")
    assert (done.status, done.out, list(tmp_path.iterdir())) == (130, "", [])
    assert "interrupted; no block was finished yet" in done.err


def test_help_names_every_class_and_learner(simulate):
    said = "".join(simulate("--help").out.split())  # lines end after hyphens, too
    assert all(form in said for form in (*class_forms(), *simulated_names()))
    assert "hierarchical-sampling" not in said
    theorem, delta = said.index("Theuniformtheoremof"), said.index("Thechancetofail,of")
    assert "robust-cal" in said[theorem : theorem + 80]
    assert all(name in said[delta : delta + 200] for name in ("robust-cal", "dhm", "iwal"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("conjunctions",), "cal on conjunctions, n_attributes 3, target"),
        (("conjunctions:2",), "cal on conjunctions:2, target"),
        (("rectangles", "--dimension", "3"), "cal on rectangles, dimension 3, target"),
        (("thresholds",), "cal on thresholds, target"),
        (("sphere:3", "--dimension", "3"), "cal on sphere:3, dimension 3, target"),
    ],
)
def test_the_header_says_the_size(simulate, given, said):
    done = simulate("--hypotheses", *given, "--stream", 2, "--replicates", 2)
    assert done.out.startswith(said), done.err


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
    "--stream 2.5": "--stream takes whole numbers such as 10,100, got 2.5",
    "--stream 10,1.5": "got 10,1.5",
    "--stream x": "got 'x'",
    "--epsilon .1 --replicates 0": "at least 1, got 0",
    "--epsilon .1 --replicates 99999999999999": "at most 10000000, got 99999999999999; run several",
    "--epsilon .1 --batch 1000000000000": "at most 1000000, got 1000000000000; ask for fewer",
    "--epsilon .1 --jobs 100000": "at most 1024, got 100000",
    "--epsilon .1 --dask=": "tcp://host:8786, got ''",
    "--stream 1e30 --learner bisection": "at most 100000, got about 1e30",
    "--epsilon .1 --replicates -5": "at least 1, got -5",
    "--epsilon .1 --seed -1": "at least 0, got -1",
    "--epsilon .1 --batch 0": "at least 1, got 0",
    "--epsilon .1 --batch 2 --learner passive": "one label at a time",
    "--epsilon .1 --jobs 0": "at least 1, got 0",
    "--epsilon .1 --jobs 2 --dask tcp://x:1": "exclude each other",
    "--epsilon .1 --learner a3": "did you mean a2?",
    "--epsilon .1 --learner a2 --batch 2": "one label at a time",
    "--epsilon .1 --learner a2 --bound hoeffding": "these do: dkw, dkw-pinned, dkw-risk, ",
    "--epsilon .1 --learner a2 --bound hoefding": "did you mean hoeffding?",
    "--epsilon .1 --learner a2 --hypotheses circle --bound dkw": "regions that are nested",
    "--epsilon .1 --learner a2 --hypotheses rectangles": "A2 counts errors, which Rectangle",
    "--epsilon .1 --learner a2 --delta 1": "between 0 and 1, got 1",
    "--epsilon .1 --learner a2 --delta x": "--delta takes numbers such as 0.05, got 'x'",
    "--epsilon .1 --hypotheses treshold": "'treshold'; there are: affine, circle, ",
    "--epsilon .1 --hypotheses profile": "no hypothesis class is called 'profile'",
    "--epsilon .1 --hypotheses thresholds:3": "takes no argument",
    "--epsilon .1 --hypotheses finite": "finite:FILE",
    "--epsilon .1 --hypotheses finite:gone.txt": "cannot read the class file gone.txt",
    "--stream 3 --noise tie --target 0.1": "noise tie have no target, got",
    "--epsilon .1 --noise masart:0.2": "did you mean massart?",
    "--epsilon .1 --noise massart:2": "lies in (0, 1], got 2",
    "--epsilon .1 --noise tie --hypotheses circle": "use it with thresholds or intervals",
    "--epsilon .0001 --learner passive --noise pure": "got 3505621308; ask for a larger epsilon",
    "--epsilon .1 --dimension 3": "Thresholds has no dimension, got 3; leave it out",
    "--epsilon .1 --hypotheses sphere:8 --dimension 5": "sphere:8 and --dimension 5 contradict",
    "--epsilon .1 --hypotheses intervals:.2 --width .1": "intervals:.2 and --width 1/10 contradict",
    "--epsilon .1 --hypotheses sphere --dimension 2.5": "at least 2, got 5/2",
    "--stream 100 --hypotheses sphere --dimension 11": "simulated up to dimension 10, got 11",
    "--stream 100 --hypotheses sphere --learner passive --noise pure": "got 9902000; show fewer",
    "--epsilon .1 --width .1": "Thresholds has no min_width, got 1/10; leave it out",
    "--epsilon .1 --hypotheses intervals --width x": "--width takes numbers such as 0.1",
    "--epsilon .1 --bound vc": "cal has no bound, got vc; leave it out, or choose a2",
    "--epsilon .1 --delta 0.5": "cal has no delta, got 1/2; leave it out, or choose a2",
    "--epsilon .1 --learner passive --delta 0.5": "passive without noise has no delta",
    "--epsilon .1 --target 1.5": "got '1.5'",
    "--epsilon .1 --target nan": "got 'nan'",
    "--epsilon .1 --resume": "name it with -o FILE",
    "--epsilon .1 --format xml": "available: text, json, csv",
    "--epsilon .1 -o gone/x.json": "does not exist",
    "--epsilon .1 -o .": "is a directory",
    "--epsilon .1 --output=": "-o takes the name of a file, got ''",
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.items())
def test_bad_input_is_one_line_and_leaves_nothing(simulate, arguments, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    given = arguments.split()
    output = () if {"-o", "--output=", "--resume"} & {*given} else ("-o", "out.json")
    done = simulate(*given, *output)
    assert (done.status, done.out, len(done.err.strip().splitlines())) == (2, "", 1), done.err
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


QUICK = ("--epsilon", "0.1", "--replicates", 5)


@pytest.fixture
def kill(simulate, monkeypatch):
    """Return a function that runs the command until just before it writes."""

    def die(*_):
        raise DomainError("killed")

    def run(*ask):
        with monkeypatch.context() as patched:
            patched.setattr(command, "write", die)
            assert "killed" in simulate(*ask).err

    return run


def test_a_killed_run_is_not_started_anew_by_accident(simulate, kill, tmp_path):
    ask, journal = (*QUICK, "-o", tmp_path / "out"), tmp_path / "out.partial.jsonl"
    kill(*ask)
    kept = journal.read_text()
    done = simulate(*ask)
    assert done.status == 2
    assert f"{journal} holds 1 finished block; add --resume to go on" in done.err
    assert journal.read_text() == kept
    assert simulate(*ask, "--resume").status == 0
    assert not journal.exists()


@pytest.mark.parametrize("resume", [(), ("--resume",)])
def test_what_stands_in_the_journals_place_is_left_alone(simulate, tmp_path, resume):
    blocked, other = (tmp_path / f"{name}.partial.jsonl" for name in ("a", "b"))
    blocked.mkdir()
    other.write_text("my thesis\n")
    for name, said in (("a", "no regular file"), ("b", "no journal of a simulation")):
        done = simulate(*QUICK, *resume, "-o", tmp_path / name)
        assert (done.status, done.out, said in done.err) == (2, "", True), done.err
    assert blocked.is_dir()
    assert other.read_text() == "my thesis\n"


def test_devices_and_pipes_have_no_journal(simulate, tmp_path):
    assert simulate(*QUICK, "-o", "/dev/null").status == 0
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE, text=True) as reader:
        assert simulate(*QUICK, "--format", "json", "-o", pipe).status == 0
        out, _ = reader.communicate(timeout=60)
    assert out == simulate(*QUICK, "--format", "json").out
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]
    assert "name it with -o FILE" in simulate(*QUICK, "--resume", "-o", "/dev/null").err


def test_a_class_of_20000_points(simulate, tmp_path):
    """Its masks have more decimal digits than Python prints."""
    rows = ["-" * 20_000, "+" + "-" * 19_999]
    (tmp_path / "wide.txt").write_text("\n".join(rows))
    ask = ("--hypotheses", f"finite:{tmp_path}/wide.txt", "--stream", 2, "--replicates", 2)
    done = simulate(*ask, "--target", rows[0], "--format", "json", "-o", tmp_path / "out.json")
    assert (done.status, done.err) == (0, "")
    assert len((tmp_path / "out.json").read_text()) < 2000


def test_a_changed_class_file_is_another_run(simulate, kill, tmp_path):
    """What the file held at first is refused to what it holds now, however late they differ."""
    path = tmp_path / "rows.txt"
    ask = ("--hypotheses", f"finite:{path}", *QUICK, "-o", tmp_path / "out")
    path.write_text("-" * 300 + "\n" + "-" * 299 + "+\n")
    kill(*ask)
    path.write_text("-" * 300 + "\n" + "-" * 298 + "+-\n")
    assert "other settings" in simulate(*ask, "--resume").err


def test_a_failure_while_writing_leaves_no_half_file(kill, tmp_path):
    kill(*QUICK, "-o", tmp_path / "out.json")
    assert [path.name for path in tmp_path.iterdir()] == ["out.json.partial.jsonl"]
