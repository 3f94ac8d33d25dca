"""Four blocks: the laws against walks, integrals and streams that know nothing of them."""

import math
from fractions import Fraction
from itertools import pairwise, product

import pytest
import sympy as sp

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold
from altheory.spaces.line import IntervalUnion
from altheory.theory.sampling_bias import (
    FOUR_BLOCKS,
    Ends,
    four_block_cal,
    four_block_cal_labels,
    four_block_erm,
    four_block_labels,
    four_block_law,
)
from proofs_checks.sampling_bias_cal import thirds

F = Fraction
LAW, LABELS = four_block_law(), four_block_labels()


def error(cut):
    return LABELS.error(Threshold(cut).positive, LAW)


def test_the_law_is_that_of_the_blocks():
    assert sum(block.mass for block in FOUR_BLOCKS) == 1
    for block in FOUR_BLOCKS:
        assert LAW.mass(block.region) == block.mass
        middle = (block.lo + block.hi) / 2
        half = IntervalUnion.closed(block.lo, middle)
        assert LAW.mass(half) == block.mass / 2
        assert {LABELS.probability(x) for x in (block.lo, middle, block.hi)} == {
            F(block.label == 1)
        }


def test_the_valleys_and_what_is_between():
    assert {error(F(c, 100)) for c in range(10, 45)} == {F(1, 20)}
    assert {error(F(c, 100)) for c in range(65, 91)} == {F(1, 40)}
    assert {error(F(c, 100)) for c in range(56, 61)} == {F(3, 40)}
    assert error(F(1, 2)) == F(1, 16)
    assert min(error(F(c, 100)) for c in range(101)) == F(1, 40)


def walk(n):
    """The chances of the walk D after n steps, with no polynomial."""
    chances = {0: F(1)}
    for _ in range(n):
        after: dict[int, Fraction] = {}
        for d, p in chances.items():
            for move, q in ((1, F(1, 20)), (-1, F(1, 40)), (0, F(37, 40))):
                after[d + move] = after.get(d + move, F(0)) + p * q
        chances = after
    return chances


@pytest.mark.parametrize("n", [0, 1, 2, 7, 20])
def test_minimization_of_errors_is_a_walk(n):
    found, chances = four_block_erm(n), walk(n)
    assert found.best == sum(p for d, p in chances.items() if d > 0)
    assert found.undecided == F(37, 40) ** n
    assert found.stuck + found.best + found.undecided == 1
    assert found.stuck <= ((37 + 2 * math.sqrt(2)) / 40) ** n


def test_twelve_hundred_labels_tell():
    assert four_block_erm(1200).stuck < F(1, 1000) < four_block_erm(1100).stuck


@pytest.mark.parametrize("n", [0, 1, 2, 30])
def test_cal_is_what_its_claim_says(n):
    found = four_block_cal(n)
    assert (sp.Rational(str(found.stuck)), sp.Rational(str(found.best))) == thirds(n)
    assert found.stuck + found.best + found.undecided == 1
    assert 2 * found.stuck == found.best


def test_the_second_label_of_cal_by_its_integral():
    """A first label at a uniform place u leaves 1 + u outer blocks beside the inner ones."""
    ratio = 0.075 / 0.4625
    second = 0.925 * (1 - ratio * (math.log(2 + ratio) - math.log(1 + ratio)))
    enclosed = four_block_cal_labels(2)
    rounding = 1e-15
    assert float(enclosed.lo) - rounding <= second <= float(enclosed.hi) + rounding
    assert F(37, 40) in four_block_cal_labels(1)
    assert 1 in four_block_cal_labels(0)


def test_more_instances_enclose_more_tightly():
    wide, narrow = four_block_cal_labels(4, 20), four_block_cal_labels(4, 60)
    assert wide.lo < narrow.lo <= narrow.hi <= wide.hi + F(1, 10**20)
    assert wide.hi - wide.lo >= F(37, 40) ** 21


def test_chances_fall_with_labels():
    chances = [four_block_cal_labels(q, 40).hi for q in range(8)]
    assert all(a > b for a, b in pairwise(chances))


def test_records_by_all_orders():
    """Among three instances of an outer block each order is as likely: the law of records."""
    from altheory.theory.sampling_bias import _record_chances

    counts = [0] * 4
    for order in product(range(3), repeat=3):
        if len(set(order)) == 3:
            counts[sum(x == max(order[: i + 1]) for i, x in enumerate(order))] += 1
    found = [float(p.mid()) for p in _record_chances(3, 4)[3]]
    assert found == pytest.approx([c / 6 for c in counts])


def test_means_weigh_the_valleys():
    assert Ends(F(1), F(0), F(0)).mean_error == F(1, 20)
    assert Ends(F(1, 3), F(2, 3), F(0)).mean_error == F(1, 30)
    assert four_block_erm(0).mean_error == error(F(1, 2))


@pytest.mark.parametrize("law", [four_block_cal, four_block_erm, four_block_cal_labels])
def test_numbers_of_labels_are_counts(law):
    for wrong in (-1, 0.5, True):
        with pytest.raises(DomainError, match="at least 0"):
            law(wrong)
