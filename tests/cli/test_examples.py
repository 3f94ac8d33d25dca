"""The examples that the help shows: every key and every twin in them exists."""

import re

import pytest

from altheory.cli import check, claims, refute
from altheory.ledger.registry import load
from altheory.ledger.selection import listed


@pytest.fixture(scope="module")
def ledger():
    return load()


@pytest.mark.parametrize("command", [check, claims, refute])
def test_the_keys_and_twins_of_the_examples_exist(command, ledger):
    lines = [line for line in vars(command)["_HELP"].splitlines() if line.startswith("  altheory")]
    named = [key for line in lines for key in re.findall(r" ([a-z]+/[a-z/-]+)(?!\S)", line)]
    assert named
    for key in named:
        assert ledger[key].key == key
    for line in lines:
        for key, twin in re.findall(r" (\S+/\S+) .*--twin '(.*)'", line):
            assert twin in ledger[key].claim.controls


def test_the_searches_of_the_help_find_claims(ledger):
    lines = [line for line in vars(claims)["_LIST"].splitlines() if " --search '" in line]
    assert len(lines) == 2
    for line in lines:
        words, rest = line.split(" --search '")[1].split("'")
        verdict = "refuted" if "--verdict refuted" in rest else ""
        assert listed(ledger, verdict=verdict, search=words), line
