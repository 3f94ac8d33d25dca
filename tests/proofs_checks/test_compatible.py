"""The samples, clusters and rings of the claims on unlabeled data."""

import math
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity import pruned_chances, unlabeled_errors
from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.enclosure import Enclosure
from proofs_checks._compatible import YES_OR_NO, hit_sets, incompatible, line_of_clusters, missed
from proofs_checks._small_classes import classes_on
from proofs_checks.semi_supervised_complement import closed_classes
from proofs_checks.semi_supervised_sampled_pruning import exp_above, failures
from proofs_checks.semi_supervised_two_rings import rings
from proofs_checks.semi_supervised_unlabeled_sample import failure

SETS = st.lists(st.integers(1, 7), min_size=1, max_size=3)
PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(1, 7)), min_size=1, max_size=3)


def misses(drawn, part):
    return not any(part >> x & 1 for x in drawn)


@given(SETS, st.integers(0, 3))
def test_missed_sets_are_those_of_all_sequences(sets, m):
    draws = list(product(range(3), repeat=m))
    found = sum(any(misses(drawn, part) for part in sets) for drawn in draws)
    assert missed(sets, 3, m) == Fraction(found, len(draws))
    assert sum(hit_sets(3, m).values()) == len(draws)


@given(PAIRS)
def test_two_samples_have_to_miss_both_sets_of_a_pair(pairs):
    draws = list(product(range(3), repeat=2))
    found = sum(
        any(misses(first, unfit) and misses(second, differing) for unfit, differing in pairs)
        for first, second in product(draws, draws)
    )
    assert failure(pairs, 3, 2, 2) == Fraction(found, 81)


@given(st.sets(st.integers(0, 7), min_size=1), st.integers(1, 3), st.integers(0, 5))
def test_samples_prune_as_the_package_does(masks, m, sixths):
    gamma, t = Fraction(7, 24), Fraction(sixths, 6)
    of = FiniteClass(3, masks)

    def chi(h, x):
        return h(x) == -1  # so that what does not suit h is its mask

    errors = unlabeled_errors(of, chi)
    lower = {h for h, error in errors.items() if error <= t}
    upper = {h for h, error in errors.items() if error <= t + 2 * gamma}
    chances = pruned_chances(of, chi, t + gamma, m)
    right = sum(chance for kept, chance in chances.items() if lower <= kept <= upper)
    family = sum(1 << mask for mask in masks)
    wrong = [bool(sets & family) for sets in failures((m, gamma, t))]
    assert 1 - right == Fraction(sum(wrong), len(wrong))


@pytest.mark.parametrize("x", [Fraction(0), Fraction(1, 7), Fraction(3), Fraction(25, 2)])
def test_exponentials_are_bounded_from_above(x):
    assert (
        Enclosure.exactly(x).exp().lo
        <= exp_above(x)
        <= Fraction(math.exp(x)) * (1 + Fraction(1, 100))
    )


def test_unfit_points_are_the_unlabeled_error():
    for of, chi in product(classes_on(3), YES_OR_NO):
        errors = unlabeled_errors(of, chi)
        unfit = incompatible(of, chi)
        assert {h.positive.mask: e for h, e in errors.items()} == {
            mask: Fraction(points.bit_count(), 3) for mask, points in unfit.items()
        }


def test_compatible_cuts_are_three():
    for a, b in product(range(1, 5), range(1, 5)):
        cuts, kept = line_of_clusters(a, b)
        n = a + b
        assert len(cuts.hypotheses) == n + 1
        rows = ["-" * n, "-" * a + "+" * b, "+" * n]
        assert sorted(kept.table()["hypotheses"]) == sorted(rows)


def test_classes_closed_under_complement():
    for n, many in ((1, 1), (2, 3), (3, 15)):
        found = set(closed_classes(n))
        everything = (1 << n) - 1
        assert len(found) == many
        assert found == {
            of
            for of in classes_on(n)
            if all(everything ^ h in of.hypotheses for h in of.hypotheses)
        }


def test_rings_of_four_points():
    of, target, weights = rings(4)
    assert sorted(of.table()["hypotheses"]) == sorted(
        ["++--++--", "-++--++-", "--++--++", "+--++--+", "++++----", "----++++"]
    )
    assert str(target) == "++++----"
    assert [sum(row) for row in weights] == [2] * 8
    assert weights[0] == (0, 1, 0, 1, 0, 0, 0, 0)
