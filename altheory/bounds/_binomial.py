r"""Counts of successes: binomial tails, and bounds that turn them around.

The lower tail of :math:`\mathrm{Bin}(n, p)` is a polynomial in :math:`p`, which
Horner's rule evaluates over the integers while the sample is small:

.. math:: P(K \le k) = \sum_{j=0}^{k} \binom nj p^j (1 - p)^{n-j}
                     = I_{1-p}(n - k, k + 1),

the regularized incomplete beta function for :math:`k < n`, which ball arithmetic
encloses.  Where that is slow or fails, the largest term is enclosed through
logarithms of the gamma function, and the others relative to it: for
:math:`k < (n + 1) p` they shrink faster than a geometric series of ratio

.. math:: \frac{P(K = j - 1)}{P(K = j)} = \frac{j (1 - p)}{(n - j + 1) p} < 1.
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb, log, log1p
from typing import Any

from altheory.bounds._bound import Bound, Side, upper_end, within
from altheory.errors import DomainError
from altheory.numeric.enclosure import PRECISION, Enclosure
from altheory.numeric.inputs import count, rational

EXACT_UP_TO = 256  # beyond, the integers are longer than they are worth
TERMS = 2**12  # of the tail that are added one by one
# ball arithmetic finds no beta function, or slowly, for more trials or rarer successes
BALLS_UP_TO = 2**50
RAREST = 2**16
SMALLEST = -(2**17)  # the exponent of the smallest end: that of exp(-10**9) fills the memory


def successes(k: Any, n: Any, least: int = 1) -> tuple[int, int]:
    """Return a number of successes and a sample size of at least ``least``, or refuse them."""
    n = count(n, "the sample size", least)
    k = count(k, "the number of successes", least=0)
    if k > n:
        raise DomainError(f"successes are at most the {n} trials, got {k}")
    return k, n


def probability(p: Any) -> Fraction:
    """Return ``p`` as a rational in [0, 1], or refuse it."""
    value = rational(p, "a probability")
    if not 0 <= value <= 1:
        raise DomainError(f"a probability lies in [0, 1], got {p}")
    return value


def exact_tail(k: int, n: int, p: Fraction) -> Fraction:
    """Return the lower tail as a rational, whatever ``n``.

    >>> exact_tail(0, 2, Fraction(1, 2))
    Fraction(1, 4)
    """
    if k < 0 or k >= n:
        return Fraction(int(k >= 0))
    return Fraction(_numerator(k, n, p), p.denominator**n)


def lower_tail(k: int, n: int, p: Fraction) -> Enclosure:
    r"""Enclose :math:`P(\mathrm{Bin}(n, p) \le k)`, exactly for ``n`` up to 256."""
    if n <= EXACT_UP_TO or k < 0 or k >= n:
        return Enclosure.exactly(exact_tail(k, n, p))
    return _enclosed(k, n, p)


def tail_at_most(k: int, n: int, p: Fraction, delta: Fraction) -> bool:
    """Tell whether the lower tail, for ``0 <= k < n``, certainly is at most ``delta``."""
    if n > EXACT_UP_TO:
        return _enclosed(k, n, p).at_most(delta) is True
    # no Fraction: reducing numbers of n * 48 bits would cost more than making them
    whole: int = p.denominator**n
    return _numerator(k, n, p) * delta.denominator <= delta.numerator * whole


def _numerator(k: int, n: int, p: Fraction) -> int:
    a, b = p.numerator, p.denominator - p.numerator
    total, power = 0, 1
    for j in range(k, -1, -1):  # after it: total = sum over i >= j of C(n, i) a^(i-j) b^(k-i)
        total = total * a + comb(n, j) * power
        power *= b
    rest: int = b ** (n - k)
    return total * rest


def _enclosed(k: int, n: int, p: Fraction) -> Enclosure:
    if k <= TERMS or k * RAREST < n or n > BALLS_UP_TO:
        return by_terms(k, n, p)
    from flint import arb, ctx, fmpq

    with ctx.workprec(PRECISION):
        x = arb(fmpq(p.denominator - p.numerator, p.denominator))
        tail = x.beta_lower(n - k, k + 1, regularized=True)
        tiny = arb(2) ** SMALLEST
        low, high = _ends(tail - tiny).lo, _ends(tail + tiny).hi
    return Enclosure(max(low, Fraction(0)), high)


def by_terms(k: int, n: int, p: Fraction) -> Enclosure:
    """Enclose the lower tail by its largest term and a few thousand others.

    Closely where the standard deviation is a few hundred at most, and otherwise
    within the factor that a geometric series in place of the remaining terms costs.
    """
    if not 0 < p < 1:
        return Enclosure.exactly(1 - p)  # all trials fail, or none does and k < n
    if k >= (n + 1) * p:  # the terms rise first: those of the other tail shrink
        return 1 - by_terms(n - k - 1, n, 1 - p)
    logarithm = log_choose(n, k) - n * cross_entropy(Fraction(k, n), p)
    zero = Fraction(0)  # roundings may lead above it if n has more digits than the balls
    term = Enclosure(min(logarithm.lo, zero), min(logarithm.hi, zero)).exp()
    tail = term * _relative_to_the_last(k, n, p)
    return Enclosure(tail.lo, min(tail.hi, Fraction(1)))


def _relative_to_the_last(k: int, n: int, p: Fraction) -> Enclosure:
    """Enclose P(K <= k) / P(K = k) in fixed-point numbers, rounded down and up."""
    a, b = p.numerator, p.denominator - p.numerator
    one = 1 << PRECISION
    low = high = low_sum = high_sum = one
    j = k
    while j > max(k - TERMS, 0) and high > 1:
        low = low * j * b // ((n - j + 1) * a)
        high = -(-high * j * b // ((n - j + 1) * a))
        low_sum, high_sum, j = low_sum + low, high_sum + high, j - 1
    rest = Fraction(high * j * b, (n - j + 1) * a - j * b)  # the geometric series
    return Enclosure(Fraction(low_sum, one), (high_sum + rest) / one)


def log_choose(n: int, k: int) -> Enclosure:
    """Enclose the logarithm of a binomial coefficient, whose digits are not written out.

    >>> 120 in log_choose(10, 3).exp()
    True
    """
    from flint import arb, ctx

    with ctx.workprec(PRECISION + 2 * n.bit_length()):  # most digits of lgamma cancel
        whole, *parts = (arb(m + 1).lgamma() for m in (n, k, n - k))
        return _ends(whole - sum(parts))


def _ends(ball: Any) -> Enclosure:
    ends = (end.fmpq() for end in (ball.lower(), ball.upper()))
    return Enclosure(*(Fraction(int(q.p), int(q.q)) for q in ends))


def cross_entropy(q: Fraction, p: Fraction) -> Enclosure:
    r"""Enclose :math:`-q \ln p - (1 - q) \ln(1 - p)` in nats, for ``p`` in (0, 1) or ``p == q``."""
    total = Enclosure.exactly(0)
    for a, b in ((q, p), (1 - q, 1 - p)):
        if a > 0:
            total += a * Enclosure.exactly(1 / b).log()
    return total


def surprised(k: int, n: int, rate: Enclosure) -> Fraction:
    """Return the first grid point above k/n whose cross entropy certainly reaches ``rate``."""
    q, target = Fraction(k, n), float(rate)
    hit, miss = float(q), float(1 - q)
    return upper_end(
        lambda p: rate.at_most(cross_entropy(q, p)) is True,
        q,
        lambda p: -hit * log(p) - miss * log1p(-p) >= target,
    )


def proportion(
    k: int,
    n: int,
    upper: Callable[[int], Fraction],
    *,
    delta: Any,
    side: Side,
    source: str,
    latex: str,
    anytime: bool = False,
) -> Bound:
    """Return the bound with ``upper(k)`` above and, failures being successes, its mirror below."""

    def end(j: int) -> Fraction:
        return Fraction(1) if j == n else upper(j)

    trials = ("independent trials",)
    return within(
        Fraction(0),
        Fraction(1),
        lambda: 1 - end(n - k),
        lambda: end(k),
        quantity="the probability",
        delta=delta,
        n=n,
        side=side,
        source=source,
        anytime=anytime,
        assumptions=trials if anytime else (*trials, "fixed sample size"),
        latex=latex,
    )
