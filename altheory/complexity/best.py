r"""The best hypothesis of a class under a labeler, and what it still gets wrong.

.. math:: \nu = \min_{h \in \mathcal H} P(y \ne h(x)).

On a finite domain every hypothesis is tried.  On a continuum the error is least at one of
finitely many hypotheses, which the class names (`vertices`).  As an end of a threshold or
interval moves, the error can turn only where :math:`P(y = +1 \mid x)` crosses 1/2.  The two
ends of a half circle move together, so :math:`P(y = +1 \mid x)` must be a step function.
Half-open cells are represented by one of their ends: boundary points have mass zero.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Generic, Protocol, TypeVar, final, runtime_checkable

from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.protocols import HasVertices, LabelLaw
from altheory.spaces.boxes import BoxUnion
from altheory.spaces.circle import ArcUnion
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from altheory.spaces.line import IntervalUnion

H = TypeVar("H", bound=Any)

DOMAINS: dict[type, str] = {
    IntervalUnion: "[0, 1]",
    ArcUnion: "the circle",
    BoxUnion: "a cube",
    FiniteRegion: "a finite domain",
}


@runtime_checkable
class HasLaw(Protocol):
    """A class of hypotheses, with the law it is usually studied under."""

    def law(self) -> Any: ...


@runtime_checkable
class Lawful(Protocol):
    """What a label law offers: how labels depend on instances."""

    def probability(self, x: Any, /) -> Any: ...
    def error(self, positive: Any, law: Any, /) -> Any: ...


@final
@dataclass(frozen=True, slots=True)
class Best(Generic[H]):
    r"""The best hypotheses of a class under a label law, and their error.

    Parameters
    ----------
    minimizers
        The candidates with the least error, in the order of the class (a target that is
        best alone); where errors are only enclosed, those which the
        enclosures do not tell apart from it.
    error
        The least error :math:`\nu`.
    labels, law
        The law of the labels, and that of the instances.

    """

    minimizers: tuple[H, ...]
    error: Fraction | Enclosure
    labels: LabelLaw[Any, Any]
    law: Any

    @property
    def hypothesis(self) -> H:
        """The first of the best hypotheses."""
        return self.minimizers[0]

    @property
    def is_tied(self) -> bool:
        """Whether more than one candidate attains the least error.

        A target that was given and is best leaves no others to be looked for; `is_best`
        tells of any hypothesis.
        """
        return len(self.minimizers) > 1

    def excess_error(self, h: Any) -> Fraction | Enclosure:
        """Return how much more than the best a hypothesis errs."""
        _require_hypothesis(h, self.labels)
        return self.labels.error(h.positive, self.law) - self.error

    def is_best(self, h: Any) -> bool:
        """Tell whether a hypothesis attains the least error, a candidate or not.

        Raises
        ------
        DomainError
            If the errors are enclosed and too close to tell.

        """
        if h in self.minimizers and not self.is_tied:
            return True
        excess = self.excess_error(h)
        if isinstance(excess, Fraction):
            return excess == 0
        if excess.lo <= 0:
            raise DomainError(f"the enclosed errors do not tell {h} from the best: {excess}")
        return False


def best_hypothesis(
    hypotheses: Any, labels: LabelLaw[Any, Any], law: Any = None, *, target: Any = None
) -> Best[Any]:
    """Return the best hypotheses of a class under a label law, with their error.

    Parameters
    ----------
    hypotheses
        A class with ``vertices``, or one on a finite domain.
    labels
        The label law; a step function if the class needs that (`HasVertices`) and no
        ``target`` is the answer.
    law
        The law of the instances, by default the usual one of the class; on a continuum
        the candidates are the best under no other.
    target
        A hypothesis of the class.  If it errs no more than the Bayes classifier it is
        best, under any law, and no candidates are needed.

    Raises
    ------
    DomainError
        If the class offers no finite list of candidates, or not under these laws; or if
        what is given is no class, no label law, or one on another domain.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> from altheory.oracles.tie import tie
    >>> best = best_hypothesis(Thresholds(), tie())
    >>> [str(h.cut) for h in best.minimizers], best.error
    (['1/2', '7/10'], Fraction(1, 10))

    """
    _require_laws(hypotheses, labels)
    usual = hypotheses.law()
    measure = usual if law is None else law
    if target is not None and _errs_least(target, labels, measure):
        return Best((target,), labels.error(target.positive, measure), labels, measure)
    candidates = _candidates(hypotheses, labels, usual, measure)
    errors = [labels.error(h.positive, measure) for h in candidates]
    least = min(map(_upper, errors))
    tied = [(h, e) for h, e in zip(candidates, errors, strict=True) if _lower(e) <= least]
    return Best(tuple(h for h, _ in tied), _least([e for _, e in tied]), labels, measure)


def _require_laws(hypotheses: Any, labels: Any) -> None:
    """Refuse what is no class of hypotheses, or no law of labels."""
    if isinstance(hypotheses, type) or not isinstance(hypotheses, HasLaw):
        raise DomainError(
            f"a class of hypotheses is an object such as Thresholds(), got {hypotheses!r}"
        )
    if isinstance(labels, type) or not isinstance(labels, Lawful):
        raise DomainError(
            f"a label law knows the probability of +1 at each instance, got {labels!r}; such are "
            "those of classification_noise(target, rate) and massart(target, margin)"
        )


def _require_hypothesis(h: Any, labels: LabelLaw[Any, Any]) -> None:
    """Refuse what is no hypothesis, or one on another domain than the labels."""
    region = getattr(h, "positive", None)
    if region is None:
        raise DomainError(
            f"a hypothesis has the region that it labels +1, such as Threshold(0.5).positive; "
            f"got {h!r}"
        )
    here, there = type(region), type(labels.bayes)
    if here is not there:
        raise DomainError(
            f"the labels are a law on {_domain(there)}, and {h!r} is a hypothesis on "
            f"{_domain(here)}; take both on one domain"
        )


def _domain(region: type) -> str:
    return DOMAINS.get(region, f"the domain of {region.__name__}")


def _errs_least(h: Any, labels: Any, law: Any) -> bool:
    """Decide whether a hypothesis errs no more than the Bayes classifier.

    Enclosed errors decide nothing, but it is enough to differ on mass zero.
    """
    _require_hypothesis(h, labels)
    bayes, positive = labels.bayes, h.positive
    differs = law.mass((bayes - positive) | (positive - bayes))
    if isinstance(differs, Fraction) and differs == 0:
        return True
    least, error = labels.error(bayes, law), labels.error(positive, law)
    return isinstance(least, Fraction) and isinstance(error, Fraction) and least == error


def _candidates(hypotheses: Any, labels: Any, usual: Any, law: Any) -> tuple[Any, ...]:
    if isinstance(usual, FiniteDistribution):
        _require_hypothesis(hypotheses.representatives(())[0], labels)
        everyone: tuple[Any, ...] = hypotheses.representatives(range(len(usual.weights)))
        return everyone
    if not isinstance(hypotheses, HasVertices):
        raise DomainError(
            f"{hypotheses!r} names no finite list of candidates for the best hypothesis; "
            "give its target, or a class with a method vertices(points)"
        )
    _require_hypothesis(hypotheses.vertices(())[0], labels)
    if law != usual:
        raise DomainError(f"the best of {hypotheses!r} is exact under {usual!r} only, got {law!r}")
    if hypotheses.vertices_need_steps and not labels.is_step:
        raise DomainError(
            f"the candidates of {hypotheses!r} need a probability of +1 that is constant between "
            f"its turns, got {labels!r}; give a target that errs no more than the Bayes classifier"
        )
    return hypotheses.vertices(labels.turns)


def _lower(error: Fraction | Enclosure) -> Fraction:
    return error.lo if isinstance(error, Enclosure) else error


def _upper(error: Fraction | Enclosure) -> Fraction:
    return error.hi if isinstance(error, Enclosure) else error


def _least(errors: list[Any]) -> Fraction | Enclosure:
    """Return the minimum of errors, a rational if they all are."""
    lo, hi = min(map(_lower, errors)), min(map(_upper, errors))
    return lo if lo == hi else Enclosure(lo, hi)
