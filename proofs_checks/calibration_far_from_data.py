r"""Far from all data a network of rectifiers is sure of itself, whatever it learned.

Along a ray z x all rectifiers are decided from some z on, and logits are affine in z, with the
slopes of the network without biases.  With one hidden layer

.. math:: \max_c p_c(z x) \to 1 \ (z \to \infty) \iff
          \arg\max_c \bigl[W_2 \max(0, W_1 x)\bigr]_c \text{ is one class,}

and otherwise the classes that tie keep the odds of their offsets.  No temperature changes that.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Point: TypeAlias = Sequence[Fraction]
Sure: TypeAlias = Callable[[Point], bool]  # does confidence tend to 1 along this direction?

INNER = ((1, 0), (0, 1), (1, -1))
OUTER = ((2, 0, -1), (0, 2, 1), (1, 1, 0))
OFFSETS = (Fraction(1, 2), Fraction(-1, 4), Fraction(1, 3))
PRIORS = (Fraction(0), Fraction(1, 8), Fraction(1, 4))
NONE = (Fraction(0),) * 3


def products(rows: Sequence[Sequence[int]], x: Point) -> list[Fraction]:
    """Return a matrix times a vector."""
    return [sum((a * b for a, b in zip(row, x, strict=True)), Fraction(0)) for row in rows]


def logits(x: Point, offsets: Point = OFFSETS, priors: Point = PRIORS) -> list[Fraction]:
    """Return the logits of three classes."""
    hidden = [max(Fraction(0), v + b) for v, b in zip(products(INNER, x), offsets, strict=True)]
    return [v + b for v, b in zip(products(OUTER, hidden), priors, strict=True)]


def one_wins(values: Sequence[Fraction]) -> bool:
    """Decide whether one value is above all others."""
    return list(values).count(max(values)) == 1


def slopes(x: Point) -> list[Fraction]:
    """Return by how much logits grow along a ray, from three points beyond all kinks."""
    met = zip(products(INNER, x), OFFSETS, strict=True)
    beyond = 1 + max((abs(b / v) for v, b in met if v), default=Fraction(0))
    near, middle, far = (logits([k * beyond * c for c in x]) for k in (1, 2, 3))
    if any(a + c != 2 * b for a, b, c in zip(near, middle, far, strict=True)):
        raise ArithmeticError(f"logits are not affine beyond {beyond} times {x}")
    return [(b - a) / beyond for a, b in zip(near, middle, strict=True)]


def directions(sure: Sure, rng: np.random.Generator) -> Finding:
    """Go along rays: confidence tends to 1 iff one logit outgrows all others."""
    del rng
    settled = 0
    rays = [x for x in product(map(Fraction, range(-3, 4)), repeat=2) if any(x)]
    for x in rays:
        found = one_wins(slopes(x))
        if sure(x) != found:
            where = f"direction {', '.join(map(str, x))}"
            return fails(
                where, claimed=sure(x), computed=f"slopes {', '.join(map(str, slopes(x)))}"
            )
        settled += found
    return holds(f"{len(rays)} directions", computed=f"confidence tends to 1 along {settled}")


CLAIM: Claim[Sure] = Claim(
    key="calibration/far-from-data",
    title="Far from all data a network of rectifiers is sure, unless classes tie without biases",
    statement=(
        r"\max_c p_c(z x) \to 1 \iff \arg\max_c [W_2 \max(0, W_1 x)]_c \text{ is one class}, \quad"
        r" x \in \{-3, \dots, 3\}^2 \setminus 0, \text{ a network of 3 units and 3 classes}"
    ),
    plain=(
        "Along a ray a network of rectifiers becomes as sure as one likes of one class, no matter "
        "what it learned, unless classes tie for the network without biases; for 48 directions and "
        "a network of three hidden units and three classes."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that it is overconfident where there are data, nor how far one must go; nor that a "
        "temperature helps: it divides the slopes, and the limit stays"
    ),
    source=Source(
        "hein2019",
        match="related",
        difference=(
            "theirs is for any depth and the directions without ties; here one network, and ties "
            "are decided as well"
        ),
    ),
    expected=Verdict.PROVED,
    formula=lambda x: one_wins(logits(x, NONE, NONE)),
    checks=(Check(Method.EXHAUSTIVE, directions, scope="48 directions, exact slopes"),),
    controls={
        "along every ray": lambda _: True,
        "along none": lambda _: False,
        "iff one class wins where the ray begins": lambda x: one_wins(logits(x)),
        "unless no unit is active": lambda x: any(v > 0 for v in products(INNER, x)),
    },
)
