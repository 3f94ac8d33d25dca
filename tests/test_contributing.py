"""What CONTRIBUTING promises: a class and a claim are one file each, as printed there."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

import altheory.hypotheses
from altheory import discovery
from altheory.cli._app import app
from altheory.hypotheses.finite import FiniteClass
from altheory.testing import laws
from altheory.testing.replay import examples

PAGE = Path(__file__).parents[1] / "CONTRIBUTING.md"
A_CLASS, A_CLAIM = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def altheory_command():
    for module in discovery.modules("altheory.cli"):
        vars(module)["attach"](app)
    return lambda *arguments: CliRunner().invoke(app, list(arguments))


@pytest.fixture
def with_parities(tmp_path, monkeypatch):
    path = [*altheory.hypotheses.__path__, str(tmp_path)]
    monkeypatch.setattr(altheory.hypotheses, "__path__", path)
    (tmp_path / "parities.py").write_text(A_CLASS)


@pytest.mark.usefixtures("with_parities")
def test_the_class_is_found_obeys_the_laws_and_simulates(altheory_command):
    (parities,) = (cls for cls in examples() if isinstance(cls, FiniteClass) and cls.n_points == 8)
    assert parities.vc_dimension == 3
    sample = [(1, 1), (2, -1), (4, 1)]
    laws.hold("version_spaces", cls=parities, space=parities.version_space(), sample=sample, xs=[5])
    options = {"hypotheses": "parities", "learner": "cal", "stream": "40", "replicates": "64"}
    options |= {"seed": "1", "format": "json"}
    done = altheory_command("simulate", *(f"--{name}={value}" for name, value in options.items()))
    assert done.exit_code == 0, done.output
    (row,) = json.loads(done.stdout)["rows"]
    # three independent parities pin the subset down, and no label can be wasted
    assert row["mean_queries"] <= 3
    assert row["eliminated_best"] == row["failures"] == 0


def test_the_claim_is_checked_with_its_twins(altheory_command, tmp_path):
    file = tmp_path / "means.py"
    file.write_text(A_CLAIM)
    done = altheory_command("check", str(file), "--controls", "--format", "json")
    assert done.exit_code == 0, done.output
    (claim,) = json.loads(done.stdout)["claims"]
    assert claim["verdict"] == "proved"
    assert [twin["passed"] for twin in claim["controls"]] == [True, True]


def test_the_claim_would_fail_if_it_were_false(altheory_command, tmp_path):
    file = tmp_path / "means.py"
    false = A_CLAIM.replace("formula=F(1)", "formula=F(99, 100)")
    assert false != A_CLAIM
    assert Fraction(99, 100) < 1
    file.write_text(false)
    assert altheory_command("check", str(file)).exit_code != 0
