"""Lies about minimum cuts, spectral partitions and their neighbors in ``altheory.graphs``."""

from tests.mutants import Mutant

CUT = "tests/graphs/test_minimum_cut.py"
SPECTRAL = "tests/graphs/test_spectral.py"
NEAREST = "tests/graphs/test_nearest.py"
SPREADING = "tests/graphs/test_spreading.py"
NOISE = "tests/graphs/test_cut_noise.py"

MUTANTS = (
    Mutant(
        "altheory/graphs/_extreme_cuts.py",
        "gap = 0.0 if is_exact else through",
        "gap = 0.0 if True else through",
        "rounded weights count as the weights",
        CUT + "::test_few_bits_are_made_up_for_exactly",
        fast=True,
    ),
    Mutant(
        "altheory/graphs/_extreme_cuts.py",
        "if not (found.is_exact or (least == most).all()):",
        "if False:",
        "what the gap leaves open is called undecided",
        CUT + "::test_few_bits_are_made_up_for_exactly",
    ),
    Mutant(
        "altheory/graphs/_extreme_cuts.py",
        "sums[1] += w + flow",
        "sums[1] += w - flow",
        "a flow leaves as much both ways",
        CUT + "::test_few_bits_at_random",
    ),
    Mutant(
        "altheory/graphs/_extreme_cuts.py",
        'connection="strong"',
        'connection="weak"',
        "nodes joined one way stay together",
        CUT + "::test_the_last_bit_decides",
    ),
    Mutant(
        "altheory/graphs/_extreme_cuts.py",
        "return joined[0], ~joined[1]",
        "return joined[0], joined[0]",
        "components without labels are negative",
        CUT + "::test_agrees_with_all_cuts",
    ),
    Mutant(
        "altheory/graphs/_max_flow.py",
        "if not fits or surplus.any() or inside[within.sink]:",
        "if not fits or surplus.any():",
        "any flow is a largest one",
        CUT + "::test_a_solver_that_errs_is_noticed",
    ),
    Mutant(
        "altheory/graphs/_max_flow.py",
        "while bound:",
        "if bound:",
        "the first few bits are all",
        CUT + "::test_a_flow_of_many_digits",
    ),
    Mutant(
        "altheory/graphs/cut_proof.py",
        "labels[given.positive], labels[given.negative] = 1, -1",
        "labels[given.positive], labels[given.negative] = -1, 1",
        "the labels of the other nodes",
        CUT + "::test_a_flow_proves_the_cut",
    ),
    Mutant(
        "altheory/graphs/cut_proof.py",
        "np.where(cut.forced, cut.labels, 0).tolist()",
        "cut.labels.tolist()",
        "labels that not all minimum cuts agree on",
        CUT + "::test_a_flow_proves_the_cut",
    ),
    Mutant(
        "altheory/graphs/_exact_sums.py",
        "- 1), integers >> HALF)",
        "- 1), integers >> (HALF + 1))",
        "a bit is lost between the halves",
        CUT + "::test_sums_are_exact",
    ),
    Mutant(
        "altheory/graphs/spectral.py",
        "rows.data = rows.data / roots[rows.row] / roots[rows.col]",
        "rows.data = rows.data / rows.data.max()",
        "weights that are not normalized",
        SPECTRAL + "::test_within_what_cheeger_allows",
    ),
    Mutant(
        "altheory/graphs/spectral.py",
        "lesser = min(volume, everything - volume)",
        "lesser = volume",
        "the volume of one side alone",
        SPECTRAL + "::test_within_what_cheeger_allows",
    ),
    Mutant(
        "altheory/graphs/spectral.py",
        "vectors[:, 1] / roots, _around(values[1], off), True",
        "vectors[:, 2] / roots, _around(values[2], off), True",
        "the third eigenvalue for the second",
        SPECTRAL + "::test_the_second_eigenvalue_is_enclosed",
    ),
    Mutant(
        "altheory/graphs/nearest.py",
        "squares, _ = points.exact_squares(row, near)",
        "squares = points.squares(row, near)",
        "floats decide who is nearest",
        NEAREST + "::test_what_floats_cannot_tell_apart",
    ),
    Mutant(
        "altheory/graphs/spreading.py",
        "return min(largest, euclidean) / (1 - share)",
        "return min(largest, euclidean) * (1 - share)",
        "a residual for an error",
        SPREADING + "::test_errors_stay_within_the_bound",
    ),
    Mutant(
        "altheory/graphs/cut_noise.py",
        "rng.random(len(upper.data))",
        "rng.random()",
        "all weights grow alike",
        NOISE + "::test_ties_are_broken_and_labels_kept",
    ),
)
