import pytest

from altheory.plot.table import Table
from figures import cache
from figures.plate import plate

NAME = "fig01_binary_search"


def poisoned(folder):
    """Return the cache's only file, holding a table of our own."""
    (path,) = folder.iterdir()
    path.write_text(Table(("kept",), ((1,),)).to_json())
    return path


def test_the_first_time_computes_and_the_second_reads(tmp_path):
    assert cache.table(NAME, tmp_path) == plate(NAME).data()
    poisoned(tmp_path)
    assert cache.table(NAME, tmp_path).columns == ("kept",)


def test_other_inputs_are_computed_anew(tmp_path, monkeypatch):
    cache.table(NAME, tmp_path)
    poisoned(tmp_path)
    monkeypatch.setattr(cache, "inputs_digest", lambda name: f"{name} of another program")
    assert cache.table(NAME, tmp_path) == plate(NAME).data()


@pytest.mark.parametrize(
    "torn", [b"", b"{", b'{"columns": ["a"], "rows": [[1, 2]]}', b"[]", b"{}", b"\xff\xfe"]
)
def test_a_torn_file_is_computed_anew(tmp_path, torn):
    cache.table(NAME, tmp_path)
    poisoned(tmp_path).write_bytes(torn)
    assert cache.table(NAME, tmp_path) == plate(NAME).data()


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path):
    file = tmp_path / "file"
    file.write_text("no folder")
    assert cache.table(NAME, file) == plate(NAME).data()
    assert file.read_text() == "no folder"


def test_the_default_follows_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.default_folder() == tmp_path / "altheory" / "figures"
