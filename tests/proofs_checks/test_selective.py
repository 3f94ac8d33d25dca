"""Selective learners ask where their rule says, and the careless ones are careless."""

from altheory.hypotheses.finite import FiniteClass
from proofs_checks._selective import (
    Selective,
    ask_likely_negatives,
    cal,
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
