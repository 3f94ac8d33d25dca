"""Tables once computed, kept under the digest of everything they depend on."""

import os
from contextlib import suppress
from pathlib import Path

from altheory.errors import DomainError
from altheory.files import write_whole
from altheory.plot.table import Table
from figures.plate import full_name, inputs_digest, plate


def default_folder() -> Path:
    """Return where this user's programs keep what they can make again."""
    kept = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(kept).expanduser() / "altheory" / "figures"


def table(name: str, folder: Path) -> Table:
    """Return the data of a figure, computed unless ``folder`` holds them already."""
    name = full_name(name)
    path = folder / f"{name}-{inputs_digest(name)[:32]}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):  # not there, or torn
        return Table.from_json(path.read_text(encoding="utf-8"))
    computed = plate(name).data()
    with suppress(OSError, DomainError):  # a cache that cannot be written costs time, nothing else
        _keep(computed, path)
    return computed


def _keep(computed: Table, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, computed.to_json().encode())
