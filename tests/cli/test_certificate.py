import json

import pytest

import altheory as al
from tests.ledger.fakes import STANDS


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.json"
    path.write_text(json.dumps(STANDS.certificate))
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({**STANDS.certificate, "digest": "0" * 64}))
    return path


def test_an_accepted_certificate_is_status_0(altheory, good):
    done = altheory("certificate", "verify", good, good)
    assert (done.status, done.err) == (0, "")
    assert done.out.count(f"{good}: accepted: ") == 2


def test_a_rejected_one_is_status_1_and_the_others_are_judged(altheory, good, bad, tmp_path):
    done = altheory("certificate", "verify", bad, good)
    assert done.status == 1
    assert f"{bad}: rejected: " in done.out
    assert f"{good}: accepted: " in done.out
    noise = tmp_path / "noise.json"
    noise.write_bytes(b"\xff\x00 no certificate")
    assert altheory("certificate", "verify", noise).status == 1


def test_an_unreadable_file_is_status_2(altheory, good, bad, tmp_path):
    done = altheory("certificate", "verify", bad, tmp_path / "gone.json", tmp_path, good)
    assert done.status == 2
    assert "gone.json: No such file or directory" in done.err
    assert "Is a directory" in done.err
    assert "accepted" in done.out


def test_no_file_is_a_usage_error(altheory):
    assert altheory("certificate", "verify").status == 2


def test_certificates_on_graphs_are_judged_too(altheory, tmp_path):
    line = [[0, 1, 0], [1, 0, 2], [0, 2, 0]]
    good = {
        "flow": al.graphs.cut_certificate(al.graphs.min_cut(line, [0], [2])),
        "bound": al.graphs.harmonic_certificate(line, [0, 2], [0, 1]),
    }
    bad = {"lost": good["flow"] | {"proof": {"flow": ["1/1", "2/1"]}}}
    for name, proof in (good | bad).items():
        (tmp_path / name).write_text(json.dumps(proof))
    done = altheory("certificate", "verify", tmp_path / "flow", tmp_path / "bound")
    assert done.status == 0
    assert "accepted: max-flow: minimum cuts weigh 1/1" in done.out
    assert "accepted: harmonic-bound: values are within" in done.out
    done = altheory("certificate", "verify", tmp_path / "lost")
    assert done.status == 1
    assert "rejected: some flow is lost on the way" in done.out
