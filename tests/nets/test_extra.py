"""Without the extra: said at first use, and never needed elsewhere."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from sklearn.base import clone

import altheory.nets
from altheory.acquisition.committee import fit_of
from altheory.errors import DomainError
from altheory.nets.deep_ensemble import DeepEnsemble
from altheory.nets.loss_prediction import LossPrediction
from altheory.nets.mc_dropout import MCDropoutClassifier
from altheory.nets.training import Training

FOLDER = Path(altheory.nets.__file__).parent


def printed(program):
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return run.stdout.split("\n")[:-1]


def test_without_torch_the_rest_works_and_what_to_install_is_said():
    program = """
import sys


class Without:
    def find_spec(name, path, target=None):
        if name.partition(".")[0] in ("torch", "sklearn"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, Without)
import altheory.nets as nets

print(nets.maximum_margin([[0.0], [2.0]], [-1, 1]).margin.__round__(6))
print(nets.ActiveSVM("max-min", kernel="linear").kernel, nets.sudoku_solver.__name__)
print("maximum_margin" in dir(nets), "MCDropoutClassifier" in dir(nets))
for use in (
    lambda: nets.MCDropoutClassifier,
    lambda: nets.mc_dropout,
    lambda: nets.ActiveSVM().query([[0.0], [1.0], [2.0]], [0, 2], [-1, 1]),
):
    try:
        use()
    except ImportError as error:
        print(type(error).__name__, error)
"""
    said = "MissingDependencyError {} is not installed; install it with: pip install '{}'"
    assert printed(program) == [
        "1.0",
        "linear altheory.nets.sudoku_solver",
        "True False",
        said.format("torch", "altheory[nets]"),
        said.format("torch", "altheory[nets]"),
        said.format("scikit-learn", "altheory[nets]"),
    ]


def test_a_file_loaded_by_its_own_name_says_it_too():
    """Every file of the room, whichever way it takes torch, and whenever it is asked again."""
    program = """
import sys
from importlib import import_module


class Without:
    def find_spec(name, path, target=None):
        if name.partition(".")[0] == "torch":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, Without)
from pkgutil import iter_modules
import altheory.nets

for found in [*iter_modules(altheory.nets.__path__)] * 2:
    try:
        import_module(f"altheory.nets.{found.name}")
    except ImportError as error:
        print(found.name, type(error).__name__, error.package, error.extra)
try:
    from altheory.nets.mc_dropout import MCDropoutClassifier
except ImportError as error:
    print(type(error).__name__, error)
"""
    *files, last = printed(program)
    asked = {path.stem for path in FOLDER.glob("*.py") if "torch import" in path.read_text("utf-8")}
    assert {"mc_dropout", "deep_ensemble", "sudoku_gnn", "_perceptron"} <= asked
    needs = {"_torch", *asked}
    assert sorted(files) == sorted(
        [f"{name} MissingDependencyError torch nets" for name in needs] * 2
    )
    assert last.startswith("MissingDependencyError torch is not installed; install it with: pip")


def test_what_torch_itself_lacks_is_not_called_torch():
    program = """
import sys


class Broken:
    def find_spec(name, path, target=None):
        if name == "torch":
            raise ModuleNotFoundError("No module named 'sleef'", name="sleef")


sys.meta_path.insert(0, Broken)
try:
    import altheory.nets.mc_dropout
except ModuleNotFoundError as error:
    print(error)
"""
    assert printed(program) == ["No module named 'sleef'"]


@pytest.mark.parametrize(
    "model",
    [
        MCDropoutClassifier(hidden=(3,), dropout=0.25, training=Training(2)),
        DeepEnsemble(members=2, hidden=(3,), sample="bootstrap", training=Training(2)),
        LossPrediction(hidden=(3, 3), width=2, margin=0.5, weight=2.0, joint=0.5),
    ],
    ids=lambda model: type(model).__name__,
)
def test_scikit_learn_copies_it_untrained(model):
    model.fit([[0.0], [1.0]], [0, 1], rng=0)
    copied = clone(model)
    assert copied is not model
    assert type(copied) is type(model)
    for known in fields(model):
        assert getattr(copied, known.name) is getattr(model, known.name)
    with pytest.raises(DomainError, match="not trained yet"):
        copied.predict([[0.0]])
    again = copied.fit([[0.0], [1.0]], [0, 1], rng=0).predict_proba([[0.5]])
    assert again.tolist() == model.predict_proba([[0.5]]).tolist()


def test_no_member_of_a_committee_is_trained_by_what_nobody_handed_in():
    """With get_params it would be taken for an estimator, and draw from the system's entropy."""
    with pytest.raises(DomainError, match="has no get_params"):
        fit_of(MCDropoutClassifier())


def test_a_name_that_there_is_not_is_no_attribute():
    with pytest.raises(AttributeError, match="no attribute 'perceptrons'"):
        vars(altheory.nets)["__getattr__"]("perceptrons")
    assert "MCDropoutClassifier" in dir(altheory.nets)


def test_committees_and_calibration_load_neither():
    program = """
import sys
from altheory.acquisition.calibration import calibration_error
from altheory.acquisition.committee import gibbs
from altheory.hypotheses.thresholds import Thresholds

gibbs(Thresholds().version_space(), 3, rng=0).votes([0.5])
calibration_error([[0.75, 0.25]], [0])
print(*[name for name in ("torch", "sklearn") if name in sys.modules])
"""
    assert printed(program) == [""]
