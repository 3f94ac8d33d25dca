from fractions import Fraction

import pytest

from altheory.bounds._tightest import known, tightest
from altheory.bounds._uniform import covering, uniform
from altheory.errors import DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds

STAR = FiniteClass(3, ["---", "+--", "-+-", "--+"])
DELTA = Fraction(1, 20)


@pytest.mark.parametrize("cls", [Thresholds(), CircleSeparators(), STAR])
@pytest.mark.parametrize(("n", "k"), [(10, None), (100, 0), (1000, 20), (1000, None)])
def test_no_other_interval_is_shorter(cls, n, k):
    def length(theorem):
        errors = n // 2 if k is None else k
        return theorem.upper(errors, n, DELTA) - theorem.lower(errors, n, DELTA)

    best = tightest(cls, n, DELTA, errors=k)
    assert length(best) == min(map(length, known(cls)))
    assert best.hypotheses == cls


def test_theorems_about_differences_bound_no_error():
    names = {theorem.name for theorem in known(Thresholds())}
    assert "dkw_risk" in names
    assert not {"random_walk", "dkw_pinned"} & names
    assert len(known(STAR)) == len(tuple(covering(STAR)))


def test_of_several_the_first_by_name():
    assert tightest(STAR, 50, DELTA).name == "clopper_pearson"
    same = uniform("finite-union", STAR)
    assert same.upper(25, 50, DELTA) == tightest(STAR, 50, DELTA).upper(25, 50, DELTA)


@pytest.mark.parametrize("bad", [{"n": 0}, {"delta": 1}, {"errors": 11}, {"hypotheses": 3}])
def test_bad_input_is_refused(bad):
    with pytest.raises(DomainError):
        tightest(**{"hypotheses": STAR, "n": 10, "delta": DELTA} | bad)
