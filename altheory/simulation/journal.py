"""A journal of finished blocks, so that an interrupted simulation can go on.

One line a block, appended as soon as it is there, each with its own checksum: a
line torn by the interruption is passed over and its block computed again.  Each
line begins with its line break, so what follows a torn line is whole.  The first
line names the run; a journal of another run is refused.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self, final

from altheory.errors import DomainError
from altheory.simulation.task import Block

SCHEMA = "altheory-journal/1"


@final
@dataclass(frozen=True, slots=True)
class Journal:
    """The finished blocks of one run, in a file.

    Parameters
    ----------
    path
        The file; it is there from the first finished block on.
    run
        What the run is called.
    blocks
        What it held when it was opened, by task name.

    """

    path: Path
    run: str
    blocks: Mapping[str, Block]

    @classmethod
    def open(cls, path: Path, run: str, *, resume: bool) -> Self:
        """Open the journal of the run called ``run``, from the start unless ``resume``.

        Raises
        ------
        DomainError
            If the file belongs to another run or cannot be written.

        """
        blocks = _read(path, run) if resume and path.exists() else {}
        journal = cls(path, run, blocks)
        if not blocks:
            journal.close()
        return journal

    def append(self, name: str, block: Block) -> None:
        """Write a finished block down."""
        header = "" if self.path.exists() else json.dumps({"schema": SCHEMA, "run": self.run})
        try:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{header}\n{_line(name, block)}")
        except OSError as error:
            raise DomainError(f"cannot write {self.path}: {error.strerror}") from error

    def close(self) -> None:
        """Delete the journal: its run is finished and written elsewhere."""
        self.path.unlink(missing_ok=True)


def _line(name: str, block: Block) -> str:
    data = json.dumps([name, asdict(block)])
    return json.dumps({"check": _checksum(data), "data": data})


def _checksum(data: str) -> str:
    return hashlib.sha256(data.encode()).hexdigest()[:16]


def _read(path: Path, run: str) -> dict[str, Block]:
    try:
        first, *rest = path.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError as error:
        raise DomainError(f"cannot read {path}: {error.strerror}") from error
    header = _parse(first)
    if not header:  # torn in its very first line
        return {}
    if header != {"schema": SCHEMA, "run": run}:
        raise DomainError(
            f"{path} belongs to a run with other settings; "
            "delete it, or start anew without --resume"
        )
    whole = (line["data"] for line in map(_parse, rest) if _is_whole(line))
    return {name: _block(**fields) for name, fields in map(json.loads, whole)}


def _block(queries: list[int], **totals: int) -> Block:
    return Block(tuple(queries), **totals)


def _parse(line: str) -> dict[str, Any]:
    """Return the object a line holds, empty if the line is torn."""
    try:
        data = json.loads(line)
    except json.JSONDecodeError:
        return {}
    return data if isinstance(data, dict) else {}


def _is_whole(line: dict[str, Any]) -> bool:
    data = line.get("data")
    return isinstance(data, str) and line.get("check") == _checksum(data)
