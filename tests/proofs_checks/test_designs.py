"""Designs of the library ask where the claim on paths says, and returns diminish as it finds."""

import numpy as np
import pytest

from altheory.graphs.optimality import sigma_optimality, v_optimality
from proofs_checks._designs import reduced_by, trace, variance_of_sum
from proofs_checks._label_graphs import Case
from proofs_checks.graphs_designs_path import CLAIM, asked, nearest
from proofs_checks.graphs_designs_submodular import diminishing, precisions

WEIGHTS = ((0, 2, 0, 1), (2, 0, 1, 0), (0, 1, 0, 1), (1, 0, 1, 0))


@pytest.mark.parametrize("m", [1, 2, 7, 50])
def test_the_library_asks_there(m):
    path = np.diag(np.ones(m), 1) + np.diag(np.ones(m), -1)
    v, sigma = map(nearest, CLAIM.formula(m))
    assert v_optimality(path, [0]).ties == (v,)
    assert sigma_optimality(path, [0]).ties == (sigma,)
    if m < 10:
        assert asked(m) == ([v], [sigma])


def test_reductions_are_the_librarys():
    case = Case(WEIGHTS, (1, None, None, None))
    for design, measure in ((v_optimality, trace), (sigma_optimality, variance_of_sum)):
        found = design(np.array(WEIGHTS), [0])
        claimed = [reduced_by(measure, case, k) for k in found.nodes]
        assert np.allclose(found.reduction, [float(x.p) / float(x.q) for x in claimed])


def test_two_answers_may_tell_more_than_both_alone():
    assert len(precisions(2, (1, 2))) == 10  # all but both of 1 with 1 or -1 between them
    assert diminishing(((2, -1, -1), (-1, 2, 0), (-1, 0, 2)))
    assert not all(map(diminishing, precisions(3, (2,))))
