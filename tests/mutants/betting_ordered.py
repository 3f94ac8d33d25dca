"""Lies about the learner of thresholds that bets."""

from tests.mutants import Mutant

STAKES = "altheory/learners/_betting_stakes.py"
CELLS = "altheory/learners/_betting_cells.py"
LEARNER = "altheory/learners/betting.py"
TESTS = "tests/learners/test_betting.py"

MUTANTS = (
    Mutant(
        STAKES,
        "np.minimum.accumulate(wanted, axis=1)",
        "wanted",
        "bets do not fall away",
        TESTS + "::test_bets_fall_away_and_leave_something",
    ),
    Mutant(
        STAKES,
        "(bets[:s, s - 1] - beyond) * scene.h",
        "2 * (bets[:s, s - 1] - beyond) * scene.h",
        "the handicap pays twice",
        TESTS + "::test_gifts_are_paid_for",
    ),
    Mutant(
        STAKES,
        "level * scene.h[near]",
        "2 * level * scene.h[near]",
        "the handicap of a flat bet pays twice",
        TESTS + "::test_gifts_are_paid_for",
    ),
    Mutant(
        CELLS,
        "np.maximum(s - self.places[:-1]",
        "np.minimum(s - self.places[:-1]",
        "the nearest threshold of a cell decides",
        TESTS + "::test_it_stops_when_nothing_is_left",
    ),
    Mutant(
        LEARNER,
        "cells.cut(median).reset()",
        "cells.cut(median)",
        "gifts are kept when the candidate moves",
        TESTS + "::test_capitals_are_what_was_won",
    ),
    Mutant(
        LEARNER,
        "< place) == (y == -1)",
        "< place) == (y == 1)",
        "who is right pays",
        TESTS + "::test_capitals_are_what_was_won",
    ),
    Mutant(
        LEARNER,
        "if u * state.density.max() >= state.density[k]:",
        "if u * state.density.max() < 0:",
        "it asks everywhere as often",
        TESTS + "::test_it_asks_the_more_the_nearer_the_median",
    ),
    Mutant(
        "altheory/simulation/replicate.py",
        "int(rng.integers(2**63)) if task.learner in THINNING else 0",
        "0",
        "all replicates thin the stream by the same draws",
        TESTS + "::test_each_replicate_thins_by_draws_of_its_own",
    ),
)
