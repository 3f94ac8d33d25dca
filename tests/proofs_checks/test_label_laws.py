"""Laws of labels and small pools, counted and summed by other means."""

from fractions import Fraction
from math import isclose, log

import pytest

from proofs_checks._label_laws import (
    XOR,
    are_independent,
    entropy_given_model,
    equal_weights,
    given_models,
    labels,
    marginal,
    model_laws,
    told,
)
from proofs_checks._model_tables import information
from proofs_checks._small_pools import FEW, batch, named, pools
from proofs_checks.acquisition_bald_small_sample import density


def test_laws_are_laws_and_as_many_as_there_are():
    laws = [*model_laws(2, 2, 1), *equal_weights(2)]
    assert len(laws) == 10 + 8 + 28
    assert all(sum(law.values()) == 1 and min(law.values()) > 0 for law in laws)


def test_two_labels_that_tell_only_together():
    assert told(XOR, (1,)).sign == told(XOR, (2,)).sign == 0
    assert isclose(float(told(XOR, labels(XOR)).nats), log(2))
    assert isclose(float(entropy_given_model(XOR, (1, 2)).nats), log(2))
    assert are_independent(XOR)
    assert marginal(XOR, (0,)) == {(0,): Fraction(1, 2), (1,): Fraction(1, 2)}


@pytest.mark.parametrize("law", list(model_laws(3, 1, 2)))
def test_one_label_tells_the_information_of_its_table(law):
    chances = [[law.get((k, y), Fraction(0)) * 3 for y in (0, 1)] for k in range(3)]
    assert told(law, (1,)) == information(tuple(map(tuple, chances)))


def test_labels_depend_through_the_model_alone():
    law = given_models([(Fraction(1, 4), Fraction(1, 2)), (Fraction(3, 4), Fraction(1, 2))])
    assert are_independent(law)
    assert not are_independent(given_models([(Fraction(0),) * 2, (Fraction(1),) * 2]))
    single = entropy_given_model(law, (1,)) + entropy_given_model(law, (2,))
    assert single == entropy_given_model(law, (1, 2))


def test_pools_are_one_of_each_kind():
    found = pools()
    assert len(set(found)) == len(found) == 136
    assert all(named(question) == question for pool in found for question in pool)


def test_copies_in_a_pool_tell_no_more():
    copies = FEW[1]
    assert batch(copies, (0, 1)) == batch(copies, (0,)) < batch(copies, (0, 2))


def test_the_density_of_a_sum_of_uniform_numbers():
    for t in (2, 3, 6):
        assert sum(piece.integral()(1) for piece in density(t)) == 1
        ends = [piece(0) for piece in density(t)] + [density(t)[-1](1)]
        assert [piece(1) for piece in density(t)] == ends[1:]
    assert [str(c) for c in density(3)[1].coeffs()] == ["1/2", "1", "-1"]
