"""What the network makes of a board, step by step, and whether it is right.

The network only proposes.  A proposal that fills the board, keeps the clues and lets no digit
meet itself is a solution, whoever made it; what the right digits were, if it is none, the exact
solver says.
"""

import zlib
from dataclasses import dataclass, field
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError, DomainError
from altheory.files import write_whole
from altheory.nets._torch import torch
from altheory.nets.sudoku_board import Board, neighbors
from altheory.nets.sudoku_gnn import SudokuGNN
from altheory.numeric.inputs import count

CHECKPOINT = "sudoku.npz"
BROKEN = (ValueError, LookupError, TypeError, RuntimeError, EOFError, BadZipFile, zlib.error)
STEPS = 10_000  # whose beliefs are kept
SIZES = ("width", "hidden", "messages", "steps")


@final
@dataclass(frozen=True, slots=True, eq=False)
class Attempt:
    """The beliefs of a network about one board.

    Attributes
    ----------
    clues
        The board as given, ``int8[81]``.
    beliefs
        The probability of each digit at each cell after each step, ``float64[steps, 81, 9]``.

    """

    clues: Board
    beliefs: NDArray[np.float64] = field(repr=False)

    def proposal(self, step: int) -> Board:
        """Return the clues, and elsewhere the likeliest digits after a step, counted from 1."""
        digits = self.beliefs[step - 1].argmax(axis=1) + 1
        return np.where(self.clues > 0, self.clues, digits).astype(np.int8)

    def certain(self, step: int, above: float = 0.5) -> Board:
        """Return the proposal where the belief is above a half, and 0 elsewhere."""
        sure = (self.beliefs[step - 1].max(axis=1) > above) | (self.clues > 0)
        return np.where(sure, self.proposal(step), 0).astype(np.int8)

    @property
    def solved_at(self) -> int | None:
        """The first step after which the proposal is a solution."""
        steps = range(1, len(self.beliefs) + 1)
        return next((step for step in steps if not conflicts(self.proposal(step))), None)


def conflicts(cells: Board) -> list[int]:
    """Return the cells whose digit meets itself in a row, column or box; empty cells aside."""
    same = (cells[neighbors()] == cells[:, None]).any(axis=1) & (cells > 0)
    found: list[int] = np.flatnonzero(same).tolist()
    return found


def attempt(network: SudokuGNN, clues: Board, steps: int = 32) -> Attempt:
    """Let a network pass messages on a board.

    Raises
    ------
    DomainError
        If there is no step.
    BudgetError
        If there are more than ``STEPS`` steps; the beliefs after each are kept.

    Examples
    --------
    >>> from altheory.nets.sudoku_board import board
    >>> attempt(SudokuGNN(), board("1" + "." * 80), steps=2).beliefs.shape
    (2, 81, 9)

    """
    if count(steps, "steps") > STEPS:
        raise BudgetError(f"up to {STEPS} steps are kept, got {steps}; ask for fewer")
    with torch.no_grad():
        logits = network(torch.from_numpy(clues)[None], steps=steps)[0]
        beliefs = torch.softmax(logits.double(), dim=-1)
    return Attempt(clues, beliefs.numpy())


def saved(network: SudokuGNN, path: Path) -> None:
    """Write a checkpoint: sizes and weights as plain arrays, whole or not at all."""
    weights = {name: weight.detach().numpy() for name, weight in network.named_parameters()}
    sizes = {f"size.{name}": np.array(size) for name, size in network.sizes.items()}
    buffer = BytesIO()
    arrays: dict[str, Any] = {**sizes, **weights}
    np.savez_compressed(buffer, **arrays)
    write_whole(path, buffer.getvalue())


def loaded(path: Path | None = None) -> SudokuGNN:
    """Return the network of a checkpoint: the one that ships with the package, unless told."""
    source = files("altheory.nets").joinpath(CHECKPOINT) if path is None else path
    try:
        arrays = np.load(BytesIO(source.read_bytes()), allow_pickle=False)
        width, hidden, messages, steps = (int(arrays[f"size.{name}"]) for name in SIZES)
        network = SudokuGNN(width, hidden, messages, steps)
        weights = {n: torch.from_numpy(arrays[n]) for n in arrays if not n.startswith("size.")}
        network.load_state_dict(weights)
    except OSError as error:
        raise DomainError(f"no checkpoint can be read from {source}: {error.strerror}") from error
    except BROKEN as error:
        raise DomainError(
            f"{source} is no checkpoint of a Sudoku network; write one with: altheory sudoku train"
        ) from error
    return network.eval()
