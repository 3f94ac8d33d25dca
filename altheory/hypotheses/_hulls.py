r"""Classes closed under intersections: a set of instances has one least hypothesis above it.

Call it the hull.  Let P and N be the instances labeled + and -.  Then
:math:`s = \mathrm{hull}(P)` is the most specific hypothesis that is left, if any is: the
version space is empty iff s holds a point of N.  And x can still be positive iff
:math:`\mathrm{hull}(P \cup \{x\})` holds no point of N.  So s and N decide everything,
in time linear in the labels, while the most general hypotheses may be exponentially many
or not attained: the claim ``boundaries/hull-and-negatives``.

The points whose hull with P holds a given :math:`n \in N` are the *shadow* of n.  In the
classes at hand a shadow is itself a hypothesis, so GB is the complement of a union.

A labeling of finitely many points is taken by the class iff it is that of a hull of some
of them, and two hulls differ as soon as their labelings do: the hulls represent each once.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any, Protocol, TypeVar

from altheory.certificate import empty_version_space, forced_label, two_witnesses
from altheory.errors import BudgetError
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.numeric.inputs import count, label
from altheory.protocols import Label, Sample
from altheory.spaces.finite import FiniteRegion

X = TypeVar("X")
X_contra = TypeVar("X_contra", contravariant=True)
H = TypeVar("H")

HULLS = 50_000  # listed at most
ROWS, POINTS = 2_000, 250  # in a table that the checker of certificates reads


class IntersectionClosed(Protocol[X_contra, H]):
    """A class with a least hypothesis and a least generalization of any other."""

    @property
    def nothing(self) -> H:
        """The hypothesis that says - everywhere."""
        ...

    def covers(self, h: H, x: X_contra, /) -> bool:
        """Decide whether ``h`` says + at ``x``."""
        ...

    def widened(self, h: H, x: X_contra, /) -> H:
        """Return the least hypothesis above ``h`` that says + at ``x``."""
        ...

    def shadow(self, h: H, x: X_contra, /) -> Any:
        """Return the hypothesis that says + where widening ``h`` would reach ``x``."""
        ...

    def named(self, x: X_contra, /) -> str:
        """Return an instance as certificates name it."""
        ...


def hull(of: IntersectionClosed[X, H], xs: Iterable[X]) -> H:
    """Return the least hypothesis that says + at every ``x``."""
    return reduce(of.widened, xs, of.nothing)


def open_labels(
    of: IntersectionClosed[X, H], positives: Sequence[X], negatives: Sequence[X], x: X
) -> frozenset[Label]:
    """Return the labels that some hypothesis left gives to ``x``."""
    specific = hull(of, positives)
    if is_empty(of, positives, negatives):
        return frozenset()
    if of.covers(specific, x):
        return frozenset({1})
    reached = _reached(of, of.widened(specific, x), negatives)
    return frozenset({-1, 1}) if reached is None else frozenset({-1})


def is_empty(of: IntersectionClosed[X, H], positives: Sequence[X], negatives: Sequence[X]) -> bool:
    """Decide whether no hypothesis is left: the hull of the positives holds a negative."""
    return _reached(of, hull(of, positives), negatives) is not None


def contradiction(
    of: IntersectionClosed[X, H], positives: Sequence[X], negatives: Sequence[X]
) -> tuple[tuple[X, Label], ...]:
    """Return an irreducible set of labels that no hypothesis satisfies, if there is one.

    One negative label and the positive ones whose hull holds it, less every one that
    can be spared.
    """
    reached = _reached(of, hull(of, positives), negatives)
    if reached is None:
        return ()
    needed = list(positives)
    for x in positives:
        rest = [other for other in needed if other != x]
        if of.covers(hull(of, rest), reached):
            needed = rest
    return (*((x, 1) for x in needed), (reached, -1))


def binding(of: IntersectionClosed[X, H], specific: H, negatives: Sequence[X]) -> tuple[X, ...]:
    """Return the negative labels that do not follow from another one and the positive ones.

    A negative in the shadow of another one has a smaller shadow; of equal ones the first stays.
    """
    first: dict[Any, X] = {}
    for x in negatives:
        first.setdefault(of.shadow(specific, x), x)
    return tuple(
        x
        for shadow, x in first.items()
        if not any(other != shadow and of.covers(other, x) for other in first)
    )


def general_region(of: IntersectionClosed[X, H], specific: H, negatives: Sequence[X]) -> Any:
    """Return GB: what lies in the shadow of no negative label."""
    shadows = [of.shadow(specific, x).positive for x in binding(of, specific, negatives)]
    nowhere: Any = of.nothing
    return ~reduce(lambda a, b: a | b, shadows, nowhere.positive)


def hulls(of: IntersectionClosed[X, H], points: Sequence[X], most: int = HULLS) -> tuple[H, ...]:
    """Return one hypothesis for each labeling of ``points``: the hulls of their subsets.

    Raises
    ------
    BudgetError
        If there are more than ``most``.

    """
    found = {of.nothing: None}
    for x in points:
        found |= dict.fromkeys(of.widened(h, x) for h in found)
        if len(found) > most:
            raise BudgetError(f"these points take more than {most} labelings; use fewer points")
    return tuple(found)


def fewest_errors(of: IntersectionClosed[X, H], sample: Sample[X]) -> H:
    """Return a hypothesis with the fewest errors on ``sample``, among all labelings."""
    pairs = [(x, label(y)) for x, y in sample]
    rivals = hulls(of, tuple(dict.fromkeys(x for x, _ in pairs)))
    return min(rivals, key=lambda h: sum(of.covers(h, x) != (y == 1) for x, y in pairs))


def with_singletons(n: int, vc_dimension: int) -> Combinatorics:
    """Return what holds of ``n`` instances if each alone is a hypothesis, and so is nothing.

    The n + 1 labelings with one + at most are a star: whoever has seen - at all instances
    but one does not know the last.  So n labels are needed to teach "nothing", to find it,
    and they always suffice.
    """
    size = count(n, "the number of instances", least=0)
    return Combinatorics(
        growth=1 << size if size <= vc_dimension else None,
        star_number=size,
        teaching_dimension=size,
        extended_teaching_dimension=size,
        queries=size,
    )


def certificate(
    of: IntersectionClosed[Any, Any],
    positives: Sequence[Any],
    negatives: Sequence[Any],
    x: Any,
    domain: Sequence[Any] | None = None,
) -> dict[str, Any]:
    """Return the proof of what ``x`` is labeled, on a table that the checker goes through.

    The points of the table are those of ``domain`` or, without one, those in play in
    increasing order; its rows are all labelings of them that the class takes.  Both the
    class and the points are named.  What the checker verifies is the answer for the class
    that the table lists; that the table is right for the class named is stated, not verified.
    """
    answer = open_labels(of, positives, negatives, x)
    told = _evidence(of, positives, negatives, x, answer)
    points = sorted({x, *(z for z, _ in told)}) if domain is None else list(domain)
    if len(points) > POINTS:
        raise BudgetError(f"a certificate has at most {POINTS} points, got {len(points)}")
    listed = FiniteClass(len(points), [_mask(of, h, points) for h in hulls(of, points, ROWS)])
    table = listed.table() | {"of": repr(of), "points": [of.named(z) for z in points]}
    labels = [(points.index(z), y) for z, y in told]
    if not answer:
        return empty_version_space(table, labels)
    if len(answer) == 1:
        return forced_label(table, labels, points.index(x), next(iter(answer)))
    specific = hull(of, positives)
    pair = [_mask(of, h, points) for h in (specific, of.widened(specific, x))]
    rows = [str(FiniteHypothesis(FiniteRegion(len(points), mask))) for mask in pair]
    return two_witnesses(table, labels, points.index(x), rows)


def _evidence(
    of: IntersectionClosed[Any, Any],
    positives: Sequence[Any],
    negatives: Sequence[Any],
    x: Any,
    answer: frozenset[Label],
) -> list[tuple[Any, Label]]:
    """Return the labels that prove the answer: all of them if both labels are open.

    A label is forced because the other one would contradict some of those given.
    """
    if len(answer) == 2:
        return [*((z, 1) for z in positives), *((z, -1) for z in negatives)]
    if not answer:
        return list(contradiction(of, positives, negatives))
    if 1 in answer:
        against = contradiction(of, positives, [x])
    else:
        against = contradiction(of, [*positives, x], negatives)
    return [(z, y) for z, y in against if z != x or y in answer]


def _mask(of: IntersectionClosed[Any, Any], h: Any, points: Sequence[Any]) -> int:
    return sum(1 << i for i, x in enumerate(points) if of.covers(h, x))


def _reached(of: IntersectionClosed[X, H], h: H, xs: Sequence[X]) -> X | None:
    """Return the first ``x`` at which ``h`` says +, None if there is none."""
    return next((x for x in xs if of.covers(h, x)), None)
