r"""When may I stop?  What labels that were bought by any rule prove of finitely many models.

The setting.  A pool of n instances, of which a law gives each the mass :math:`1/n`, and models
:math:`h_1, \dots, h_k` of which the predictions on the pool are known before any label is.
Before label i somebody chooses, by whatever rule, from all that was seen before, a distribution
:math:`q_i` on the pool; the instance is drawn from it, and its label from a law that depends on
the instance alone (or is fixed).  Logged are the instance, its label and :math:`q_i(x_i)`.
The error of a model is the probability that it misses the label of an instance of the pool.

The capital :math:`E_h` of each model starts at 1 and is multiplied by the factor f of a bet
against a rival c (:mod:`altheory.learners._betting_odds`), both chosen from earlier labels;
:math:`E_{h,s}^\varepsilon` is the product of :math:`g \ge f` where the rival was s and
:math:`D(s \ne h) > \varepsilon`, and of f elsewhere.

**Theorem.**  Let :math:`h^*` be a model of the least error.  With probability at least
:math:`1 - \delta`, after every label at once, :math:`E_{h^*} < 1/\delta` and

.. math:: E_{h^*, s}^\varepsilon < 1/\delta \quad \text{for all } s, \; \varepsilon
          \text{ with } \mathrm{err}(s) - \mathrm{err}(h^*) > \varepsilon .

*Proof.*  Let M be the product of g at :math:`\varepsilon_i = \mathrm{err}(c_i) -
\mathrm{err}(h^*) \ge 0`, where :math:`c_i` is the rival of :math:`h^*` at label i.  If
:math:`q_i` is positive where both differ, its factor has the mean :math:`1 + W
(\mathrm{err}(h^*) - \mathrm{err}(c_i) + \varepsilon_i) = 1`; if it is not, gains are lost and
the mean is smaller.  So M is a nonnegative supermartingale that starts at 1, and by Ville's
inequality it ever reaches :math:`1/\delta` with probability at most :math:`\delta`.  The bonus
is nonnegative and grows with :math:`\varepsilon`, so pointwise :math:`E_{h^*} \le M`, and
:math:`E_{h^*, s}^\varepsilon \le M` whenever :math:`\varepsilon < \mathrm{err}(s) -
\mathrm{err}(h^*)`: where the rival was s, :math:`\varepsilon < \varepsilon_i`.  (If
:math:`\varepsilon_i = D`, :math:`h^*` is right wherever both differ: every gain is 0 almost
surely, and g is f.)  QED.  One process covers all models, rivals, levels and moments: there is
no union bound.

So whoever has reached :math:`1/\delta` once is excluded for good, and the excess error of s is
at most the largest, over those who are not, of the least of :math:`D(s \ne h)` and the levels
at which :math:`E_{h,s}^\varepsilon` has reached :math:`1/\delta`.  Rounding is allowed for
(:mod:`altheory.learners._betting_capitals`).
"""

import json
from dataclasses import dataclass
from fractions import Fraction
from itertools import cycle
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.learners._betting_capitals import Capitals, reaching
from altheory.numeric.inputs import count, listed, open_unit, rational

SIGNS = frozenset({-1, 1})
LEAST = Fraction(1, 10**100)  # of a probability: the squares of weights stay finite


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Certification:
    """What the labels prove of the models, with confidence ``1 - delta``, at every moment at once.

    Attributes
    ----------
    models, instances, labels
        How many models, instances of the pool, and labels bought.
    delta, epsilon
        The probability of failure, and the excess error that is aimed at.
    excluded
        The models that are proved not to be among the best, by their columns.
    best
        The model with the least certified bound.
    excess_bound
        What its error exceeds that of the best model by at most.
    capitals
        The largest capital of each model so far, as log2; ``log2(1/delta)`` excludes.

    """

    models: int
    instances: int
    labels: int
    delta: Fraction
    epsilon: Fraction
    excluded: tuple[int, ...]
    best: int
    excess_bound: Fraction
    capitals: tuple[float, ...]

    @property
    def may_stop(self) -> bool:
        """Whether the best model is certified to be within epsilon of the best."""
        return self.excess_bound <= self.epsilon

    def to_json(self) -> str:
        """Return it as JSON, rationals as ``"p/q"``."""
        fields = {
            "models": self.models,
            "instances": self.instances,
            "labels": self.labels,
            "delta": str(self.delta),
            "epsilon": str(self.epsilon),
            "excluded": list(self.excluded),
            "best": self.best,
            "excess_bound": str(self.excess_bound),
            "may_stop": self.may_stop,
            "log2_capitals": list(self.capitals),
        }
        return json.dumps(fields, indent=2) + "\n"

    def __str__(self) -> str:
        return self.text([f"model {i}" for i in range(self.models)])

    def text(self, names: list[str]) -> str:
        """Return it for people, with the names of the models."""
        gone = ", ".join(names[i] for i in self.excluded) or "none"
        advice = "you may stop" if self.may_stop else "go on"
        return (
            f"{self.labels} labels, {self.models} models, a pool of {self.instances}; all of this "
            f"holds with confidence {1 - float(self.delta):.6g}, whenever you look\n"
            f"not the best: {gone}\n"
            f"choose {names[self.best]}: its error is at most {float(self.excess_bound):.4g} "
            f"above that of the best model\n"
            f"{advice}: asked for is {float(self.epsilon):.4g}\n"
        )


def certify(
    predictions: Any,
    instances: Any,
    labels: Any,
    probabilities: Any = None,
    *,
    delta: Any,
    epsilon: Any,
) -> Certification:
    r"""Certify which of finitely many models may still be the best, and how good one of them is.

    Valid whatever the labels and whatever rule bought them, and after every label, so it
    may be asked again and again without a price.

    Parameters
    ----------
    predictions
        ``int[n, k]``: what each of k models says of each of n instances of the pool, fixed
        before the first label that is counted here was bought (labels that a model was fitted
        to say nothing of it).
    instances, labels
        The instances asked for, by their rows from 0, and their labels, in the order bought.
    probabilities
        With which probability each instance was drawn at its turn, given all that came
        before; none if all were drawn uniformly from the whole pool, with replacement.
    delta
        The probability that anything certified is ever wrong, in (0, 1).
    epsilon
        The excess error aimed at, in (0, 1); it steers the bets, and bounds below and above it
        are certified as well.

    Returns
    -------
    Certification
        Exact masses and levels; floats decide with their rounding against them.

    Raises
    ------
    DomainError
        If lengths differ, an instance is none of the pool, a probability is not in (0, 1], or
        labels are neither all -1 or +1 nor all whole numbers from 0.

    Notes
    -----
    Probabilities of 0 elsewhere are allowed: what is never asked counts in favor of each
    model.  So is drawing without replacement, if each instance has one fixed label, with the
    probabilities given.  A rule that chooses the instance without chance has the probability 1,
    and proves next to nothing.  Labels of a law that drifts break the theorem.

    References
    ----------
    The engine and its proof are this project's; ``ville1939``.

    Examples
    --------
    >>> always, never = [1] * 100, [-1] * 100
    >>> pool = list(zip(always, never, strict=True))
    >>> seen = certify(pool, range(20), [1] * 20, delta=0.05, epsilon=0.01)
    >>> seen.excluded, seen.best, seen.excess_bound, seen.may_stop
    ((1,), 0, Fraction(0, 1), True)

    """
    delta, epsilon = open_unit(delta, "delta"), open_unit(epsilon, "epsilon")
    table, ys = _answers(predictions, labels)
    xs = _instances(instances, len(table), len(ys))
    ratios = _ratios(probabilities, len(table), len(ys))
    levels = _levels(epsilon)
    capitals = Capitals(np.ascontiguousarray(table.T), levels, probabilities is not None)
    capitals.bet(xs, ys, ratios)
    is_out = capitals.highest >= reaching(delta)
    bounds = _bounds(capitals, is_out, reaching(delta), len(table))
    best = min(range(len(bounds)), key=lambda s: (bounds[s], capitals.errors[s], s))
    return Certification(
        models=table.shape[1],
        instances=len(table),
        labels=len(ys),
        delta=delta,
        epsilon=epsilon,
        excluded=tuple(np.flatnonzero(is_out).tolist()),
        best=best,
        excess_bound=bounds[best],
        capitals=tuple((capitals.highest / np.log(2)).tolist()),
    )


def _levels(epsilon: Fraction) -> tuple[Fraction, ...]:
    """Return the levels to certify: epsilon, two below it, and larger ones up to 1."""
    level, larger = epsilon, list[Fraction]()
    for step in cycle((Fraction(3, 2), Fraction(4, 3))):
        level *= step
        if level >= 1:
            break
        larger.append(level)
    return (epsilon, epsilon / 4, epsilon / 2, *larger)


def _bounds(
    capitals: Capitals, is_out: NDArray[np.bool_], level: float, n: int
) -> tuple[Fraction, ...]:
    """Return what each model's excess error is certified not to exceed.

    If every model was excluded, which has probability at most delta, the largest mass remains.
    """
    k = len(is_out)
    inside = [h for h in range(k) if not is_out[h]] or list(range(k))
    is_certified = capitals.certified >= level
    found = []
    for s in range(k):
        worst = Fraction(0)
        for h in inside:
            known = [e for e, at in zip(capitals.levels, is_certified, strict=True) if at[h, s]]
            worst = max(worst, min([Fraction(int(capitals.apart[h, s]), n), *known]))
        found.append(worst)
    return tuple(found)


def _answers(predictions: Any, labels: Any) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the table of predictions and the labels, of one kind, or refuse them."""
    table, ys = _whole(predictions, "predictions"), _whole(labels, "labels")
    if table.ndim != 2 or 0 in table.shape:
        raise DomainError(
            "predictions have one row an instance and one column a model, got shape "
            f"{table.shape}; give at least one of each"
        )
    if ys.ndim != 1:
        raise DomainError(f"labels form one row, got shape {ys.shape}")
    values = set(np.unique(table).tolist()) | set(np.unique(ys).tolist())
    if min(values) < 0 and not values <= SIGNS:
        raise DomainError(
            "predictions and labels are all -1 or +1, or all whole numbers from 0, got "
            f"{', '.join(map(str, sorted(values)[:4]))}; write both in one way"
        )
    return table, ys


def _whole(values: Any, what: str) -> NDArray[np.int64]:
    array = np.asarray(values)
    if array.size == 0:
        return np.zeros(array.shape, dtype=np.int64)
    if array.dtype.kind not in "iuf" or not (np.abs(array) < 2**53).all() or (array % 1).any():
        raise DomainError(f"{what} are whole numbers, got {array.ravel()[:5].tolist()}")
    return array.astype(np.int64)


def _instances(instances: Any, n: int, asked: int) -> NDArray[np.int64]:
    rows = [count(x, "an instance", least=0) for x in listed(instances)]
    if len(rows) != asked:
        raise DomainError(f"each label has an instance, got {len(rows)} and {asked} labels")
    if rows and max(rows) >= n:
        raise DomainError(f"instances are rows 0 to {n - 1} of the pool, got {max(rows)}")
    return np.array(rows, dtype=np.int64)


def _ratios(probabilities: Any, n: int, asked: int) -> NDArray[np.float64]:
    """Return d(x)/q(x) at each label."""
    if probabilities is None:
        return np.ones(asked)
    given = [rational(q, "a probability") for q in listed(probabilities, "the probabilities")]
    if len(given) != asked:
        raise DomainError(f"each label has a probability, got {len(given)} and {asked} labels")
    for q in given:
        if not LEAST <= q <= 1:
            raise DomainError(
                f"a probability lies in (0, 1], not below 1e-100, got {q}; it is that of the "
                "instance when it was drawn"
            )
    return np.array([float(1 / (n * q)) for q in given])
