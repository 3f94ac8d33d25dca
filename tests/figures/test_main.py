import subprocess
import sys

import pytest

from figures.plate import names

NAME = "fig01_binary_search"


def run(*arguments, cwd=None):
    command = [sys.executable, "-m", "figures", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


def test_list_names_every_figure():
    done = run("--list")
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(names())


def test_a_figure_is_made_and_verified(tmp_path):
    out = tmp_path / "new" / "out"
    made = run(NAME, "--out", out, "--cache", tmp_path / "cache")
    assert made.returncode == 0, made.stderr
    assert f"[1/1] {NAME}  pdf svg png csv json" in made.stderr
    assert made.stdout == ""
    assert len(list(out.iterdir())) == 5
    verified = run(NAME, "--out", out, "--verify")
    assert (verified.returncode, verified.stderr) == (0, f"[1/1] {NAME}  verified\n")
    (out / f"{NAME}.csv").write_text("")
    changed = run(NAME, "--out", out, "--verify")
    assert changed.returncode == 1, "a bundle that differs is no mistake of usage"
    assert f"{NAME}.csv is not the file that was written" in changed.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fig01_binary_serch"], f"did you mean {NAME}"),
        ([NAME, "--style", "icmll"], "did you mean icml"),
        ([NAME, "--column", "third"], "no column is called 'third'"),
        ([NAME, "--out", "/proc/nowhere"], "name another --out"),
        ([NAME, "--verify", "--out", "/nowhere"], "make the bundle first"),
    ],
)
def test_a_mistake_is_one_line_and_status_two(arguments, message):
    done = run(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_matplotlib_stays_out_of_the_package_and_pyplot_out_of_the_figures():
    program = (
        "import sys, altheory; assert 'matplotlib' not in sys.modules;"
        "import figures.gallery; from figures.plate import *; [plate(n) for n in names()];"
        "assert 'matplotlib' in sys.modules; assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
