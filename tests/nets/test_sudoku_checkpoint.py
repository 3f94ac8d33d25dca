"""The network that ships: how many held-out puzzles it solves."""

import numpy as np
import pytest
from scipy.stats import binom

from altheory.nets.sudoku_attempt import attempt, conflicts, loaded
from altheory.nets.sudoku_puzzles import puzzle_with


def solved(rng, n, fewest, most):
    """Count how many of n puzzles the network solves."""
    network = loaded()
    puzzles = (puzzle_with(rng, int(rng.integers(fewest, most + 1)))[0] for _ in range(n))
    return sum(attempt(network, clues).solved_at is not None for clues in puzzles)


@pytest.mark.statistical(alpha=4e-10, power=0.99)
def test_most_puzzles_with_36_clues_or_more_are_solved(rng):
    """With 95 % solved, fewer than 26 of 40 has a chance of 3.8e-10; with 45 %, of .991."""
    assert solved(rng, 40, 36, 50) >= 26


@pytest.mark.slow
@pytest.mark.statistical(alpha=1e-9, power=0.99)
def test_nineteen_of_twenty_with_36_clues_or_more_are_solved(rng):
    """With 95 % solved, fewer than 904 of 1000 has a chance of 7.9e-10; with 88 %, of .9904."""
    assert solved(rng, 1000, 36, 50) >= 904


@pytest.mark.parametrize(
    ("n", "least", "alpha", "worse"),
    [(40, 26, 4e-10, 0.45), (1000, 904, 1e-9, 0.88)],
)
def test_the_error_chances_are_those_of_the_binomial_law(n, least, alpha, worse):
    assert binom.cdf(least - 1, n, 0.95) <= alpha < binom.cdf(least, n, 0.95)
    assert binom.cdf(least - 1, n, worse) >= 0.99


@pytest.mark.seeded("a solution is one by the rules, whatever was drawn")
def test_what_it_calls_solved_is_a_solution_that_keeps_the_clues(rng):
    network = loaded()
    clues, answer = puzzle_with(rng, 45)
    found = attempt(network, clues)
    if found.solved_at:
        proposal = found.proposal(found.solved_at)
        assert not conflicts(proposal)
        assert (proposal[clues > 0] == clues[clues > 0]).all()
        assert proposal.tolist() == answer.tolist()
    assert np.abs(found.beliefs.sum(axis=2) - 1).max() <= 1e-12
