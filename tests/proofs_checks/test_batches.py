"""Medoids, determinants, committees and digits of the claims, by hand."""

import sys
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest

from altheory.ledger.examination import find
from altheory.ledger.failure import Failure
from altheory.simulation.learning_data import dataset
from proofs_checks._logarithms import rows
from proofs_checks.acquisition_committee_one_opinion import disagrees, shipped, votes
from proofs_checks.acquisition_density_one_product import POOL, mean, pairwise, product_with
from proofs_checks.acquisition_determinants_copies import COPIES, batch, rank
from proofs_checks.acquisition_determinants_greedy_factor import fan, ratio, volume
from proofs_checks.acquisition_determinants_submodular import factors, kernels
from proofs_checks.acquisition_determinants_submodular import volume as determinant
from proofs_checks.acquisition_expected_change_error_reduction import (
    TIED,
    by_refits,
    error,
)
from proofs_checks.acquisition_expected_change_error_reduction import shipped as reductions
from proofs_checks.acquisition_expected_change_gradient_length import root, squared
from proofs_checks.acquisition_k_center_ignores_labels import told
from proofs_checks.acquisition_medoids_center_factor import CROSS
from proofs_checks.acquisition_medoids_center_factor import total as along_streets
from proofs_checks.acquisition_medoids_exchange import (
    STUCK,
    by_exchanges,
    least,
    total,
)
from proofs_checks.acquisition_medoids_exchange import shipped as medoids
from proofs_checks.acquisition_mode_collapse_digits import (
    CLAIM,
    coverage,
    distances,
    margins,
    runs,
)

F = Fraction


def test_where_exchanges_are_stuck():
    pool, k = STUCK
    assert sorted(by_exchanges(pool, k)) == [*medoids(pool, k)] == [0, 2, 3]
    assert total(pool, (0, 2, 3)) == least(pool, (0, 2, 3), 1) == 3
    assert least(pool, (0, 2, 3), 2) == least(pool, (0, 2, 3), k) == total(pool, (1, 3, 4)) == 2


def test_a_crossing_is_nearer_than_its_neighbors():
    assert along_streets(CROSS, (1, 1)) == 4
    assert {along_streets(CROSS, x) for x in CROSS} == {6}


def test_determinants_of_small_kernels():
    kernel = ((2, 1), (1, 2))
    assert [determinant(kernel, of) for of in ((), (0,), (0, 1))] == [1, 2, 3]
    assert (F(2), F(3, 2)) in set(factors(kernel))
    assert len(list(kernels(2, (1,)))) == 1  # with 1 beside it the determinant is 0


def test_a_fan_takes_the_middle_first():
    assert ratio(fan(10)) == F(4 * 81, 100)
    assert volume((1, 0), (3, 0)) == 0
    assert rank(COPIES) == 2
    assert batch(COPIES, 2) is not None
    assert batch(COPIES, 3) is None


def test_gradients_of_an_even_row():
    assert squared(F(1, 2), (0,)) == F(1, 2)
    assert squared(F(1), (3,)) == 0
    assert root(F(9, 4)) == F(3, 2)
    with pytest.raises(ArithmeticError, match="no square"):
        root(F(2))


def test_what_answers_are_worth_in_a_tied_class():
    assert error(TIED) == F(1, 2) + 3 * F(1, 4)
    assert [by_refits(TIED, i) for i in range(4)] == [F(1, 2), *[F(3, 4)] * 3]
    assert reductions(TIED) == [F(1, 2), *[F(3, 4)] * 3]


def test_bisection_is_told_something_by_every_question():
    assert told([4, 2, 3], 2, 8) == [1, 2, 3]
    assert told([4, 6, 5], 2, 8) == [1, 1, 1]


def test_opinions_by_hand():
    even, sure = (F(1, 2), F(1, 2)), (F(1), F(0))
    assert votes((even, sure)) == [0, 0]
    assert disagrees((even, sure)) == {"rows": True, "votes": False}
    assert disagrees((sure, sure[::-1])) == {"rows": True, "votes": True}
    assert disagrees((even, even)) == {"rows": False, "votes": False}
    for members in combinations(tuple(rows(3, 3)), 2):
        assert shipped(members) == {name: {loud} for name, loud in disagrees(members).items()}


def test_the_mean_is_asked_once():
    assert [pairwise(POOL, i) for i in range(6)] == [product_with(mean(POOL), x) for x in POOL]
    assert pairwise(((3, 4), (-3, -4)), 0) == F(1, 2)  # the opposite counts as 0, not as -1


def test_margins_on_a_line():
    line = dataset(np.arange(8.0)[:, None] / 16, [0, 0, 0, 0, 1, 1, 1, 1])
    apart = distances(line)
    assert apart[0].tolist() == [k * k for k in range(8)]
    assert margins(apart[:, [0, 7]]).tolist() == [49, 35, 21, 7, 7, 21, 35, 49]


def test_runs_ask_for_as_many_labels_as_they_say():
    pixels = np.arange(750).reshape(250, 3) % 17 / 16
    some = dataset(pixels, np.arange(250) % 2)
    for asks in ("margin", "in order"):
        counts = list(runs(some, distances(some), asks))
        assert [sum(of) for of in counts] == [200] * 10


def test_the_chance_to_stay_within_a_band_is_that_of_all_samples():
    pool, within = (0, 0, 0, 1, 1, 2, 2), range(1, 3)
    samples = list(combinations(pool, 4))
    good = sum(all(of.count(c) in within for c in (0, 1, 2)) for of in samples)
    assert coverage([3, 2, 2], 1, 2, 4) == Fraction(good, len(samples))


def test_without_scikit_learn_the_claim_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.datasets", None)
    found = find(CLAIM.checks[0], CLAIM.formula, np.random.default_rng(0))
    assert isinstance(found, Failure)
    assert "altheory[nets]" in found.text
