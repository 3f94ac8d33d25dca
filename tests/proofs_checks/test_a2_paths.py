from collections import Counter
from fractions import Fraction
from itertools import islice
from typing import Any

import pytest

from altheory.bounds import uniform
from altheory.hypotheses.finite import FiniteClass
from proofs_checks._a2_bounds import at_one_level
from proofs_checks._a2_paths import error, fed, learner, looks, outcome

F = Fraction
SIGNS = FiniteClass(1, ["-", "+"])
CUTS = FiniteClass(2, ["++", "-+", "--"])
CASES = [
    (SIGNS, (F(1, 3),), (), "looks", F(1)),
    (CUTS, (F(1, 2), F(4, 5)), (), "rounds", F(1)),
    (CUTS, (F(0), F(1, 2)), (3, 1), "literal", F(1, 4)),  # halves after one label or four
]


def by_steps(run, state, chances):
    """Yield how two looks end, one label in the region after the other."""
    if state.finished or len(state.looks) == 2:
        yield state, F(1)
        return
    for x in state.region:
        mass = run.law.weights[x] / run.law.mass(state.region)
        for y, p in ((1, chances[x]), (-1, 1 - chances[x])):
            after = run.step(state, x, lambda _, y=y: y) if p else state
            ends = by_steps(run, after, chances) if p else ()
            yield from ((end, mass * p * chance) for end, chance in ends)


@pytest.mark.parametrize(("of", "chances", "weights", "spending", "factor"), CASES)
def test_every_sequence_of_labels_is_counted(of, chances, weights, spending, factor):
    bound = at_one_level(of, factor)
    run = learner(of, bound, F(1, 10), F(9, 10), spending=spending, weights=weights)
    law: Any = Counter()
    found: Any = Counter()
    for state, chance in by_steps(run, run.init(), chances):
        law[state.version_space.members, state.round, state.looks] += chance
    first, second = islice(looks(run, chances, (4,)), 2)
    for state, chance in (*(stop for stop in first if stop.state.finished), *second):
        found[state.version_space.members, state.round, state.looks] += chance
    assert found == law
    assert sum(law.values()) == 1


def test_waiting_labels_are_as_good_as_steps():
    run = learner(CUTS, uniform("clopper-pearson", CUTS), F(1, 10), F(1, 2))
    state = run.init()
    told: Any = iter((1, -1, 1, 1))
    for x in (0, 1, 1, 1):
        state = run.step(state, x, lambda _: next(told))
    start = run.step(run.init(), 0, lambda _: 1)
    counts: Any = {(0, 1): 1, (1, -1): 1, (1, 1): 2}
    assert fed(run, start, counts).looks == state.looks
    assert fed(run, start, counts).queries == state.queries == 4
    assert Counter(fed(run, start, counts).sample) == Counter(state.sample)


def test_outcomes_add_up():
    run = learner(SIGNS, uniform("clopper-pearson", SIGNS), F(1, 2), F(1, 2))
    found = outcome(run, (F(1, 4),), (40,))
    assert sum(found.queries.values()) == found.stopped == sum(found.rounds.values()) == 1
    assert set(found.queries) <= {1, 4, 13, 40}
    assert found.dropped == found.far == 0


def test_what_is_dropped_by_thirteen_fair_labels():
    """All labels equal, or all but one, keep the hypotheses apart at the third look."""
    run = learner(SIGNS, uniform("clopper-pearson", SIGNS), F(1, 10), F(1, 2))
    found = outcome(run, (F(1, 2),), (13,))
    assert found.dropped == found.queries[13] == found.halved == F(2 * (1 + 13), 2**13)
    assert found.far == 0


def test_rounds_are_followed_as_far_as_asked():
    """On masses 3/4 and 1/4 the second round is about the second point, a fair coin."""
    bound = at_one_level(CUTS, F(1, 2))
    run = learner(CUTS, bound, F(1, 100), F(1, 2), weights=(3, 1))
    short, long = (outcome(run, (F(0), F(1, 2)), most) for most in ((13, 1), (13, 13)))
    assert 0 < short.halved == long.halved < 1
    assert short.stopped < long.stopped
    assert max(long.rounds) == 3


def test_what_is_returned_may_be_too_far():
    """One label of a coin that is right nine times in ten, and bounds that believe it."""
    run = learner(SIGNS, at_one_level(SIGNS, F(1, 100)), F(1, 5), F(1, 2))
    found = outcome(run, (F(9, 10),), (1,))
    assert found.far == F(1, 10)
    assert found.dropped == 0


def test_errors_of_bitmasks():
    halves = (F(1, 2), F(1, 2))
    assert error(0b01, (F(1, 4), F(1, 2)), halves) == (F(3, 4) + F(1, 2)) / 2
    assert error(0b01, (F(1, 4), F(1, 2)), (F(1), F(0))) == F(3, 4)
