"""Laws of probability: masses add up, and what is drawn lies where it should.

An enclosed mass obeys a law as far as its enclosure tells: equal numbers are never found
apart, and a smaller one never above a larger one.  An exact mass obeys it exactly.

Nothing here is statistical; each law holds for every seed of ``rng``.
"""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure


def the_total_mass_is_one(law: Any, a: Any) -> None:
    """A region and its complement have mass one together, and nothing has mass zero."""
    assert _may_equal(law.mass(a) + law.mass(~a), 1)
    assert _may_equal(law.mass(a | ~a), 1)
    assert law.mass(a & ~a) == 0


def mass_is_additive(law: Any, a: Any, b: Any) -> None:
    """``P(a | b) + P(a & b) == P(a) + P(b)``."""
    assert _may_equal(law.mass(a | b) + law.mass(a & b), law.mass(a) + law.mass(b))


def mass_is_monotone(law: Any, a: Any, b: Any) -> None:
    """``0 <= P(a & b) <= P(a) <= P(a | b)``."""
    both, one, either = law.mass(a & b), law.mass(a), law.mass(a | b)
    assert _may_be_at_most(0, both)
    assert _may_be_at_most(both, one)
    assert _may_be_at_most(one, either)


def a_draw_lies_in_its_region(law: Any, a: Any, rng: np.random.Generator) -> None:
    """``draw(a)`` is in ``a``; a region of mass zero is refused."""
    if law.mass(a) != 0:
        assert law.draw(a, rng) in a
        return
    try:
        law.draw(a, rng)
    except DomainError:
        return
    raise AssertionError(f"drew from {a}, which has mass zero")


def a_sample_lies_in_the_domain(law: Any, a: Any, rng: np.random.Generator) -> None:
    """``sample(n)`` holds ``n`` instances of the domain, each in ``a`` or outside it."""
    batch = law.sample(rng, 20)
    assert len(batch) == 20
    assert (a.contains(batch) != (~a).contains(batch)).all()


def _enclosed(mass: Any) -> Enclosure:
    return mass if isinstance(mass, Enclosure) else Enclosure.exactly(mass)


def _may_be_at_most(mass: Any, other: Any) -> bool:
    return _enclosed(mass).at_most(_enclosed(other)) is not False


def _may_equal(mass: Any, other: Any) -> bool:
    return _may_be_at_most(mass, other) and _may_be_at_most(other, mass)
