"""The judge of graphs accepts what is true and proved, and rejects everything else by name."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from altheory import certificate as make
from altheory.errors import CertificateError
from altheory.ledger import checker, graph_checker
from altheory.ledger.checker import Rejected
from altheory.ledger.graph_checker import KINDS, accepted, verify
from tests.ledger import test_checker_mutants as mutation
from tests.ledger.checker_cases import POWER, names
from tests.ledger.corruption_cases import DOUBTFUL, MALFORMED, corrupted, exchanged, sealed
from tests.ledger.graph_cases import (
    ACCEPTED,
    HALVES,
    OPEN,
    REJECTED,
    TRIANGLE,
    certificates,
    is_true,
)

FILE = Path(graph_checker.__file__)
SOURCE = FILE.read_text()
CERTIFICATES = certificates()
MIXED = list(exchanged(HALVES, OPEN))
SIGNS_ONLY = {"a first sign turned", "a last sign turned", "a sign less", "a sign more"}
EQUIVALENT: dict[str, str] = {
    '0 -> -1 in for k, edge in enumerate(judge.array(edges, 0, judge.VALUES, "edges")):': (
        mutation.NEVER_NEGATIVE
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepts_and_says_what_was_proved_in_one_line(name):
    proved = verify(json.loads(json.dumps(ACCEPTED[name])))
    assert proved.startswith(f"{ACCEPTED[name]['kind']}: ")
    assert "\n" not in proved
    assert accepted(ACCEPTED[name])


def test_verdicts_are_sentences():
    said = "minimum cuts weigh 6/1 and agree on the labels that are forced, no others"
    assert verify(TRIANGLE) == f"max-flow: {said}"
    said = "values are within 0/1 of what is harmonic with those at the labels"
    assert verify(HALVES) == f"harmonic-bound: {said}"


@pytest.mark.parametrize("name", REJECTED)
def test_rejects_with_a_reason(name):
    with pytest.raises(Rejected, match=r"\w"):
        verify(REJECTED[name])
    assert not accepted(REJECTED[name])


def test_other_kinds_are_judged_as_ever():
    assert verify(POWER) == checker.verify(POWER)
    with pytest.raises(Rejected, match="unknown kind"):
        checker.verify(TRIANGLE)


def test_there_are_enough_certificates_and_both_opinions_accept_them():
    kinds = [certificate["kind"] for certificate in CERTIFICATES]
    assert {*kinds} == {*names(KINDS)}
    assert min(map(kinds.count, kinds)) >= 30
    assert all(map(accepted, CERTIFICATES))
    assert all(map(is_true, CERTIFICATES))


def test_the_second_opinion_is_not_always_yes():
    false = [c for c in REJECTED.values() if len(str(c)) < 800]
    assert sum(not is_true(c) for c in false) > 30


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_malformed_is_always_rejected(name):
    changed = [bad for c in CERTIFICATES for bad in corrupted(c, MALFORMED[name])]
    assert len(changed) >= 100
    for bad in changed:
        assert not accepted(bad), bad


@pytest.mark.parametrize("name", DOUBTFUL.keys() - SIGNS_ONLY - {"another name", "another count"})
def test_what_is_accepted_after_a_change_is_still_true(name):
    changed = [bad for c in CERTIFICATES for bad in corrupted(c, DOUBTFUL[name]) if bad != c]
    assert sum(not accepted(bad) for bad in changed) >= 50
    for bad in changed:
        if accepted(bad):
            assert is_true(bad), bad
            assert bad == sealed(bad)


@pytest.mark.parametrize("name", MIXED)
def test_mixed_certificates_are_rejected_or_still_true(name):
    others = [*CERTIFICATES[1:], CERTIFICATES[0]]
    mixed = [exchanged(c, o)[name] for c, o in zip(CERTIFICATES, others, strict=True)]
    assert sum(not accepted(bad) for bad in mixed) >= 30
    for bad in mixed:
        if accepted(bad):
            assert is_true(bad), bad
            assert bad == sealed(bad)


def test_runs_isolated(tmp_path):
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(HALVES))
    bad.write_text(json.dumps(REJECTED["a smaller bound"]))
    other = tmp_path / "other.json"
    other.write_text(json.dumps(POWER))
    command = [sys.executable, "-I", "-S", str(FILE), str(good), str(bad), str(other)]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60, cwd=tmp_path
    )
    assert run.returncode == 1
    lines = run.stdout.splitlines()
    assert lines[0] == f"{good}: accepted: {verify(HALVES)}"
    assert [line.split(": ")[1] for line in lines] == ["accepted", "rejected", "accepted"]
    assert run.stderr == ""


def test_is_short():
    assert len(SOURCE.splitlines()) <= 140


def test_what_makes_certificates_knows_the_limit():
    assert make.ROOM == graph_checker.ROOM
    for name in ("bits at the limit", "bits of many numbers at the limit"):
        make.within_limits(ACCEPTED[name])
    for name in ("bits beyond the limit", "bits of many numbers beyond the limit"):
        with pytest.raises(CertificateError, match="bits"):
            make.within_limits(REJECTED[name])


def judgement(names_: dict[str, object], certificate: object) -> str:
    """Return what a mutant says, and how it rejects."""
    try:
        said: str = names_["verify"](certificate)  # type: ignore[operator]  # the mutant's own
    except Rejected:
        said = "rejected"
    return f"{said}; {names_['accepted'](certificate)}"  # type: ignore[operator]  # likewise


def battery():
    cases = sorted([*ACCEPTED.values(), *REJECTED.values()], key=lambda case: len(str(case)))
    return [lambda names_, case=case: judgement(names_, case) for case in cases]


def test_one_mutant_in_a_few_dies():
    assert mutation.survivors(battery(), 6, SOURCE) <= set(EQUIVALENT)


@pytest.mark.slow
def test_every_mutant_dies_or_is_explained():
    assert mutation.survivors(battery(), 1, SOURCE) == set(EQUIVALENT)
