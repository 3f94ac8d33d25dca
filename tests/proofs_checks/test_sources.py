"""Every source is in the bibliography, and nobody names a place in a paper unread."""

import re
from importlib.resources import files

import pytest

from altheory.ledger.registry import load

BIBLIOGRAPHY = files("altheory").joinpath("references.bib").read_text(encoding="utf-8")
KEYS = re.findall(r"^@\w+\{(\w+),", BIBLIOGRAPHY, re.MULTILINE)
READ = {"lecturenotes"}
SOURCES = {key: entry.claim.source for key, entry in load().entries.items()}


def test_the_bibliography_is_sorted_by_keys_none_twice():
    assert sorted(set(KEYS)) == KEYS


@pytest.mark.parametrize("key", SOURCES)
def test_a_source_is_in_the_bibliography_and_a_place_only_in_one_that_was_read(key):
    source = SOURCES[key]
    assert source.key in KEYS
    assert not source.locator or source.key in READ
