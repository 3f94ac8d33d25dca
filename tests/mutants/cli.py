"""Lies about ``altheory.cli`` and the files it writes."""

from tests.mutants import Mutant

FILES = "tests/test_files.py"
FILE = "altheory/files.py"

MUTANTS = (
    Mutant(
        FILE,
        "        Path(name).unlink(missing_ok=True)\n        raise\n",
        "        raise\n",
        "half a file stays behind",
        FILES + "::test_a_write_that_fails_keeps_the_old_file_and_leaves_nothing_else",
        fast=True,
    ),
    Mutant(
        FILE,
        'prefix=f".{target.name}.")\n',
        'prefix=f".{target.name}.")\n    target.unlink(missing_ok=True)\n',
        "the old file goes before the new one is whole",
        FILES + "::test_a_write_that_fails_keeps_the_old_file_and_leaves_nothing_else",
    ),
    Mutant(
        FILE,
        "            _replace(Path(os.path.realpath(path)), content)\n",
        "            _replace(path, content)\n",
        "a link is replaced by a file",
        FILES + "::test_a_link_is_followed_and_stays_a_link",
    ),
    Mutant(
        FILE,
        "        if is_special(path):  #",
        "        if False:  #",
        "a pipe is replaced by a file",
        FILES + "::test_a_pipe_is_written_into_and_stays_a_pipe",
    ),
    Mutant(
        FILE,
        "    if path.is_dir():\n",
        "    if False:\n",
        "a directory is taken for a file",
        FILES + "::test_a_bad_place_is_refused_before_any_work",
    ),
    Mutant(
        "altheory/cli/_app.py",
        "        sys.exit(2)\n",
        "        sys.exit(1)\n",
        "bad input looks like a wrong verdict",
        "tests/cli/test_bench.py::test_bad_input_is_one_line_and_status_2",
    ),
    Mutant(
        "altheory/cli/_boards.py",
        "(cells != answer)",
        "(cells == answer)",
        "what is decided rightly is counted as wrong",
        "tests/cli/test_sudoku.py::test_what_is_decided_is_counted_beside_what_is_wrong",
    ),
)
