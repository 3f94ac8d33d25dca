"""Training the Sudoku network: from random weights to a checkpoint, by one command on a CPU."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.nets._torch import nn, torch
from altheory.nets.sudoku_board import CELLS
from altheory.nets.sudoku_gnn import SudokuGNN
from altheory.nets.sudoku_puzzles import puzzle
from altheory.numeric.inputs import count
from altheory.numeric.seeds import stream

GIVEN_AWAY = 0.6  # of the empty cells of a board are given away, at most

LEAST = 40  # steps over which a rate can rise and fall

Boards: TypeAlias = NDArray[np.int8]
Report: TypeAlias = Callable[[int, float, float], None]


@final
@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and on what to train.

    Parameters
    ----------
    puzzles
        How many are made; each is shown turned, relabeled and with some more clues.
    batches, batch
        How many steps of the optimizer, and of how many boards.
    rate
        The learning rate, which rises for a twentieth of the time and falls to zero.
    steps
        Message-passing steps, each of which is trained.

    """

    puzzles: int = 10_000
    batches: int = 5_000
    batch: int = 32
    rate: float = 2e-3
    steps: int = 16

    def __post_init__(self) -> None:
        for name in ("puzzles", "batches", "batch", "steps"):
            count(getattr(self, name), f"the number of {name}")


def trained(seed: int, schedule: Schedule, report: Report | None = None) -> SudokuGNN:
    """Return a network trained on easy puzzles; the same seed gives the same weights.

    ``report`` hears of each batch, its loss and the share of boards solved after the last step.
    """
    rng = stream(seed, "sudoku")
    puzzles, answers = _made(rng, schedule.puzzles)
    weights = torch.Generator().manual_seed(int(rng.integers(2**63)))
    network = SudokuGNN(generator=weights)
    optimizer = torch.optim.Adam(network.parameters(), lr=schedule.rate)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, schedule.rate, total_steps=max(schedule.batches, LEAST), pct_start=0.05
    )
    for number in range(schedule.batches):
        chosen = rng.integers(len(puzzles), size=schedule.batch)
        clues, digits = varied(puzzles[chosen], answers[chosen], rng)
        loss, solved = _loss(network, clues, digits, schedule.steps)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        rates.step()
        if report:
            report(number + 1, loss.item(), solved)
    return network


def _made(rng: np.random.Generator, n: int) -> tuple[Boards, Boards]:
    pairs = [puzzle(rng, "easy") for _ in range(n)]
    return np.stack([p for p, _ in pairs]), np.stack([s for _, s in pairs])


def varied(clues: Boards, answers: Boards, rng: np.random.Generator) -> tuple[Boards, Boards]:
    """Relabel digits, turn boards about the diagonal, and give away some of the answers."""
    boards = len(clues)
    relabeled = np.argsort(rng.random((boards, 9)), axis=1) + 1
    given_away = rng.random((boards, CELLS)) < rng.random((boards, 1)) * GIVEN_AWAY
    names = np.concatenate([np.zeros((boards, 1)), relabeled], axis=1).astype(np.int8)
    row, turned = np.arange(boards)[:, None], np.arange(CELLS).reshape(9, 9).T.ravel()
    turn = rng.integers(2, size=(boards, 1)) == 1

    def varied_alike(cells: Boards) -> Boards:
        named = names[row, cells]
        return np.where(turn, named[:, turned], named)

    return varied_alike(np.where(given_away, answers, clues)), varied_alike(answers)


def _loss(network: SudokuGNN, clues: Boards, answers: Boards, steps: int) -> tuple[Any, float]:
    """Return the cross-entropy in nats, averaged over steps and cells, and the share solved."""
    logits = network(torch.from_numpy(clues), steps=steps)
    truth = torch.from_numpy(answers).long() - 1
    wide = truth[:, None].expand(-1, steps, -1)
    loss = nn.functional.cross_entropy(logits.flatten(0, 2), wide.flatten())
    solved = (logits[:, -1].argmax(dim=-1) == truth).all(dim=1).float().mean()
    return loss, float(solved)
