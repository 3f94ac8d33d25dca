"""What CONTRIBUTING promises: a class, a noise and a claim are one file each, as printed there."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

import altheory.hypotheses
import altheory.oracles
from altheory import discovery
from altheory.cli._app import app
from altheory.errors import DomainError, UnknownNameError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.oracles._naming import noise_called
from altheory.testing import laws
from altheory.testing.replay import examples

PAGE = Path(__file__).parents[1] / "CONTRIBUTING.md"
TARGET = Threshold(Fraction(3, 4))
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
A_CLASS, A_NOISE, A_CLAIM = BLOCKS


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


@pytest.fixture
def noises(tmp_path, monkeypatch):
    """A folder whose files count as files of ``altheory.oracles``."""
    monkeypatch.setattr(altheory.oracles, "__path__", [*altheory.oracles.__path__, str(tmp_path)])
    return tmp_path


def test_the_noise_is_named_exact_and_simulates(noises, altheory_command):
    (noises / "one_sided_noise.py").write_text(A_NOISE)
    labels = noise_called("one_sided:1/10", Thresholds(), TARGET)
    assert [labels.probability(x) for x in (0.5, 0.8)] == [0, Fraction(9, 10)]
    assert labels.bayes == TARGET.positive
    assert labels.error(labels.bayes, Thresholds().law()) == Fraction(1, 40)
    with pytest.raises(DomainError, match=r"a noise rate is missing; write one_sided:0\.1"):
        noise_called("one_sided", Thresholds(), TARGET)
    options = {"noise": "one_sided:0.1", "learner": "a2", "target": "0.37", "epsilon": "0.2"}
    options |= {"replicates": "2", "seed": "1", "format": "json"}
    done = altheory_command("simulate", *(f"--{name}={value}" for name, value in options.items()))
    assert done.exit_code == 0, done.output
    document = json.loads(done.stdout)
    assert document["settings"]["noise"] == "one_sided:0.1"
    assert document["rows"][0]["mean_queries"] > 0


@pytest.mark.parametrize("name", ["nameless", "silent", "silent_noise"])
def test_a_noise_without_an_argument_is_told_what_it_lacks(noises, name):
    for file in ("nameless", "silent_noise"):
        text = A_NOISE.partition("def from_argument")[0]
        (noises / f"{file}.py").write_text(text.replace("one_sided_noise", file))
    with pytest.raises(UnknownNameError, match=rf"oracles.{name}.* has no function from_argument"):
        noise_called(f"{name}:0.1", Thresholds(), TARGET)


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
