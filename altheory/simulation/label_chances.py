r"""Chances of a positive label for whole batches of float instances on the line.

A label is +1 iff a uniform float, a multiple of :math:`2^{-53}`, is below the chance.
Where the label law is constant on pieces, the piece of a float is found exactly and
the chance is rounded up to a float, so that it is off by less than :math:`2^{-53}`;
Tsybakov's chance is evaluated in floats, so that it is off by a few such roundings.
No label law that is free of chance changes at all.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from altheory.numeric.rational import ceil_float, float_above
from altheory.oracles._step_labels import StepLabels
from altheory.oracles.realizable import TargetLabels
from altheory.oracles.tsybakov import TsybakovLabels
from altheory.protocols import Floats
from altheory.spaces.line import IntervalUnion

Chances: TypeAlias = Callable[[Floats], Floats]


def chances(labels: Any) -> Chances | None:
    """Return the chance of +1 at each of many floats, None for a law that is not known here."""
    if isinstance(labels, TargetLabels):
        region = labels.bayes
        return _of_steps(((region, Fraction(1)), (~region, Fraction(0))))
    if isinstance(labels, StepLabels):
        return _of_steps(labels.cells)
    if isinstance(labels, TsybakovLabels):
        return _of_tsybakov(labels)
    return None


def _of_steps(cells: Any) -> Chances | None:
    """Return the step function of the cells, whose pieces begin at floats."""
    if not all(isinstance(region, IntervalUnion) for region, _ in cells):
        return None
    starts = {cut: p for region, p in cells for cut in region.cuts[::2]}  # disjoint, so one each
    order = sorted(starts)
    edges = np.array([_first_float(*cut) for cut in order])
    values = np.array([ceil_float(starts[cut]) for cut in order])

    def chance(xs: Floats) -> Floats:
        found: Floats = values[np.searchsorted(edges, xs, side="right") - 1]
        return found

    return chance


def _first_float(x: Fraction, side: int) -> float:
    """Return the least float beyond a cut."""
    return float_above(x) if side else ceil_float(x)


def _of_tsybakov(labels: TsybakovLabels) -> Chances | None:
    positive = labels.positive
    if not isinstance(positive, IntervalUnion):
        return None
    boundary = np.array([float(x) for x in labels.turns])
    coins = np.array([float(x) for x in labels.turns if Fraction(float(x)) == x])
    power = float(labels.kappa - 1)
    side = _of_steps(((positive, Fraction(1)), (~positive, Fraction(0))))
    if side is None or not labels.turns:
        return side

    def chance(xs: Floats) -> Floats:
        distance = np.abs(xs[:, None] - boundary).min(axis=1)
        margin = np.where(np.isin(xs, coins), 0.0, np.minimum(0.5, distance**power))
        found: Floats = 0.5 + (2 * side(xs) - 1) * margin
        return found

    return chance
