"""A figure's file: what it shows, how its numbers are made, how they are drawn.

One file ``figNN_name.py`` holds one ``PLATE``.  ``data`` calls altheory and makes a
table; ``draw`` reads the table and computes nothing; ``alt`` tells the table to a
reader who does not see the figure.
"""

import hashlib
import importlib
import inspect
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, final

from matplotlib.figure import Figure

import altheory
from altheory.discovery import module_names, nearest
from altheory.plot.table import Table

NUMBERED = re.compile(r"fig\d\d_")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """One figure.

    Parameters
    ----------
    title, caption, plain
        A few words; the caption in LaTeX, and in plain text.
    data, draw, alt
        From nothing to a table, from the table to a figure and to words.
    parameters, seed, replicates
        Everything the data depend on, as plain values.
    claims
        The keys of the claims that the figure shows.
    band
        What the band around a curve is.

    """

    title: str
    caption: str
    plain: str
    data: Callable[[], Table]
    draw: Callable[[Table], Figure]
    alt: Callable[[Table], str]
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any])
    seed: int | None = None
    replicates: int | None = None
    claims: tuple[str, ...] = ()
    band: str | None = None


def names() -> tuple[str, ...]:
    """Return the names of all figures, in the order of the story."""
    return tuple(name for name in module_names("figures") if NUMBERED.match(name))


def plate(name: str) -> Plate:
    """Return the figure called ``name``; its number or its beginning will do.

    Raises
    ------
    UnknownNameError
        With the nearest names.

    """
    found: Plate = vars(importlib.import_module(f"figures.{full_name(name)}"))["PLATE"]
    return found


def full_name(name: str) -> str:
    """Return the name of the file for a name, its beginning or its number.

    >>> full_name("fig01"), full_name("3")
    ('fig01_binary_search', 'fig03_cal_stream')
    """
    known = names()
    number = f"fig{name.removeprefix('fig'):0>2}_"
    found = [full for full in known if full == name or full.startswith(number)]
    if len(found) != 1:
        raise nearest(name, known, "figure")
    return found[0]


def inputs_digest(name: str) -> str:
    """Return the digest of all that the data of a figure depend on.

    The program is an input as much as the parameters are: every source file of
    altheory and the figure's own take part.
    """
    figure = plate(name)
    said = {"parameters": dict(figure.parameters), "seed": figure.seed, "n": figure.replicates}
    digest = hashlib.sha256(json.dumps(said, sort_keys=True).encode())
    root = Path(altheory.__file__).parent
    for path in (*sorted(root.rglob("*.py")), Path(inspect.getfile(figure.data))):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
