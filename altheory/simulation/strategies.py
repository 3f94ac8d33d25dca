"""Strategies of a pool: which of the candidates to ask about next.

A strategy is given the situation, all that a learner may know before it asks, and names as many
places among the candidates as labels are bought together.  Most strategies are a score and its
largest values.  Candidates stand in random order, so the first ones are a random sample, and the
first of several with equal scores is a random one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.acquisition._tables import entries
from altheory.acquisition.density import information_density
from altheory.acquisition.farthest_first import k_center
from altheory.acquisition.joint_information import batchbald
from altheory.acquisition.mutual_information import bald
from altheory.acquisition.selection import top_k
from altheory.acquisition.uncertainty import entropy, least_confidence, margin
from altheory.acquisition.votes import vote_entropy
from altheory.discovery import nearest
from altheory.errors import DomainError
from altheory.protocols import Floats

SAMPLES = 1000  # outcomes of a batch that batchbald draws
PASSIVE = "random"  # what every strategy is compared with

Indices: TypeAlias = NDArray[np.intp]


@final
@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """What a learner knows before it asks.

    Attributes
    ----------
    X
        Features of all instances: ``float64[N, D]``.
    labeled, candidates
        Which of them have a label, and which may be asked about, in random order.
    probs
        Returns the model's probabilities of the candidates, ``float64[n, C]``.
    committee
        Returns those of a committee of models of bootstrap samples, ``float64[M, n, C]``.
    rng
        For strategies that take chances.

    """

    X: Floats
    labeled: Indices
    candidates: Indices
    probs: Callable[[], Floats]
    committee: Callable[[], Floats]
    rng: np.random.Generator


Select: TypeAlias = Callable[[Situation, int], Sequence[int]]


@final
@dataclass(frozen=True, slots=True)
class Strategy:
    """A way to choose, with its name.

    Parameters
    ----------
    name
        What it is called.
    select
        From a situation and a number k to k distinct places among the candidates.

    """

    name: str
    select: Select

    def chosen(self, situation: Situation, k: int) -> list[int]:
        """Return the k places, or refuse what is no choice."""
        n = len(situation.candidates)
        places = list(self.select(situation, k))
        if len(set(places)) != k or not set(places) <= set(range(n)):
            raise DomainError(
                f"{self.name} chooses {k} distinct places below {n}, got {places!r:.80}"
            )
        return [int(place) for place in places]


def strategy(given: Any) -> Strategy:
    """Return a strategy: itself, by its name, or the largest values of a score.

    Parameters
    ----------
    given
        A strategy, the name of one, or a function from probabilities ``[N, C]`` to scores
        ``[N]``, the larger asked first.

    Raises
    ------
    UnknownNameError
        If no strategy has the name.
    DomainError
        If it is none of these.

    Examples
    --------
    >>> strategy("least_confidence").name
    'least-confidence'

    """
    if isinstance(given, Strategy):
        return given
    if isinstance(given, str):
        name = given.replace("_", "-")
        if name not in _KNOWN:
            raise nearest(given, STRATEGIES, "acquisition")
        return Strategy(name, _KNOWN[name])
    if not callable(given):
        raise DomainError(f"an acquisition is a name, a Strategy or a score, got {given!r:.60}")
    return Strategy(str(getattr(given, "__name__", given)), partial(_by, score=given))


def _by(situation: Situation, k: int, score: Callable[[Any], Any]) -> Sequence[int]:
    scores, n = entries(score(situation.probs()), "scores"), len(situation.candidates)
    if scores.shape != (n,):
        raise DomainError(
            f"a score has one value for each of {n} candidates, got shape {scores.shape}"
        )
    return top_k(scores, k).indices


def _first(situation: Situation, k: int) -> Sequence[int]:
    del situation
    return range(k)


def _margin(situation: Situation, k: int) -> Sequence[int]:
    return top_k(-margin(situation.probs()), k).indices


def _density(situation: Situation, k: int) -> Sequence[int]:
    features = situation.X[situation.candidates]
    return top_k(information_density(entropy(situation.probs()), features), k).indices


def _bald(situation: Situation, k: int) -> Sequence[int]:
    return top_k(bald(situation.committee().transpose(1, 0, 2)), k).indices


def _batchbald(situation: Situation, k: int) -> Sequence[int]:
    table = situation.committee().transpose(1, 0, 2)
    return batchbald(table, k, samples=SAMPLES, rng=situation.rng).indices


def _vote_entropy(situation: Situation, k: int) -> Sequence[int]:
    table = situation.committee()
    return top_k(vote_entropy(table.argmax(axis=2).T, table.shape[2]), k).indices


def _k_center(situation: Situation, k: int) -> Sequence[int]:
    """Take the farthest from all that is labeled or taken."""
    known = len(situation.labeled)
    pool = situation.X[np.concatenate([situation.labeled, situation.candidates])]
    found = k_center(pool, known + k, initial=range(known)).indices[known:]
    return [i - known for i in found]


_KNOWN: Mapping[str, Select] = MappingProxyType(
    {
        "bald": _bald,
        "batchbald": _batchbald,
        "entropy": partial(_by, score=entropy),
        "information-density": _density,
        "k-center": _k_center,
        "least-confidence": partial(_by, score=least_confidence),
        "margin": _margin,
        PASSIVE: _first,
        "vote-entropy": _vote_entropy,
    }
)
STRATEGIES = tuple(_KNOWN)
