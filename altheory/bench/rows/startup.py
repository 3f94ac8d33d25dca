"""How long a user waits before anything happens: the import, and the fast check."""

import subprocess
import sys

from altheory.bench.row import Contender, Row

HEAVY = (
    "cvxpy",
    "flint",
    "hypothesis",
    "matplotlib",
    "numba",
    "scipy",
    "sklearn",
    "sympy",
    "torch",
)


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _imported(package: str) -> str:
    return _python(f"import sys, {package}; print([m for m in {HEAVY} if m in sys.modules])")


def _checked() -> str:
    command = [sys.executable, "-m", "altheory", "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def contenders() -> tuple[Contender, ...]:
    """Return the import, what it cannot be faster than, and the check."""
    return (
        Contender(
            "import altheory", lambda: _imported("altheory"), lambda a: f"heavy modules: {a}"
        ),
        Contender("import numpy", lambda: _imported("numpy"), lambda a: f"heavy modules: {a}"),
        Contender("python, nothing imported", lambda: _python("pass"), lambda _: "-"),
        Contender("altheory check", _checked, str),
    )


ROW = Row(
    title="start: `import altheory`, and `altheory check` of the fast tier",
    goal="import under 0.5 s with no heavy module; check under 10 s",
    contenders=contenders,
)
