"""``altheory bench`` as a user types it."""

import json
import subprocess
import sys


def altheory(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "altheory", *arguments], capture_output=True, text=True, check=False
    )


def test_one_row_as_json(tmp_path):
    target = tmp_path / "bench.json"
    done = altheory(
        "bench", "cal_thresholds", "--seconds", "0.01", "--format", "json", "-o", str(target)
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    (row,) = json.loads(target.read_text())["rows"]
    assert row["name"] == "cal_thresholds"
    assert all(t["median"] > 0 and t["accuracy"] for t in row["timings"])


def test_bad_input_is_one_line_and_status_2(tmp_path):
    for arguments, said in (
        (["nonsense"], "no benchmark row is called 'nonsense'"),
        (["startup", "--seconds", "-1"], "must be positive, got -1"),
        (["startup", "-o", str(tmp_path / "no" / "x")], "does not exist"),
    ):
        done = altheory("bench", *arguments)
        assert done.returncode == 2
        assert said in done.stderr
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
