r"""A look of A2: what the bounds say of all members at once, and what follows.

The decision needs two numbers of the sample, the fewest errors of a member and the
mass on which the members with at most so many errors disagree.  So every way of
counting, exact or in batches, comes to the same decision.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, Literal, final

from altheory.bounds._schedule import Spending, share
from altheory.bounds._uniform import Theorem

Verdict = Literal["go on", "halved", "stop"]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    r"""One look at the labels of a round: which inequality it used, and what came of it.

    Attributes
    ----------
    number, round
        The number of the look, over all rounds, and that of its round, from 1.
    n
        The number of labels of the round so far.
    delta
        The error probability that this look spends.
    fewest
        The fewest errors of a member.
    lower, upper
        :math:`\min_h L(h)` and :math:`\min_h U(h)`, both of the fewest errors; of a theorem
        about differences 0 and what the excess error in the region does not exceed.
    most
        The most errors that stay: whoever makes more has :math:`L(h) > \min_g U(g)`, or
        exceeds the fewest by more than a best member does.
    before, after
        The mass of the disagreement region, of the members at the beginning of the
        round and of those that stay, rounded up if it is not known exactly.
    verdict
        ``"stop"``: ``before * (upper - lower)`` is at most epsilon; ``"halved"``: a new
        round begins with those that stay; ``"go on"``: more labels are needed.

    """

    number: int
    round: int
    n: int
    delta: Fraction
    fewest: int
    lower: Fraction
    upper: Fraction
    most: int
    before: Fraction
    after: Fraction
    verdict: Verdict

    def to_dict(self) -> dict[str, Any]:
        """Return the look as JSON data, rationals as ``p/q``."""
        return {k: str(v) if isinstance(v, Fraction) else v for k, v in asdict(self).items()}

    def __str__(self) -> str:
        dropped = "drops nobody" if self.most >= self.n else f"drops above {self.most} errors"
        return (
            f"look {self.number}, round {self.round}, {self.n} labels: fewest errors "
            f"{self.fewest}, bounds {float(self.lower):.4g} and {float(self.upper):.4g}, "
            f"{dropped}; mass {float(self.before):.4g} -> {float(self.after):.4g}: {self.verdict}"
        )


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Who decides at a look: a uniform theorem, and what is to be guaranteed."""

    bound: Theorem
    epsilon: Fraction
    delta: Fraction
    spending: Spending = "looks"

    def look(
        self,
        *,
        number: int,
        in_round: int,
        n: int,
        fewest: int,
        before: Fraction,
        after: Callable[[int], Fraction],
    ) -> Look:
        """Return what the look finds; ``after(most)`` is the mass that ``most`` errors leave."""
        spent = self.delta * share(self.spending, number, in_round, looks_up_to(n))
        lower, upper, most = _said(self.bound, spent, n, fewest)
        stops = before * (upper - lower) <= self.epsilon
        left = after(most)
        verdict: Verdict = "stop" if stops else "halved" if 2 * left < before else "go on"
        return Look(
            number=number,
            round=in_round,
            n=n,
            delta=spent,
            fewest=fewest,
            lower=lower,
            upper=upper,
            most=most,
            before=before,
            after=left,
            verdict=verdict,
        )


def too_many(hypothesis: Any, labels: Iterable[tuple[Any, int]], most: int) -> bool:
    """Tell whether a hypothesis makes more errors on labels than stay."""
    errors: int = sum(hypothesis(x) != y for x, y in labels)
    return errors > most


@lru_cache(maxsize=2**16)
def _said(bound: Theorem, spent: Fraction, n: int, fewest: int) -> tuple[Fraction, Fraction, int]:
    """Return both bounds of the fewest errors, and the most that stay.

    Many runs share a schedule, and most of them the fewest errors too.
    """
    return (
        bound.lower(fewest, n, spent),
        bound.upper(fewest, n, spent),
        bound.cutoff(fewest, n, spent),
    )


def due_after(n: int) -> int:
    """Return the size of the next sample of a round: twice as many labels more, and one.

    >>> due_after(0), due_after(1), due_after(4)
    (1, 4, 13)
    """
    return 3 * n + 1


def looks_up_to(n: int) -> int:
    """Return how many looks a round of ``n`` labels has had.

    >>> [looks_up_to(n) for n in (1, 4, 13)]
    [1, 2, 3]
    """
    looks = size = 0
    while size < n:
        looks, size = looks + 1, due_after(size)
    return looks
