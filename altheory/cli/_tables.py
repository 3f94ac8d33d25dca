"""Tables of numbers from files of comma-separated values, refused with the line number."""

import csv
from fractions import Fraction
from pathlib import Path

from altheory.cli._numbers import number
from altheory.errors import DomainError


def table(path: Path) -> tuple[list[str] | None, list[tuple[int, list[Fraction]]]]:
    """Return the names of the columns, if the first line has any, and the rows of numbers.

    Empty lines are skipped.  Each row comes with its line; all are equally long.

    Raises
    ------
    DomainError
        If the file cannot be read, holds no numbers, or a line is no row of numbers.

    """
    rows, names, width = list[tuple[int, list[Fraction]]](), None, 0
    known = dict[str, Fraction]()  # few texts in many cells
    for line, cells in _lines(path):
        width = width or len(cells)
        if len(cells) != width:
            raise DomainError(
                f"{path}, line {line}: {len(cells)} columns where the first line has {width}"
            )
        if not rows and names is None and not any(map(_is_number, cells)):
            names = cells
            continue
        for cell in cells:
            if cell not in known:
                known[cell] = number(cell, f"{path}, line {line}:", "0.25")
        rows.append((line, [known[cell] for cell in cells]))
    if not rows:
        raise DomainError(f"{path} has no row of numbers; write one line for each")
    return names, rows


def _lines(path: Path) -> list[tuple[int, list[str]]]:
    """Return the cells of each line that is not empty, without blanks around them."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DomainError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DomainError(f"{path} is no text in UTF-8 (byte {error.start})") from error
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        found = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        raise DomainError(f"{path}, line {reader.line_num}: {error}") from error
    return [(line, cells) for line, cells in found if any(cells)]


def _is_number(cell: str) -> bool:
    try:
        Fraction(cell)
    except (ValueError, ZeroDivisionError):
        return False
    return True
