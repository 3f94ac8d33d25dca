"""Lies about learning curves: about pairs, batches and what random samples hold."""

from tests.mutants import Mutant

CURVES = "tests/simulation/test_learning_curves.py"
RUNS = "tests/simulation/test_learning_runs.py"
BALANCE = "tests/simulation/test_class_balance.py"

MUTANTS = (
    Mutant(
        "altheory/simulation/splits.py",
        '    rng = stream_of(design, replicate, "split")\n',
        '    rng = stream_of(design, 0, "split")\n',
        "all replicates have one split",
        RUNS + "::test_replicates_and_seeds_have_splits_of_their_own",
    ),
    Mutant(
        "altheory/simulation/comparison.py",
        "own, random = self.accuracies(name), self.accuracies(PASSIVE)",
        "own, random = self.accuracies(name), self.accuracies(name)",
        "a strategy is compared with itself",
        CURVES + "::test_points_are_what_their_names_say",
    ),
    Mutant(
        "altheory/simulation/learning_runs.py",
        "        waiting = np.delete(waiting, places)\n",
        "",
        "an instance may be asked about again",
        RUNS + "::test_queries_are_distinct_and_the_budget_is_kept",
    ),
    Mutant(
        "altheory/simulation/class_balance.py",
        "    below = sum(s <= tail for s in accumulate(law))\n",
        "    below = sum(s < tail for s in accumulate(law))\n",
        "the band of random samples is wider than it must be",
        BALANCE + "::test_the_band_is_the_narrowest_between_equal_tails",
    ),
    Mutant(
        "altheory/simulation/learning_data.py",
        "    return dataset((X - X.mean(axis=0)) / X.std(axis=0), y, name, scaling=scaling)\n",
        "    return dataset(X / abs(X).max(axis=0), y, name, scaling=scaling)\n",
        "features that are said to be standardized lie in [0, 1]",
        CURVES + "::test_the_data_of_scikit_learn_are_scaled",
    ),
)
