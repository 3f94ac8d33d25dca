r"""The errors of all hypotheses of a class at once, from one sample.

A learner that drops a hypothesis because another one errs less compares many
hypotheses on the same instances.  What licenses it is a *uniform* theorem: with
probability at least :math:`1 - \delta`

.. math:: L(k_h) \le \mathrm{err}(h) \le U(k_h) \quad \text{for all } h \in \mathcal H,

where :math:`k_h` is the number of errors of :math:`h` on :math:`n` independent
labeled instances.  Either all deviations stay within one radius, or the bounds depend
on the number of errors, or a bound for a single hypothesis is used at
:math:`\delta / |\mathcal H|` for each of them.  Or only differences from a best hypothesis
are known, see ``_pinned``.  A file of this folder whose bound is part of such a theorem has
a function ``uniform``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from importlib import import_module
from math import floor
from typing import Any, TypeAlias, final

from altheory.bounds._binomial import successes
from altheory.bounds._bound import GRID_BITS, Bound
from altheory.bounds._classes import known_class, size
from altheory.bounds._pinned import Pinned
from altheory.discovery import module_names, nearest
from altheory.errors import NoUniformTheoremError
from altheory.numeric.inputs import count, open_unit

ROOM = "altheory.bounds"

Radius: TypeAlias = Callable[[int, Fraction], Fraction]
Single: TypeAlias = Callable[[int, int, Fraction], Bound]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Uniform:
    r"""Bounds on the error of every hypothesis of one class that hold together.

    Parameters
    ----------
    name
        The file of the bound.
    theorem
        What holds, and what must be true of the data.
    source
        Key of ``references.bib``, and how closely it matches.
    radius
        No error differs from the fraction of errors by more than ``radius(n, delta)``.
    single
        The two-sided bound ``single(k, n, delta)`` of a hypothesis with ``k`` errors, if it
        depends on them, used with a union over ``members`` hypotheses; it lies within the
        radius up to the grid of its ends.
    members
        The number of hypotheses of a union; 1 if ``single`` holds for all together.
    hypotheses
        The class that it was found for; None if it was written down by hand.

    """

    name: str
    theorem: str
    source: str
    radius: Radius
    single: Single | None = None
    members: int = 1
    hypotheses: Any = field(default=None, compare=False, repr=False)

    def lower(self, k: int, n: int, delta: Any) -> Fraction:
        """Return a lower bound on the error of every hypothesis with ``k`` errors, rounded down."""
        return self._ends(k, n, delta)[0]

    def upper(self, k: int, n: int, delta: Any) -> Fraction:
        """Return an upper bound on the error of every hypothesis with ``k`` errors, rounded up."""
        return self._ends(k, n, delta)[1]

    def cutoff(self, k_min: int, n: int, delta: Any) -> int:
        r"""Return the largest :math:`k` with :math:`L(k) \le U(k_{\min})`.

        Whoever makes more errors is worse than whoever makes ``k_min``.
        """
        bar = self.upper(k_min, n, delta)
        exact = open_unit(delta, "delta")
        reach = self.radius(n, exact) + self._grid
        beyond = min(n, floor(n * (bar + reach))) + 1
        return beyond - 1 if self.single is None else self._last(k_min, beyond, n, exact, bar)

    def width(self, n: int, delta: Any) -> Fraction:
        """Return a width that no interval from lower to upper bound exceeds."""
        n = count(n, "the sample size")
        if self.single is None:  # cut to [0, 1], the interval in the middle is the widest
            return self.upper(n // 2, n, delta) - self.lower(n // 2, n, delta)
        return min(Fraction(1), 2 * (self.radius(n, open_unit(delta, "delta")) + self._grid))

    @property
    def _grid(self) -> Fraction:
        """How far a bound may lie outside of the radius by rounding."""
        return Fraction(0) if self.single is None else Fraction(1, 2**GRID_BITS)

    def _last(self, within: int, beyond: int, n: int, delta: Fraction, bar: Fraction) -> int:
        """Return the last count whose lower bound is at most ``bar``, by bisection.

        Invariant: lower(within) <= bar < lower(beyond), the latter also if beyond is n + 1.
        """
        while beyond - within > 1:
            middle = (within + beyond) // 2
            kept = self.lower(middle, n, delta) <= bar
            within, beyond = (middle, beyond) if kept else (within, middle)
        return within

    def _ends(self, k: int, n: int, delta: Any) -> tuple[Fraction, Fraction]:
        k, n = successes(k, n)
        exact = open_unit(delta, "delta")
        if self.single is not None:
            return _union(self.single, k, n, exact / self.members)
        reach = self.radius(n, exact)
        return max(Fraction(0), Fraction(k, n) - reach), min(Fraction(1), Fraction(k, n) + reach)


Theorem: TypeAlias = Uniform | Pinned


@lru_cache(maxsize=2**16)
def _union(single: Single, k: int, n: int, delta: Fraction) -> tuple[Fraction, Fraction]:
    bound = single(k, n, delta)
    return bound.lower, bound.upper


def uniform(name: str, hypotheses: Any) -> Theorem:
    """Return the uniform theorem behind the bound ``name`` for a class.

    It is about the errors of all hypotheses, or about differences from a best one.

    Parameters
    ----------
    name
        A file of this folder, with ``-`` or ``_``.
    hypotheses
        The class.

    Raises
    ------
    UnknownNameError
        If there is no such bound.
    DomainError
        If ``hypotheses`` is no class.
    NoUniformTheoremError
        If there is no uniform theorem of this bound, or it does not cover the class.

    """
    known = tuple(file.replace("_", "-") for file in module_names(ROOM))
    asked = str(name).replace("_", "-")
    if asked not in known:
        raise nearest(name, known, "bound")
    try:
        return _theorem(asked, hypotheses)
    except NoUniformTheoremError as error:
        others = tuple(covering(hypotheses))
        raise NoUniformTheoremError(asked, error.hypotheses, error.why, others) from None


def covering(hypotheses: Any) -> Iterator[str]:
    """Yield the names of the bounds with a uniform theorem for a class."""
    for file in module_names(ROOM):
        name = file.replace("_", "-")
        try:
            _theorem(name, hypotheses)
        except NoUniformTheoremError:
            continue
        yield name


def _theorem(name: str, hypotheses: Any) -> Theorem:
    found = vars(import_module(f"{ROOM}.{name.replace('-', '_')}")).get("uniform")
    if found is None:
        why = "no theorem about a whole class is on record for it"
        raise NoUniformTheoremError(name, repr(hypotheses), why)
    theorem: Theorem = replace(found(known_class(hypotheses)), hypotheses=hypotheses)
    return theorem


def union(name: str, single: Single, source: str, hypotheses: Any, radius: Radius) -> Uniform:
    r"""Return a bound for one hypothesis as a theorem for all of a finite class.

    Each holds with probability at least :math:`1 - \delta / |\mathcal H|`, so all hold
    together with probability at least :math:`1 - \delta`.  ``radius(n, delta)`` is never
    exceeded by the single bound at ``delta``.
    """
    members = size(hypotheses)
    if members is None:
        why = "it bounds one hypothesis, and a union needs a class of finitely many"
        raise NoUniformTheoremError(name.replace("_", "-"), repr(hypotheses), why)
    return Uniform(
        name=name,
        theorem=(
            f"with probability at least 1 - delta the error of each of {members} hypotheses, fixed "
            f"before n independent labeled instances, lies in its two-sided interval at "
            f"delta/{members}: a union over the class"
        ),
        source=source,
        radius=_Shared(radius, members),
        single=single,
        members=members,
    )


@final
@dataclass(frozen=True, slots=True)
class _Shared:
    """A radius at an equal share of delta."""

    of: Radius
    members: int

    def __call__(self, n: int, delta: Fraction) -> Fraction:
        return self.of(n, delta / self.members)
