r"""Sample sizes of the form factor times ln(argument), put to the exact failure probability.

The chance that *some* consistent threshold errs by more than epsilon is
:math:`2 (1 - \varepsilon)^n - (1 - 2 \varepsilon)^n` for an interior target.  A size n
that is at least (1/epsilon) ln(1/delta), with a larger chance than delta, refutes the
folklore; n is compared with a logarithm through the exponential series, whose partial
sums are rational lower bounds.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import factorial
from typing import Any, TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.finding import Counterexample, Finding, Outcome, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.theory.thresholds_passive import any_consistent_failure

# From epsilon and delta to (factor, argument): so many instances are said to be enough.
Size: TypeAlias = Callable[[Any, Any], tuple[Any, Any]]

EPSILONS = tuple(Fraction(1, k) for k in (2, 3, 4, 5, 10, 25, 100))
DELTAS = tuple(Fraction(1, k) for k in (2, 3, 5, 10, 20, 100, 1000))
TERMS = 24


def folklore(epsilon: Any, delta: Any) -> tuple[Any, Any]:
    """Return the size (1/epsilon) ln(1/delta)."""
    return 1 / epsilon, 1 / delta


def corrected(epsilon: Any, delta: Any) -> tuple[Any, Any]:
    """Return the size (1/epsilon) ln(2/delta)."""
    return 1 / epsilon, 2 / delta


def enough(formula: Size, epsilon: Fraction, delta: Fraction) -> int:
    """Return an integer that is certainly at least what the formula says."""
    factor, argument = formula(epsilon, delta)
    size: Enclosure = factor * Enclosure.exactly(argument).log()
    return max(size.hi.__ceil__(), 0)


def exponential(x: Fraction, terms: int = TERMS) -> Fraction:
    """Return a partial sum of the series of e^x, a lower bound for x >= 0."""
    return sum((x**j / factorial(j) for j in range(terms)), Fraction(0))


def every_pair(formula: Size, rng: np.random.Generator) -> Finding:
    """Compute the failure probability at the stated size, for targets of all kinds."""
    del rng
    for epsilon, delta in product(EPSILONS, DELTAS):
        for target in (Fraction(1, 2), epsilon / 2, Fraction(0)):
            found = judged(formula, epsilon, delta, target)
            if found.outcome is not Outcome.HOLDS:
                return found
    return holds(f"{len(EPSILONS) * len(DELTAS)} pairs of epsilon and delta, three targets")


def random_pair(formula: Size, rng: np.random.Generator) -> Finding:
    """Try a random accuracy, confidence and target."""
    epsilon, delta = (Fraction(1, int(rng.integers(2, 200))) for _ in range(2))
    return judged(formula, epsilon, delta, Fraction(int(rng.integers(100)), 99))


def judged(formula: Size, epsilon: Fraction, delta: Fraction, target: Fraction) -> Finding:
    """Compare the failure probability at the stated size with delta, exactly."""
    n = enough(formula, epsilon, delta)
    chance = any_consistent_failure(n, epsilon, target)
    where = f"epsilon = {epsilon}, delta = {delta}, n = {n}, t = {target}"
    shown = {"claimed": f"<= {float(delta):.6g}", "computed": f"{float(chance):.6g}"}
    if chance <= delta:
        return holds(where, **shown)
    return fails(where, **shown, counterexample=refutation(n, epsilon))


def refutation(n: int, epsilon: Fraction) -> Counterexample | None:
    """Show the failure at the smallest delta that the partial sum of e^(n epsilon) allows.

    With delta = 1 / (partial sum) the size n is at least (1/epsilon) ln(1/delta), and one
    inequality is the whole counterexample.  It takes a target with room on both sides,
    the middle, so there is none from epsilon = 1/2 on.
    """
    if epsilon >= Fraction(1, 2):
        return None
    failure = (
        "-",
        ("*", 2, ("^", ("-", 1, "epsilon"), n)),
        ("^", ("-", 1, ("*", 2, "epsilon")), n),
    )
    delta = 1 / exponential(n * epsilon)
    certificate = arithmetic(failure, ">", "delta", {"epsilon": epsilon, "delta": delta})
    return Counterexample(
        certificate, _PROGRAM.format(n=n, epsilon=epsilon, delta=delta, terms=TERMS)
    )


_PROGRAM = """\
from fractions import Fraction as F

n, epsilon, delta = {n}, F("{epsilon}"), F("{delta}")

# Two intervals of length epsilon lie beside the target 1/2.  Instances are uniform, and
# some consistent threshold errs by more than epsilon unless both intervals are hit.
neither, one, both = F(1), F(0), F(0)
for _ in range(n):
    neither, one, both = (
        neither * (1 - 2 * epsilon),
        neither * 2 * epsilon + one * (1 - epsilon),
        one * epsilon + both,
    )
failure = neither + one
assert epsilon < F(1, 2) and neither + one + both == 1
assert failure == 2 * (1 - epsilon) ** n - (1 - 2 * epsilon) ** n
assert failure > delta

# n is at least (1/epsilon) ln(1/delta), because a partial sum of e^(n epsilon) reaches 1/delta
term, total = F(1), F(0)
for j in range({terms}):
    total, term = total + term, term * n * epsilon / (j + 1)
assert total >= 1 / delta
"""
