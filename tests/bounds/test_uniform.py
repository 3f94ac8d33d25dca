import importlib
import pickle
from fractions import Fraction
from itertools import product
from math import comb
from typing import Any

import pytest

from altheory import bounds
from altheory.bounds._binomial import exact_tail
from altheory.bounds._uniform import covering, uniform
from altheory.discovery import module_names
from altheory.errors import DomainError, NoUniformTheoremError, UnknownNameError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds

STAR = FiniteClass(3, ["---", "+--", "-+-", "--+"])
CHAIN = FiniteClass(2, ["--", "+-", "++"])
LINE = Thresholds()
VC = (
    "relative-vc",
    "vc",
    "vc-anthony-bartlett",
    "vc-devroye",
    "vc-rademacher",
    "vc-vapnik",
)
SINGLE = (
    "bernstein",
    "beta-binomial",
    "clopper-pearson",
    "empirical-bernstein",
    "finite-union",
    "hoeffding",
    "iterated-logarithm",
    "kl",
)
CHAINS = ("dkw", "dkw-risk", "rademacher")
PINNED = ("dkw-pinned", "random-walk")  # about differences, see test_pinned
COVERED = {
    LINE: CHAINS + PINNED + VC,
    STAR: SINGLE + VC,
    CHAIN: SINGLE + CHAINS + PINNED + VC,
}
ALL = [(name, cls) for cls, names in COVERED.items() for name in names]
PAIRS = [(name, cls) for name, cls in ALL if name not in PINNED]
WRONG = [
    (name.replace("_", "-"), cls)
    for cls, names in COVERED.items()
    for name in module_names("altheory.bounds")
    if name.replace("_", "-") not in names
]
DELTA = Fraction(1, 10)


@pytest.mark.parametrize("cls", COVERED)
def test_which_bounds_cover_a_class(cls):
    assert sorted(covering(cls)) == sorted(COVERED[cls])


@pytest.mark.parametrize(("name", "cls"), WRONG)
def test_every_other_pair_is_a_named_error(name, cls):
    with pytest.raises(NoUniformTheoremError) as caught:
        uniform(name, cls)
    error = caught.value
    assert error.bound == name
    assert error.hypotheses == repr(cls) in str(error)
    assert sorted(error.covering) == sorted(COVERED[cls])
    back = pickle.loads(pickle.dumps(error))
    assert (str(back), vars(back)) == (str(error), vars(error))


def test_a_plain_bound_says_why_even_without_the_others():
    found = importlib.import_module("altheory.bounds.dkw_risk")
    with pytest.raises(NoUniformTheoremError, match=r"nested$"):
        found.uniform(STAR)


def test_an_unknown_bound_has_a_neighbor():
    with pytest.raises(UnknownNameError, match=r"did you mean .*hoeffding"):
        uniform("hoefding", STAR)


@pytest.mark.parametrize("name", [3, None, ("vc",)])
def test_what_is_no_name_is_an_unknown_bound(name):
    with pytest.raises(UnknownNameError, match="no bound is called"):
        uniform(name, STAR)


@pytest.mark.parametrize("of", [3, None, "thresholds", [LINE], Thresholds, LINE.version_space()])
def test_no_theorem_is_about_what_is_no_class(of):
    for name in module_names("altheory.bounds"):
        with pytest.raises(DomainError, match=r"a hypothesis class is .*Thresholds\(\), got"):
            uniform(name, of)
    with pytest.raises(DomainError, match="a hypothesis class"):
        list(covering(of))


@pytest.mark.parametrize(("name", "cls"), ALL)
def test_underlines_are_hyphens_and_theorems_travel(name, cls):
    theorem = uniform(name, cls)
    other = uniform(name.replace("-", "_"), cls)
    back = pickle.loads(pickle.dumps(theorem))
    assert theorem == other == back
    assert "with probability at least 1 - delta" in theorem.theorem
    assert theorem.source


@pytest.mark.parametrize(("name", "cls"), PAIRS)
@pytest.mark.parametrize("n", [1, 2, 7, 40])
def test_ends_are_monotone_and_hold_the_fraction_of_errors(name, cls, n):
    theorem: Any = uniform(name, cls)
    lower = [theorem.lower(k, n, DELTA) for k in range(n + 1)]
    upper = [theorem.upper(k, n, DELTA) for k in range(n + 1)]
    assert lower == sorted(lower)
    assert upper == sorted(upper)
    cells = list(zip(lower, range(n + 1), upper, strict=True))
    assert all(0 <= low <= Fraction(k, n) <= high <= 1 for low, k, high in cells)
    widest = max(high - low for low, _, high in cells)
    width = theorem.width(n, DELTA)
    assert widest <= width <= 1
    if theorem.single is None:
        assert widest == width


@pytest.mark.parametrize(("name", "cls"), PAIRS)
@pytest.mark.parametrize("n", [1, 3, 30, 300])
def test_the_cutoff_is_the_last_count_that_may_be_as_good(name, cls, n):
    theorem = uniform(name, cls)
    delta = Fraction(9, 10)  # narrow intervals, so that something is cut off
    for k_min in {0, 1, n // 3, n - 1, n}:
        bar = theorem.upper(k_min, n, delta)
        last = theorem.cutoff(k_min, n, delta)
        assert k_min <= last <= n
        assert theorem.lower(last, n, delta) <= bar
        assert last == n or theorem.lower(last + 1, n, delta) > bar


def test_some_cutoffs_cut():
    assert uniform("dkw", LINE).cutoff(0, 1000, DELTA) == 171
    assert uniform("clopper-pearson", STAR).cutoff(0, 100, DELTA) < 20
    assert uniform("hoeffding", STAR).cutoff(0, 100, DELTA) == 29


@pytest.mark.parametrize("name", SINGLE)
def test_a_union_shares_delta_evenly(name):
    alone = FiniteClass(1, ["+"])
    shared = uniform(name, STAR), uniform(name, alone)
    for k in range(11):
        ends = [
            (theorem.lower(k, 10, delta), theorem.upper(k, 10, delta))
            for theorem, delta in zip(shared, (DELTA, DELTA / 4), strict=True)
        ]
        assert ends[0] == ends[1]


@pytest.mark.parametrize("name", SINGLE)
@pytest.mark.parametrize("n", [5, 12])
def test_both_sides_of_one_hypothesis_cover(name, n):
    """The error of one hypothesis is any p; alone in its class it gets all of delta."""
    theorem = uniform(name, FiniteClass(1, ["+"]))
    ends = [(theorem.lower(k, n, DELTA), theorem.upper(k, n, DELTA)) for k in range(n + 1)]
    nudge = Fraction(1, 2**60)
    edges = {x for low, high in ends for x in (low - nudge, high + nudge) if 0 <= x <= 1}
    for p in edges | {Fraction(i, 40) for i in range(41)}:
        missed = [k for k, (low, high) in enumerate(ends) if not low <= p <= high]
        tails = [exact_tail(k, n, p) - exact_tail(k - 1, n, p) for k in missed]
        assert sum(tails, Fraction(0)) <= DELTA


def chance_of_a_miss(theorem, rules, cells, n, delta):
    """Return the probability that some error leaves its interval, over all samples."""
    names = list(cells)
    errors = [sum(cells[c] for c in names if rule(c[0]) != c[1]) for rule in rules]
    total = Fraction(0)
    for counts in product(range(n + 1), repeat=len(names)):
        if sum(counts) != n:
            continue
        wrong = [
            sum(m for c, m in zip(names, counts, strict=True) if rule(c[0]) != c[1])
            for rule in rules
        ]
        if any(
            not theorem.lower(k, n, delta) <= p <= theorem.upper(k, n, delta)
            for k, p in zip(wrong, errors, strict=True)
        ):
            ways, left = Fraction(1), n
            for c, m in zip(names, counts, strict=True):
                ways, left = ways * comb(left, m) * cells[c] ** m, left - m
            total += ways
    return total


@pytest.mark.parametrize("name", [*CHAINS, *VC, "hoeffding", "clopper-pearson", "kl", "bernstein"])
@pytest.mark.parametrize("plus", [(1, 1), (0, 4), (3, 1)])
def test_all_errors_of_a_chain_hold_together(name, plus):
    """Two instances with labels of every kind: P(y = +1 | x) in quarters, halves, or sure."""
    total = 2 * 4
    cells = {}
    for x, of_four in enumerate(plus):
        cells[x, 1], cells[x, -1] = Fraction(of_four, total), Fraction(4 - of_four, total)
    rules = [lambda x, cut=cut: 1 if x >= cut else -1 for cut in range(3)]
    theorem, delta = uniform(name, CHAIN), Fraction(19, 20)
    assert chance_of_a_miss(theorem, rules, cells, 6, delta) <= delta


@pytest.mark.parametrize("bad", [(5, 4, 0.1), (-1, 4, 0.1), (0, 0, 0.1), (1, 2, 0), (1, 2, 1)])
def test_bad_input_is_refused(bad):
    for theorem in (uniform("vc", LINE), uniform("kl", STAR)):
        for door in (theorem.lower, theorem.upper, theorem.cutoff):
            with pytest.raises(DomainError):
                door(*bad)
    with pytest.raises(DomainError):
        uniform("vc", LINE).width(0, 0.1)


def test_it_is_found_beside_the_bounds():
    assert bounds.uniform is uniform
