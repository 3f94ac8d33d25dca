"""Teeth: every mutant of the source is killed by the test named beside it.

The project is copied once; each mutant is written into the copy, its killer runs
there in a fresh interpreter and must *fail* (status 1: neither break nor find
nothing to run), and the source is put back.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutants import Mutant, every

ROOT = Path(__file__).parents[1]
MUTANTS = every()
COPIED = ("altheory", "proofs_checks", "figures", "tests")
FLAGS = ("-x", "-q", "--tb=line", "--hypothesis-profile=teeth")
PLUGINS = ("no:cacheprovider", "no:randomly", "no:xdist")
PASSED, KILLED = 0, 1


@pytest.fixture(scope="session")
def copy(tmp_path_factory):
    """The project somewhere else, with its compiled files, which stay valid."""
    tree = tmp_path_factory.mktemp("mutated")
    shutil.copy2(ROOT / "pyproject.toml", tree)
    for room in COPIED:
        shutil.copytree(ROOT / room, tree / room)
    return tree


def status(tree, *killers):
    """The exit status of pytest on ``killers`` in the copy, and what it said."""
    here = {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", *FLAGS, *(f"-p{p}" for p in PLUGINS), *killers]
    run = subprocess.run(
        command,
        cwd=tree,
        env=os.environ | here,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    return run.returncode, run.stdout[-2000:] + run.stderr[-2000:]


def mutate(tree, mutant):
    """Write the mutant, run its killer, put the source back with its time stamp."""
    path = tree / mutant.file
    stamp, source = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(source.replace(mutant.old, mutant.new), encoding="utf-8")
    try:
        return status(tree, mutant.killer)
    finally:
        path.write_text(source, encoding="utf-8")
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_no_mutant_is_stale(mutant):
    source = (ROOT / mutant.file).read_text(encoding="utf-8")
    assert source.count(mutant.old) == 1, f"{mutant}: its text is not in the source exactly once"
    assert mutant.new != mutant.old


def test_the_killers_pass_on_the_source_as_it_is(copy):
    killers = sorted({mutant.killer for mutant in MUTANTS if mutant.fast})
    code, said = status(copy, *killers)
    assert code == PASSED, said


@pytest.mark.parametrize(
    "mutant",
    [pytest.param(m, id=str(m), marks=() if m.fast else pytest.mark.slow) for m in MUTANTS],
)
def test_killed(copy, mutant: Mutant):
    code, said = mutate(copy, mutant)
    assert code == KILLED, f"{mutant.killer} did not kill it\n{said}"
