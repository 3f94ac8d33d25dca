from collections import Counter
from fractions import Fraction
from itertools import product
from math import prod

import pytest

from altheory.bounds import uniform
from altheory.hypotheses.finite import FiniteClass
from proofs_checks._a2_paths import error, learner, looks, multinomial, outcome

F = Fraction
SIGNS = FiniteClass(1, ["-", "+"])
CUTS = FiniteClass(2, ["++", "-+", "--"])


@pytest.mark.parametrize(
    ("cells", "trials"), [((F(1, 3), F(2, 3)), 4), ((F(1, 2), F(1, 4), F(1, 4)), 3)]
)
def test_the_multinomial_law_by_sequences(cells, trials):
    law = Counter()
    for draws in product(range(len(cells)), repeat=trials):
        counts = tuple(draws.count(i) for i in range(len(cells)))
        law[counts] += prod((cells[i] for i in draws), start=F(1))
    assert dict(multinomial(cells, trials)) == law


@pytest.mark.parametrize(("of", "chances"), [(SIGNS, (F(1, 3),)), (CUTS, (F(1, 2), F(4, 5)))])
def test_every_sequence_of_four_labels_is_counted(of, chances):
    """Run the learner on all sequences of instances and labels, one by one."""
    run = learner(of, uniform("clopper-pearson", of), F(1, 10), F(9, 10))
    law = Counter()
    cells = [(x, y, p) for x, c in enumerate(chances) for y, p in ((1, c), (-1, 1 - c))]
    for draws in product(cells, repeat=4):
        state = run.init()
        for x, y, _ in draws:
            state = run.step(state, x, lambda _, y=y: y)
        chance = prod((p / len(chances) for *_, p in draws), start=F(1))
        law[state.version_space.members, state.finished] += chance
    _, stops = list(looks(run, chances, 4))
    found = Counter()
    for state, chance in stops:
        found[state.version_space.members, state.finished] += chance
    assert found == law


def test_outcomes_add_up():
    run = learner(SIGNS, uniform("clopper-pearson", SIGNS), F(1, 2), F(1, 2))
    found = outcome(run, (F(1, 4),), 40)
    assert sum(found.queries.values()) == 1
    assert set(found.queries) <= {1, 4, 13, 40}
    assert found.dropped == found.far == 0


def test_what_is_dropped_by_thirteen_fair_labels():
    """All labels equal, or all but one, keep the hypotheses apart at the third look."""
    run = learner(SIGNS, uniform("clopper-pearson", SIGNS), F(1, 10), F(1, 2))
    found = outcome(run, (F(1, 2),), 13)
    assert found.dropped == found.queries[13] == F(2 * (1 + 13), 2**13)
    assert found.far == 0


def test_errors_of_bitmasks():
    assert error(0b01, (F(1, 4), F(1, 2))) == (F(3, 4) + F(1, 2)) / 2
