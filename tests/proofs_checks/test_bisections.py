from fractions import Fraction

import pytest

from proofs_checks._bisections import DENOMINATORS, accuracies, branches, guarantee


@pytest.mark.parametrize("q", range(6))
def test_the_branches_part_the_interval(q):
    pieces = [s.version_space.disagreement().pieces[0] for s in branches(q)]
    assert len(pieces) == 2**q
    starts = sorted(piece.lo for piece in pieces)
    assert starts == [Fraction(k, 2**q) for k in range(2**q)]
    assert guarantee(q) == (Fraction(1, 2**q), Fraction(1, 2 ** (q + 1)))


def test_accuracies_are_the_fractions_of_the_scope():
    found = accuracies()
    assert len(found) == len(set(found))
    assert all(0 < e < 1 and e.denominator <= DENOMINATORS for e in found)
    assert Fraction(47, 48) in found
