"""Scores of label spreading by exact inverses agree with the library's."""

from fractions import Fraction

import numpy as np
import pytest

from altheory.graphs.spreading import label_spreading
from proofs_checks._kept_labels import STAR, is_kept, spreading
from proofs_checks._label_graphs import Case
from proofs_checks.graphs_spreading_limit import limit

PATH = Case(((0, 2, 0), (2, 0, 1), (0, 1, 0)), (1, None, 0))


def scores(case, alpha):
    nodes = [i for i, y in enumerate(case.labels) if y is not None]
    values = [case.labels[i] for i in nodes]
    return label_spreading(np.array(case.weights), nodes, values, alpha=alpha).scores


@pytest.mark.parametrize("alpha", [0.25, 0.5, 0.75, 0.9375])
@pytest.mark.parametrize("case", [STAR, PATH])
def test_labels_are_kept_where_the_library_keeps_them(case, alpha):
    found = scores(case, alpha)
    for i, y in enumerate(case.labels):
        if y is not None:
            assert is_kept(case, i, Fraction(alpha)) == (found[i, y] > found[i, 1 - y])


def test_scores_are_the_inverse_between_roots_of_degrees():
    inverse = spreading(PATH.weights, Fraction(3, 4))
    found = [float(x.p) / float(x.q) for x in (inverse[i, 2] for i in range(3))]
    roots = np.sqrt([2, 3, 1])
    assert np.allclose(scores(PATH, 0.75)[:, 0], 0.25 * roots * found)


def test_limits_are_approached():
    near = spreading(PATH.weights, Fraction(999_999, 10**6))
    for i in range(3):
        value, end = near[i, 2] / 10**6, limit(PATH.weights, i, 2)
        assert abs(value - end) < abs(end) / 10**5
