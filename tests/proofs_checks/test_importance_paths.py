"""All pasts of a sampling rule: their chances, and what the rule may see."""

from fractions import Fraction
from typing import Any

from altheory.hypotheses.finite import FiniteClass
from altheory.learners.iwal import IWAL
from proofs_checks._importance_paths import Chances, errors, learned, rule_of, ways, weighted

F = Fraction
LAW: Chances = ((0, 1, F(1, 2)), (0, -1, F(1, 4)), (1, 1, F(1, 4)))


def test_chances_add_up_to_one():
    pasts = list(ways(lambda past, x: F(1, 2 + x + len(past)), LAW, 3))
    assert len(pasts) == 6**3
    assert sum(w for w, _ in pasts) == 1
    some = next(
        w
        for w, past in pasts
        if [e.asked for e in past] == [True, False, True]
        and all((e.x, e.y) == (0, 1) for e in past)
    )
    assert some == F(1, 8) * F(1, 2) * F(2, 3) * F(1, 4)


def test_a_rule_does_not_see_labels_that_were_not_asked_for():
    seen = set[tuple[bool, int]]()

    def rule(past, x):
        del x
        seen.update((e.asked, e.y) for e in past)
        return F(1, 2)

    list(ways(rule, LAW, 3))
    assert seen == {(True, 1), (True, -1), (False, 1)}


def test_the_learner_is_followed():
    of = FiniteClass(2, ["++", "-+"])
    learner: Any = IWAL(of.version_space(), of.law(), F(1, 4), p_min=F(1, 4))
    rule = rule_of(learner)
    for _, past in ways(rule, LAW, 2):
        state = learned(learner, past)
        assert state.queries == sum(e.asked for e in past)
        assert [e.p for e in past] == [1 if e.x == 0 else F(1, 4) for e in past]
        h = of.representatives([0, 1])[0]
        assert state.error(h) == weighted(past, h)


def test_an_error_is_a_sum_of_chances():
    assert errors(lambda _: 1, LAW) == F(1, 4)
    assert errors(lambda x: 1 if x else -1, LAW) == F(1, 2)
