"""Lies about ``altheory.nets``."""

from tests.mutants import Mutant

DROPOUT = "tests/nets/test_consistent_dropout.py"
MC = "tests/nets/test_mc_dropout.py"
LOSS = "tests/nets/test_loss_prediction.py"

MUTANTS = (
    Mutant(
        "altheory/nets/consistent_dropout.py",
        "return kept(rng, shape[1:], p)",
        "return kept(rng, shape, p)",
        "every instance has a mask of its own",
        DROPOUT + "::test_all_instances_of_a_pass_meet_the_same_mask",
        fast=True,
    ),
    Mutant(
        "altheory/nets/_dropping.py",
        "    network.eval()\n",
        "    network.train()\n",
        "passes are in training mode",
        DROPOUT + "::test_batch_normalization_stays_in_evaluation",
    ),
    Mutant(
        "altheory/nets/_dropping.py",
        "rng.random(shape) >= p",
        "rng.random(shape) < p",
        "units are kept as often as they should be dropped",
        DROPOUT + "::test_units_are_kept_as_often_as_said",
    ),
    Mutant(
        "altheory/nets/mc_dropout.py",
        "np.where(masks == 1, 1 - p, p)",
        "np.where(masks == 1, p, 1 - p)",
        "the chances of masks are turned",
        MC + "::test_the_exact_predictive_is_the_mean_over_all_masks",
    ),
    Mutant(
        "altheory/nets/loss_prediction.py",
        "features if step < last else [f.detach() for f in features]",
        "features",
        "the module never lets go of the classifier",
        LOSS + "::test_after_the_joint_part_the_classifier_is_on_its_own",
    ),
    Mutant(
        "altheory/nets/loss_prediction.py",
        "margin - order * (predicted[first]",
        "margin + order * (predicted[first]",
        "small losses are predicted to be large",
        LOSS + "::test_the_ranking_loss_of_pairs_by_hand",
    ),
    Mutant(
        "altheory/nets/_dropping.py",
        "isinstance(inside, int | float) and inside > 0",
        "isinstance(inside, int | float) and inside > 1",
        "dropout inside of a layer is silently off",
        DROPOUT + "::test_dropout_inside_of_a_layer_is_refused",
    ),
    Mutant(
        "proofs_checks/calibration_far_from_data.py",
        "(b - a) / beyond",
        "b / beyond",
        "the offset counts as slope",
        "tests/proofs_checks/test_networks.py::test_confidence_far_away_is_that_of_the_slopes",
    ),
    Mutant(
        "proofs_checks/sudoku_checkpoint.py",
        "missed += not solves(",
        "missed += solves(",
        "a puzzle solved is one missed",
        "tests/proofs_checks/test_networks.py::test_a_promise_fails_soon_or_needs_all_puzzles",
    ),
)
