r"""Candidate elimination: a version space as its two boundary sets (Mitchell 1982).

Order hypotheses by their positive sets: :math:`g \le h` if h says + wherever g does.
On a finite domain every member of a version space V lies above a minimal member and
below a maximal one, and whoever lies between two members is one itself, so

.. math:: S = \min V, \quad G = \max V, \quad
          V = \{h \in \mathcal H : s \le h \le g,\ s \in S,\ g \in G\}.

A positive label at x removes from G who says - there and replaces each s that does by
its minimal generalizations, the least hypotheses above s that say + at x; a negative
label does the same from above.  Both sets may be large: see the claim
``classes/conjunctions/general-boundary``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar, final

from altheory.errors import BudgetError
from altheory.protocols import Label

X_contra = TypeVar("X_contra", contravariant=True)
H = TypeVar("H")

LARGEST = 1 << 11  # members of a boundary; comparing them takes about as many squared steps


class Language(Protocol[X_contra, H]):
    """A class that can say what lies next to a hypothesis in the order of generality."""

    def covers(self, h: H, x: X_contra, /) -> bool:
        """Decide whether ``h`` says + at ``x``."""
        ...

    def below(self, g: H, h: H, /) -> bool:
        """Decide whether ``h`` says + wherever ``g`` does."""
        ...

    def generalizations(self, h: H, x: X_contra, /) -> Iterable[H]:
        """Return the minimal hypotheses above ``h`` that say + at ``x``, and perhaps others."""
        ...

    def specializations(self, h: H, x: X_contra, /) -> Iterable[H]:
        """Return the maximal hypotheses below ``h`` that say - at ``x``, and perhaps others."""
        ...


@final
@dataclass(frozen=True, slots=True)
class Boundaries(Generic[H]):
    """The boundary sets S and G; both are empty if no hypothesis is left."""

    specific: tuple[H, ...]
    general: tuple[H, ...]

    def after(self, of: Language[Any, H], x: Any, y: Label) -> "Boundaries[H]":
        """Return the boundaries after the label ``y`` at ``x``.

        Raises
        ------
        BudgetError
            If a boundary has more than 2048 members.

        """
        if y == 1:
            general = tuple(g for g in self.general if of.covers(g, x))
            moved = _moved(self.specific, lambda s: of.covers(s, x), of.generalizations, x)
            bounded = [s for s in moved if any(of.below(s, g) for g in general)]
            return Boundaries(minimal(bounded, of.below), general if bounded else ())
        specific = tuple(s for s in self.specific if not of.covers(s, x))
        moved = _moved(self.general, lambda g: not of.covers(g, x), of.specializations, x)
        bounded = [g for g in moved if any(of.below(s, g) for s in specific)]
        return Boundaries(specific if bounded else (), maximal(bounded, of.below))


def minimal(items: Sequence[H], below: Callable[[H, H], bool]) -> tuple[H, ...]:
    """Return the elements above no other one.

    >>> minimal([2, 3, 4, 9], lambda a, b: b % a == 0)
    (2, 3)
    """
    return tuple(h for h in items if not any(g != h and below(g, h) for g in items))


def maximal(items: Sequence[H], below: Callable[[H, H], bool]) -> tuple[H, ...]:
    """Return the elements below no other one."""
    return minimal(items, lambda h, g: below(g, h))


def _moved(
    boundary: tuple[H, ...],
    right: Callable[[H], bool],
    neighbors: Callable[[H, Any], Iterable[H]],
    x: Any,
) -> list[H]:
    """Return a boundary with each member that is wrong at ``x`` replaced by its neighbors."""
    found: dict[H, None] = {}
    for h in boundary:
        found.update(dict.fromkeys([h] if right(h) else neighbors(h, x)))
    if len(found) > LARGEST:
        raise BudgetError(
            f"a boundary set with {len(found)} candidates, more than {LARGEST}; "
            "labels(x) needs no boundary set: ask it instead"
        )
    return list(found)
