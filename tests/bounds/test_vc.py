from fractions import Fraction
from math import exp

import pytest

from altheory.bounds._deviation import root_of_log
from altheory.bounds.finite_union import finite_union
from altheory.bounds.hoeffding import hoeffding
from altheory.bounds.vc import DEFAULT, vc, versions
from altheory.errors import DomainError, UnknownNameError
from altheory.hypotheses.thresholds import Thresholds

DELTA = Fraction(1, 20)
HALF = Fraction(1, 2)


def thresholds(n):
    return n + 1


TAILS = {  # as the texts print them: both sides, at n instances
    "vapnik": lambda n, r: 4 * (2 * n + 1) * exp(-n * (r - 1 / n) ** 2),
    "anthony-bartlett": lambda n, r: 4 * (2 * n + 1) * exp(-n * r * r / 8),
    "devroye": lambda n, r: 8 * (n + 1) * exp(-n * r * r / 32),
}


@pytest.mark.parametrize("version", TAILS)
@pytest.mark.parametrize("n", [2000, 10**5])
def test_the_radius_turns_the_tail_around(version, n):
    radius = vc(n, DELTA, growth=thresholds, version=version).upper
    assert TAILS[version](n, float(radius)) == pytest.approx(0.05, rel=1e-9)


def test_one_side_is_what_two_sides_are_at_twice_delta():
    for version in versions():
        one = vc(500, DELTA, growth=thresholds, version=version, side="upper")
        two = vc(500, 2 * DELTA, growth=thresholds, version=version)
        assert one.upper == two.upper
        assert (one.side, two.side) == ("upper", "two-sided")


def test_the_known_radii_at_a_thousand():
    radii = {v: vc(1000, DELTA, growth=thresholds, version=v).upper for v in versions()}
    shown = {v: f"{float(r):.4f}" for v, r in radii.items()}
    assert shown == {
        "anthony-bartlett": "0.3096",
        "devroye": "0.6193",
        "rademacher": "0.1605",
        "vapnik": "0.1105",
    }
    assert min(radii, key=lambda v: radii[v]) == DEFAULT


def test_a_class_far_larger_than_its_growth_function_needs_no_union():
    n, members, delta = 300, 10**9 + 1, Fraction(1, 2)
    radius = vc(n, delta, growth=lambda m: min(m + 1, members), version="vapnik").upper
    tails = finite_union(150, n, delta, members=members)
    range_ = hoeffding(HALF, n, delta / members)
    widths = [radius, tails.upper - HALF, range_.upper - HALF]
    assert [f"{float(w):.4f}" for w in widths] == ["0.1714", "0.1753", "0.1920"]


def test_one_sided_radii_as_printed():
    printed = {"rademacher": "0.156", "anthony-bartlett": "0.301"}
    for version, text in printed.items():
        one = vc(1000, DELTA, growth=thresholds, version=version, side="upper")
        assert f"{float(one.upper):.3f}" == text


def test_more_labelings_are_wider_and_more_instances_narrower():
    for version in versions():
        few = vc(10**4, DELTA, growth=lambda n: n + 1, version=version).upper
        many = vc(10**4, DELTA, growth=lambda n: n * n, version=version).upper
        later = vc(10**5, DELTA, growth=lambda n: n + 1, version=version).upper
        assert later < few < many <= 1


def test_hyphens_or_underlines_and_a_neighbor():
    kinds = {
        vc(99, DELTA, growth=thresholds, version=v)
        for v in ("anthony-bartlett", "anthony_bartlett")
    }
    assert len(kinds) == 1
    with pytest.raises(UnknownNameError, match="did you mean vapnik"):
        vc(99, DELTA, growth=thresholds, version="vapnick")


def test_roots_are_rounded_up():
    root = root_of_log(Fraction(2), Fraction(3))
    assert exp(3 * float(root) ** 2) == pytest.approx(2)
    assert root_of_log(Fraction(1), Fraction(5)) == 0


@pytest.mark.parametrize(
    ("n", "delta", "labelings"), [(0, 0.1, 2), (2.5, 0.1, 2), (5, 1, 2), (5, 0.1, 0), (5, 0.1, 1.5)]
)
def test_bad_input_is_refused(n, delta, labelings):
    for version in versions():
        with pytest.raises(DomainError):
            vc(n, delta, growth=lambda _n: labelings, version=version)
    with pytest.raises(DomainError):
        root_of_log(Fraction(1, 2), Fraction(1))


@pytest.mark.parametrize("version", versions())
@pytest.mark.parametrize("growth", [5, None, "n + 1", [1, 2], Thresholds()])
def test_a_growth_function_is_a_function(version, growth):
    with pytest.raises(DomainError, match=r"such as lambda n: n \+ 1, got .*bounds.uniform"):
        vc(1000, 0.05, growth=growth, version=version)


@pytest.mark.parametrize("name", [None, 3, ("vapnik",), b"kl"])
def test_what_is_no_name_is_an_unknown_name(name):
    with pytest.raises(UnknownNameError, match="no version"):
        vc(1000, 0.05, growth=thresholds, version=name)
    with pytest.raises(UnknownNameError, match="no bound for one hypothesis"):
        finite_union(3, 10, 0.05, members=3, single=name)
