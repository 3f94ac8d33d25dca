r"""The expected gradient length of two classes in closed form.

The log loss of softmax regression has the gradient :math:`(p - e_y)\, z^\top` in its weights, with
:math:`z = (x, 1)`, whose length is :math:`\|p - e_y\| \, \|z\|`.  For two classes with
probabilities p and q = 1 - p this is :math:`\sqrt 2\, q \|z\|` or :math:`\sqrt 2\, p \|z\|`, so

.. math:: \sum_y p_y \|\nabla \ell_y\| = 2 \sqrt 2 \; p q \, \sqrt{\|x\|^2 + 1} ,

which ranks instances of one length as least confidence does.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from math import isqrt
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Square: TypeAlias = Callable[[Any, Any], Any]  # of the score, by p and |x|^2, also symbols


def root(square: Fraction) -> Fraction:
    """Return the root of the square of a rational."""
    found = Fraction(isqrt(square.numerator), isqrt(square.denominator))
    if found**2 != square:
        raise ArithmeticError(f"{square} is no square")
    return found


def squared(p: Fraction, x: tuple[int, ...]) -> Fraction:
    """Return the square of the expected length, by the entries of both gradients."""
    row, features = (p, 1 - p), (*x, 1)
    lengths = [
        sum((((row[c] - (c == y)) * z) ** 2 for c, z in product((0, 1), features)), Fraction(0))
        for y in (0, 1)
    ]
    mixed = root(lengths[0] * lengths[1])
    return row[0] ** 2 * lengths[0] + row[1] ** 2 * lengths[1] + 2 * row[0] * row[1] * mixed


def compared(square: Square, denominator: int, sizes: Iterable[int]) -> Finding:
    """Compare on a grid of probabilities and instances, and with what the package returns."""
    from altheory.acquisition import expected_gradient_length

    count = 0
    for d in sizes:
        pool = list(product(range(-1, 3), repeat=d))
        for k in range(denominator + 1):
            p = Fraction(k, denominator)
            shipped = expected_gradient_length([[float(p), float(1 - p)]] * len(pool), pool)
            for x, score in zip(pool, shipped, strict=True):
                claimed, found = square(p, sum(c * c for c in x)), squared(p, x)
                if claimed != found or abs(float(found) - score**2) > 1e-12:
                    return fails(f"p = {p}, x = {x}", claimed=claimed, computed=found)
                count += 1
    return holds(f"{count} probabilities and instances; the package is within 1e-12")


def few(square: Square, rng: np.random.Generator) -> Finding:
    """Try one feature, and probabilities in quarters."""
    del rng
    return compared(square, 4, (1,))


def more(square: Square, rng: np.random.Generator) -> Finding:
    """Try one and two features, and probabilities in twelfths."""
    del rng
    return compared(square, 12, (1, 2))


def by_derivatives(square: Square, rng: np.random.Generator) -> Finding:
    """Differentiate the log loss of two logits, and multiply by the features of one instance."""
    del rng
    a, b, p = sp.symbols("a b p", positive=True)
    s = sp.Symbol("s", nonnegative=True)
    score: Any = sp.Integer(0)
    for y, share in ((a, p), (b, 1 - p)):
        loss = -sp.log(sp.exp(y) / (sp.exp(a) + sp.exp(b)))
        at = {a: sp.log(p / (1 - p)), b: 0}  # logits with probabilities p and 1 - p
        up, down = (sp.simplify(sp.diff(loss, logit).subs(at)) for logit in (a, b))
        score += share * sp.sqrt(sp.simplify(up**2 + down**2))
    odds = sp.Symbol("t", positive=True)  # p = t / (1 + t) is within (0, 1)
    claimed = sp.sympify(square(p, s))
    gap = sp.simplify((score**2 * (s + 1) - claimed).subs(p, odds / (1 + odds)))
    return (
        holds("two classes, any p") if gap == 0 else fails("two classes", computed=f"off by {gap}")
    )


CLAIM: Claim[Square] = Claim(
    key="acquisition/expected-change/gradient-length",
    title="Expected gradient length is p(1 - p) times the length of the instance",
    statement=(
        r"\Bigl(\sum_y p_y \|\nabla \ell_y\|\Bigr)^2 = 8\, p^2 (1 - p)^2\, (\|x\|^2 + 1), \quad"
        r" \text{softmax regression with a bias and two classes}"
    ),
    plain=(
        "For two classes the expected length of the gradient is 2 root 2 times p (1 - p) times "
        "the length of the instance with a 1 appended, so it prefers long instances as well as "
        "uncertain ones."
    ),
    relation="identity",
    does_not_say="anything of networks, whose gradients have further layers",
    source=Source(
        "settles2008",
        match="special case",
        difference="the score is theirs, for sequences; the closed form is derived here",
    ),
    expected=Verdict.PROVED,
    formula=lambda p, square: 8 * p**2 * (1 - p) ** 2 * (square + 1),
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="one feature in {-1, ..., 2}, p in quarters"),
        Check(
            Method.EXHAUSTIVE,
            more,
            scope="one and two features in {-1, ..., 2}, p in twelfths",
            tier="normal",
        ),
        Check(Method.SYMBOLIC, by_derivatives, scope="any p in (0, 1), any x", tier="normal"),
    ),
    controls={
        "without the bias": lambda p, square: 8 * p**2 * (1 - p) ** 2 * square,
        "without the root of 2": lambda p, square: 4 * p**2 * (1 - p) ** 2 * (square + 1),
        "as a standard deviation": lambda p, square: p * (1 - p) * (square + 1) / 2,
    },
)
