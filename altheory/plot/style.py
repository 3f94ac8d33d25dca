"""Figures that fit the page they are for.

A figure is drawn at its printed size, so nothing is scaled afterwards and the type in
it has a fixed relation to the type around it: one point smaller.  The settings hold
inside the context and nowhere else; they start from Matplotlib's defaults, not from
the settings of whoever runs the program, so the same data gives the same bytes.
"""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, TypeAlias, final

import matplotlib as mpl
from cycler import cycler
from matplotlib.figure import Figure

from altheory.discovery import nearest
from altheory.plot.palette import COLORS

Column: TypeAlias = Literal["half", "full"]
Text: TypeAlias = Literal["mathtext", "latex"]

RATIO = 0.62


@final
@dataclass(frozen=True, slots=True)
class Venue:
    """The page of a venue: the widths of its columns and the size of its text.

    Parameters
    ----------
    half, full
        Inches of one column and of the whole text; equal where there is one column.
    text
        Points of the running text.
    family
        The typeface; both families come with Matplotlib.

    """

    half: float
    full: float
    text: float = 10.0
    family: Literal["serif", "sans"] = "serif"

    def width(self, column: Column) -> float:
        """Return the inches of a column."""
        widths = {"half": self.half, "full": self.full}
        if column not in widths:
            raise nearest(column, tuple(widths), "column")
        return widths[column]


VENUES: Mapping[str, Venue] = MappingProxyType(
    {
        "aistats": Venue(3.25, 6.75),
        "iclr": Venue(5.5, 5.5),
        "icml": Venue(3.25, 6.75),
        "jmlr": Venue(6.0, 6.0, text=11.0),
        "neurips": Venue(5.5, 5.5),
        "slides": Venue(5.5, 5.5, text=14.0, family="sans"),
        "tmlr": Venue(6.5, 6.5),
        "uai": Venue(3.25, 6.75),
    }
)


@contextmanager
def style(
    venue: str = "icml", *, column: Column = "half", text: Text = "mathtext"
) -> Generator[Venue, None, None]:
    """Draw for a venue while the context lasts.

    Parameters
    ----------
    venue
        A name in ``VENUES``.
    column
        The width of the figure.
    text
        Who sets the mathematics: Matplotlib, or a LaTeX installation.

    Raises
    ------
    UnknownNameError
        With the nearest names.

    Examples
    --------
    >>> with style("icml", column="full"):
    ...     float(canvas().get_figwidth())
    6.75

    """
    if venue not in VENUES:
        raise nearest(venue, tuple(VENUES), "style")
    if text not in ("mathtext", "latex"):
        raise nearest(text, ("mathtext", "latex"), "way of setting text")
    page = VENUES[venue]
    settings: Any = _defaults() | _settings(page, page.width(column), text)
    with mpl.rc_context(settings):
        yield page


def canvas(height: float = RATIO) -> Figure:
    """Return an empty figure of the current width, ``height`` times as high as wide."""
    width = mpl.rcParams["figure.figsize"][0]
    return Figure(figsize=(width, height * width))


def _defaults() -> dict[str, Any]:
    """Return Matplotlib's own settings, without those that choose a window system."""
    windows = {"backend", "backend_fallback", "interactive", "toolbar"}
    return {key: value for key, value in mpl.rcParamsDefault.items() if key not in windows}


def _settings(page: Venue, width: float, text: Text) -> dict[str, Any]:
    return {
        "figure.figsize": (width, RATIO * width),
        "figure.constrained_layout.use": True,
        "pdf.fonttype": 42,
        "ps.fonttype": 42,
        "svg.fonttype": "path",
        "svg.hashsalt": "altheory",
        "savefig.dpi": 300,
        "text.usetex": text == "latex",
        **_type(page),
        **_lines(page.text - 1),
    }


def _type(page: Venue) -> dict[str, Any]:
    base = page.text - 1
    serif = page.family == "serif"
    return {
        "font.family": "STIXGeneral" if serif else "DejaVu Sans",
        "mathtext.fontset": "stix" if serif else "dejavusans",
        "axes.formatter.use_mathtext": True,
        "font.size": base,
        "axes.titlesize": base,
        "axes.labelsize": base,
        "legend.fontsize": base - 1,
        "xtick.labelsize": base - 1,
        "ytick.labelsize": base - 1,
    }


def _lines(base: float) -> dict[str, Any]:
    thin = base / 15
    ticks = {f"{axis}tick.{kind}": value for axis in "xy" for kind, value in _ticks(thin).items()}
    return {
        "axes.linewidth": thin,
        "axes.prop_cycle": cycler(color=[COLORS[m] for m in ("active", "passive", "theory")]),
        "axes.spines.top": False,
        "axes.spines.right": False,
        "lines.linewidth": base / 8,
        "lines.markersize": base / 2.8,
        "patch.linewidth": thin,
        "legend.frameon": False,
        **ticks,
    }


def _ticks(thin: float) -> dict[str, float]:
    return {
        "major.width": thin,
        "minor.width": thin * 0.7,
        "major.size": 5 * thin,
        "minor.size": 3 * thin,
    }
