"""Lies about sampling bias: the learner that shows it, the law, and its figure."""

from tests.mutants import Mutant

LEARNER = "tests/learners/test_margin_sampling.py"
FIGURE = "tests/figures/test_fig10_sampling_bias.py"
THEORY = "tests/theory/test_sampling_bias.py"

MUTANTS = (
    Mutant(
        "altheory/learners/margin_sampling.py",
        "state.rest[max(place - 1, 0) : place + 1]",
        "state.rest[place : place + 1] or state.rest[-1:]",
        "margin sampling looks to the right of its cut only",
        LEARNER + "::test_it_asks_the_nearest_and_each_once",
    ),
    Mutant(
        "altheory/learners/margin_sampling.py",
        "    del rest[place]\n",
        "    del rest[-1]\n",
        "another instance than the labeled one leaves the pool",
        LEARNER + "::test_it_asks_the_nearest_and_each_once",
    ),
    Mutant(
        "altheory/theory/sampling_bias.py",
        "sum(ways[size + 1 :])",
        "sum(ways[size:])",
        "ties of the two valleys count as the better one",
        THEORY + "::test_minimization_of_errors_is_a_walk",
    ),
    Mutant(
        "altheory/theory/sampling_bias.py",
        "for j in range(bought - i))",
        "for j in range(bought))",
        "each outer block has as many labels as both may have",
        THEORY + "::test_the_second_label_of_cal_by_its_integral",
    ),
    Mutant(
        "figures/fig10_sampling_bias.py",
        "u / 16 + (1 - u) * valley",
        "u / 20 + (1 - u) * valley",
        "CAL begins at the error of the wrong valley",
        FIGURE + "::test_exact_errors",
    ),
)
