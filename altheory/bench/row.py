"""A benchmark row: one piece of work, done by several contenders side by side.

A time without an answer is worth nothing, so each contender returns its answer
and the row says how far it is from the truth.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, final


@final
@dataclass(frozen=True, slots=True)
class Contender:
    """One way of doing the work.

    Parameters
    ----------
    name
        Who does it.
    work
        Does it once and returns its answer.
    accuracy
        Says in a few words how good such an answer is.

    """

    name: str
    work: Callable[[], Any]
    accuracy: Callable[[Any], str]


@final
@dataclass(frozen=True, slots=True)
class Row:
    """One piece of work and who competes at it.

    Parameters
    ----------
    title
        What the work is.
    goal
        What altheory wants to reach, in words and relative to a contender.
    contenders
        Makes the contenders, altheory's own first; heavy imports belong in here.
    peers
        Makes the contenders that need packages of the ``bench`` extra.

    """

    title: str
    goal: str
    contenders: Callable[[], tuple[Contender, ...]]
    peers: Callable[[], tuple[Contender, ...]] = tuple


@final
@dataclass(frozen=True, slots=True)
class Timing:
    """What one contender needed: seconds of wall clock, and peak memory in MiB."""

    contender: str
    median: float
    fastest: float
    slowest: float
    rounds: int
    memory: float
    ratio: float
    accuracy: str


@final
@dataclass(frozen=True, slots=True)
class Result:
    """The timings of one row; ratios are medians relative to the first contender."""

    name: str
    title: str
    goal: str
    timings: tuple[Timing, ...]
