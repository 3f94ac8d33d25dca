"""The graph network: equivariant, reproducible, and judged by the rules of Sudoku."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.nets import sudoku_attempt
from altheory.nets.sudoku_attempt import Attempt, attempt, conflicts
from altheory.nets.sudoku_board import board, neighbors
from altheory.nets.sudoku_gnn import SudokuGNN
from altheory.nets.sudoku_puzzles import puzzle
from altheory.nets.sudoku_training import Schedule, trained, varied

SMALL = Schedule(puzzles=4, batches=3, batch=2, steps=2)


def network(seed=0):
    return SudokuGNN(8, 6, 5, 3, torch.Generator().manual_seed(seed)).double()


def answers(net, clues, near=None, steps=None):
    """Return logits in double precision."""
    with torch.no_grad():
        table = neighbors() if near is None else near
        given = torch.as_tensor(np.asarray(clues))[None]
        return net(given, table, steps)[0].numpy()


@given(st.permutations(range(6)), st.lists(st.integers(0, 9), min_size=6, max_size=6))
def test_renaming_nodes_renames_the_answers(names, clues):
    """f(P A P^T, P X) = P f(A, X), on the octahedron, whose nodes have degree 4."""
    near = np.array([[j for j in range(6) if j not in (i, (i + 3) % 6)] for i in range(6)])
    renamed = np.empty_like(near)
    for i in range(6):
        renamed[names[i]] = [names[j] for j in near[i]]
    moved = np.empty(6, dtype=int)
    moved[names] = clues
    one, other = answers(network(), clues, near), answers(network(), moved, renamed)
    assert np.abs(other[:, names] - one).max() <= 1e-13


def test_symmetries_of_the_board_are_symmetries_of_the_answers():
    clues = board(
        "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
    )
    turned = np.arange(81).reshape(9, 9).T.ravel()
    one, other = answers(network(), clues), answers(network(), clues[turned])
    assert np.abs(other - one[:, turned]).max() <= 1e-13


@pytest.mark.parametrize("steps", [1, 2])
def test_a_cell_hears_of_as_many_as_the_graph_says(steps):
    """A gradient is zero where no path of so many edges leads."""
    net = network()
    empty, clue = np.zeros(81, dtype=np.int8), np.zeros(81, dtype=np.int8)
    reach = {0}
    for _ in range(steps):
        reach |= {int(j) for i in reach for j in neighbors()[i]}
    changed = set()
    for cell in range(81):
        clue[:] = 0
        clue[cell] = 5
        if (
            answers(net, clue, steps=steps + 1)[-1, 0]
            != answers(net, empty, steps=steps + 1)[-1, 0]
        ).any():
            changed.add(cell)
    assert changed == reach


def test_the_same_seed_gives_the_same_weights_and_nothing_global_is_drawn_from():
    before = torch.get_rng_state()
    nets = [trained(seed, SMALL) for seed in (0, 0, 1)]
    assert torch.equal(before, torch.get_rng_state())
    first, same, other = (torch.cat([w.flatten() for w in net.parameters()]) for net in nets)
    assert torch.equal(first, same)
    assert not torch.equal(first, other)


@pytest.mark.parametrize("batches", [1, 20])
def test_short_schedules_train(batches):
    trained(0, Schedule(puzzles=1, batches=batches, batch=1, steps=1))


@given(st.integers(0, 2**32 - 1))
def test_varied_boards_are_puzzles_with_their_answers(seed):
    rng = np.random.default_rng(seed)
    clues, answer = (cells[None] for cells in puzzle(rng, "easy"))
    (varied_clues,), (varied_answer,) = varied(clues, answer, rng)
    given_cells = varied_clues > 0
    assert not conflicts(varied_answer)
    assert (varied_answer > 0).all()
    assert (varied_clues[given_cells] == varied_answer[given_cells]).all()
    assert given_cells.sum() >= (clues > 0).sum()


def test_a_checkpoint_is_read_back_as_it_was(tmp_path):
    path = tmp_path / "small.npz"
    net = SudokuGNN(8, 6, 5, 3, torch.Generator().manual_seed(3))
    sudoku_attempt.saved(net, path)
    again = sudoku_attempt.loaded(path)
    assert again.sizes == net.sizes
    assert all(torch.equal(a, b) for a, b in zip(net.parameters(), again.parameters(), strict=True))
    first = path.read_bytes()
    sudoku_attempt.saved(net, path)
    assert path.read_bytes() == first


def test_what_is_no_checkpoint_is_refused(tmp_path):
    path, array = tmp_path / "text.npz", tmp_path / "array.npy"
    sudoku_attempt.saved(network(), path)
    whole = path.read_bytes()
    np.save(array, np.zeros(3))
    for broken in (b"", b"no weights", whole[: len(whole) // 2], array.read_bytes()):
        path.write_bytes(broken)
        with pytest.raises(DomainError, match="no checkpoint"):
            sudoku_attempt.loaded(path)
    with pytest.raises(DomainError, match="no checkpoint"):
        sudoku_attempt.loaded(tmp_path / "missing.npz")


def test_a_proposal_keeps_the_clues_and_is_judged_by_the_rules():
    clues, answer = puzzle(np.random.default_rng(0), "easy")
    right = np.full((2, 81, 9), 0.01)
    right[1, np.arange(81), answer - 1] = 0.92
    found = Attempt(clues, right)
    assert (found.proposal(1)[clues > 0] == clues[clues > 0]).all()
    assert found.certain(1).tolist() == clues.tolist()
    assert found.proposal(2).tolist() == answer.tolist()
    assert found.solved_at == 2
    wrong = answer.copy()
    wrong[clues == 0] = answer[clues == 0] % 9 + 1
    assert conflicts(answer) == []
    assert conflicts(wrong)


@pytest.mark.parametrize("digit", [-1, 10])
def test_other_digits_are_refused(digit):
    clues = torch.zeros(1, 81, dtype=torch.int8)
    clues[0, 7] = digit
    with pytest.raises(DomainError, match=f"digits 1 to 9, .* got {digit}"):
        network()(clues)


def test_steps_are_positive():
    with pytest.raises(DomainError, match="steps"):
        attempt(SudokuGNN(), np.zeros(81, dtype=np.int8), 0)
    with pytest.raises(DomainError, match="width"):
        SudokuGNN(width=0)
    with pytest.raises(DomainError, match="batches"):
        Schedule(batches=0)
