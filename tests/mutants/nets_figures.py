"""Lies about the figures of networks, and about how a room asks for torch."""

from tests.mutants import Mutant

LOSS = "tests/figures/test_fig21_learning_loss.py"
SUDOKU = "tests/figures/test_fig22_sudoku.py"
EXTRA = "tests/nets/test_extra.py"
PUZZLES = "tests/nets/test_sudoku_puzzles.py"

MUTANTS = (
    Mutant(
        "figures/fig21_learning_loss.py",
        "ranking_accuracy(score[wrong], losses[wrong])",
        "ranking_accuracy(score, losses)",
        "pairs of mistakes are all pairs",
        LOSS + "::test_shares_of_pairs_are_counted",
    ),
    Mutant(
        "figures/fig21_learning_loss.py",
        "float(wrong[taken].mean())",
        "float(wrong.mean())",
        "what is asked for is taken from all",
        LOSS + "::test_mistakes_among_those_asked_for_are_counted_beside_their_share",
    ),
    Mutant(
        "figures/fig22_sudoku.py",
        'if row["state"] == "wrong"]\n    strokes',
        'if row["state"] == "right"]\n    strokes',
        "right digits are struck out",
        SUDOKU + "::test_each_wrong_digit_is_struck_out",
    ),
    Mutant(
        "altheory/nets/_torch.py",
        'if error.name != "torch":\n        raise',
        'if error.name == "":\n        raise',
        "whatever torch lacks is called torch",
        EXTRA + "::test_what_torch_itself_lacks_is_not_called_torch",
    ),
    Mutant(
        "altheory/nets/sudoku_puzzles.py",
        "if np.count_nonzero(cells) == clues:\n            return",
        "if np.count_nonzero(cells) >= clues:\n            return",
        "a board that cannot spare enough is a puzzle all the same",
        PUZZLES + "::test_boards_that_cannot_spare_enough_are_thrown_away",
    ),
)
