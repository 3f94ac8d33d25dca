"""``import altheory`` costs NumPy at most; what is heavy loads where it is used."""

import subprocess
import sys

import pytest

import altheory

HEAVY = (
    "matplotlib",
    "torch",
    "cvxpy",
    "sympy",
    "hypothesis",
    "sklearn",
    "scipy",
    "numba",
    "flint",
    "typer",
)


def loaded_after(statements):
    """The heavy packages that a fresh interpreter has loaded after ``statements``."""
    report = f"import sys; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", f"{statements}\n{report}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


def test_importing_altheory_loads_nothing_heavy():
    assert loaded_after("import altheory") == set()


@pytest.mark.parametrize(
    "statements",
    [
        "from altheory import Thresholds, FiniteClass, UniformInterval, StepLaw, Enclosure",
        "import altheory; altheory.Thresholds().version_space().restrict(0.5, 1).member()",
        "from altheory.learners import CAL, Passive, Bisection",
        "from altheory.testing import laws; laws.every('version_spaces')",
        "import altheory.play; dir(altheory.play)",
    ],
)
def test_working_with_classes_loads_nothing_heavy(statements):
    assert loaded_after(statements) == set()


def test_the_check_sees_what_is_loaded():
    assert loaded_after("import altheory.testing.strategies") == {"hypothesis"}


def test_every_public_name_is_there():
    for name in dir(altheory):
        assert getattr(altheory, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Treshold'"):
        altheory.Treshold  # noqa: B018 - reading the name is the test
