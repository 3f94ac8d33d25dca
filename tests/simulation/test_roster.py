"""Names: learners and classes are found in their folders and refused when unknown."""

import sys
from fractions import Fraction
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from altheory.bounds._uniform import uniform
from altheory.errors import DomainError, UnknownNameError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.cal import CAL
from altheory.simulation import roster
from altheory.simulation.roster import (
    build,
    class_called,
    class_forms,
    class_names,
    learner_names,
    resized,
    takes_bound,
)

LINE = Thresholds()


def test_names_are_those_of_the_files():
    assert {"a2", "bisection", "cal", "passive"} <= set(learner_names())
    assert {"finite", "thresholds"} <= set(class_names())
    assert "profile" not in class_names()  # a tool of the room, and no class


def test_learners_are_built_for_the_class():
    assert build("cal", LINE, batch=3) == CAL(LINE.version_space(), 3)
    assert build("passive", LINE).erm([]) == LINE.erm([])


def test_classes_are_called_by_name(tmp_path):
    (tmp_path / "rows.txt").write_text("+-\n--\n")
    assert class_called("thresholds") == LINE
    assert class_called(f"finite:{tmp_path}/rows.txt") == FiniteClass(2, ["+-", "--"])


def test_a_learner_that_needs_more_is_refused(monkeypatch):
    class Demanding:
        def __init__(self, prior, temperature):
            self.given = prior, temperature

        def step(self):
            return self

    module: Any = ModuleType("altheory.learners.demanding")
    module.Demanding = Demanding
    Demanding.__module__ = module.__name__
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(roster, "learner_names", lambda: ("demanding", "empty"))
    with pytest.raises(DomainError, match="cannot run demanding yet: it needs temperature"):
        build("demanding", LINE)
    monkeypatch.setitem(
        sys.modules, "altheory.learners.empty", ModuleType("altheory.learners.empty")
    )
    with pytest.raises(DomainError, match="the file of empty holds no learner"):
        build("empty", LINE)


def test_every_class_says_how_it_is_written():
    forms = class_forms()
    assert [form.partition(":")[0] for form in forms] == list(class_names())
    assert {"thresholds", "conjunctions:N", "grid-rectangles:D,S", "finite:FILE"} <= {*forms}
    for form in forms:
        name, _, size = form.partition(":")
        if size and name not in {"finite", "intervals"}:  # a path, and at most 1
            class_called(f"{name}:{','.join('2' for _ in size.split(','))}")


def test_a_class_is_given_another_size():
    assert resized(Intervals(), {"min_width": 0.5}) == Intervals(Fraction(1, 2))
    assert resized(LINE, {}) == LINE
    with pytest.raises(DomainError, match="Thresholds has no dimension, got 3; leave it out"):
        resized(LINE, {"dimension": 3})
    with pytest.raises(DomainError, match="got 3/2"):
        resized(Intervals(), {"min_width": Fraction(3, 2)})


def test_an_agnostic_learner_gets_a_theorem():
    theorem = uniform("dkw", LINE)
    built = build("a2", LINE, bound=theorem, epsilon=Fraction(1, 4), delta=Fraction(1, 9))
    assert (built.bound, built.epsilon, built.law) == (theorem, Fraction(1, 4), LINE.law())
    assert takes_bound("a2")
    assert not takes_bound("cal")
    with pytest.raises(DomainError, match="cannot run a2 yet: it needs bound"):
        build("a2", LINE)


def test_bisection_needs_a_bisector():
    space = SimpleNamespace(is_empty=False, restrict=LINE.version_space().restrict)
    blind: Any = SimpleNamespace(version_space=lambda: space, erm=LINE.erm, law=LINE.law)
    with pytest.raises(DomainError, match="bisection needs a bisector, which SimpleNamespace"):
        build("bisection", blind)


@pytest.mark.parametrize(
    ("batch", "got"), [(10**6 + 1, "got 1000001;"), (10**12, "got 1000000000000;")]
)
def test_a_batch_beyond_every_use_is_refused(batch, got):
    assert build("cal", LINE, batch=10**6).batch == 10**6
    with pytest.raises(DomainError, match=f"a batch is at most 1000000, {got} ask for fewer"):
        build("cal", LINE, batch=batch)


@pytest.mark.parametrize(
    ("name", "said"), [("bisect", "did you mean bisection"), ("zz", "there are")]
)
def test_unknown_names_are_refused(name, said):
    with pytest.raises(UnknownNameError, match=said):
        build(name, LINE)
    with pytest.raises(UnknownNameError, match=r"no hypothesis class .* finite, .*thresholds"):
        class_called(name)


@pytest.mark.parametrize("bad", [None, 3, "thresholds", Thresholds])
def test_what_is_no_class_is_refused(bad):
    with pytest.raises(DomainError, match=r"a hypothesis class is one such as Thresholds\(\), got"):
        build("cal", bad)
