"""Color says what a thing is; the way it is drawn says how well it is known.

Colors belong to meanings, the same in every figure: active learning blue, passive
vermilion, theory black, the disagreement region amber, what is excluded light
gray.  The style of a line is its epistemic status: solid for an exact value, dashed
for a bound, dotted for an asymptote, markers in a band for a simulation (round ones
for active learning, square ones for passive).  Labels carry their sign inside the
marker.  So the drawing survives a gray-scale printer and every color blindness.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from altheory.discovery import nearest
from altheory.protocols import Label

Meaning: TypeAlias = Literal[
    "active", "passive", "theory", "disagreement", "excluded", "positive", "negative"
]
Status: TypeAlias = Literal["exact", "bound", "asymptote", "simulation", "run"]

COLORS: Mapping[str, str] = MappingProxyType(
    {
        "active": "#0072b2",
        "passive": "#d55e00",
        "theory": "#000000",
        "disagreement": "#f2b33d",
        "excluded": "#e4e4e4",
        "positive": "#004d80",
        "negative": "#a8323e",
    }
)

STROKES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "exact": {"linestyle": "-", "zorder": 3.0},
        "bound": {"linestyle": "--", "zorder": 2.6},
        "asymptote": {"linestyle": ":", "zorder": 2.8},
        "simulation": {"linestyle": "none", "zorder": 4.0, "clip_on": False},
        "run": {"linestyle": "-", "alpha": 0.35, "zorder": 1.5, "drawstyle": "steps-post"},
    }
)

MARKERS: Mapping[str, str] = MappingProxyType({"active": "o", "passive": "s"})

SIGNS: Mapping[Label, tuple[Meaning, str]] = MappingProxyType(
    {1: ("positive", "+"), -1: ("negative", "_")}
)


def color(meaning: str) -> str:
    """Return the color of a meaning.

    >>> color("active")
    '#0072b2'
    """
    if meaning not in COLORS:
        raise nearest(meaning, tuple(COLORS), "meaning of a color")
    return COLORS[meaning]


def stroke(status: str) -> dict[str, Any]:
    """Return how Matplotlib draws a line of this epistemic status.

    >>> stroke("bound")["linestyle"]
    '--'
    """
    if status not in STROKES:
        raise nearest(status, tuple(STROKES), "epistemic status")
    return dict(STROKES[status])
