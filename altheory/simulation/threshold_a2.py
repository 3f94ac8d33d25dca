r"""A2 on thresholds under the uniform law, on arrays, with the events that made it so.

A round draws floats in the hull of the cuts that are left, sorts them, and has the
errors of every cut from one cumulative sum: passing a point :math:`(x, y)` changes the
number of errors by :math:`y`.  Masses are differences of floats, taken as rationals,
and the decision is that of the exact learner's own judge.  So the same instances with
the same labels lead both to the same looks, the same cuts and the same output.

Instances are uniform floats, strictly inside the region; before each of them pass
geometric numbers of others, by inversion of an exponential float.
"""

import math
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError
from altheory.hypotheses.thresholds import Threshold
from altheory.learners._look import Judge, Look, due_after
from altheory.protocols import Floats
from altheory.simulation.label_chances import Chances
from altheory.simulation.threshold_errors import WHOLE, Cuts, Profile
from altheory.simulation.transcript import Event, Transcript

FINEST = Fraction(1, 2**30)  # in a region of less mass floats are few
MOST_LABELS = 10**7


def _no_places() -> Floats:
    return np.empty(0)


def _no_labels() -> NDArray[np.int8]:
    return np.empty(0, dtype=np.int8)


@final
@dataclass(frozen=True, slots=True)
class Batch:
    """Labels bought together, in the order of arrival: ``int64[n]``, ``float64[n]``, ``int8[n]``.

    ``indices`` are those of the instances in the stream.
    """

    indices: NDArray[np.int64]
    xs: Floats
    ys: NDArray[np.int8]


@final
@dataclass(frozen=True, slots=True)
class ThresholdA2Run:
    """How far a run of A2 is: what the learner's state says, and the labels it was told.

    Attributes
    ----------
    cuts, mass, round
        The cuts still considered, the mass on which they disagree, the number of the
        round.
    xs, ys
        The labels of the round, in the order of the line.
    looks, batches
        Everything found, and all labels.
    queries, unlabeled
        The number of labels asked, and that of instances looked at.
    finished
        Whether the learner has stopped.

    """

    cuts: Cuts = WHOLE
    mass: Fraction = Fraction(1)
    round: int = 1
    xs: Floats = field(default_factory=_no_places)
    ys: NDArray[np.int8] = field(default_factory=_no_labels)
    looks: tuple[Look, ...] = ()
    batches: tuple[Batch, ...] = ()
    queries: int = 0
    unlabeled: int = 0
    finished: bool = False

    @property
    def output(self) -> Threshold:
        """The hypothesis that the learner returns: one with the fewest errors of the round."""
        profile = Profile.of(self.xs, self.ys, self.cuts)
        return profile.at_most(profile.fewest).space.member()

    @property
    def transcript(self) -> Transcript:
        """The run as an event-driven simulation writes it down."""
        events = (
            Event(i, Fraction(x), asked=True, label=1 if y == 1 else -1)
            for batch in self.batches
            for i, x, y in zip(batch.indices, batch.xs, batch.ys, strict=True)
        )
        return Transcript(tuple(events), self.unlabeled)


def a2_on_thresholds(
    rng: np.random.Generator, judge: Judge, chances: Chances, *, limit: float = math.inf
) -> ThresholdA2Run:
    """Run A2 once from all thresholds, until it stops or ``limit`` instances are looked at.

    Parameters
    ----------
    rng
        The source of chance.
    judge
        The uniform theorem for thresholds, with epsilon and delta.
    chances
        The chance of a positive label at each of many instances.
    limit
        Stop when this many instances have been looked at.

    Raises
    ------
    BudgetError
        If one run asks for more than ``MOST_LABELS`` labels.

    """
    run = ThresholdA2Run(finished=judge.epsilon >= 1)
    while not run.finished and run.unlabeled < limit:
        due = due_after(run.xs.size)
        _require_affordable(run, due, judge)
        batch = bought(rng, run.cuts, due - run.xs.size, chances, start=run.unlabeled)
        run = _told(run, batch, limit)
        if run.xs.size == due:
            run = _looked(run, judge)
    return run


def _require_affordable(run: ThresholdA2Run, due: int, judge: Judge) -> None:
    if run.queries + due - run.xs.size > MOST_LABELS:
        raise BudgetError(
            f"A2, to epsilon {judge.epsilon}, would go beyond {MOST_LABELS} labels: after "
            f"{run.queries} it disagrees on a mass of {float(run.mass):.3g}; ask for a larger "
            "epsilon, or for a stream"
        )


def bought(
    rng: np.random.Generator, cuts: Cuts, n: int, chances: Chances, *, start: int = 0
) -> Batch:
    """Draw the next ``n`` instances on which cuts disagree with labels, after ``start`` others."""
    gaps = np.zeros(n, dtype=np.int64)
    if cuts.high - cuts.low < 1:
        passing = rng.standard_exponential(n) / -math.log1p(cuts.low - cuts.high)
        gaps = passing.astype(np.int64)
    xs = _inside(rng, cuts.low, cuts.high, n)
    ys = np.where(rng.random(n) < chances(xs), 1, -1).astype(np.int8)
    return Batch(np.cumsum(gaps + 1) + (start - 1), xs, ys)


def _inside(rng: np.random.Generator, low: float, high: float, n: int) -> Floats:
    """Draw ``n`` floats of the open interval; an end met by rounding is drawn again."""
    xs = low + (high - low) * rng.random(n)
    outside = (xs <= low) | (xs >= high)
    while outside.any():
        xs[outside] = low + (high - low) * rng.random(np.count_nonzero(outside))
        outside = (xs <= low) | (xs >= high)
    return xs


def _told(run: ThresholdA2Run, batch: Batch, limit: float) -> ThresholdA2Run:
    """Add the labels of a batch to those of the round, as far as the stream goes."""
    unlabeled = int(batch.indices[-1]) + 1
    if unlabeled > limit:
        kept = int(np.count_nonzero(batch.indices < limit))
        batch = Batch(batch.indices[:kept], batch.xs[:kept], batch.ys[:kept])
        unlabeled = int(limit)
    xs, ys = in_order(np.concatenate((run.xs, batch.xs)), np.concatenate((run.ys, batch.ys)))
    return replace(
        run,
        xs=xs,
        ys=ys,
        batches=(*run.batches, batch),
        queries=run.queries + batch.xs.size,
        unlabeled=unlabeled,
    )


def in_order(xs: Floats, ys: NDArray[np.int8]) -> tuple[Floats, NDArray[np.int8]]:
    """Sort instances of (0, 1) and take their labels along, in the last bit of one integer.

    The bit patterns of positive floats are ordered as the floats are, and below 2^62.
    """
    keys = np.sort((xs.view(np.int64) << 1) | (ys > 0))
    return (keys >> 1).view(np.float64), ((keys & 1) * 2 - 1).astype(np.int8)


def _looked(run: ThresholdA2Run, judge: Judge) -> ThresholdA2Run:
    """Look at the labels of the round; a new one begins if enough cuts are dropped."""
    profile = Profile.of(run.xs, run.ys, run.cuts)
    look = judge.look(
        number=len(run.looks) + 1,
        in_round=run.round,
        n=run.xs.size,
        fewest=profile.fewest,
        before=run.mass,
        after=lambda most: profile.mass(most) if most < run.xs.size else run.mass,
    )
    run = replace(run, looks=(*run.looks, look), finished=look.verdict == "stop")
    if look.verdict != "halved":
        return run
    return replace(
        run,
        cuts=profile.at_most(look.most),
        mass=look.after,
        round=run.round + 1,
        xs=_no_places(),
        ys=_no_labels(),
        finished=look.after <= judge.epsilon,
    )
