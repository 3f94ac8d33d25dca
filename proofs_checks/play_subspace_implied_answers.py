r"""What answers about clusters imply: inside the positive ones, around the negative ones, no more.

After answers to some elements of a preorder the monotone labelings that agree with them all say +1
of y iff y is below a positive answer, and -1 iff y is above a negative one.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Implied: TypeAlias = Callable[[bool, bool, int], bool]  # of y <= x, x <= y, the answer at x
Order: TypeAlias = tuple[tuple[bool, ...], ...]

LABELS: tuple[int, ...] = (-1, 1)


@cache
def orders(m: int) -> tuple[Order, ...]:
    """Return all preorders of m elements: row below column."""
    pairs = [(a, b) for a in range(m) for b in range(m) if a != b]
    found: list[Order] = []
    for bits in product((False, True), repeat=len(pairs)):
        below = np.eye(m, dtype=bool)
        below[tuple(zip(*pairs, strict=True))] = bits
        if not (below @ below & ~below).any():
            found.append(tuple(map(tuple, below.tolist())))
    return tuple(found)


def cases(m: int, asked: int) -> Iterator[tuple[Order, dict[int, int], list[tuple[int, ...]]]]:
    """Yield preorders, consistent answers and all monotone labelings that agree with them."""
    pairs = list(product(range(m), repeat=2))
    for below in orders(m):
        rows = [
            y
            for y in product(LABELS, repeat=m)
            if all(y[a] >= y[b] for a, b in pairs if below[a][b])
        ]
        for told in product((-1, 0, 1), repeat=m):
            answers = {x: y for x, y in enumerate(told) if y}
            left = [row for row in rows if all(row[x] == y for x, y in answers.items())]
            if left and len(answers) <= asked:
                yield below, answers, left


def compared(implied: Implied, m: int, asked: int) -> Finding:
    """Compare what answers imply with what all labelings say that are left."""
    count = 0
    for below, answers, left in cases(m, asked):
        for y in range(m):
            said = {s for x, s in answers.items() if implied(below[y][x], below[x][y], s)}
            truth = {row[y] for row in left}
            if said != (truth if len(truth) == 1 else set()):
                return fails(f"{below}, {answers}, element {y}", claimed=said, computed=truth)
        count += 1
    return holds(f"{count} sets of answers to {len(orders(m))} preorders")


def two_elements(implied: Implied, rng: np.random.Generator) -> Finding:
    """Go through the preorders of two elements."""
    del rng
    return compared(implied, 2, 2)


def four_elements(implied: Implied, rng: np.random.Generator) -> Finding:
    """Go through the preorders of four elements, with up to two answers."""
    del rng
    return compared(implied, 4, 2)


CLAIM: Claim[Implied] = Claim(
    key="play/subspace/implied-answers",
    title="Answers about clusters imply labels inside and around, never wrong ones, and no others",
    statement=(
        r"\{h(y) : h \text{ monotone},\ h(x_i) = s_i\} = \{s\} \iff \exists i: s_i = s = +1,"
        r"\ y \le x_i \text{ or } s_i = s = -1,\ y \ge x_i, \quad \text{preorders of 4 elements},"
        r"\ i \le 2"
    ),
    plain=(
        "If what lies in a positive cluster is positive and nothing else is known, an answer "
        "implies + inside a positive cluster, - around a negative one, and nothing elsewhere; in "
        "all preorders of two elements, and of four with up to two answers."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say=(
        "that labels that come from groups of points imply no more: without strangers the union of "
        "two positive clusters that meet is positive; nor what wrong answers imply"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda below, above, answer: below if answer > 0 else above,
    checks=(
        Check(Method.EXHAUSTIVE, two_elements, scope="all preorders of two elements"),
        Check(
            Method.EXHAUSTIVE,
            four_elements,
            scope="all preorders of four elements, at most two answers",
            tier="normal",
        ),
    ),
    controls={
        "around the positive ones": lambda below, above, answer: above if answer > 0 else below,
        "inside both": lambda below, *_: below,
        "inside and around both": lambda below, above, _: below or above,
        "only for itself": lambda below, above, _: below and above,
    },
)
