"""Lies about worked cases, and about what unlabeled instances are worth."""

from tests.mutants import Mutant

CASES = "tests/graphs/test_cases.py"
PRUNING = "tests/complexity/test_compatibility.py"
LABELS = "tests/complexity/test_consistency.py"

MUTANTS = (
    Mutant(
        "altheory/graphs/cases/shared_words.py",
        "set(text.split()) - empty",
        "set(text.split())",
        "documents share their function words",
        CASES + "::test_documents_by_every_method",
    ),
    Mutant(
        "altheory/graphs/cases/case.py",
        "np.flatnonzero(self.truth == 1)",
        "np.flatnonzero(self.truth != 1)",
        "positive and negative labels exchanged",
        CASES + "::test_the_other_methods_on_cliques",
    ),
    Mutant(
        "altheory/graphs/cases/high_dimension.py",
        "points = generator(rng).random(shape)",
        "points = np.sort(generator(rng).random(shape), axis=1)",
        "points near a diagonal, whatever the dimension",
        CASES + "::test_spikes_flatten_with_the_dimension",
    ),
    Mutant(
        "altheory/complexity/compatibility.py",
        "if error <= most]",
        "if error < most]",
        "the threshold itself is pruned",
        PRUNING + "::test_pruning_keeps_what_is_compatible_enough",
    ),
    Mutant(
        "altheory/complexity/compatibility.py",
        "        size += k\n        ways *= comb(size, k)",
        "        size += k\n        ways *= 1",
        "samples without their orders",
        PRUNING + "::test_chances_are_those_of_all_samples",
    ),
    Mutant(
        "altheory/complexity/compatibility.py",
        "return least(kept.hypotheses) - least(of.hypotheses)",
        "return least(kept.hypotheses)",
        "the error that no hypothesis avoids counted as a price",
        PRUNING + "::test_the_price_is_paid_by_the_best_that_is_left",
    ),
    Mutant(
        "altheory/complexity/consistency.py",
        "more[other | mask] -= c",
        "more[other & mask] -= c",
        "sets are missed together if their common part is",
        LABELS + "::test_known_means",
    ),
    Mutant(
        "altheory/complexity/consistency.py",
        "measure.mass(d) > least",
        "measure.mass(d) >= least",
        "an error of epsilon is too much",
        LABELS + "::test_failures_are_those_of_all_sequences",
    ),
)
