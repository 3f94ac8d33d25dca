"""A2 promises only what a theorem of its own class and a law of its own domain support."""

from fractions import Fraction
from typing import Any

import pytest

from altheory.bounds._uniform import Uniform, uniform
from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.a2 import A2
from altheory.learners.cal import CAL
from altheory.learners.passive import Passive
from altheory.spaces.circle_laws import UniformCircle

LINE, PAIR = Thresholds(), FiniteClass(3, [0, 1])
LAW, DKW = LINE.law(), uniform("dkw", LINE)
GOAL = Fraction(3, 10), Fraction(1, 20)


def a2(of: Any = LINE, law: Any = LAW, bound: Any = DKW) -> A2[Any, Any]:
    return A2(of.version_space(), law, bound, *GOAL)


@pytest.mark.parametrize(
    ("of", "bound"),
    [
        (Intervals(), uniform("dkw", LINE)),  # which is false for intervals
        (PAIR, uniform("clopper-pearson", FiniteClass(3, [0]))),
        (FiniteClass(3, [0, 1, 2]), uniform("vc", PAIR)),
        (Intervals(), uniform("vc", Intervals(Fraction(1, 4)))),
    ],
)
def test_a_theorem_of_another_class_is_refused(of, bound):
    with pytest.raises(DomainError, match="pass the version_space"):
        a2(of, of.law(), bound)


@pytest.mark.parametrize("of", [LINE, Intervals(), PAIR])
def test_a_theorem_of_the_class_is_taken(of):
    assert a2(of, of.law(), uniform("vc", of)).init().round == 1


def test_a_theorem_written_down_by_hand_is_believed():
    by_hand = Uniform(name="x", theorem="x", source="x", radius=lambda n, _: Fraction(1, n))
    assert a2(Intervals(), bound=by_hand).init().round == 1


def test_the_class_of_a_theorem_is_not_part_of_it():
    """Bounds are kept by theorem; a class of many hypotheses would make that slow."""
    one, other = (uniform("dkw", FiniteClass(n, [0, 1])) for n in (2, 3))
    assert (one, hash(one)) == (other, hash(other))
    assert (one.hypotheses, other.hypotheses) == (FiniteClass(2, [0, 1]), FiniteClass(3, [0, 1]))


@pytest.mark.parametrize("bound", ["dkw", None, uniform])
def test_what_is_no_theorem_is_refused(bound):
    with pytest.raises(DomainError, match="the bound of A2 is a uniform theorem, got"):
        a2(bound=bound)


@pytest.mark.parametrize("law", [None, "uniform", type(LINE.law())])
def test_what_is_no_law_is_refused(law):
    with pytest.raises(DomainError, match="A2 needs the law of its instances, got"):
        a2(law=law)


@pytest.mark.parametrize("law", [UniformCircle(), PAIR.law()])
def test_a_law_of_another_domain_is_refused(law):
    with pytest.raises(DomainError, match=r"a region of .* is an? \w+, got IntervalUnion"):
        a2(law=law)


LEARNERS: tuple[Any, ...] = (a2(), CAL(LINE.version_space()))


@pytest.mark.parametrize("learner", LEARNERS)
@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (2, r"an instance lies in \[0, 1\], got 2"),
        (float("nan"), "an instance must be finite, got nan"),
        ("x", "an instance must be an int, float or Fraction, got 'x'"),
    ],
)
def test_what_is_no_instance_is_not_looked_at(learner, bad, said):
    with pytest.raises(DomainError, match=said):
        learner.step(learner.init(), bad, lambda _: 1)


def test_a_finished_learner_looks_at_instances_alone():
    learner: A2[Any, Any] = A2(
        LINE.version_space(), LINE.law(), uniform("dkw", LINE), Fraction(1), Fraction(1, 20)
    )
    state = learner.init()
    assert state.finished
    assert learner.step(state, 0.5, lambda _: 1).unlabeled == 1
    with pytest.raises(DomainError, match="an instance lies in"):
        learner.step(state, 2, lambda _: 1)


@pytest.mark.parametrize("learner", [*LEARNERS, Passive(LINE.version_space(), LINE.erm)])
def test_an_oracle_that_is_no_function_is_refused(learner):
    with pytest.raises(DomainError, match="an oracle is a function from instances to labels"):
        learner.step(learner.init(), 0.5, 3)
