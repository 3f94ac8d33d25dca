"""Every version space on at most three points, its region and its pairs."""

from fractions import Fraction

from altheory.spaces.finite import FiniteRegion
from proofs_checks._conditioning import WEIGHTS, errors, pairs, triples


def test_members_differ_within_the_region_and_every_such_pair_occurs():
    """Two members of the cube on D, and what fills D up: any two that differ within D."""
    expected = {
        (FiniteRegion(n, d), FiniteRegion(n, h), FiniteRegion(n, g))
        for n in (1, 2, 3)
        for d in range(1, 1 << n)
        for h in range(1 << n)
        for g in range(1 << n)
        if (h ^ g) & ~d == 0
    }
    assert set(triples()) == expected


def test_errors_are_shares_of_the_weights():
    for within in (FiniteRegion(3, mask) for mask in range(1, 8)):
        total = sum(WEIGHTS[x] for x in within)
        for truth in (FiniteRegion(3, mask) for mask in range(8)):
            for h, error in errors(truth, within).items():
                wrong = sum(WEIGHTS[x] for x in within if (x in h) != (x in truth))
                assert error == Fraction(wrong, total)


def test_all_labels_are_tried():
    assert sum(1 for _ in pairs()) == sum(1 << region.n_points for region, _, _ in triples())
