"""What an agnostic learner trusts: a uniform theorem of its own class, and a law of instances.

Either one of another class would make a promise that nothing supports, so it is refused
when the learner is made.
"""

import reprlib
from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

from altheory.bounds._uniform import Theorem
from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.protocols import Counting, Distribution


@runtime_checkable
class _Weighing(Protocol):
    def mass(self, region: Any, /) -> Any: ...
    def draw(self, region: Any, rng: Any, /) -> Any: ...


def require_counts(prior: Any, learner: str) -> None:
    """Refuse a version space that cannot count the errors of all its members at once."""
    if not isinstance(prior, Counting):
        raise DomainError(
            f"{learner} counts errors, which {type(prior).__name__} cannot; take a class that "
            "can, such as thresholds, intervals or circle, or another learner"
        )


def require_theorem(bound: Any, prior: Any, learner: str) -> None:
    """Refuse what is no uniform theorem, or one that was found for another class.

    A theorem that somebody wrote down by hand names no class, and is believed.
    """
    if not isinstance(bound, Theorem):
        raise DomainError(
            f"the bound of {learner} is a uniform theorem, got {reprlib.repr(bound)}; "
            "pass one, such as altheory.bounds.uniform('vc', Thresholds())"
        )
    if bound.hypotheses is not None and bound.hypotheses.version_space() != prior:
        raise DomainError(
            f"{bound.name} holds for {reprlib.repr(bound.hypotheses)}, and {learner} starts from "
            f"{reprlib.repr(prior)}; pass the version_space() of the class of the theorem"
        )


def require_law(law: Any, prior: Any, learner: str) -> None:
    """Refuse what is no law, or one of another domain: it cannot weigh where members disagree."""
    if isinstance(law, type) or not isinstance(law, _Weighing):
        raise DomainError(
            f"{learner} needs the law of its instances, got {reprlib.repr(law)}; "
            "pass one, such as Thresholds().law()"
        )
    law.mass(prior.disagreement())


def mass_at_most(law: Distribution[Any, Any], region: Any) -> Fraction:
    """Return the mass of a region, rounded up: a larger one never stops too early."""
    mass = law.mass(region)
    return mass.hi if isinstance(mass, Enclosure) else mass
