"""A journal of finished blocks, so that an interrupted simulation can go on.

One line a block, appended as soon as it is there, each with its own checksum: a
line torn by the interruption is passed over and its block computed again.  The
first line names the run; a journal of another run is refused.
"""

import hashlib
import json
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
        The file.
    blocks
        What it held when it was opened, by task name.

    """

    path: Path
    blocks: dict[str, Block]

    @classmethod
    def open(cls, path: Path, run: str, *, resume: bool) -> Self:
        """Open the journal of the run called ``run``, from the start unless ``resume``.

        Raises
        ------
        DomainError
            If the file belongs to another run or cannot be written.

        """
        blocks = _read(path, run) if resume and path.exists() else {}
        lines = [json.dumps({"schema": SCHEMA, "run": run})]
        lines += [_line(name, block) for name, block in blocks.items()]
        journal = cls(path, blocks)
        journal._write("w", "\n".join(lines) + "\n")
        return journal

    def append(self, name: str, block: Block) -> None:
        """Write a finished block down."""
        self._write("a", _line(name, block) + "\n")

    def close(self) -> None:
        """Delete the journal: its run is finished and written elsewhere."""
        self.path.unlink(missing_ok=True)

    def _write(self, mode: str, text: str) -> None:
        try:
            with self.path.open(mode, encoding="utf-8") as file:
                file.write(text)
        except OSError as error:
            raise DomainError(f"cannot write {self.path}: {error.strerror}") from error


def _line(name: str, block: Block) -> str:
    data = json.dumps([name, asdict(block)])
    return json.dumps({"check": _checksum(data), "data": data})


def _checksum(data: str) -> str:
    return hashlib.sha256(data.encode()).hexdigest()[:16]


def _read(path: Path, run: str) -> dict[str, Block]:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        raise DomainError(f"cannot read {path}: {error.strerror}") from error
    header = _parse(lines[0]) if lines else {}
    if header and header.get("run") != run:
        raise DomainError(
            f"{path} belongs to a run with other settings; "
            "delete it, or start anew without --resume"
        )
    found = (_parse(line) for line in lines[1:])
    whole = [line["data"] for line in found if line.get("check") == _checksum(line.get("data", ""))]
    return {name: _block(data) for name, data in map(json.loads, whole)}


def _parse(line: str) -> dict[str, Any]:
    """Return the object a line holds, empty if the line is torn."""
    try:
        data = json.loads(line)
    except json.JSONDecodeError:
        return {}
    return data if isinstance(data, dict) else {}


def _block(data: dict[str, Any]) -> Block:
    return Block(
        tuple(data["queries"]), data["unlabeled"], data["failures"], data["eliminated_best"]
    )
