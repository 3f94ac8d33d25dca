r"""What a learner can promise about its output, from its version space alone.

In the realizable case the target is a member of the version space.  CAL,
query by committee and passive learning promise the mass of the disagreement region,
which bounds the error of every member; on the sphere, beyond three dimensions, the mass of a
band that holds it.  A learner that outputs the center of its version space
promises the radius :math:`\sup_{h \in V} P(h \ne \hat h)`, which is at most that.
Under noise these are promises nobody keeps; an agnostic learner makes its own, about
the excess error over the best hypothesis of the class.
"""

from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

from altheory.learners.cal import CAL
from altheory.learners.passive import Passive
from altheory.learners.qbc import QueryByCommittee
from altheory.numeric.enclosure import Enclosure
from altheory.protocols import Distribution, Enveloping, Learner, VersionSpace
from altheory.simulation.transcript import Account


class Remembering(Account, Protocol):
    """A state that carries a version space."""

    @property
    def version_space(self) -> VersionSpace[Any, Any, Any]: ...


@runtime_checkable
class Radial(Protocol):
    """A version space that knows how far its members are from a hypothesis."""

    def radius(self, center: Any, law: Any, /) -> Fraction | Enclosure: ...


@runtime_checkable
class Promising(Protocol):
    """A learner that knows itself what its output is good for."""

    def promise(self, state: Any, /) -> Fraction: ...


def guarantee(
    learner: Learner[Any, Any, Any], state: Remembering, law: Distribution[Any, Any]
) -> Fraction:
    """Return what the error of the learner's output is known not to exceed."""
    if isinstance(learner, Promising):
        return learner.promise(state)
    space = state.version_space
    if isinstance(learner, CAL | Passive | QueryByCommittee) or not isinstance(space, Radial):
        return upper(_mass(space.disagreement(), law))
    return upper(space.radius(learner.hypothesis(state), law))


def _mass(region: Any, law: Distribution[Any, Any]) -> Fraction | Enclosure:
    """Return the mass of a region, or that of its envelope if the law does not know it."""
    envelope = law.envelope(region) if isinstance(law, Enveloping) else None
    return law.mass(region) if envelope is None else envelope.mass


def upper(mass: Fraction | Enclosure) -> Fraction:
    """Return the rational that ``mass`` certainly does not exceed."""
    return mass if isinstance(mass, Fraction) else mass.hi
