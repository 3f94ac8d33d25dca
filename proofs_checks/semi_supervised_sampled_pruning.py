r"""How well a sample prunes: between the classes of two thresholds.

Let :math:`\hat{\mathcal H}(t)` be the class pruned by the unlabeled errors on m instances.  A
hypothesis of :math:`\mathcal H(t)` is lost at :math:`t + \gamma` only if its error on the sample
is too large by more than :math:`\gamma`; one beyond :math:`\mathcal H(t + 2 \gamma)` stays only if
it is too small by more than that.  Each hypothesis can go wrong in one way only, and by
Hoeffding's inequality

.. math:: P\bigl(\mathcal H(t) \subseteq \hat{\mathcal H}(t + \gamma) \subseteq
          \mathcal H(t + 2 \gamma) \text{ fails}\bigr) \le |\mathcal H| e^{-2 m \gamma^2} .

If :math:`\chi` is 0 or 1, a hypothesis matters only by the set of points that it does not suit,
so the checks go through all families of such sets.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache
from itertools import product
from math import factorial
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

# From |H|, m and gamma: a factor c and an exponent x, for the bound c exp(-x).
Bound: TypeAlias = Callable[[int, int, Fraction], tuple[int, Fraction]]
Setting: TypeAlias = tuple[int, Fraction, Fraction]  # m, gamma and t

POINTS = 3
GAMMAS = tuple(Fraction(k, 24) for k in (4, 7, 15))
THRESHOLDS = tuple(Fraction(k, 6) for k in range(6))
TERMS = 24


def one_sided(size: int, m: int, gamma: Fraction) -> tuple[int, Fraction]:
    """Return Hoeffding's bound of one side, for each hypothesis."""
    return size, 2 * m * gamma**2


@cache
def exp_above(x: Fraction) -> Fraction:
    """Return a rational above e^x for 0 <= x < 24, by its series and a geometric tail."""
    head = sum((x**k / factorial(k) for k in range(TERMS)), Fraction(0))
    return head + x**TERMS / factorial(TERMS) / (1 - x / (TERMS + 1))


def failures(setting: Setting) -> Iterator[int]:
    """Yield for every sequence of m points the sets that go wrong, as a mask of masks."""
    m, gamma, t = setting
    for drawn in product(range(POINTS), repeat=m):
        wrong = 0
        for unfit in range(1 << POINTS):
            truth = Fraction(unfit.bit_count(), POINTS)
            stays = Fraction(sum(unfit >> x & 1 for x in drawn), m) <= t + gamma
            if (truth <= t and not stays) or (truth > t + 2 * gamma and stays):
                wrong |= 1 << unfit
        yield wrong


def compared(bound: Bound, settings: Iterable[Setting]) -> Finding:
    """Compare with the probability for each family of sets."""
    count = 0
    for setting in settings:
        m, gamma, t = setting
        wrong = list(failures(setting))
        bounds = [bound(size, m, gamma) for size in range((1 << POINTS) + 1)]
        for family in range(1, 1 << (1 << POINTS)):
            factor, exponent = bounds[family.bit_count()]
            ways = sum(1 for sets in wrong if sets & family)
            if ways * exp_above(exponent) > factor * len(wrong):
                computed = Fraction(ways, len(wrong))
                where = f"{family.bit_count()} hypotheses, m = {m}, gamma = {gamma}, t = {t}"
                claimed = f"{factor} exp(-{exponent})"
                return fails(where, claimed=claimed, computed=computed)
            count += 1
    return holds(f"{count} families with m, gamma and t")


def one_instance(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare for samples of one and two instances at one threshold."""
    del rng
    return compared(bound, [(1, GAMMAS[1], Fraction(1, 3)), (2, GAMMAS[2], Fraction(1, 3))])


def larger_samples(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare for samples of up to four instances."""
    del rng
    return compared(bound, product((1, 2, 3, 4), GAMMAS, THRESHOLDS))


CLAIM: Claim[Bound] = Claim(
    key="semi-supervised/sampled-pruning",
    title="A sample prunes to between two thresholds",
    statement=(
        r"P(\mathcal H(t) \subseteq \hat{\mathcal H}(t + \gamma) \subseteq \mathcal H(t + 2"
        r" \gamma)) \ge 1 - |\mathcal H| e^{-2 m \gamma^2}, \quad \chi \in \{0, 1\},\ |\mathcal X|"
        r" = 3,\ m \le 4,\ 24 \gamma \in \{4, 7, 15\},\ 6 t \in \{0, \ldots, 5\}"
    ),
    plain=(
        "Unlabeled errors on a sample keep what is compatible and drop what is far from it, but "
        "with a chance that falls exponentially with the sample; for every yes-or-no compatibility "
        "on three points, the uniform law, at most four instances, and the values listed."
    ),
    relation="upper",
    assumptions=frozenset(
        {"uniform law", "independent instances", "finite domain", "fixed sample size"}
    ),
    does_not_say=(
        "that so many instances are needed: hypotheses that suit the same points count once; nor "
        "what happens to hypotheses between the two thresholds"
    ),
    source=Source(
        "balcan2010",
        match="related",
        difference=(
            "there a sample size for all unlabeled errors to be close; here three points, and for "
            "each hypothesis only the side on which it would go wrong"
        ),
    ),
    expected=Verdict.PROVED,
    formula=one_sided,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            one_instance,
            scope="t = 1/3; m = 1 and gamma = 7/24, m = 2 and gamma = 15/24; all families",
        ),
        Check(
            Method.EXHAUSTIVE,
            larger_samples,
            scope="m <= 4, 24 gamma in 4, 7, 15, 6 t in 0..5; all families",
            tier="normal",
        ),
    ),
    controls={
        "one for the whole class": lambda _, m, gamma: (1, 2 * m * gamma**2),
        "twice the exponent": lambda size, m, gamma: (size, 4 * m * gamma**2),
        "the square of the sample size": lambda size, m, gamma: (size, 2 * (m * gamma) ** 2),
    },
)
