r"""One capital bounds those for all bad candidates at once, so the candidate may move freely.

At each step a threshold t bets with factor f, and with :math:`g \ge f` if wins between t and the
candidate of the moment, :math:`s_i`, get the gift of the handicap.  Beside a candidate s its
capital and the bound of all are

.. math:: E_{t,s} = \prod_i (g_i \text{ if } s_i = s \text{ else } f_i), \qquad
          M = \prod_i (g_i \text{ if } s_i \text{ is bad else } f_i) .

If t is best, M is a supermartingale, and :math:`E_{t,s} \le M` for every bad s: at each step
where s gets g, so does M.  The learner forgets gifts when the candidate moves, which only loses.
Here: four cuts of three equal cells, every best cut, a candidate with the fewest errors so far.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import product
from math import prod
from typing import NamedTuple, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

F = Fraction
CELLS, EPSILON, SHARE = 3, F(1, 4), F(1, 2)
CUTS = tuple(range(CELLS + 1))


class Step(NamedTuple):
    """The candidate of a step, the factor, and the factor with the gift."""

    candidate: int
    plain: Fraction
    gifted: Fraction


# From the steps so far and a candidate, to the capital beside it.
Capital: TypeAlias = Callable[[Sequence[Step], int], Fraction]
Labeled: TypeAlias = tuple[int, int]


def beside(steps: Sequence[Step], s: int) -> Fraction:
    """Return the capital with the gifts of those steps at which s was the candidate."""
    return prod((i.gifted if i.candidate == s else i.plain for i in steps), start=F(1))


def wrong(cut: int, labeled: Labeled) -> bool:
    """Tell whether a cut errs."""
    x, y = labeled
    return (1 if x >= cut else -1) != y


@cache
def played(t: int, path: tuple[Labeled, ...]) -> tuple[Step, ...]:
    """Return the steps of a cut that bets half of its capital against the candidate."""
    steps = list[Step]()
    for i, now in enumerate(path):
        s = min(CUTS, key=lambda c: (sum(wrong(c, past) for past in path[:i]), c))
        between = min(s, t) <= now[0] < max(s, t)
        if not between:
            steps.append(Step(s, F(1), F(1)))
        elif not wrong(t, now):
            steps.append(Step(s, 1 - SHARE, 1 - SHARE))
        else:
            h = EPSILON / F(abs(s - t), CELLS)
            steps.append(Step(s, 1 + SHARE, 1 + SHARE + 2 * SHARE * h / (1 - h)))
    return tuple(steps)


def cases(chances: Sequence[Fraction]) -> Iterator[tuple[Sequence[Fraction], int, frozenset[int]]]:
    """Yield the laws of labels, each with its best cuts and those that are bad beside them."""
    for law in product(chances, repeat=CELLS):
        errors = [
            F(sum(1 - law[x] if x >= c else law[x] for x in range(CELLS)), CELLS) for c in CUTS
        ]
        bad = frozenset(c for c in CUTS if errors[c] - min(errors) > EPSILON)
        yield from ((law, t, bad) for t in CUTS if errors[t] == min(errors))


def chance(law: Sequence[Fraction], path: Sequence[Labeled]) -> Fraction:
    """Return the probability of a path."""
    return prod((F(law[x] if y == 1 else 1 - law[x], CELLS) for x, y in path), start=F(1))


def followed(capital: Capital, n: int, chances: Sequence[Fraction]) -> Finding:
    """Go through all paths of n labels: who is above the bound, and its mean."""
    largest = F(0)
    for law, t, bad in cases(chances):
        mean = F(0)
        for path in product(product(range(CELLS), (-1, 1)), repeat=n):
            steps = played(t, path)
            bound = prod((i.gifted if i.candidate in bad else i.plain for i in steps), start=F(1))
            mean += chance(law, path) * bound
            most = max((capital(steps, s) for s in bad), default=F(0))
            if most > bound:
                return fails(f"law {law}, cut {t}, {path}", claimed=f"<= {bound}", computed=most)
        largest = max(largest, mean)
    verdict = holds if largest <= 1 else fails
    return verdict(f"{n} labels", claimed="E M <= 1", computed=largest)


def two_labels(capital: Capital, rng: np.random.Generator) -> Finding:
    """Follow two labels of certain laws."""
    del rng
    return followed(capital, 2, (F(0), F(1)))


def three_labels(capital: Capital, rng: np.random.Generator) -> Finding:
    """Follow three labels of all laws in halves."""
    del rng
    return followed(capital, 3, (F(0), F(1, 2), F(1)))


CLAIM: Claim[Capital] = Claim(
    key="betting/candidates",
    title="One capital bounds those for all bad candidates, however the candidate moves",
    statement=(
        r"E_{t,s} = \prod_i (g_i \text{ if } s_i = s \text{ else } f_i) \le M \;\forall\, \text{"
        r"bad } s, \quad \mathbb E M \le 1 \quad \text{(4 cuts of 3 cells, } "
        r"\varepsilon = \tfrac14, \text{3 labels, chances in halves)}"
    ),
    plain=(
        "The capitals of a best threshold beside all bad candidates are at most one and the same, "
        "which does not grow on average.  So no union over candidates is needed: followed for all "
        "paths of three labels on three cells.  In general it is the argument above."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that gifts may be kept when the candidate moves: then the bound is broken; nor anything "
        "of candidates that are good"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=beside,
    checks=(
        Check(Method.EXHAUSTIVE, two_labels, scope="two labels, labels without noise"),
        Check(
            Method.EXHAUSTIVE, three_labels, scope="three labels, chances in halves", tier="normal"
        ),
    ),
    controls={
        "gifts are kept": lambda steps, _: prod((i.gifted for i in steps), start=F(1)),
        "gifts of all others": lambda steps, s: prod(
            (i.plain if i.candidate == s else i.gifted for i in steps), start=F(1)
        ),
        "doubled odds": lambda steps, s: prod(
            (2 * i.gifted - i.plain if i.candidate == s else i.plain for i in steps), start=F(1)
        ),
    },
)
