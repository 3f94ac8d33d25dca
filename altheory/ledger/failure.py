"""Running what somebody else wrote: whatever it raises becomes one line of data.

Claims and plugins are code of strangers.  What they raise is evidence for the
report and never ends the run; what they print goes to stderr, so that a report
on stdout stays parseable.  Only Ctrl-C passes.
"""

import contextlib
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, final

T = TypeVar("T")


@final
@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, in one line."""

    text: str


def attempt(action: Callable[[], T]) -> T | Failure:
    """Return what ``action`` returns, or the failure that it ended with.

    >>> attempt(lambda: 6 // 2)
    3
    >>> attempt(lambda: int("six")).text.split(":")[0]
    'ValueError'
    """
    try:
        with contextlib.redirect_stdout(sys.stderr):
            return action()
    except (Exception, SystemExit) as error:  # noqa: BLE001  a stranger may raise anything
        return Failure(_line(error))


def _line(error: BaseException) -> str:
    """Return an exception's type, its first line, and where it was raised."""
    message = str(error).strip().partition("\n")[0]
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if len(frames) > 1 else ""
    if isinstance(error, SyntaxError):
        place = ""  # its message names the line already
    return f"{type(error).__name__}: {message}{place}" if message else type(error).__name__ + place
