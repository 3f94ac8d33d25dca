"""The checker accepts what is true and proved, and rejects everything else by name."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory import certificate as make
from altheory.errors import CertificateError
from altheory.ledger import checker
from altheory.ledger.checker import Rejected, accepted, main, verify
from tests.ledger.checker_cases import (
    ACCEPTED,
    COINS,
    EMPTY,
    FORCED_NAMED,
    FORCED_STAR,
    POWER,
    REJECTED,
    edited,
    names,
)

SAID = (
    "empty, thresholds",
    "forced +1",
    "witnesses, thresholds",
    "sphere, in the cone",
    "star set, finite",
    "query tree",
    "growth",
    "VC dimension",
    "best worst depth",
    "coin paths",
    "a quotient",
)
VERDICTS = {
    "empty-version-space: no hypothesis agrees with the labels",
    "forced-label: hypotheses agree with the labels, all of which say 1 at 7/8",
    "forced-label: hypotheses agree with the labels, all of which say 1 at (3/1, 1/2, 0/1)",
    "two-witnesses: hypotheses that agree with the labels say both -1 and 1 at 1/2",
    "star-set: each neighbor differs at its point alone: the star number is at least 3",
    "query-tree: a tree [x, if -, if +] tells all apart, at depth 2 and 8 in total",
    "finite-enumeration: some 2 points take 3 labelings, and none take more",
    "finite-enumeration: a set is shattered and no larger one is: the VC dimension is 1",
    "finite-enumeration: the least worst depth of a query tree is 3, by dynamic programming",
    "finite-enumeration: the number of coin sequences with their heads within the bounds is 4",
    "arithmetic: left != right in exact arithmetic, at the given values of the names",
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepts_and_says_what_was_proved_in_one_line(name):
    certificate = ACCEPTED[name]
    proved = verify(certificate)
    assert proved.startswith(f"{certificate['kind']}: ")
    assert "\n" not in proved
    assert accepted(certificate)


def test_the_point_is_called_by_its_name():
    assert verify(FORCED_NAMED).endswith("all of which say -1 at '(1/2, 1/2)' of 'boxes'")
    assert verify(FORCED_STAR).endswith("all of which say -1 at 1/1")
    assert verify(FORCED_NAMED).split(" at ")[0] == verify(FORCED_STAR).split(" at ")[0]


def test_verdicts_are_sentences():
    """The kind, a colon, and what is so: neither the order to verify it nor an array."""
    assert {verify(ACCEPTED[name]) for name in SAID} == VERDICTS


@pytest.mark.parametrize("name", REJECTED)
def test_rejects_with_a_reason(name):
    with pytest.raises(Rejected, match=r"\w"):
        verify(REJECTED[name])
    assert not accepted(REJECTED[name])


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_certificate_survives_the_way_through_a_file(name):
    assert verify(json.loads(json.dumps(ACCEPTED[name]))) == verify(ACCEPTED[name])


def test_every_kind_and_every_enumeration_is_accepted_once():
    kinds = {certificate["kind"] for certificate in ACCEPTED.values()}
    named = {certificate["problem"].get("enumeration") for certificate in ACCEPTED.values()}
    assert kinds == {*names(checker.KINDS), "finite-enumeration"}
    assert named - {None} == {*names(checker.ENUMERATIONS)}


def test_a_structure_that_contains_itself_is_rejected():
    endless: list[Any] = []
    endless.append(endless)
    wide: list[Any] = ["x"]
    for _ in range(150):  # 2 ** 150 values, written in 150 lists
        wide = [wide, wide]
    for strange in (endless, wide, {"schema": endless}, edited(EMPTY, proof={"": wide})):
        assert not accepted(strange)


def test_objects_that_json_never_makes_are_rejected():
    huge = edited(EMPTY, problem={"n": 10**5000})  # more digits than Python writes
    for strange in (object(), {1, 2}, b"{}", (EMPTY,), 1j, edited(EMPTY, proof=()), huge):
        assert not accepted(strange)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("1/2"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(value=JSON, name=st.sampled_from(sorted(ACCEPTED)), key=st.sampled_from(sorted(EMPTY)))
def test_no_json_value_anywhere_crashes_the_checker(value, name, key):
    certificate = ACCEPTED[name]
    assert not accepted(value)
    for part in ("problem", "proof"):
        for entry in certificate[part]:
            fields = certificate[part] | {entry: value}
            problem, proof = (fields if part == p else certificate[p] for p in ("problem", "proof"))
            accepted(make.seal(certificate["kind"], problem, proof))  # either way, no crash
    accepted(edited(certificate, **{key: value}))


def file_with(tmp_path, content: bytes) -> str:
    path = tmp_path / "certificate.json"
    path.write_bytes(content)
    return str(path)


def test_main_judges_each_file(tmp_path, capsys):
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(POWER))
    bad.write_text(json.dumps(REJECTED["a false comparison"]))
    assert main([str(good)]) == 0
    assert main([str(good), str(bad)]) == 1
    assert main([str(bad), str(good)]) == 1
    assert main([]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{good}: accepted: {verify(POWER)}"
    assert [": accepted: " in line for line in lines] == [True, True, False, False, True]
    assert lines[2] == f"{bad}: rejected: it is not true that left < right"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff",
        b"NaN",
        b"1e999",
        b"9" * 5000,
        b"[" * 100_000,
        json.dumps(POWER).encode()[:-1],
        json.dumps(POWER).encode() + b"{}",
        json.dumps(POWER).encode().replace(b'{"schema"', b'{"kind": "arithmetic", "schema"'),
        '"\\ud800\\n\U0001f600"'.encode(),
    ],
    ids=range(11),
)
def test_a_malformed_file_is_rejected_in_one_line(content, tmp_path, capsys):
    assert main([file_with(tmp_path, content)]) == 1
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert ": rejected: " in out


def test_a_missing_file_is_rejected(tmp_path, capsys):
    assert main([str(tmp_path / "nowhere"), str(tmp_path), "\0"]) == 1
    assert capsys.readouterr().out.count("rejected") == 3


def test_a_file_may_have_so_many_bytes_and_no_more(tmp_path):
    content = json.dumps(POWER).encode().ljust(checker.BYTES)
    assert main([file_with(tmp_path, content)]) == 0
    assert main([file_with(tmp_path, content + b" ")]) == 1


WIDE = ACCEPTED["integers at the limit"]  # windows far wider than the heads there can be


@pytest.mark.parametrize("certificate", [POWER, COINS, WIDE, ACCEPTED["a quotient"]])
def test_the_program_of_a_certificate_runs(certificate):
    exec(make.python_of(certificate), {})


@pytest.mark.parametrize("name", ["a false comparison", "a smaller value", "coin paths, one more"])
def test_the_program_of_a_false_certificate_fails(name):
    with pytest.raises(AssertionError):
        exec(make.python_of(REJECTED[name]), {})


@pytest.mark.parametrize("limit", ["TEXT", "VALUES", "ROWS", "POINTS", "BITS"])
def test_what_makes_certificates_knows_the_limits(limit):
    assert getattr(make, limit) == getattr(checker, limit)


def test_what_makes_certificates_refuses_vectors_that_are_too_large():
    sphere = {"class": "sphere", "dimension": 401}
    axis = (1, *[0] * 400)
    with pytest.raises(CertificateError, match="400 dimensions"):
        make.within_limits(make.two_witnesses(sphere, [], axis, (axis, axis)))
    sphere, wide = {"class": "sphere", "dimension": 20}, (2**10_000, *[1] * 19)
    for labels, said in ((25, "4194304 bits"), (2001, "2000 labels"), (5000, "100000 parts")):
        x = wide if labels == 25 else axis[:20]
        with pytest.raises(CertificateError, match=said):
            make.within_limits(make.empty_version_space(sphere, [(x, 1)] * labels))
