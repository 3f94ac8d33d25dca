"""Laws of balls: classes that know their members within a distance of one.

The distance of two hypotheses is the mass of the region on which they differ.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from altheory.testing.replay import fold


def a_ball_holds_its_center(cls: Any, h: Any, xs: Sequence[Any]) -> None:
    """The ball of radius zero says what its center says, and no member differs on any mass.

    Together such members may differ everywhere: so do the intervals that are points.
    """
    ball = cls.ball(h, 0)
    assert cls.law().mass(cls.difference(h, ball.member())) == 0
    assert all(h(x) in ball.labels(x) for x in xs)
    for x in xs:
        for y in ball.labels(x):
            assert cls.law().mass(cls.difference(h, ball.restrict(x, y).member())) == 0


def balls_hold_the_near(cls: Any, h: Any, g: Any, xs: Sequence[Any]) -> None:
    """``g`` is in the ball around ``h`` whose radius is their distance."""
    radius = cls.law().mass(cls.difference(h, g))
    ball = cls.ball(h, radius)
    assert all(g(x) in ball.labels(x) for x in xs)
    assert not fold(ball, [(x, g(x)) for x in xs]).is_empty


def balls_hold_no_more(cls: Any, h: Any, g: Any, radius: Fraction) -> None:
    """The extreme members of a ball are within its radius of the center."""
    ball = cls.ball(h, radius)
    extremes = (ball.specific_hypothesis(), ball.general_hypothesis(), ball.member())
    for member in extremes:
        assert member is None or cls.law().mass(cls.difference(h, member)) <= radius
    if cls.law().mass(cls.difference(h, g)) <= radius:
        assert (cls.difference(h, g) - ball.disagreement()).is_empty


def balls_grow_with_their_radius(cls: Any, h: Any, radius: Fraction) -> None:
    """``DIS(B(h, r))`` lies inside ``DIS(B(h, 2 r))``."""
    small, large = cls.ball(h, radius), cls.ball(h, 2 * radius)
    assert (small.disagreement() - large.disagreement()).is_empty
