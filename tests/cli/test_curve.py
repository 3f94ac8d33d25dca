"""``altheory curve`` as a user types it: the same bytes, or one line and status 2."""

import csv
import io
import json
import shlex
import sys
from functools import partial

import pytest

from altheory.cli import _app
from altheory.cli import curve as command
from altheory.errors import DomainError
from altheory.simulation.comparison import LearningCurve
from altheory.simulation.learning_curves import learning_curve
from altheory.simulation.learning_data import BUNDLED
from altheory.simulation.predictors import MODELS
from altheory.simulation.selective_rules import RULES
from altheory.simulation.strategies import STRATEGIES

QUICK = (
    *("--data", "iris", "--model", "naive-bayes", "--budget", 12, "--batch", 5),
    *("--replicates", 6, "--acquisition", "margin,k_center"),
)


@pytest.fixture
def curve(altheory, monkeypatch):
    """Return a function that runs the command as ``main`` does."""
    monkeypatch.setattr(_app, "modules", lambda _: (command,))
    return partial(altheory, "curve")


def test_text_says_how_each_compares(curve):
    done = curve(*QUICK)
    assert (done.status, done.err) == (0, "")
    assert (
        "margin, k-center against random sampling: pool of iris, 6 replicates, seed 0" in done.out
    )
    assert "\nfeatures: standardized over all 150 instances, without labels\n" in done.out
    for part in ("labels  random  margin", "overall difference", "labels asked for", "recall"):
        assert part in done.out


def test_json_reads_back(curve):
    done = curve(*QUICK, "--format", "json", "--seed", 4, "--level", "0.9")
    document = json.loads(done.out)
    assert document["settings"]["level"] == 0.9
    assert document["labels"] == [6, 11, 16, 18]
    assert [one["name"] for one in document["curves"]] == ["random", "margin", "k-center"]
    assert not set(document["settings"]) & {"jobs", "dask", "resume", "output"}
    assert LearningCurve.from_json(done.out).to_json() == done.out.rstrip()


def test_csv_has_a_line_for_each_point(curve):
    done, document = curve(*QUICK, "--format", "csv"), curve(*QUICK, "--format", "json")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    points = [
        (one["name"], point)
        for one in json.loads(document.out)["curves"]
        for point in one["points"]
    ]
    assert len(rows) == len(points) == 12
    for row, (name, point) in zip(rows, points, strict=True):
        assert (row["name"], int(row["labels"])) == (name, point["labels"])
        measures = {"median": point["median"], "mean": point["mean"]}
        paired = point["difference"]
        if paired is None:
            assert name == "random"
            assert row["difference_median_low"] == row["difference_mean"] == row["better"] == ""
        else:
            measures |= {f"difference_{of}": paired[of] for of in ("median", "mean")}
            assert [int(row[n]) for n in ("better", "equal", "worse")] == [
                paired[n] for n in ("better", "equal", "worse")
            ]
        for of, interval in measures.items():
            said = [float(row[column]) for column in (of, f"{of}_low", f"{of}_high")]
            assert said == [interval[end] for end in ("value", "low", "high")]


def test_rules_judge_a_stream(curve):
    ask = (*QUICK[:-2], "--rule", "threshold:0.1,selective:0.2", "--format", "json")
    names = [one["name"] for one in json.loads(curve(*ask).out)["curves"]]
    assert names == ["random", "threshold:0.1", "selective:0.2"]


@pytest.mark.slow
def test_processes_do_not_show(curve):
    ask = (*QUICK, "--format", "json")
    assert curve(*ask, "--jobs", 2).out == curve(*ask).out


def test_an_interrupted_run_is_gone_on_with(curve, tmp_path, monkeypatch):
    path, journal = tmp_path / "out.json", tmp_path / "out.json.partial.jsonl"
    ask, measure = (*QUICK, "--format", "json"), learning_curve

    def interrupted(*given, report, **settings):
        def stop(done, total):
            report(done, total)
            if done == 7:
                raise KeyboardInterrupt

        return measure(*given, report=stop, **settings)

    with monkeypatch.context() as patched:
        patched.setattr(command, "learning_curve", interrupted)
        done = curve(*ask, "-o", path)
    assert done.status == 130
    assert f"finished blocks are in {journal}; repeat with --resume" in done.err
    assert not path.exists()
    assert "add --resume to go on" in curve(*ask, "-o", path).err
    assert "other settings" in curve(*ask, "--resume", "--seed", 1, "-o", path).err
    assert curve(*ask, "--resume", "-o", path).status == 0
    assert path.read_text() == curve(*ask).out
    assert not journal.exists()


REFUSED = {
    "": "give --acquisition, to choose from a pool, or --rule",
    "--acquisition margin --rule selective:1": "one of them",
    "--acquisition margn": "no acquisition is called 'margn'; did you mean margin?",
    "--acquisition margin,margin": "distinct names",
    "--acquisition ''": "no acquisition is called ''",
    "--rule selectiv:1": "did you mean selective",
    "--rule selective": "selective needs a number, such as selective:0.3",
    "--acquisition margin --data digit": "did you mean digits?",
    "--acquisition margin --model logistics": "did you mean logistic?",
    "--acquisition margin --format jsn": "did you mean json?",
    "--acquisition margin --first randomly": "called 'randomly'; did you mean random?",
    "--acquisition margin --budget 0": "the budget must be an integer of at least 1, got 0",
    "--acquisition margin --batch 0": "a batch must be an integer of at least 1, got 0",
    "--acquisition margin --replicates 0": "replicates must be an integer of at least 1",
    "--acquisition margin --seed -1": "a seed must be an integer of at least 0",
    "--acquisition margin --test x": "--test takes numbers such as 1/3, got 'x'",
    "--acquisition margin --test 2": "the share of the test set lies strictly between 0 and 1",
    "--acquisition margin --level 1": "a level lies strictly between 0 and 1",
    "--acquisition margin --initial 200": "first labels of it are asked for",
    "--acquisition margin --jobs 0": "the number of jobs",
    "--acquisition margin --jobs 2 --dask a:1": "--jobs 2 and --dask exclude each other",
    "--acquisition margin --resume": "name it with -o FILE",
    "--acquisition margin --output=": "-o takes the name of a file, got ''",
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.items())
def test_bad_input_is_one_line_and_leaves_nothing(curve, arguments, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = curve(*shlex.split(arguments))
    assert (done.status, done.out, len(done.err.strip().splitlines())) == (2, "", 1), done.err
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_without_scikit_learn_one_line_names_the_extra(curve, monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.datasets", None)
    done = curve(*QUICK)
    assert (done.status, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert "pip install 'altheory[nets]'" in done.err


def test_help_names_everything(curve):
    said = "".join(curve("--help").out.split())  # lines are broken at hyphens
    assert all(name in said for name in (*STRATEGIES, *RULES, *BUNDLED, *MODELS))


def test_the_examples_of_the_help_are_understood(curve, monkeypatch):
    """Their options are read, and what they name is found; nothing is measured."""

    def reached(*_, **__):
        raise DomainError("understood")

    lines = [line for line in vars(command)["_HELP"].splitlines() if line.startswith("  altheory")]
    assert len(lines) == 7
    monkeypatch.setattr("altheory.simulation.learning_curves.complete", reached)
    monkeypatch.setattr(command, "journal_beside", lambda *_, **__: None)
    for line in lines:
        assert "understood" in curve(*shlex.split(line)[2:]).err, line
