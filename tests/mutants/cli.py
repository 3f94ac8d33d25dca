"""Lies about ``altheory.cli``."""

from tests.mutants import Mutant

OUTPUT = "tests/cli/test_output.py"
FILE = "altheory/cli/_output.py"

MUTANTS = (
    Mutant(
        FILE,
        "        Path(name).unlink(missing_ok=True)\n",
        "",
        "half a file stays behind",
        OUTPUT + "::test_a_write_that_fails_keeps_the_old_file_and_leaves_nothing_else",
        fast=True,
    ),
    Mutant(
        FILE,
        'prefix=f".{path.name}.")\n',
        'prefix=f".{path.name}.")\n        path.unlink(missing_ok=True)\n',
        "the old file goes before the new one is whole",
        OUTPUT + "::test_a_write_that_fails_keeps_the_old_file_and_leaves_nothing_else",
    ),
    Mutant(
        FILE,
        "    if path.is_dir():\n",
        "    if False:\n",
        "a directory is taken for a file",
        OUTPUT + "::test_a_bad_place_is_refused_before_any_work",
    ),
    Mutant(
        FILE,
        "    if not path.parent.is_dir():\n",
        "    if False:\n",
        "a missing folder is noticed when the work is done",
        OUTPUT + "::test_a_bad_place_is_refused_before_any_work",
    ),
    Mutant(
        "altheory/cli/__init__.py",
        "        sys.exit(2)\n",
        "        sys.exit(1)\n",
        "bad input looks like a wrong verdict",
        "tests/cli/test_bench.py::test_bad_input_is_one_line_and_status_2",
    ),
)
