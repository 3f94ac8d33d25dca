"""Making a figure's bundle, and checking one that was made before."""

import hashlib
import json
from pathlib import Path

from altheory.errors import DomainError
from altheory.ledger.registry import load
from altheory.plot.bundle import Card, bundle
from altheory.plot.style import Column, style
from altheory.plot.table import Table
from figures import cache
from figures.plate import Plate, full_name, plate


def make(
    name: str, folder: Path, *, venue: str = "icml", column: Column = "half", kept: Path
) -> tuple[Path, ...]:
    """Write the bundle of a figure into ``folder`` and return its files.

    Parameters
    ----------
    name
        The figure.
    folder
        Where the bundle goes.
    venue, column
        The page it is drawn for.
    kept
        Where computed data are kept.

    """
    name = full_name(name)
    figure, table = plate(name), cache.table(name, kept)
    with style(venue, column=column):
        card = describe(name, figure, table, command=command(name, venue, column))
        return bundle(figure.draw(table), table, card, folder)


def command(name: str, venue: str, column: Column) -> str:
    """Return the command that makes a figure, without folders."""
    wide = "" if column == "half" else f" --column {column}"
    return f"python -m figures {name} --style {venue}{wide}"


def describe(name: str, figure: Plate, table: Table, *, command: str) -> Card:
    """Return what the bundle says about the figure."""
    return Card(
        name=name,
        title=figure.title,
        caption=figure.caption,
        plain=figure.plain,
        alt=figure.alt(table),
        command=command,
        claims=_digests(figure.claims),
        parameters=figure.parameters,
        seed=figure.seed,
        replicates=figure.replicates,
        band=figure.band,
    )


def mismatch(name: str, folder: Path) -> str:
    """Compute the data of a figure again and say how a bundle differs from them.

    Returns
    -------
    str
        What differs, empty if nothing does.

    Raises
    ------
    DomainError
        If ``folder`` holds no bundle of the figure.

    """
    name = full_name(name)
    drawn, files = _read(folder / f"{name}.json")
    if plate(name).data().digest != drawn:
        return "the data computed now are not those that were drawn"
    for file, digest in files.items():
        if hashlib.sha256(_bytes(folder / file)).hexdigest() != digest:
            return f"{file} is not the file that was written"
    return ""


def _digests(keys: tuple[str, ...]) -> dict[str, str]:
    """Return the claims by key, each with the SHA-256 of its statement."""
    claims = load(namespaces=lambda _: False)  # the project's own, not those of plugins
    return {key: hashlib.sha256(claims[key].claim.statement.encode()).hexdigest() for key in keys}


def _read(path: Path) -> tuple[str, dict[str, str]]:
    """Return the digest of the data and those of the files that a bundle names."""
    content = _bytes(path)
    try:
        said = json.loads(content)
        return said["data"]["sha256"], dict(said["files"])
    except (ValueError, KeyError, TypeError) as error:
        raise DomainError(f"{path} describes no figure; make the bundle again") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DomainError(f"cannot read {path}: {error.strerror}; make the bundle first") from error
