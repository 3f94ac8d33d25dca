"""A figure as a bundle: the drawing, its numbers, and how to make it again.

Five files share a name: PDF, SVG and PNG for the eye, CSV for the numbers drawn, JSON
for the rest.  The same data gives the same bytes: identifiers are salted with a
constant, and nothing of the moment or the machine is kept, neither date nor folder.
Title and description travel inside the drawings.  All is rendered before anything is
written, each file appears whole, and the JSON last: where it is, the bundle is complete.
"""

import hashlib
import io
import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, final
from xml.sax.saxutils import escape

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

import altheory
from altheory.errors import DomainError
from altheory.files import write_whole
from altheory.plot.table import Table

SCHEMA = "altheory/figure/1"
DRAWINGS = ("pdf", "svg", "png")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is said about a figure.

    Parameters
    ----------
    name
        The name that its files share.
    title, caption, plain, alt
        A few words; the caption in LaTeX and in plain text; what a reader who does
        not see the figure is told, with its numbers.
    command
        The command that makes it, without folders.
    claims
        The keys of the claims it shows, each with the digest of its statement.
    parameters, seed, replicates
        Everything that its data depend on.
    band
        What the band around a curve is, if there is one.

    """

    name: str
    title: str
    caption: str
    plain: str
    alt: str
    command: str
    claims: Mapping[str, str] = field(default_factory=dict[str, str])
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any])
    seed: int | None = None
    replicates: int | None = None
    band: str | None = None


def bundle(figure: Figure, table: Table, card: Card, folder: Path) -> tuple[Path, ...]:
    """Write the bundle of ``figure`` into ``folder`` and return its files.

    Call it within the `style` that the figure was drawn in.

    Raises
    ------
    DomainError
        If ``folder`` cannot be written to; no file is then half written, and no JSON
        describes what is there.

    """
    files = {kind: _render(figure, kind, card) for kind in DRAWINGS}
    files["csv"] = table.to_csv().encode()
    files["json"] = _describe(card, table, files).encode()
    _withdraw(folder / f"{card.name}.json")
    paths = tuple(folder / f"{card.name}.{kind}" for kind in files)
    for path, content in zip(paths, files.values(), strict=True):
        write_whole(path, content)
    return paths


def _render(figure: Figure, kind: str, card: Card) -> bytes:
    stream = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": f"altheory/{card.name}"}):
        figure.savefig(stream, format=kind, metadata=_metadata(kind, card))
    drawn = stream.getvalue()
    return _describe_svg(drawn.decode(), card).encode() if kind == "svg" else drawn


def _metadata(kind: str, card: Card) -> dict[str, Any]:
    """Return what each format can carry; ``None`` blanks what changes from run to run."""
    if kind == "pdf":
        return {
            "Title": card.title,
            "Subject": card.alt,
            "Keywords": ", ".join(card.claims),
            "Creator": "altheory",
            "Producer": None,
            "CreationDate": None,
        }
    if kind == "svg":
        return {"Title": card.title, "Description": card.alt, "Creator": "altheory", "Date": None}
    return {"Title": card.title, "Description": card.alt, "Software": None}


def _describe_svg(drawn: str, card: Card) -> str:
    """Add the description that screen readers look for after the title."""
    title = f"<title>{escape(card.title)}</title>"
    if drawn.count(title) != 1:
        raise DomainError(f"an SVG drawing has its title once, got {drawn.count(title)} of {title}")
    marks = f'<svg role="img" aria-labelledby="{card.name}-title {card.name}-desc" '
    told = (
        f'<title id="{card.name}-title">{escape(card.title)}</title>\n'
        f' <desc id="{card.name}-desc">{escape(card.alt)}</desc>'
    )
    return drawn.replace(title, told).replace("<svg ", marks, 1)


def _describe(card: Card, table: Table, files: Mapping[str, bytes]) -> str:
    described = {
        "schema": SCHEMA,
        "name": card.name,
        "title": card.title,
        "caption": card.caption,
        "caption_plain": card.plain,
        "alt": card.alt,
        "claims": [{"key": key, "digest": digest} for key, digest in card.claims.items()],
        "parameters": dict(card.parameters),
        "seed": card.seed,
        "replicates": card.replicates,
        "band": card.band,
        "command": card.command,
        "versions": {
            "altheory": altheory.__version__,
            "matplotlib": mpl.__version__,
            "numpy": np.__version__,
            "python": platform.python_version(),
        },
        "data": {"rows": len(table.rows), "sha256": table.digest},
        "files": {f"{card.name}.{kind}": hashlib.sha256(files[kind]).hexdigest() for kind in files},
    }
    return json.dumps(described, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _withdraw(path: Path) -> None:
    """Take away the description of a bundle whose files are about to change."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise DomainError(f"cannot write {path}: {error.strerror}; name another folder") from error
