"""Selective learners ask where their rule says, and the careless ones are careless."""

from itertools import permutations

from altheory.hypotheses.finite import FiniteClass
from proofs_checks._selective import (
    Selective,
    ask_likely_negatives,
    cal,
    careless,
    consistent,
    responses,
    run,
    skip_the_last,
    trust_two_thirds,
)
from proofs_checks._small_classes import hypotheses, small_classes, star

CUBE = FiniteClass(2, range(4)).version_space()
STAR = star(3).version_space()


def mellow(space, x):
    return None if len(space.labels(x)) == 2 else space


def test_the_mellow_rule_is_cal():
    for of in small_classes():
        prior, order = of.version_space(), range(of.n_points)
        for target in hypotheses(of):
            selective = run(Selective(prior, mellow), order, target)
            real = run(cal(prior), order, target)
            assert selective.version_space == real.version_space
            assert selective.queries == real.queries


def test_an_unasked_instance_costs_nothing():
    learner = Selective(CUBE, lambda space, _: space)
    state = run(learner, [0, 1, 0], hypotheses(CUBE.of)[0])
    assert (state.version_space, state.queries) == (CUBE, 0)
    assert learner.hypothesis(state) == CUBE.member()


def test_two_thirds_are_trusted_and_less_is_asked():
    assert trust_two_thirds(CUBE, 0) is None  # two against two
    assert trust_two_thirds(STAR, 0) == STAR.restrict(0, -1)  # three against one
    exactly = FiniteClass(2, ["--", "+-", "++"]).version_space()
    assert trust_two_thirds(exactly, 0) == exactly.restrict(0, 1)  # two against one


def test_the_last_point_of_disagreement_is_skipped():
    assert [skip_the_last(STAR, x) for x in range(3)] == [None, None, STAR]
    agreed = STAR.restrict(2, -1)
    assert [skip_the_last(agreed, x) for x in range(3)] == [None, agreed, agreed]


def test_likely_positives_are_not_asked():
    mostly = FiniteClass(2, ["+-", "++", "--"]).version_space()
    assert ask_likely_negatives(mostly, 0) is mostly  # two of three say +
    assert ask_likely_negatives(mostly, 1) is None  # one of three says +
    assert ask_likely_negatives(mostly.restrict(1, 1), 0) is not None  # all agree


def test_the_table_of_responses_is_that_of_separate_runs():
    for make in (cal, careless(trust_two_thirds), careless(skip_the_last)):
        for of in (STAR.of, CUBE.of, FiniteClass(3, [0, 3, 5, 6, 7])):
            expected = {}
            for target in hypotheses(of):
                for order in permutations(range(of.n_points)):
                    for m in range(1, of.n_points + 1):
                        state = run(make(of.version_space()), order[:m], target)
                        history = tuple((x, target(x)) for x in order[:m])
                        expected[history] = state.queries, state.version_space.members
            assert responses(make, of) == expected


def test_consistent_hypotheses_give_every_label():
    assert consistent(range(8), ((0, 1), (2, -1))) == (0b001, 0b011)
    assert consistent([3, 1], ()) == (3, 1)
