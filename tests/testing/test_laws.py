"""Laws have teeth: broken regions, laws, spaces, classes and learners break them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds, ThresholdVersionSpace
from altheory.learners.cal import CAL
from altheory.learners.passive import Passive
from altheory.spaces.line import IntervalUnion
from altheory.testing import laws
from altheory.testing.cases import SOURCES, vocabulary

LINE = Thresholds()
HALF = Fraction(1, 2)
XS = (0.0, 0.25, 0.5, 0.75, 1.0)
ROOMS = ("regions", "distributions", "version_spaces", "classes", "learners", "mellow", "balls")


@pytest.mark.parametrize("room", ROOMS)
def test_every_law_states_itself_and_names_what_it_needs(room):
    assert laws.every(room)
    for law in laws.every(room):
        assert law.__doc__
        assert set(vocabulary(law)) <= set(SOURCES)


def broken(room, **given):
    """The names of the laws that do not hold."""
    names = []
    for law in laws.every(room):
        try:
            law(**{name: given[name] for name in vocabulary(law) if name in given})
        except (AssertionError, TypeError) as error:
            if isinstance(error, AssertionError):
                names.append(law.__name__)
    return names


@dataclass(frozen=True)
class Forgetful:
    """Keeps only the last label."""

    inner: ThresholdVersionSpace

    def __getattr__(self, name):
        return getattr(object.__getattribute__(self, "inner"), name)

    def restrict(self, x, y):
        return Forgetful(LINE.version_space().restrict(x, y))


def test_a_forgetful_version_space_is_caught():
    given = {"space": Forgetful(LINE.version_space()), "sample": [(0.25, -1), (0.75, 1)], "xs": XS}
    assert "order_of_labels_is_irrelevant" in broken("version_spaces", **given)
    assert "restrict_all_is_the_fold" in broken("version_spaces", **given)


@dataclass(frozen=True)
class Rounding:
    """A region whose batch rounds the data instead of the constant."""

    inner: IntervalUnion

    def __contains__(self, x: Any) -> bool:
        return x in self.inner

    def contains(self, xs: Any) -> Any:
        return self.inner.contains(np.round(xs, 12))


def test_a_rounded_batch_is_caught():
    region = Rounding(IntervalUnion.closed(Fraction(1, 3), 1))
    assert "batches_agree_with_single_instances" in broken(
        "regions", a=region, xs=[np.nextafter(1 / 3, 1)]
    )


@dataclass(frozen=True)
class Lossy:
    """A law that forgets a tenth of every mass."""

    def mass(self, region: IntervalUnion) -> Fraction:
        return region.length * Fraction(9, 10)


def test_a_lossy_law_is_caught():
    half = IntervalUnion.closed(0, HALF)
    assert "the_total_mass_is_one" in broken("distributions", law=Lossy(), a=half, b=half)


@dataclass(frozen=True)
class Eager:
    """CAL that asks for everything."""

    inner: CAL[Any, Any]

    def init(self) -> Any:
        return self.inner.init()

    def step(self, state: Any, x: Any, ask: Any) -> Any:
        space = state.version_space.restrict(x, ask(x))
        return replace(state, version_space=space, queries=state.queries + 1)

    def hypothesis(self, state: Any) -> Any:
        return self.inner.hypothesis(state)


def test_asking_what_is_known_is_caught():
    target = Threshold(HALF)
    eager = Eager(CAL(LINE.version_space()))
    assert "queries_lie_in_the_disagreement_region" in broken(
        "mellow", mellow=eager, target=target, xs=XS
    )
    assert not broken("learners", learner=eager, target=target, xs=XS)


@dataclass(frozen=True)
class Careless:
    """A learner that removes the target: it believes the opposite of what it hears."""

    inner: CAL[Any, Any]

    def init(self) -> Any:
        return self.inner.init()

    def step(self, state: Any, x: Any, ask: Any) -> Any:
        space = state.version_space.restrict(x, -ask(x))
        return replace(state, version_space=space, queries=state.queries + 1)

    def hypothesis(self, state: Any) -> Any:
        return self.inner.hypothesis(state)


def test_removing_the_target_is_caught():
    careless = Careless(CAL(LINE.version_space()))
    found = broken("learners", learner=careless, target=Threshold(HALF), xs=[0.25])
    assert {"the_target_is_never_removed", "the_hypothesis_agrees_with_every_label"} <= set(found)


def test_a_minimizer_that_does_not_minimize_is_caught():
    class Lazy:
        def erm(self, sample: Any) -> Any:
            return LINE.erm(sample[:0])

        def representatives(self, points: Sequence[Any]) -> Any:
            return LINE.representatives(points)

    assert broken("classes", cls=Lazy(), sample=[(0.25, 1)]) == ["erm_has_the_fewest_errors"]


def test_learners_that_are_right_break_nothing():
    target = Threshold(HALF)
    for learner in (CAL(LINE.version_space()), Passive(LINE.version_space(), LINE.erm)):
        assert not broken("learners", learner=learner, target=target, xs=XS)


def test_a_wrong_reference_would_be_seen():
    """Brute force on a class that lacks a labeling disagrees with the class."""

    class Short:
        """Thresholds that forget to list the last labeling."""

        def representatives(self, points: Sequence[Any]) -> Any:
            return LINE.representatives(points)[1:]

        def version_space(self) -> Any:
            return LINE.version_space()

    assert broken("version_spaces", cls=Short(), sample=[(0.25, 1)], xs=XS) == [
        "brute_force_agrees"
    ]


def test_hold_applies_every_law_of_a_room():
    cls = FiniteClass(1, [0, 1])
    with pytest.raises(AssertionError):
        laws.hold(
            "mellow",
            mellow=Passive(cls.version_space(), cls.erm),
            cls=cls,
            xs=[0, 0],
            target=cls.parse_target("+"),
            size=1,
            sample=[],
        )
