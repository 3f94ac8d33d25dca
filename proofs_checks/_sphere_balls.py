"""Numbers of the sphere in ball arithmetic, from recursions and waves alone."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from flint import arb, ctx, fmpq

from altheory.numeric.enclosure import Enclosure
from altheory.theory._log_series import enclosure_of
from altheory.theory.sphere_cal import cal_constant
from altheory.theory.sphere_information import theta_sphere
from proofs_checks._sphere_integrals import waves

BITS = 12_000  # the recursions lose a factor of k/pi a step, up to k = 1000


@cache
def constant(d: int) -> Enclosure:
    """Return the label constant."""
    return cal_constant(d).enclosure


@cache
def theta(d: int) -> Enclosure:
    """Return the disagreement coefficient."""
    return theta_sphere(d).enclosure


def pi() -> Enclosure:
    """Return an enclosure of pi."""
    with ctx.workprec(200):
        return enclosure_of(arb.pi())


def _chances_in_three() -> Iterator[Any]:
    """Yield the chance of each instance by the recursion of the edges."""
    yield from (arb(1), arb(1))
    ago, last, k = arb(2), arb(1), 2
    while True:
        yield k * last / 2
        ago, last = last, 1 - k * (k - 1) / arb.pi() ** 2 * ago
        k += 1


def _chances_in_four() -> Iterator[Any]:
    """Yield the chance of each instance by the recursion of the volumes, and facets."""
    yield from (arb(1), arb(1), arb(1))
    volume, following, n = arb(1) / 2, arb(1) / 3 - 1 / (2 * arb.pi() ** 2), 3
    while True:
        yield (arb(n * (n * n - 1)) / 6 * volume + 2) / (n + 1)
        after = 1 / arb(n + 1) - arb(n * (n - 1)) / (4 * arb.pi() ** 2) * volume
        volume, following, n = following, after, n + 1


@cache
def mean(d: int, n: int) -> Enclosure:
    """Return the mean number of labels in n instances, n up to 1000, in 3 or 4 dimensions."""
    with ctx.workprec(BITS):
        chances = _chances_in_three() if d == 3 else _chances_in_four()
        total = sum((next(chances) for _ in range(n)), arb(0))
        with ctx.workprec(200):
            return enclosure_of(+total)


def cap(d: int, radius: Fraction) -> Enclosure:
    """Return the share of separators within a distance of one, wave by wave."""
    with ctx.workprec(2000):  # the waves cancel down to a share of 2^-499 in 100 dimensions
        place = fmpq(radius.numerator, radius.denominator)

        def below(r: Any) -> Any:
            return sum((_wave(d, k, r) * int(c.p) / int(c.q) for k, c in waves(d - 2)), arb(0))

        return enclosure_of(below(place) / below(fmpq(1)))


def _wave(d: int, k: int, r: Any) -> Any:
    """Return the integral of the wave of frequency k from 0 to r."""
    if k == 0:
        return arb(r)
    whole = k * arb.pi()
    return (1 - arb.cos_pi_fmpq(k * r)) / whole if d % 2 else arb.sin_pi_fmpq(k * r) / whole
