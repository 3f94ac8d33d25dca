"""From scores to a batch: the largest, with what is tied shown."""

from dataclasses import dataclass
from typing import Any, final

import numpy as np

from altheory.acquisition._tables import as_floats
from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats


@final
@dataclass(frozen=True, slots=True)
class Selection:
    """Instances with the largest scores.

    Attributes
    ----------
    indices
        The chosen ones, distinct, the largest score first.
    ties
        All whose score equals the smallest chosen one, ascending: more of these than were
        chosen means that the choice among them was free.

    """

    indices: tuple[int, ...]
    ties: tuple[int, ...]


def top_k(scores: Any, k: int, rng: Rng = None) -> Selection:
    """Return the k instances with the largest scores.

    Parameters
    ----------
    scores
        ``float64[N]``; NaN marks instances that are no candidates, such as labeled ones.
    k
        How many, at least one and at most the number of candidates.
    rng
        Draws the order among equal scores, a generator or the seed of one; without it the lowest
        index comes first.

    Raises
    ------
    DomainError
        If there are not k candidates.

    Examples
    --------
    >>> top_k([0.5, 0.9, 0.5, 0.1], 2)
    Selection(indices=(1, 0), ties=(0, 2))

    The smaller a margin, the more uncertain; so of margins the smallest are taken:

    >>> from altheory.acquisition.uncertainty import margin
    >>> top_k(-margin([[0.9, 0.1], [0.6, 0.4]]), 1).indices
    (1,)

    """
    values = _scores(scores)
    candidates = np.flatnonzero(~np.isnan(values))
    if count(k, "the size of a batch") > len(candidates):
        raise DomainError(
            f"a batch of {k} needs as many candidates, and there are {len(candidates)}"
        )
    order = candidates if rng is None else generator(rng).permutation(candidates)
    chosen = order[np.argsort(-values[order], kind="stable")[:k]]
    ties = np.flatnonzero(values == values[chosen[-1]])
    return Selection(tuple(chosen.tolist()), tuple(ties.tolist()))


def _scores(scores: Any) -> Floats:
    values = as_floats(scores, "scores")
    if values.ndim != 1:
        raise DomainError(f"scores are float64[N], one an instance, got shape {values.shape}")
    return values
