"""Lies about numbers on graphs: what they are, and which labels they leave open."""

from tests.mutants import Mutant

NUMBERS = "tests/graphs/test_numbers.py"
LIKELIEST = "tests/graphs/test_likeliest.py"

MUTANTS = (
    Mutant(
        "altheory/graphs/_likeliest.py",
        "near = (behind <= 2 * error_bound)",
        "near = (behind <= error_bound)",
        "two errors are as small as one",
        LIKELIEST + "::test_two_classes",
    ),
    Mutant(
        "altheory/graphs/_likeliest.py",
        "near |= nowhere.reshape(len(near), -1)",
        "near &= ~nowhere.reshape(len(near), -1)",
        "what has no value is sure of it",
        LIKELIEST + "::test_what_has_no_value_is_tied",
    ),
    Mutant(
        "altheory/numeric/inputs.py",
        'if array.dtype.kind == "f" and (np.abs(array) >= INTEGERS).any():',
        "if False:",
        "integers beside floats are floats",
        NUMBERS + "::test_integers_beside_floats_in_a_list",
    ),
    Mutant(
        "altheory/graphs/_exact_look_ahead.py",
        "right[k, c] += _flint(w * y)",
        "right[k, c] += _flint(Fraction(float(w * y)))",
        "what flows from labels is rounded",
        NUMBERS + "::test_looking_ahead_at_fractions",
    ),
    Mutant(
        "altheory/graphs/_exact_green.py",
        "left = self.inverse - column * column.T / column[~kept]",
        "left = self.inverse",
        "an answer leaves all variances as they are",
        NUMBERS + "::test_designs_and_uncertainty_of_fractions",
    ),
    Mutant(
        "altheory/graphs/_rationals.py",
        "ties[i][j] = ties[i].get(j, Fraction(0)) + weight",
        "ties[i][j] = weight",
        "the last of several entries of a sparse matrix counts",
        NUMBERS + "::test_a_sparse_matrix_may_repeat_itself",
    ),
    Mutant(
        "altheory/graphs/class_mass.py",
        "kept[found.labeled] = False",
        "kept[found.labeled[:1]] = False",
        "labels but the first are weighed as well",
        "tests/graphs/test_class_mass.py::test_labels_keep_their_values_whatever_is_asked",
    ),
)
