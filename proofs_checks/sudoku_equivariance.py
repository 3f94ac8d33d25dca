r"""A graph network does not know the names of cells: it commutes with renaming them.

With integer weights, states in the integers modulo a prime, messages
:math:`\mathrm{relu}(A s_j + B s_i + b)` summed over neighbors, and a new state made of the clue,
the sum and the old state, several steps are a function f(L, x) of the edges L and the clues x.
For every permutation P of the cells

.. math:: f(P L P^\top, P x) = P f(L, x),

and so :math:`f(L, P x) = P f(L, x)` for symmetries of the board, exactly.  For exchanges that are
none the edges differ, and it sees that.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._sudoku_graphs import Cells, neighbors
from proofs_checks._sudoku_symmetries import Permutation, full_board, generators, row_map

Integers: TypeAlias = NDArray[np.int64]
Links: TypeAlias = Sequence[Cells]
Aggregate: TypeAlias = Callable[[Integers], Integers]  # messages [degree, n, m], by sender
Network: TypeAlias = Callable[[Links, Integers, int], Integers]  # edges, clues, which weights

PRIME, WIDTH, MESSAGES, STEPS = 1009, 5, 4, 3


def weights(which: int, rows: int, columns: int) -> Integers:
    """Return a matrix of integers from -3 to 3."""
    i, j = np.indices((rows, columns))
    found: Integers = (3 * i * i + 5 * j + (which + 2) * (i + 1) * (j + 2)) % 7 - 3
    return found


def network(aggregate: Aggregate, links: Links, clues: Integers, which: int) -> Integers:
    """Return the states of all cells after three steps."""
    table = np.array([sorted(near) for near in links])
    given = np.eye(int(clues.max()) + 1, dtype=np.int64)[clues]
    sends, hears = weights(which, WIDTH, MESSAGES), weights(which + 1, WIDTH, MESSAGES)
    from_clue = weights(which + 2, given.shape[1], WIDTH)
    from_news, from_state = weights(which + 3, MESSAGES, WIDTH), weights(which + 4, WIDTH, WIDTH)
    state = np.zeros((len(table), WIDTH), dtype=np.int64)
    for _ in range(STEPS):
        messages = np.maximum((state @ sends)[table] + (state @ hears)[:, None] + 1, 0)
        news = aggregate(messages.swapaxes(0, 1))
        state = (given @ from_clue + news @ from_news + state @ from_state) % PRIME
    return state


def summed(messages: Integers) -> Integers:
    """Add the messages of all neighbors."""
    total: Integers = messages.sum(axis=0)
    return total


def by_place(messages: Integers) -> Integers:
    """Add messages with a weight for the place of the sender among the neighbors."""
    total: Integers = np.tensordot(np.arange(1, len(messages) + 1), messages, axes=1)
    return total


def of_the_first(messages: Integers) -> Integers:
    """Listen to the neighbor of the lowest number alone."""
    found: Integers = messages[0]
    return found


def deaf(messages: Integers) -> Integers:
    """Listen to nobody."""
    found: Integers = messages[0] * 0
    return found


def moved(values: Integers, p: Permutation) -> Integers:
    """Return the values with that of cell i at p[i]."""
    found = np.empty_like(values)
    found[list(p)] = values
    return found


def renamed(links: Links, p: Permutation) -> Links:
    """Return the edges with cell i called p[i]."""
    found = [frozenset[int]()] * len(links)
    for i, near in enumerate(links):
        found[p[i]] = frozenset(p[j] for j in near)
    return found


def compared(net: Network, n: int, several: Sequence[int]) -> Finding:
    """Compare states after and before renaming, for symmetries and for others."""
    links, symmetries = neighbors(n), generators(n)
    board = np.array(full_board(n)) + 1
    clues = board * (np.arange(n**4) % 3 == 0)  # a third of the board
    across = row_map(n, {n - 1: n, n: n - 1})  # rows of two bands: no symmetry
    count = 0
    for which in several:
        before = net(links, clues, which)
        for name, p in {**symmetries, "rows of two bands": across}.items():
            named = net(renamed(links, p), moved(clues, p), which)
            same = np.array_equal(net(links, moved(clues, p), which), moved(before, p))
            if not np.array_equal(named, moved(before, p)) or same != (name in symmetries):
                computed = "it commutes" if same else "it does not"
                return fails(f"{name}, weights {which}", claimed="otherwise", computed=computed)
            count += 1
    return holds(f"{count} exchanges of {n**4} cells, in integers modulo {PRIME}")


def small_boards(net: Network, rng: np.random.Generator) -> Finding:
    """Try the symmetries of a board of 16 cells."""
    del rng
    return compared(net, 2, range(1))


def usual_boards(net: Network, rng: np.random.Generator) -> Finding:
    """Try those of a board of 81 cells."""
    del rng
    return compared(net, 3, range(5))


def of(aggregate: Aggregate) -> Network:
    """Return the network with one way to add up messages."""
    return lambda links, clues, which: network(aggregate, links, clues, which)


def numbered(links: Links, clues: Integers, which: int) -> Integers:
    """Return states that know the number of their cell."""
    found: Integers = network(summed, links, clues, which) + np.arange(len(links))[:, None]
    return found


CLAIM: Claim[Network] = Claim(
    key="sudoku/equivariance",
    title="A network that adds up messages commutes with the symmetries of the board",
    statement=(
        r"f(P L P^\top, P x) = P f(L, x), \quad f(L, P x) = P f(L, x) \text{ for generators } P"
        r" \text{ of the symmetries, not for an exchange of rows of two bands}, \quad \text{boxes"
        r" of } 2 \times 2 \text{ and } 3 \times 3,\ 5 \text{ sets of integer weights, 3 steps}"
    ),
    plain=(
        "Exchange rows of a band, bands, the same of columns, or turn the board, and a graph "
        "network that adds up its messages exchanges its answers alike and changes nothing else; "
        "in integers, for generators of all these symmetries and five sets of weights."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that floats agree to the last bit: sums of floats depend on their order; nor that it "
        "knows that digits may be exchanged"
    ),
    source=Source(
        "lecturenotes",
        locator="Key GNN Concepts",
        match="related",
        difference="the notes say that the order of neighbors does not matter; this follows",
    ),
    expected=Verdict.PROVED,
    formula=of(summed),
    checks=(
        Check(Method.EXHAUSTIVE, small_boards, scope="16 cells, generators, one set of weights"),
        Check(
            Method.EXHAUSTIVE,
            usual_boards,
            scope="81 cells, generators, 5 sets of weights",
            tier="normal",
        ),
    ),
    controls={
        "a weight for each place": of(by_place),
        "one neighbor speaks": of(of_the_first),
        "nobody is heard": of(deaf),
        "a cell knows its number": numbered,
    },
)
