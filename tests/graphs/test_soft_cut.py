"""Energy, walks and voltages: every identity in rationals by a route of its own."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from altheory.errors import BudgetError, DomainError, UnlabeledComponentError
from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.random_walk import (
    effective_conductance,
    effective_resistance,
    first_visits,
    hitting_probabilities,
    voltages,
)
from altheory.graphs.soft_cut import energy, energy_increase, relabeled
from altheory.numeric.enclosure import Enclosure
from tests.graphs.examples import exact_values, random_graph, small_graphs


def connected(rng, size, kind):
    matrix = random_graph(rng, size, kind)
    for i in range(size - 1):
        matrix[i, i + 1] = matrix[i + 1, i] = matrix[i, i + 1] or 1.0
    return matrix


def exact_energy(matrix, f):
    n = range(len(matrix))
    w = [[Fraction(x) for x in row] for row in matrix]
    return sum(w[i][j] * (Fraction(f[i]) - Fraction(f[j])) ** 2 for i in n for j in range(i))


def within(x, found):
    return found.lo <= x <= found.hi <= found.lo * (1 + Fraction(1, 10**9)) + Fraction(1, 10**11)


@pytest.mark.seeded("floats are compared with rationals")
@pytest.mark.parametrize("kind", ["even", "any", "few"])
def test_energy(rng, kind):
    for _ in range(20):
        matrix, f = random_graph(rng, 6, kind), rng.random(6)
        exact = exact_energy(matrix, f)
        found = energy(matrix, f)
        assert isinstance(found, Enclosure)
        assert exact in found
        assert found.width <= exact * Fraction(1, 10**13) + Fraction(1, 10**12)
        assert energy(matrix.tolist(), f, exact=True) == exact


@pytest.mark.seeded("everything is compared with solving anew, in rationals")
def test_one_more_label_in_rationals_and_in_floats(rng):
    for _ in range(25):
        size = int(rng.integers(3, 8))
        matrix = connected(rng, size, "even")
        labeled, y = [1, size - 1], Fraction(int(rng.integers(0, 3)), 2)
        values = [Fraction(1, 3), 1]
        before = exact_values(matrix, labeled, values)
        after = exact_values(matrix, [*labeled, 0], [*values, y])
        rise = exact_energy(matrix, [after[i] for i in range(size)]) - exact_energy(
            matrix, [before[i] for i in range(size)]
        )
        assert energy_increase(matrix, labeled, values, 0, y, exact=True) == rise
        again = relabeled(matrix, labeled, values, 0, y, exact=True)
        assert sorted(again.labeled) == sorted([0, *labeled])
        assert again.f.tolist() == [after[i] for i in range(size)]
        floats = [1 / 3, 1.0]
        before = exact_values(matrix, labeled, floats)
        after = exact_values(matrix, [*labeled, 0], [*floats, y])
        rise = exact_energy(matrix, [after[i] for i in range(size)]) - exact_energy(
            matrix, [before[i] for i in range(size)]
        )
        assert within(rise, energy_increase(matrix, labeled, floats, 0, y))
        found = relabeled(matrix, labeled, floats, 0, y)
        assert found.error_bound <= 1e-12
        assert sorted(found.labeled) == sorted([0, *labeled])
        for i in range(size):
            assert abs(Fraction(found.f[i]) - after[i]) <= Fraction(found.error_bound)


def inverse(rows):
    """The inverse of a matrix of fractions, by Cramer's rule and Laplace's expansion."""

    def det(m):
        if not m:
            return Fraction(1)
        minors = ([row[:k] + row[k + 1 :] for row in m[1:]] for k in range(len(m)))
        return sum((-1) ** k * m[0][k] * det(minor) for k, minor in enumerate(minors))

    def minor(i, j):
        return [[x for b, x in enumerate(r) if b != j] for a, r in enumerate(rows) if a != i]

    n, whole = range(len(rows)), det(rows)
    return [[(-1) ** (i + j) * det(minor(j, i)) / whole for j in n] for i in n]


@pytest.mark.seeded("everything is compared with inverse matrices, in rationals")
@pytest.mark.parametrize("kind", ["even", "few"])
def test_walks_and_resistances_are_those_of_the_inverse(rng, kind):
    for _ in range(8):
        matrix = connected(rng, 5, kind)
        labeled, free = [4, 2], [0, 1, 3]
        w = [[Fraction(x) for x in row] for row in matrix]
        walk = inverse([[(i == j) - w[i][j] / sum(w[i]) for j in free] for i in free])
        green = inverse([[(i == j) * sum(w[i]) - w[i][j] for j in free] for i in free])
        hits = hitting_probabilities(matrix, labeled, exact=True).f
        for a, i in enumerate(free):
            for b, j in enumerate(free):
                assert green[a][b] == walk[a][b] / sum(w[j])
            for c, j in enumerate(labeled):
                steps = (walk[a][b] * w[k][j] / sum(w[k]) for b, k in enumerate(free))
                assert hits[i, c] == sum(steps)
            visits = first_visits(matrix, i, labeled, exact=True).f
            assert [visits[j] for j in free] == [green[b][a] / green[a][a] for b in range(3)]
            assert effective_resistance(matrix, i, labeled, exact=True) == green[a][a]
            assert within(green[a][a], effective_resistance(matrix, i, labeled))
            assert within(1 / green[a][a], effective_conductance(matrix, i, labeled))


def test_resistors_in_series_and_in_parallel():
    path = [[0, 2, 0], [2, 0, 3], [0, 3, 0]]
    assert effective_resistance(path, 0, [2], exact=True) == Fraction(1, 2) + Fraction(1, 3)
    assert effective_conductance(path, 1, [0, 2], exact=True) == 5
    unknown = [[0, Fraction(1, 3)], [Fraction(1, 3), 0]]
    assert effective_resistance(unknown, 0, [1], exact=True) == 3


def test_every_small_graph_in_rationals():
    for matrix in small_graphs(3):
        for y in (Fraction(1, 3), 0):
            found = harmonic(matrix, [2, 0], [1, y], exact=True, unlabeled="nan")
            assert found.error_bound == 0
            exact = exact_values(matrix, [2, 0], [1, y])
            assert {i: x for i, x in enumerate(found.f) if isinstance(x, Fraction)} == exact


def test_classes_in_rationals():
    third = Fraction(1, 3)
    found = harmonic(
        [[0, 1, 1], [1, 0, 0], [1, 0, 0]], [1, 2], [[third, 1 - third], [0, 1]], exact=True
    )
    assert found.f[0].tolist() == [Fraction(1, 6), Fraction(5, 6)]


@pytest.mark.seeded("every voltage is compared with the exact one")
def test_voltages(rng):
    for _ in range(20):
        matrix = connected(rng, 6, "even")
        held, volts = [3, 0, 5], rng.normal(size=3) * 10.0 ** rng.integers(-3, 4, 3)
        exact = exact_values(matrix, held, volts)
        found = voltages(matrix, held, volts)
        for i in range(6):
            assert abs(Fraction(found.f[i]) - exact[i]) <= Fraction(found.error_bound)
        assert found.error_bound <= 1e-12 * (1 + abs(volts).max())
        rational = voltages(matrix, held, [Fraction(v) for v in volts], exact=True)
        assert dict(enumerate(rational.f)) == exact
    assert voltages([[0, 1], [1, 0]], [0], [7]).f.tolist() == [7, 7]


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ([[0, Fraction(1, 3)], [Fraction(1, 4), 0]], "symmetric, got 1/3 from 0 to 1, 1/4 back"),
        ([[0, -1], [-1, 0]], "not negative, got -1 from 0 to 1"),
        ([[1, 1], [1, 0]], "itself, got 1 at node 0"),
        ([[0, 1]], "square"),
        ([], "square"),
        ([["x"]], "a weight"),
        ([[float("inf")]], "finite"),
    ],
)
def test_what_is_no_graph_of_rationals_is_refused(weights, said):
    with pytest.raises(DomainError, match=said):
        harmonic(weights, [0], [1], exact=True)


def test_what_has_no_answer_is_refused():
    pair = [[0, 1], [1, 0]]
    wrong: list[list[Any]] = [[], [1, 0], [Fraction(4, 3)], [-1], [[0.5, 0.4]], [[]]]
    for values in wrong:
        with pytest.raises(DomainError):
            harmonic(pair, [0], values, exact=True)
    with pytest.raises(DomainError, match="node 0 is among those it is to reach"):
        effective_resistance(pair, 0, [0])
    for exact in (True, False):
        with pytest.raises(DomainError, match="no current flows from node 0"):
            effective_resistance([[0, 0], [0, 0]], 0, [1], exact=exact)
    with pytest.raises(UnlabeledComponentError):
        hitting_probabilities([[0, 0], [0, 0]], [1])
    with pytest.raises(DomainError, match="one value each, 2, got 1"):
        energy(pair, [1])
    with pytest.raises(DomainError, match="beyond any float"):
        energy(pair, [-1e300, 1e300])
    with pytest.raises(DomainError, match="label lies in"):
        relabeled(pair, [0], [1], 1, 2)
    with pytest.raises(DomainError, match="one voltage"):
        voltages(pair, [0], [])
    pairs = [[int(i ^ 1 == j) for j in range(404)] for i in range(404)]
    with pytest.raises(BudgetError, match=r"at most 200 free nodes .* got 202"):
        harmonic(pairs, range(0, 404, 2), [1] * 202, exact=True)


def test_voltages_of_integers_and_fractions():
    star = [[0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 1], [1, 1, 1, 0]]
    for volts in ([0, 1, 3], [Fraction(0), 1, 3], np.array([0, 1, 3]), [0.0, 1.0, 3.0]):
        found = voltages(star, [0, 1, 2], volts, exact=True)
        assert found.f.tolist() == [0, 1, 3, Fraction(4, 3)]
        assert all(type(f) is Fraction for f in found.f)
    huge = voltages(star, [0, 1, 2], [0, 10**400, -(10**400)], exact=True)
    assert huge.f.tolist() == [0, 10**400, -(10**400), 0]
    no_numbers: list[Any] = [["a", "b", "c"], [0, 1, None], [0, 1, True], [0, 1, np.nan], 1]
    for wrong in no_numbers:
        for exact in (True, False):
            with pytest.raises(DomainError):
                voltages(star, [0, 1, 2], wrong, exact=exact)
    for large in (2**53 + 1, Fraction(1, 3)):
        with pytest.raises(DomainError, match="use exact=True"):
            voltages(star, [0, 1, 2], [0, 1, large])
    with pytest.raises(DomainError, match="not too far apart"):
        voltages(star, [0, 1, 2], [0, 1.7e308, -1.7e308])
