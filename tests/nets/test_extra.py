"""Without the extra: said at first use, and never needed elsewhere."""

import subprocess
import sys

import pytest

import altheory.nets
from altheory.errors import MissingDependencyError


@pytest.mark.parametrize(("missing", "said"), [("torch", "torch"), ("sklearn", "scikit-learn")])
def test_what_to_install_is_said_at_first_use(monkeypatch, missing, said):
    monkeypatch.setattr(altheory.nets, "find_spec", lambda name: None if name == missing else 1)
    with pytest.raises(MissingDependencyError, match=rf"{said} .*altheory\[nets\]"):
        vars(altheory.nets)["__getattr__"]("MCDropoutClassifier")


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
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert not run.stdout.split()
