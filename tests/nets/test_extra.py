"""Without the extra: said at first use, and never needed elsewhere."""

import subprocess
import sys

import pytest

import altheory.nets


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
