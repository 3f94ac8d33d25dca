r"""Sums over the angle of two uniform points, enclosed for any dimension and any n.

The density of :math:`v = \theta/\pi` is an entire function,

.. math::

    \pi \kappa_d \sin^{d-2}(\pi v) = \pi \kappa_d \sum_{i \ge 0} (-1)^i e_i
    \frac{(\pi v)^a}{a!}, \qquad a = d - 2 + 2i, \qquad
    e_i = 2^{2-d} \sum_k (-1)^k \binom{d-2}{k} (d - 2 - 2k)^a

with integers :math:`0 \le e_i \le (d - 2)^a`, so whatever is known of every power of v is
known of its mean.  Two such things are: the Beta integral and its sum over a stream,

.. math::

    \sum_{k=j}^{n-1} \binom kj \int_0^1 v^a (1 - v)^{k-j} dv =
    \begin{cases}
        H_n - H_j & a = j, \\
        \dfrac1m \Bigl(1 - \binom{a}{j} \Big/ \binom{n + m}{m}\Bigr) & m = a - j > 0,
    \end{cases}

which is exact for all n: a stream of :math:`10^{10}` costs no more than one of ten.  The
terms cancel like those of a sine at :math:`\pi (d - 2)`, so a ball that is too wide is
computed again with twice the bits (:mod:`altheory.numeric.balls`).
"""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from altheory.errors import BudgetError
from altheory.numeric.balls import FIRST
from altheory.theory._sphere_exact import at_pi, density, exact_angle

HIGHEST = 400  # seconds there; the time grows like the fourth power of the dimension


def bits_for(d: int, n: int = 1) -> int:
    """Return how many bits are likely enough for a number of the size n^-d."""
    return FIRST + 10 * d + d * n.bit_length()


@lru_cache(maxsize=64)
def powers_of_density(d: int, bits: int) -> tuple[tuple[Any, ...], Any]:
    """Return the coefficients of the density at v^(d-2), v^d, ... and a bound on the rest.

    The bound is on the sum of the absolute values of all further coefficients: they are
    at most those of exp((d - 2) pi v), which halve from twice the exponent on.

    Raises
    ------
    BudgetError
        If d > 400.

    """
    from flint import arb, ctx

    if d > HIGHEST:
        raise BudgetError(
            f"series in dimension {d} would take minutes, and end at {HIGHEST}: there is "
            "cal_constant(d), the labels per unit of ln n in a long stream, for every d, and "
            "expected_volume_sphere(d, n).exact for up to 128 labels"
        )
    n = d - 2
    with ctx.workprec(bits):
        scale = at_pi(density(d)) * (arb.pi() if d % 2 else 1) * arb.pi() ** n
        bound, length = 2 * scale * arb(n) ** n / math.factorial(n), 0
        while n + 2 * length < max(1, 2 * n * math.pi) or bound > arb(2) ** -bits:
            length += 1
            a = n + 2 * length
            bound = bound * (arb.pi() * n) ** 2 / (a * (a - 1))
        return tuple(scale * t for t in _powers_of_sine(n, length)), bound


def _powers_of_sine(n: int, length: int) -> list[Any]:
    r"""Return the first coefficients of :math:`(\sin(\pi v)/(\pi v))^n` in :math:`v^2`.

    Those of the hyperbolic sine are positive, so nothing cancels in its powers.
    """
    from flint import arb, arb_poly

    terms = [arb(1)]
    for i in range(1, length):
        terms.append(terms[-1] * arb.pi() ** 2 / (2 * i * (2 * i + 1)))
    sine, power = arb_poly(terms), arb_poly([1])
    for bit in f"{n:b}":
        power = arb_poly((power * power).coeffs()[:length])
        if bit == "1":
            power = arb_poly((power * sine).coeffs()[:length])
    return [power[i] * (-1) ** i for i in range(length)]


def mean_of_powers(d: int, weights: Callable[[int], list[Any]]) -> Any:
    r"""Return :math:`\sum_i t_i w_i`, given weights in [0, 1] of :math:`v^{d-2}, v^d, \dots`."""
    from flint import arb, ctx

    terms, rest = powers_of_density(d, ctx.prec)
    total = sum((t * w for t, w in zip(terms, weights(len(terms)), strict=True)), arb(0))
    return total + arb(0, rest.upper())


def moment(d: int, m: int) -> Any:
    r"""Return the ball of :math:`I_d(m)`, by Beta integrals."""
    from flint import arb

    def beta(length: int) -> list[Any]:
        a, values = d - 2, [1 / (arb(math.comb(m + d - 2, m)) * (m + d - 1))]
        for _ in range(length - 1):
            values.append(values[-1] * (a + 1) * (a + 2) / ((a + m + 2) * (arb(a + m) + 3)))
            a += 2
        return values

    return mean_of_powers(d, beta)


def streamed(d: int, j: int, n: int) -> Any:
    r"""Return the ball of :math:`\sum_{k=j}^{n-1} \binom kj I_d(k - j)`, j of the parity of d."""
    from flint import arb

    def sums(length: int) -> list[Any]:
        first = d - 2 - j
        ratio, values = arb(math.comb(d - 2, j)) / math.comb(n + first, first), list[Any]()
        for m in range(first, first + 2 * length, 2):
            if m == 0:
                values.append(harmonic_ball(n) - harmonic_ball(j))
            else:
                values.append((1 - ratio) / m)
            ratio = ratio * (m + j + 1) * (m + j + 2) / (arb(n + m + 1) * (n + m + 2))
        return values

    return mean_of_powers(d, sums)


def limit(d: int, j: int) -> Any:
    r"""Return the ball of what ``streamed`` tends to, less :math:`\ln n` times the first term."""
    from flint import arb

    def sums(length: int) -> list[Any]:
        first = d - 2 - j
        start = 1 / arb(first) if first else arb.const_euler() - harmonic_ball(j)
        return [start, *(1 / arb(m) for m in range(first + 2, first + 2 * length, 2))]

    return mean_of_powers(d, sums)


def angle(d: int, j: int) -> Any:
    r"""Return the ball of :math:`a_j`."""
    return at_pi(exact_angle(d, j))


def harmonic_ball(n: int) -> Any:
    r"""Return the ball of :math:`H_n = \psi(n + 1) + \gamma`."""
    from flint import arb

    return arb(n + 1).digamma() + arb.const_euler()
