r"""Votes of minimum cuts of slightly different graphs.

A minimum cut says nothing about how sure it is of a node.  Cuts of graphs whose weights are
changed a little at random do [blum2004semi]_: the share of them in which a node is positive.
Here every round multiplies each weight by :math:`1 + \sigma U` with U uniform on [0, 1).  A
node that no cut decides, as in a component without labels, has votes from 0 to all rounds.
"""

from dataclasses import dataclass, field
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.graphs.graph import Graph, graph_of
from altheory.graphs.minimum_cut import min_cut
from altheory.numeric.inputs import count
from altheory.numeric.inputs import positive as above_zero
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Bools, Labels


@final
@dataclass(frozen=True, slots=True, eq=False)
class CutVotes:
    """How often each node is positive in minimum cuts of noisy graphs.

    Attributes
    ----------
    rounds
        The number of graphs.
    certain, possible
        In how many of them a node is positive in every minimum cut, and in some; ``int64[n]``.

    """

    rounds: int
    certain: NDArray[np.int64] = field(repr=False)
    possible: NDArray[np.int64] = field(repr=False)

    @property
    def labels(self) -> Labels:
        """The label of most votes, ``int8[n]``: -1 where they leave it open; see :attr:`ties`."""
        return np.where(2 * self.certain > self.rounds, 1, -1).astype(np.int8)

    @property
    def ties(self) -> Bools:
        """Where the votes leave the label open, ``bool[n]``."""
        return (2 * self.certain <= self.rounds) & (2 * self.possible >= self.rounds)

    def __str__(self) -> str:
        nodes, tied = len(self.certain), int(self.ties.sum())
        return f"{self.rounds} votes on {nodes} nodes, {tied} tied"


def cut_votes(
    W: Any, positive: Any, negative: Any, *, rounds: int = 20, noise: float = 0.1, rng: Rng = None
) -> CutVotes:
    """Let minimum cuts of noisy graphs vote.

    Parameters
    ----------
    W, positive, negative
        The weights and the labeled nodes, as for ``min_cut``.
    rounds
        How many graphs vote.
    noise
        By which share a weight grows at most.
    rng
        A generator, a seed or None; the same generator gives the same votes.

    Raises
    ------
    DomainError
        If weights, nodes, rounds or noise are none, or weights with noise are beyond any float.

    Notes
    -----
    The paper also leaves out cuts with very few nodes on one side; here all of them vote.

    """
    graph, draw = graph_of(W), generator(rng)
    times, most = count(rounds, "the number of rounds"), _share(noise)
    certain, possible = np.zeros((2, graph.size), dtype=np.int64)
    for _ in range(times):
        cut = min_cut(_noisy(graph, most, draw), positive, negative)
        certain += cut.smallest
        possible += cut.largest
    return CutVotes(times, certain, possible)


def _share(noise: Any) -> float:
    try:
        return float(above_zero(noise, "the noise"))
    except OverflowError as error:
        raise DomainError(f"the noise is a float, got {noise!r:.60}") from error


def _noisy(graph: Graph, noise: float, rng: np.random.Generator) -> Any:
    """Return the weights of a graph, each of them a little larger."""
    from scipy.sparse import csr_array, triu

    upper = csr_array(triu(graph.weights))
    with np.errstate(over="ignore"):
        upper.data = upper.data * (1 + noise * rng.random(len(upper.data)))
    if not np.isfinite(upper.data).all():
        raise DomainError(
            f"weights with a noise of {noise} are beyond any float, got {graph.weights.max()}; "
            "scale them down"
        )
    return upper + upper.T
