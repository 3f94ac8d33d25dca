"""README: its table says what the ledger says, and CI runs the very command it shows."""

import json
import re
from pathlib import Path

import altheory
from altheory.ledger import checker
from altheory.ledger.registry import load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(name):
    return re.findall(rf"<!-- command: {name} -->\n```sh\n(.*?)\n```", README, re.DOTALL)


def test_the_table_agrees_with_the_ledger():
    expected = {key: entry.claim.expected.value for key, entry in load().entries.items()}
    rows = re.findall(r"^\| `([^`]+)`: .* \| (\w+) \|$", README, re.MULTILINE)
    assert len(rows) >= 10
    assert [(key, expected.get(key)) for key, _ in rows] == rows


def test_each_command_is_one_line_with_an_environment_of_its_own():
    for name in ("check", "test"):
        (command,) = commands(name)
        assert "\n" not in command
        assert command.startswith("python3 -m venv .venv && ")
        assert "-c constraints.txt" in command


def test_the_image_exists_and_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).is_file(), target


def test_the_certificate_it_writes_is_accepted(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (space,) = re.findall(r"^>>> v = (.*)$", README, re.MULTILINE)
    (written,) = re.findall(r"`json\.dump\(v\.certificate\((.*?)\), open\(", README)
    document = eval(space, {"al": altheory}).certificate(float(written))
    Path("proof.json").write_text(json.dumps(document), encoding="utf-8")
    assert "forced-label" in checker.verify(checker.read("proof.json"))
