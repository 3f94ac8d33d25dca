"""A journal of finished blocks, so that an interrupted simulation can go on.

A block is a dataclass of plain values, such as the replicates of a goal or one run of a
learning curve.  One line a block, appended as soon as it is there, each with its own checksum: a
line torn by the interruption is passed over and its block computed again.  Each
line begins with its line break, so what follows a torn line is whole.  The first
line names the run.  Nothing is thrown away unasked: a journal of another run, one
that a fresh start would lose and a file that is no journal are refused.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self, final

from altheory.errors import DomainError
from altheory.simulation.task import Block

SCHEMA = "altheory-journal/1"
_HEAD = json.dumps({"schema": SCHEMA, "run": ""})[:-2]  # what a torn first line begins with


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
    blocks: Mapping[str, Any]

    @classmethod
    def open(
        cls, path: Path, run: str, *, resume: bool, read: Callable[..., Any] | None = None
    ) -> Self:
        """Open the journal of the run called ``run``, to go on with it if ``resume``.

        Parameters
        ----------
        path, run
            Where it is kept, and whose it is.
        resume
            Whether to go on with the blocks that it holds.
        read
            Makes a block of the fields that were written down; a
            :class:`~altheory.simulation.task.Block` by default.

        Raises
        ------
        DomainError
            If the file is no journal, cannot be used, belongs to another run, or
            holds finished blocks and ``resume`` is not set.

        """
        owner, blocks = _read(path, read or _block) if os.path.lexists(path) else (None, {})
        if blocks or resume:
            _refuse_loss(path, len(blocks), is_own=owner is None or owner == run, resume=resume)
        journal = cls(path, run, blocks)
        if not blocks:
            journal.close()
        return journal

    def append(self, name: str, block: Any) -> None:
        """Write a finished block down."""
        header = "" if self.path.exists() else json.dumps({"schema": SCHEMA, "run": self.run})
        try:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{header}\n{_line(name, block)}")
        except OSError as error:
            raise DomainError(f"cannot write {self.path}: {error.strerror}") from error

    def close(self) -> None:
        """Delete the journal: its run is finished and written elsewhere."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise DomainError(f"cannot delete {self.path}: {error.strerror}") from error


def _refuse_loss(path: Path, n_blocks: int, *, is_own: bool, resume: bool) -> None:
    """Refuse to go on with another's run, or to start anew where blocks are kept."""
    if not is_own:
        kept = f"{path} holds {_counted(n_blocks)} of a run with other settings"
        raise DomainError(f"{kept}; delete it, or name another output")
    if not resume:
        kept = f"{path} holds {_counted(n_blocks)}"
        raise DomainError(f"{kept}; add --resume to go on, or delete it to start anew")


def _counted(n: int) -> str:
    return f"{n} finished block{'s' * (n != 1)}"


def _line(name: str, block: Any) -> str:
    data = json.dumps([name, asdict(block)])
    return json.dumps({"check": _checksum(data), "data": data})


def _checksum(data: str) -> str:
    return hashlib.sha256(data.encode()).hexdigest()[:16]


def _read(path: Path, made: Callable[..., Any]) -> tuple[str | None, dict[str, Any]]:
    """Return the run that a journal belongs to, None if torn before its name, and the blocks."""
    first, *rest = _text(path).split("\n")
    if not rest and (first.startswith(_HEAD) or _HEAD.startswith(first)):
        return None, {}
    header = _parse(first)
    if set(header) != {"schema", "run"} or header["schema"] != SCHEMA:
        raise DomainError(f"{path} is no journal of a simulation; move it, or name another output")
    whole = (line["data"] for line in map(_parse, rest) if _is_whole(line))
    return header["run"], {name: made(**fields) for name, fields in map(json.loads, whole)}


def _text(path: Path) -> str:
    if not path.is_file():
        raise DomainError(
            f"finished blocks are kept in {path}, which is no regular file; "
            "move it, or name another output"
        )
    if not os.access(path, os.W_OK):
        raise DomainError(f"cannot write {path}: no permission; delete it, or name another output")
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise DomainError(f"cannot read {path}: {error.strerror}") from error


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
