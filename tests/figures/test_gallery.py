import hashlib
import json

import pytest

from altheory.errors import DomainError
from altheory.ledger.registry import load
from figures.gallery import make, mismatch
from figures.plate import names, plate

NAME = "fig01_binary_search"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("name", names())
def test_a_figure_made_twice_has_the_same_bytes(name, tmp_path, shared):
    folders = tmp_path / "a", tmp_path / "b"
    made = []
    for folder in folders:
        folder.mkdir()
        made.append([path.read_bytes() for path in make(name, folder, kept=shared)])
    assert made[0] == made[1]


def test_the_command_makes_it_again_without_folders(tmp_path, kept):
    make(NAME, tmp_path, venue="slides", column="full", kept=kept)
    said = json.loads((tmp_path / f"{NAME}.json").read_text())
    assert said["command"] == f"python -m figures {NAME} --style slides --column full"


def test_claims_carry_the_digest_of_their_statement(tmp_path, kept):
    make(NAME, tmp_path, kept=kept)
    said = json.loads((tmp_path / f"{NAME}.json").read_text())
    claims = {claim["key"]: claim["digest"] for claim in said["claims"]}
    assert tuple(claims) == plate(NAME).claims
    for key, digest in claims.items():
        statement = load()[key].claim.statement
        assert digest == hashlib.sha256(statement.encode()).hexdigest()


def test_a_bundle_just_made_is_verified(tmp_path, kept):
    make(NAME, tmp_path, kept=kept)
    assert mismatch(NAME, tmp_path) == ""


@pytest.mark.parametrize("kind", ["pdf", "svg", "png", "csv"])
def test_a_changed_file_is_noticed(tmp_path, kept, kind):
    make(NAME, tmp_path, kept=kept)
    path = tmp_path / f"{NAME}.{kind}"
    path.write_bytes(path.read_bytes() + b" ")
    assert mismatch(NAME, tmp_path) == f"{NAME}.{kind} is not the file that was written"


def test_other_data_are_noticed(tmp_path, kept):
    make(NAME, tmp_path, kept=kept)
    path = tmp_path / f"{NAME}.json"
    said = json.loads(path.read_text())
    said["data"]["sha256"] = "0" * 64
    path.write_text(json.dumps(said))
    assert mismatch(NAME, tmp_path).startswith("the data computed now are not")


def test_verification_does_not_trust_the_cache(tmp_path, kept, monkeypatch):
    make(NAME, tmp_path, kept=kept)
    monkeypatch.setattr("figures.cache.table", lambda *_: pytest.fail("the cache was read"))
    assert mismatch(NAME, tmp_path) == ""


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"data": {}}', '{"data": 1, "files": {}}'])
def test_a_description_that_is_none_is_refused(tmp_path, torn):
    (tmp_path / f"{NAME}.json").write_text(torn)
    with pytest.raises(DomainError, match="describes no figure"):
        mismatch(NAME, tmp_path)


def test_a_bundle_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(DomainError, match="make the bundle first"):
        mismatch(NAME, tmp_path)
