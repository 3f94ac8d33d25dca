r"""The notes' graph network has room for one width of its states.

Its layers are built for states of n numbers, but the first state has ten.  The message network
takes two states side by side, 2 n numbers, and is given 20; the recurrent unit takes a state of n
and is given 10.  So the shapes fit together iff

.. math:: n = 10.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds

Runs: TypeAlias = Callable[[int], bool]
PROGRAM = """\
# States of ten numbers, whatever the width n asked for, meet a layer for 2 n of them.
n, state = 11, [0] * 10
weights = [[0] * (2 * n) for _ in range(64)]
sent = state + state  # of the sender, and of the receiver
assert all(len(row) != len(sent) for row in weights)  # so there is no product
"""


def runs(n: int) -> bool:
    """Run one step of the listing's shapes on two nodes, with zeros for all numbers."""
    clues, state = np.zeros((2, 9)), np.zeros((2, 10))  # the ten is the listing's
    try:
        hidden = np.hstack([state, state[::-1]]) @ np.zeros((64, 2 * n)).T
        messages = hidden @ np.zeros((11, 64)).T
        gates = np.hstack([clues, messages]) @ np.zeros((3 * n, 9 + 11)).T
        gates = gates + state @ np.zeros((3 * n, n)).T
        new = gates[:, :n] * state + gates[:, n : 2 * n] * np.tanh(gates[:, 2 * n :])
        answers = new @ np.zeros((9, n)).T
    except ValueError:  # shapes that do not fit
        return False
    return bool(answers.shape == (2, 9))


def compared(formula: Runs, widths: Iterable[int]) -> Finding:
    """Compare with running it."""
    tried = list(widths)
    for n in tried:
        if formula(n) != (found := runs(n)):
            shown = None
            if n == 11:
                given = ("+", 10, 10)
                shown = Counterexample(arithmetic(given, "!=", ("*", 2, 11)), PROGRAM)
            said = ("an error", "runs")
            return fails(
                f"n = {n}", claimed=said[formula(n)], computed=said[found], counterexample=shown
            )
    return holds(f"{len(tried)} widths")


def near_ten(formula: Runs, rng: np.random.Generator) -> Finding:
    """Try the widths from 11 down, and up to 20."""
    del rng
    return compared(formula, [*range(11, 0, -1), *range(12, 21)])


def all_widths(formula: Runs, rng: np.random.Generator) -> Finding:
    """Try the widths from 1 to 500."""
    del rng
    return compared(formula, range(1, 501))


CHECKS = (
    Check(Method.EXHAUSTIVE, near_ten, scope="n <= 20"),
    Check(Method.EXHAUSTIVE, all_widths, scope="n <= 500", tier="normal"),
)
TWINS: dict[str, Runs] = {
    "widths of at least ten": lambda n: n >= 10,
    "multiples of ten": lambda n: n % 10 == 0,
}

CLAIM: Claim[Runs] = Claim(
    key="nets/state-width",
    title="The notes' graph network runs with states of ten numbers alone",
    statement=r"\text{the shapes fit together} \iff n = 10, \quad n \le 500",
    plain=(
        "Of the widths from 1 to 500 that one may ask for, the notes' graph network runs with 10 "
        "and stops with an error at the first step with every other."
    ),
    does_not_say="that ten numbers are too few: with them it runs, and may learn",
    relation="exact",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda n: n == 10,
    checks=CHECKS,
    controls={"every width": lambda _: True, **TWINS},
)
