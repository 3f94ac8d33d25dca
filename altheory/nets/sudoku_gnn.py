r"""A graph network for Sudoku: cells send messages to the cells that they restrict.

Each node keeps a state.  In every step node i hears from its neighbors j

.. math:: m_i = \sum_{j \sim i} W_2 \, \mathrm{relu}(W_1 [s_j, s_i] + b_1) + b_2,

a gated recurrent unit makes its next state of the clue, :math:`m_i` and the old state, and a
linear readout says what digit it holds, at every step, so that every step is trained [palm2018]_.
Sums do not see the order of neighbors: renaming the nodes of the graph renames the answers, and
nothing else.  After two steps a cell has heard of every clue; to solve takes more.
"""

from typing import Any

from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.nets._torch import Tensor, nn, torch
from altheory.nets.sudoku_board import neighbors
from altheory.numeric.inputs import count

DIGITS = 9


class SudokuGNN(nn.Module):
    """The network.

    Parameters
    ----------
    width
        Numbers in a node's state.
    hidden
        Units of the message network.
    messages
        Numbers in a message.
    steps
        Message-passing steps, unless a call says otherwise.
    generator
        Draws the initial weights; seeded with 0 unless given.

    """

    def __init__(
        self,
        width: int = 48,
        hidden: int = 64,
        messages: int = 32,
        steps: int = 24,
        generator: torch.Generator | None = None,
    ) -> None:
        super().__init__()
        sizes = {"width": width, "hidden": hidden, "messages": messages, "steps": steps}
        self.sizes = {name: count(size, f"{name}") for name, size in sizes.items()}
        with torch.random.fork_rng(devices=[]):  # layers draw weights of their own, in vain
            self.from_sender = nn.Linear(width, hidden, bias=False)
            self.from_receiver = nn.Linear(width, hidden)
            self.message = nn.Linear(hidden, messages)
            self.update = nn.GRUCell(DIGITS + messages, width)
            self.readout = nn.Linear(width, DIGITS)
        self._draw(generator)

    def _draw(self, generator: torch.Generator | None) -> None:
        """Draw weights uniformly, within one over the square root of the number of inputs."""
        generator = torch.Generator().manual_seed(0) if generator is None else generator
        for weight in self.parameters():
            bound = weight.shape[-1] ** -0.5
            nn.init.uniform_(weight, -bound, bound, generator=generator)

    def forward(
        self, clues: Tensor, near: NDArray[Any] | None = None, steps: int | None = None
    ) -> Tensor:
        """Return logits of the digits of each node after each step.

        Parameters
        ----------
        clues
            ``int[B, n]``: digits 1 to 9, and 0 where there is no clue.
        near
            The neighbors of each node, ``int[n, degree]``; those of a Sudoku unless given.
        steps
            How many message-passing steps.

        Returns
        -------
        ``float32[B, steps, n, 9]``.

        """
        table = torch.from_numpy((neighbors() if near is None else near).copy())
        batch, nodes = clues.shape
        if len(table) != nodes:
            raise DomainError(f"{len(table)} nodes have neighbors, and clues are for {nodes}")
        if ((clues < 0) | (clues > DIGITS)).any():
            wrong = clues[(clues < 0) | (clues > DIGITS)][0]
            raise DomainError(f"clues are digits 1 to 9, and 0 where there is none, got {wrong}")
        given = nn.functional.one_hot(clues.long(), DIGITS + 1)[..., 1:]
        given = given.to(self.readout.weight.dtype)
        state = given.new_zeros(batch * nodes, self.sizes["width"])
        answers = []
        for _ in range(self.sizes["steps"] if steps is None else count(steps, "steps")):
            heard = self._heard(state.view(batch, nodes, -1), table)
            state = self.update(torch.cat([given, heard], dim=2).flatten(0, 1), state)
            answers.append(self.readout(state).view(batch, nodes, DIGITS))
        return torch.stack(answers, dim=1)

    def _heard(self, state: Tensor, table: Tensor) -> Tensor:
        """Return the sum of messages at each node; the last layer is linear, so it comes after."""
        sent = self.from_sender(state).index_select(1, table.flatten())
        received = self.from_receiver(state)[:, :, None]
        met = torch.relu(sent.unflatten(1, table.shape) + received).sum(dim=2)
        bias = self.message.bias * (table.shape[1] - 1)
        total: Tensor = self.message(met) + bias
        return total
