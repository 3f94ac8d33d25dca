import hashlib
import json
import re
import time
import xml.etree.ElementTree as ET

import matplotlib as mpl
import pytest
from PIL import Image

from altheory.errors import DomainError
from altheory.plot.bundle import Card, bundle
from altheory.plot.style import canvas, style
from altheory.plot.table import Table

CARD = Card(
    name="fig99",
    title="Cats & <dogs>",
    caption=r"$\varepsilon < 1$",
    plain="epsilon < 1",
    alt='Two points, at 1 and "2" & more.',
    command="python -m figures fig99 --style icml",
    claims={"some/claim": "0" * 64},
    parameters={"n": 3},
    seed=7,
    replicates=10,
    band="95 % of the mean",
)
TABLE = Table(("x", "y"), ((1, 0.1), (2, 0.2)))


def make(folder, card=CARD):
    with style("icml"):
        figure = canvas()
        ax = figure.subplots()
        ax.plot(TABLE.column("x"), TABLE.column("y"), marker="o")
        ax.set_xlabel(r"$\varepsilon$ and text")
        return bundle(figure, TABLE, card, folder)


def test_a_rerun_gives_the_same_bytes_later_and_elsewhere(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    first = make(here)
    time.sleep(1.1)  # a date in seconds would differ
    again = make(there)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in first]


def test_the_files_are_the_bundle_and_nothing_else(tmp_path):
    files = make(tmp_path)
    assert [path.name for path in files] == [
        f"fig99.{k}" for k in ("pdf", "svg", "png", "csv", "json")
    ]
    assert sorted(tmp_path.iterdir()) == sorted(files)


def test_json_says_all_and_nothing_of_the_machine(tmp_path):
    make(tmp_path)
    text = (tmp_path / "fig99.json").read_text()
    said = json.loads(text)
    assert said["schema"] == "altheory/figure/1"
    assert said["claims"] == [{"key": "some/claim", "digest": "0" * 64}]
    assert said["caption"] == CARD.caption
    assert said["caption_plain"] == CARD.plain
    for key in ("title", "alt", "parameters", "seed", "replicates", "band", "command"):
        assert said[key] == getattr(CARD, key)
    assert said["data"] == {"rows": 2, "sha256": TABLE.digest}
    for name, digest in said["files"].items():
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest
    assert said["versions"]["matplotlib"] == mpl.__version__
    assert str(tmp_path) not in text
    assert not re.search(r"\d\d:\d\d", text)


def test_the_csv_is_the_table(tmp_path):
    make(tmp_path)
    assert (tmp_path / "fig99.csv").read_text() == TABLE.to_csv()


def test_the_svg_has_a_title_and_a_description_for_screen_readers(tmp_path):
    make(tmp_path)
    root = ET.fromstring((tmp_path / "fig99.svg").read_text())
    space = "{http://www.w3.org/2000/svg}"
    title, desc = root.find(f"{space}title"), root.find(f"{space}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == (CARD.title, CARD.alt)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert root.get("width") == "234pt"  # 3.25 inches


def test_the_pdf_embeds_truetype_and_has_no_date(tmp_path):
    make(tmp_path)
    content = (tmp_path / "fig99.pdf").read_bytes()
    assert b"/FontFile2" in content  # TrueType, what fonttype 42 embeds
    assert b"/Type3" not in content
    assert b"/Title (Cats & <dogs>)" in content
    assert b"CreationDate" not in content
    assert b"ModDate" not in content


def test_the_png_is_drawn_at_its_printed_size(tmp_path):
    make(tmp_path)
    with Image.open(tmp_path / "fig99.png") as image:
        assert image.size[0] == round(3.25 * 300)
        assert image.info["Title"] == CARD.title
        assert image.info["Description"] == CARD.alt


def test_a_folder_that_is_none_is_refused_and_nothing_is_left(tmp_path):
    with pytest.raises(DomainError, match=r"cannot write .*fig99\.pdf"):
        make(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_rerun_leaves_no_description(tmp_path):
    make(tmp_path)
    whole = (tmp_path / "fig99.pdf").read_bytes()
    (tmp_path / "fig99.svg").unlink()
    (tmp_path / "fig99.svg").mkdir()  # in the way of the second file
    with pytest.raises(DomainError, match=r"cannot write .*fig99\.svg"):
        make(tmp_path)
    assert not (tmp_path / "fig99.json").exists()
    assert (tmp_path / "fig99.pdf").read_bytes() == whole
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_figure_that_cannot_be_rendered_leaves_nothing(tmp_path):
    with style("icml"):
        figure = canvas()
        figure.subplots().set_title(r"$\frac{$")
        with pytest.raises(ValueError, match="frac"):
            bundle(figure, TABLE, CARD, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_settings_are_untouched(tmp_path):
    before = dict(mpl.rcParams)
    make(tmp_path)
    assert dict(mpl.rcParams) == before
