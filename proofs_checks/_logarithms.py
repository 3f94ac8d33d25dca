r"""Entropies in exact arithmetic: rational combinations of logarithms of primes.

A number :math:`\sum_p q_p \ln p` over primes with rational :math:`q_p` is zero iff all
:math:`q_p` are, since factorization is unique.  Its sign is found by comparing two products of
powers of primes, or by balls of as many bits as it takes where the products are long.  So
entropies of rational distributions are compared without any doubt about rounding.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import lcm, prod
from typing import Any, TypeAlias, final

from altheory.certificate import arithmetic
from altheory.numeric.balls import enclosed
from altheory.numeric.enclosure import Enclosure

Row: TypeAlias = tuple[Fraction, ...]  # a distribution over classes

LONG = 2**15  # bits of products that are not written out


@final
@dataclass(frozen=True, slots=True)
class Logs:
    """A rational combination of logarithms of primes, by the factor of each, none of them 0."""

    parts: Mapping[int, Fraction]

    @property
    def powers(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Primes with exponents, such that the number is below 0 iff the first product is less."""
        scale = lcm(*(q.denominator for q in self.parts.values()))
        whole = {p: int(q * scale) for p, q in self.parts.items()}
        positive = [(p, n) for p, n in whole.items() if n > 0]
        return positive, [(p, -n) for p, n in whole.items() if n < 0]

    @property
    def sign(self) -> int:
        """-1, 0 or 1."""
        sides = self.powers
        if sum(n * p.bit_length() for side in sides for p, n in side) > LONG:
            return 1 if enclosed(self.ball).lo > 0 else -1  # not 0, since a factor is not
        above, below = (prod(p**n for p, n in side) for side in sides)
        return int(above > below) - int(above < below)

    def ball(self) -> Any:
        """Return the number as a ball of the present precision."""
        from flint import arb, fmpq

        terms = (arb(p).log() * fmpq(q.numerator, q.denominator) for p, q in self.parts.items())
        return sum(terms, arb(0))

    def __add__(self, other: "Logs") -> "Logs":
        return _collected([*self.parts.items(), *other.parts.items()])

    def __sub__(self, other: "Logs") -> "Logs":
        return self + other.times(Fraction(-1))

    def __le__(self, other: "Logs") -> bool:
        return (self - other).sign <= 0

    def __lt__(self, other: "Logs") -> bool:
        return (self - other).sign < 0

    def times(self, factor: Fraction | int) -> "Logs":
        """Return a rational multiple."""
        return _collected((p, q * factor) for p, q in self.parts.items())

    @property
    def nats(self) -> Enclosure:
        """An enclosure of the number."""
        terms = (prime_log(p) * q for p, q in self.parts.items())
        return sum(terms, Enclosure.exactly(0))

    @property
    def bits(self) -> Enclosure:
        """An enclosure of the number, divided by ln 2."""
        return self.nats / prime_log(2)

    def __str__(self) -> str:
        return f"{float(self.nats):.6g} nats"


ZERO = Logs({})


@cache
def prime_log(p: int) -> Enclosure:
    """Enclose the logarithm of a prime."""
    return Enclosure.exactly(p).log()


def _collected(terms: Iterable[tuple[int, Fraction | int]]) -> Logs:
    total: dict[int, Fraction] = {}
    for p, q in terms:
        total[p] = total.get(p, Fraction(0)) + q
    return Logs({p: q for p, q in total.items() if q})


@cache
def factors(n: int) -> tuple[tuple[int, int], ...]:
    """Return the primes of a positive integer with their exponents.

    >>> factors(360)
    ((2, 3), (3, 2), (5, 1))
    """
    found: dict[int, int] = {}
    p = 2
    while p * p <= n:
        while n % p == 0:
            found[p] = found.get(p, 0) + 1
            n //= p
        p += 1
    return tuple({**found, n: 1}.items()) if n > 1 else tuple(found.items())


def combination(terms: Iterable[tuple[Fraction, Fraction]]) -> Logs:
    """Return the sum of c ln q over pairs of a factor c and a positive rational q.

    >>> combination([(Fraction(1, 2), Fraction(4)), (Fraction(-1), Fraction(2))])
    Logs(parts={})
    """

    def primes() -> Iterator[tuple[int, Fraction]]:
        for c, q in terms:
            yield from ((p, c * n) for p, n in factors(q.numerator))
            yield from ((p, -c * n) for p, n in factors(q.denominator))

    return _collected(primes())


def log(q: Fraction | int) -> Logs:
    """Return the logarithm of a positive rational."""
    return combination([(Fraction(1), Fraction(q))])


def entropy(row: Sequence[Fraction]) -> Logs:
    """Return the entropy of a distribution; 0 ln 0 is 0.

    >>> print(entropy([Fraction(1, 2), Fraction(1, 2), Fraction(0)]))
    0.693147 nats
    """
    return combination((-p, p) for p in row if p)


def less(a: Logs, b: Logs) -> dict[str, Any]:
    """Certify that a is less than b, as a comparison of two products of integers."""
    above, below = (a - b).powers
    return arithmetic(_product(above), "<", _product(below))


def _product(powers: list[tuple[int, int]]) -> Any:
    return ("*", 1, *(("^", p, n) for p, n in powers))


def rows(classes: int, d: int) -> Iterator[Row]:
    """Go through the distributions over some classes whose entries are multiples of 1/d."""

    def counts(left: int, places: int) -> Iterator[tuple[int, ...]]:
        if places == 1:
            yield (left,)
            return
        for n in range(left + 1):
            yield from ((n, *rest) for rest in counts(left - n, places - 1))

    yield from (tuple(Fraction(n, d) for n in row) for row in counts(d, classes))
