from fractions import Fraction
from typing import Any

import pytest

import altheory.bounds
from altheory.bounds._bound import GRID_BITS, Bound, level, upper_end
from altheory.bounds.hoeffding import hoeffding
from altheory.discovery import module_names
from altheory.errors import DomainError

UNIT = Fraction(1, 2**GRID_BITS)
ARGS: dict[str, Any] = {
    "lower": 0,
    "upper": 1,
    "quantity": "q",
    "delta": 0.5,
    "n": 1,
    "side": "two-sided",
    "source": "s",
}


def test_every_bound_bears_the_name_of_its_file():
    names = module_names("altheory.bounds")
    assert len(names) >= 6
    for name in names:
        assert getattr(altheory.bounds, name).__name__ == name


EXAMPLES: dict[str, dict[str, Any]] = {
    "bernstein": {"mean": 0, "n": 9, "delta": 0.1},
    "beta_binomial": {"k": 1, "n": 9, "delta": 0.1},
    "betting_mean": {"values": [0, 1], "delta": 0.1},
    "clopper_pearson": {"k": 1, "n": 9, "delta": 0.1},
    "dkw": {"n": 9, "delta": 0.1},
    "dkw_pinned": {"n": 9, "delta": 0.1},
    "dkw_risk": {"n": 9, "delta": 0.1},
    "empirical_bernstein": {"mean": 0, "n": 9, "delta": 0.1},
    "finite_union": {"k": 1, "n": 9, "delta": 0.1, "members": 3},
    "hoeffding": {"mean": 0, "n": 9, "delta": 0.1},
    "iterated_logarithm": {"mean": 0, "n": 9, "delta": 0.1},
    "kl": {"k": 1, "n": 9, "delta": 0.1},
    "leave_one_out": {"k": 1, "m": 2, "n": 9, "delta": 0.1},
    "rademacher": {"n": 9, "delta": 0.1},
    "random_walk": {"n": 9, "delta": 0.1},
    "relative_vc": {"k": 1, "n": 9, "delta": 0.1, "growth": lambda n: n + 1},
    "sign_test": {"values": [0, 1], "delta": 0.1},
    "vc": {"n": 9, "delta": 0.1, "growth": lambda n: n + 1},
    "vc_anthony_bartlett": {"n": 9, "delta": 0.1, "growth": lambda n: n + 1},
    "vc_devroye": {"n": 9, "delta": 0.1, "growth": lambda n: n + 1},
    "vc_rademacher": {"n": 9, "delta": 0.1, "growth": lambda n: n + 1},
    "vc_vapnik": {"n": 9, "delta": 0.1, "growth": lambda n: n + 1},
}


@pytest.mark.parametrize("name", module_names("altheory.bounds"))
def test_every_bound_has_a_formula_its_data_and_its_delta(name):
    """LaTeX with closed braces, of one line; more of delta is not wider."""
    bound = getattr(altheory.bounds, name)(**EXAMPLES[name])
    assert bound.latex.count("{") == bound.latex.count("}") > 0
    assert bound.latex.count("(") == bound.latex.count(")")
    assert not set("$\n") & set(bound.latex)
    assert Bound.from_json(bound.to_json()) == bound
    assert bound.delta == Fraction(0.1)
    larger = getattr(altheory.bounds, name)(**EXAMPLES[name] | {"delta": Fraction(9, 10)})
    assert bound.lower <= larger.lower <= larger.upper <= bound.upper


def test_a_bound_survives_json():
    bound = hoeffding(0.3, 7, Fraction(1, 3), side="upper")
    assert Bound.from_json(bound.to_json()) == bound


def test_a_bound_keeps_rationals_and_prints_outward():
    bound = Bound(**ARGS | {"lower": 0.25, "upper": Fraction(1, 3)})
    assert (bound.lower, bound.upper) == (Fraction(1, 4), Fraction(1, 3))
    assert bound.width == Fraction(1, 12)
    assert Fraction(1, 3) in bound
    assert Fraction(1, 3) + UNIT not in bound
    assert str(bound) == "q in [0.25, 0.333333] (at n = 1, delta = 0.5, two-sided)"


@pytest.mark.parametrize(
    "wrong",
    [
        {"lower": 2},
        {"upper": float("nan")},
        {"delta": 0},
        {"delta": 1},
        {"delta": float("nan")},
        {"n": 0},
        {"n": 1.0},
        {"side": "left"},
    ],
)
def test_what_is_no_bound_is_refused(wrong):
    with pytest.raises(DomainError):
        Bound(**ARGS | wrong)


def test_only_a_two_sided_bound_splits_delta():
    assert level(0.5, "two-sided") == Fraction(1, 4)
    assert level(0.5, "upper") == level(0.5, "lower") == Fraction(1, 2)


@pytest.mark.parametrize(
    "root", [Fraction(0), Fraction(1, 3), Fraction(1, 2), 1 - UNIT, Fraction(1)]
)
@pytest.mark.parametrize("hint", [None, 0.0, 1 / 3, 0.9])
def test_the_end_is_the_first_excluded_grid_point_whatever_the_hint(root, hint):
    roughly = None if hint is None else (lambda p: p > hint)
    end = upper_end(lambda p: p > root, Fraction(0), roughly)
    expected = Fraction(int(root * 2**GRID_BITS) + 1, 2**GRID_BITS)
    assert end == min(expected, 1)


def test_an_end_that_nothing_excludes_is_one():
    assert upper_end(lambda _: False, Fraction(1, 3)) == 1
