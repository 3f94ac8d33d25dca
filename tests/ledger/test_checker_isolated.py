"""The checker runs alone: no site packages, no altheory, and short enough to be read."""

import ast
import json
import subprocess
import sys
from pathlib import Path

from altheory.ledger import checker
from altheory.ledger.checker import verify
from tests.ledger.checker_cases import POWER, REJECTED

SOURCE = Path(checker.__file__)


def run(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-S", str(SOURCE), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_runs_isolated(tmp_path):
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(POWER))
    bad.write_text(json.dumps(REJECTED["a false comparison"]))
    one = run(good)
    both = run(good, bad)
    assert (one.returncode, one.stdout) == (0, f"{good}: accepted: {verify(POWER)}\n")
    assert both.returncode == 1
    assert [line.split(": ")[1] for line in both.stdout.splitlines()] == ["accepted", "rejected"]
    assert one.stderr == both.stderr == ""
    assert run().returncode == 2


def test_is_at_most_400_lines():
    assert len(SOURCE.read_text().splitlines()) <= 400


def test_imports_the_standard_library_alone():
    tree = ast.parse(SOURCE.read_text())
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {
        alias.name if isinstance(node, ast.Import) else f"{node.module}"
        for node in imports
        for alias in node.names
    }
    assert names
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names
    assert all(node.level == 0 for node in imports if isinstance(node, ast.ImportFrom))
