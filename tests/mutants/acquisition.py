"""Lies about scores and batches."""

from tests.mutants import Mutant

BALD = "tests/acquisition/test_mutual_information.py"
BATCH = "tests/acquisition/test_joint_information.py"
CENTERS = "tests/acquisition/test_farthest_first.py"
DENSITY = "tests/acquisition/test_density.py"
VOTES = "tests/acquisition/test_votes.py"

MUTANTS = (
    Mutant(
        "altheory/acquisition/_tables.py",
        "isinstance(x, Integral) and int(x) != rounded",
        "isinstance(x, Integral) and float(x) != rounded",
        "neighboring integers are one score",
        "tests/acquisition/test_uncertainty.py::test_top_k_rounds_no_integers",
        fast=True,
    ),
    Mutant(
        "altheory/acquisition/density.py",
        "rows.flags.writeable = False",
        "rows.flags.writeable = pool.flags.writeable",
        "a similarity changes the pool of the caller",
        DENSITY + "::test_a_similarity_cannot_change_the_pool",
    ),
    Mutant(
        "altheory/acquisition/mutual_information.py",
        "consensus = total_entropy(np.ones(table.shape[1]) @ table / table.shape[1])",
        "consensus = total_entropy(table[:, 0])",
        "the first model is the consensus",
        BALD + "::test_it_is_the_information_of_the_joint_table",
    ),
    Mutant(
        "altheory/acquisition/density.py",
        "        if not itself:\n",
        "        if itself is None:\n",
        "an instance is always compared with itself",
        DENSITY + "::test_it_is_the_mean_similarity_to_the_pool",
    ),
    Mutant(
        "altheory/acquisition/farthest_first.py",
        "radii.append(unscaled(search.distance(farthest), exponent))",
        "radii.append(unscaled(search.distance(chosen[-1]), exponent))",
        "the radius is that of the center taken",
        CENTERS + "::test_the_radius_is_within_twice_the_optimum_and_the_bound_below_it",
    ),
    Mutant(
        "altheory/acquisition/joint_information.py",
        "most[list(batch)] = -math.inf",
        "most[[]] = -math.inf",
        "an instance may be taken twice",
        BATCH + "::test_each_step_takes_the_first_of_the_best",
    ),
    Mutant(
        "altheory/acquisition/votes.py",
        "share = np.arange(1, members + 1) / members",
        "share = np.arange(1, members + 1) / n_classes",
        "votes are shares of classes",
        VOTES + "::test_entropy_is_that_of_the_histogram",
    ),
    Mutant(
        "altheory/acquisition/farthest_first.py",
        "free[self.centers] = False",
        "free[self.centers[1:]] = False",
        "copies of the first center are that center again",
        CENTERS + "::test_copies_are_covered",
    ),
    Mutant(
        "altheory/acquisition/joint_information.py",
        "    table = table / table.sum(axis=2, keepdims=True)\n",
        "",
        "rounded rows are taken for distributions",
        BATCH + "::test_rounded_rows_keep_the_error_bound",
    ),
    Mutant(
        "altheory/acquisition/farthest_first.py",
        "self.centers[-int(lack[alike].max()) :]",
        "self.centers[-int(lack[alike].min()) :]",
        "who waited longest is held against too few centers",
        CENTERS + "::test_instances_that_waited_miss_no_center",
    ),
    Mutant(
        "altheory/acquisition/votes.py",
        "            counts[c] = 0\n",
        "            counts[c] = 1\n",
        "machine code counts every class once more",
        VOTES + "::test_both_ways_of_counting_return_the_same",
    ),
)
