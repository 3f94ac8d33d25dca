"""The formulas that the claims prove are those that the package computes with."""

import importlib
from fractions import Fraction
from itertools import product

import pytest
import sympy as sp

from altheory.ledger.claim import Claim
from altheory.theory.batch import batch_gain
from altheory.theory.lower_bounds import passive_thresholds_error
from altheory.theory.query_by_committee import (
    qbc_expected_instances_to_width,
    qbc_expected_queries,
    qbc_expected_queries_circle,
    qbc_expected_queries_to_width,
)
from altheory.theory.thresholds_cal import (
    cal_query_chance_thresholds,
    cal_query_variance_thresholds,
)
from altheory.theory.thresholds_cal_width import CALWidthLaw, cal_expected_queries_to_width
from altheory.theory.thresholds_passive import midpoint_failure, one_sided_failure
from altheory.theory.thresholds_version_space import (
    expected_instances_to_width,
    expected_width,
    gap_survival,
    width_survival,
)

F = Fraction
TARGETS = (F(1, 7), F(1, 3), F(1, 2), F(4, 5))
WIDTHS = (F(1, 20), F(1, 5), F(2, 5), F(3, 5), F(9, 10))
SIZES = (1, 2, 5, 17)


def formula(name):
    claim: Claim[object] = importlib.import_module(f"proofs_checks.thresholds_{name}").CLAIM
    return claim.formula


def rational(x):
    return sp.Rational(x.numerator, x.denominator)


@pytest.mark.parametrize(("n", "t"), list(product(SIZES, TARGETS)))
def test_laws_of_a_sample_size(n, t):
    assert formula("cal_fixed_target")(n, t) == cal_query_chance_thresholds(n, t)
    assert formula("expected_width")(n, t) == expected_width(n, t)
    assert formula("passive_bayes")(F(n)) == passive_thresholds_error(n)
    assert formula("batch_price")(n) == batch_gain(n).exact
    variance = sum(formula("cal_variance")(F(k)) for k in range(1, n + 1))
    assert variance == cal_query_variance_thresholds(n)


@pytest.mark.parametrize(("n", "t", "w"), list(product(SIZES, TARGETS, WIDTHS)))
def test_laws_of_a_width(n, t, w):
    inside = min(w, t, 1 - t, 1 - w)
    assert formula("width")(n, w, inside) == width_survival(n, w, t)
    assert formula("width_uniform_target")(n, w) == width_survival(n, w)
    assert formula("instances_to_width")(w, inside) == expected_instances_to_width(w, t)
    if w < t:
        assert formula("gaps")(n, w, F(0)) == gap_survival(n, w, F(0), t)
    if w < 1 - t:
        assert formula("one_sided_error")(n, w) == one_sided_failure(n, w, t)
    c, tails = 2 * w, F(0)
    for s in (t, 1 - t):
        tails += formula("midpoint_error")(n, c, s, int(2 * s > 1 + c)) if c < s else 0
    assert tails == midpoint_failure(n, w, t)


@pytest.mark.parametrize(("t", "w"), list(product(TARGETS, WIDTHS)))
def test_means_of_cal_to_a_width(t, w):
    s = min(t, 1 - t)
    claimed = formula("cal_width_fixed_target")(
        int(w > s) + int(w > 1 - s), rational(w), rational(s)
    )
    computed = cal_expected_queries_to_width(w, t).exact
    assert sp.simplify(sp.logcombine(claimed - rational_or_log(computed), force=True)) == 0


def rational_or_log(x):
    return rational(x) if isinstance(x, Fraction) else x


@pytest.mark.parametrize(("q", "w"), list(product((1, 2, 5), WIDTHS)))
def test_the_law_of_cal_to_a_width(q, w):
    claimed = sp.N(formula("cal_width_uniform_target")(sp.Integer(q), rational(w)), 30)
    assert abs(claimed - float(CALWidthLaw(w).chance(q))) < 1e-15


@pytest.mark.parametrize("n", [0, 1, 7, 60])
def test_committees_in_a_stream(n):
    stated = importlib.import_module("proofs_checks.qbc_streams").means(n)
    assert stated.line == qbc_expected_queries(n).exact
    assert stated.circle == qbc_expected_queries_circle(n).exact


@pytest.mark.parametrize("w", WIDTHS)
def test_committees_to_a_width(w):
    stated = formula("qbc_to_width")(rational(w))
    assert sp.simplify(stated.labels - qbc_expected_queries_to_width(w).exact) == 0
    assert stated.instances == rational(qbc_expected_instances_to_width(w))
