r"""How far confidence can be trusted: calibration error, and the temperature that fits logits best.

Confidence is :math:`\max_c p_c`.  A model is calibrated if among instances of one confidence that
share is right.  The usual estimate puts confidences into equal bins and sums the gaps between
mean confidence and accuracy.  Within a bin gaps cancel, so it may miss error; and in a sample
accuracy varies, so it is above 0 even for a calibrated model (claim
``calibration/binned-error-of-calibrated``).  How much above is known exactly and returned beside
it: the number of right answers in a bin then has a Poisson binomial law.

Logits divided by one temperature keep the order of classes, though from three classes on not which
of two instances is the less certain (claim ``calibration/temperature-order``).  In
:math:`\beta = 1/T` the negative log-likelihood is convex, with derivative
:math:`\sum_i \mathbb E_{\beta} z_i - z_{i, y_i}`, so the best temperature is where that changes
sign: found in floats, then proved in ball arithmetic.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.acquisition._tables import Ints, entries, numbers, probabilities, votes
from altheory.errors import BudgetError, DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, positive
from altheory.numeric.rational import floor_float
from altheory.protocols import Floats

BITS = 96  # of the balls
WIDTH = 2.0**-32  # of the first enclosure that is tried, to each side, relative
ATTEMPTS = 8  # each twice as precise and sixteen times as wide


@final
@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidence and accuracy, bin by bin; empty bins hold 0.

    Attributes
    ----------
    error
        The binned estimate of the calibration error.
    if_calibrated
        The mean of that estimate on these confidences, were they all right as often as they say.
    counts, confidence, accuracy
        Of each bin: how many instances, their mean confidence, the share that is right.

    """

    error: float
    if_calibrated: float
    counts: tuple[int, ...]
    confidence: tuple[float, ...]
    accuracy: tuple[float, ...]


def calibration_error(probs_N_C: Any, labels_N: Any, bins: int = 15) -> Calibration:
    r"""Return the binned gap :math:`\sum_b \frac{n_b}{N} |\text{acc}_b - \text{conf}_b|`.

    Parameters
    ----------
    probs_N_C
        A distribution over C classes for each of N instances, at least one.
    labels_N
        The classes, from 0, that they belong to.
    bins
        How many: bin b of B holds confidences in ((b - 1)/B, b/B], decided exactly.

    Raises
    ------
    DomainError
        If a row is no distribution, or a label no class.

    References
    ----------
    [guo2017]_.

    Examples
    --------
    >>> found = calibration_error([[0.75, 0.25], [0.75, 0.25]], [0, 0], bins=1)
    >>> found.error, found.if_calibrated
    (0.25, 0.28125)

    """
    table = probabilities(probs_N_C, "N, C")
    classes = _labels(labels_N, table)
    edges = [floor_float(Fraction(b, bins)) for b in range(1, count(bins, "bins"))]
    sure = np.minimum(table.max(axis=1), 1.0)
    right = (table.argmax(axis=1) == classes).astype(np.float64)
    place = np.searchsorted(np.array(edges), sure, side="left")
    counts = np.bincount(place, minlength=bins)
    said = np.bincount(place, weights=sure, minlength=bins)
    hit = np.bincount(place, weights=right, minlength=bins)
    inside = np.maximum(counts, 1)
    return Calibration(
        error=float(np.abs(hit - said).sum() / len(table)),
        if_calibrated=sum(_mean_gap(sure[place == b]) for b in range(bins)) / len(table),
        counts=tuple(counts.tolist()),
        confidence=tuple((said / inside).tolist()),
        accuracy=tuple((hit / inside).tolist()),
    )


def softmax(logits_N_C: Any, temperature: float = 1.0) -> Floats:
    r"""Return :math:`e^{z_c / T} / \sum_k e^{z_k / T}` of each instance: ``float64[N, C]``.

    >>> softmax([[0.0, 0.0]], temperature=2.0).tolist()
    [[0.5, 0.5]]
    """
    table = _logits(logits_N_C)
    table = (table - table.max(axis=1, keepdims=True)) / float(
        positive(temperature, "a temperature")
    )
    weights = np.exp(table)
    result: Floats = weights / weights.sum(axis=1, keepdims=True)
    return result


def best_temperature(logits_N_C: Any, labels_N: Any) -> Enclosure:
    r"""Return an enclosure of the temperature that maximizes the likelihood of held-out labels.

    Parameters
    ----------
    logits_N_C
        Logits of C classes for each of N instances that the model was *not* trained on; logarithms
        of positive probabilities will do.
    labels_N
        The classes, from 0, that they belong to.

    Returns
    -------
    Enclosure
        Rigorous for the given floats, of relative width about 1e-9.

    Raises
    ------
    DomainError
        If no positive temperature is the best: the likelihood is constant where classes have
        equal logits, grows as T falls to 0 where every label has the largest logit, and grows
        with T where labels have no larger logits than others on average.

    References
    ----------
    [guo2017]_.

    Examples
    --------
    Three of four are right with logit log 9: the best odds are 3 = 9^(1/T).

    >>> z = math.log(9)
    >>> print(best_temperature([[z, 0.0]] * 4, [0, 0, 0, 1]))
    [1.99999999953, 2.00000000047]

    """
    from flint import ctx

    table = _logits(logits_N_C)
    own = table[np.arange(len(table)), _labels(labels_N, table)]
    if (table == own[:, None]).all():
        raise DomainError(
            "all classes of an instance have the same logit, so all temperatures are equally likely"
        )
    if (own == table.max(axis=1)).all():
        raise DomainError(
            "every label has the largest logit, so the smaller the temperature the likelier they "
            "are; fit it on held-out instances, some of which the model gets wrong"
        )
    if math.fsum([*np.repeat(own, table.shape[1]), *-table.ravel()]) <= 0:
        raise DomainError(
            "labels have no larger logits than other classes on average, so no finite temperature "
            "is the best; are these the logits of this model?"
        )
    beta = _turn(table - own[:, None])
    for attempt in range(ATTEMPTS):
        low, high = (beta * (1 + sign * WIDTH * 16**attempt) for sign in (-1, 1))
        with ctx.workprec(BITS << attempt):
            if _slope_ball(table, own, low) < 0 < _slope_ball(table, own, high):
                return Enclosure(1 / Fraction(high), 1 / Fraction(low))
    raise BudgetError(
        f"balls of {BITS << ATTEMPTS - 1} bits do not tell where the likelihood is largest, about "
        f"T = {1 / beta}; are the logits of very different sizes?"
    )


def _turn(gaps: Floats) -> float:
    """Return where the derivative changes sign, by bisection of floats."""
    low, high = 0.0, 1.0
    while _slope(gaps, high) < 0:
        low, high = high, 2 * high
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if _slope(gaps, middle) < 0 else (low, middle)
    return high


def _slope(gaps: Floats, beta: float) -> float:
    """Return the derivative of the negative log-likelihood, up to rounding."""
    weights = np.exp(beta * (gaps - gaps.max(axis=1, keepdims=True)))
    return float(((weights * gaps).sum(axis=1) / weights.sum(axis=1)).sum())


def _slope_ball(table: Floats, own: Floats, beta: float) -> Any:
    """Return a ball around the derivative."""
    from flint import arb

    total, scale = arb(0), arb(beta)
    for row, label in zip(table.tolist(), own.tolist(), strict=True):
        top, base = arb(max(row)), arb(label)
        weights = [(scale * (z - top)).exp() for z in map(arb, row)]
        gaps = [w * (z - base) for w, z in zip(weights, row, strict=True)]
        total += sum(gaps, arb(0)) / sum(weights, arb(0))
    return total


def _mean_gap(chances: Floats) -> float:
    """Return E|K - sum p| of the number K of successes among independent chances p."""
    if len(chances) == 0:
        return 0.0
    law = _successes(chances)
    return float(law @ np.abs(np.arange(len(law)) - chances.sum()))


def _successes(chances: Floats) -> NDArray[np.float64]:
    """Return the law of the number of successes: that of two halves, convolved."""
    if len(chances) == 1:
        return np.array([1 - chances[0], chances[0]])
    from scipy.signal import convolve

    half = len(chances) // 2
    law: Floats = convolve(_successes(chances[:half]), _successes(chances[half:]))
    return np.maximum(law, 0.0)


def _labels(labels: Any, table: Floats) -> Ints:
    given = entries(labels, "labels")
    if given.ndim != 1:
        raise DomainError(f"labels are integers [N], one an instance, got shape {given.shape}")
    found = votes(given[:, None], table.shape[1])[:, 0]
    if len(found) != len(table) or len(table) == 0:
        raise DomainError(
            f"each instance has a label, got {len(table)} instances and {len(found)} labels"
        )
    return found


def _logits(values: Any) -> Floats:
    table = numbers(values, "logits")
    if table.ndim != 2 or 0 in table.shape:
        raise DomainError(f"logits are float64[N, C], one row each, got shape {table.shape}")
    return table
