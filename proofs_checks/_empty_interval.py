r"""The linear program of a learner that must rule out an interval, with exact proofs.

After q answers -1 the n = q + 1 gaps have lengths :math:`g_i \ge 0` that add up to 1, and
the answer :math:`h` holds :math:`0 \le u_i \le g_i` of gap i.  It errs by at most
:math:`\varepsilon` on the empty set and on every gap iff

.. math:: u \le \varepsilon, \qquad u + g_i - 2 u_i \le \varepsilon, \qquad u = \sum_j u_j .

Gaps and answer are both unknown.  A row of the program is a linear form that is at most
a constant plus a multiple of :math:`\varepsilon`.  Nonnegative multiples of rows whose
forms add up to zero and whose right sides add up to less than zero contradict each
other; who found them does not matter.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from altheory.certificate import arithmetic
from altheory.ledger.checker import accepted

DENOMINATORS = 1000  # of what a floating-point solver proposes


class Row(NamedTuple):
    """``form . (g_1, ..., g_n, u_1, ..., u_n) <= bound + slope * epsilon``."""

    form: tuple[int, ...]
    bound: int
    slope: int


def program(gaps: int) -> tuple[Row, ...]:
    """Return the rows: empty set, gaps, u >= 0, g >= u, sum of g at most and at least 1."""
    n, each = gaps, range(gaps)

    def unit(i: int) -> tuple[int, ...]:
        return tuple(int(i == j) for j in each)

    zero, one = (0,) * n, (1,) * n
    covers = [Row((*unit(i), *(1 - 2 * e for e in unit(i))), 0, 1) for i in each]
    positive = [Row((*zero, *(-e for e in unit(i))), 0, 0) for i in each]
    within = [Row((*(-e for e in unit(i)), *unit(i)), 0, 0) for i in each]
    total = [Row((*one, *zero), 1, 0), Row((*(-e for e in one), *zero), -1, 0)]
    return (Row((*zero, *one), 0, 1), *covers, *positive, *within, *total)


def adding_up(gaps: int) -> tuple[Fraction, ...]:
    """Return the multipliers of the proof by hand: every gap once, and what u is left over."""
    left_over = Fraction(gaps - 2)
    nothing, once = Fraction(0), Fraction(1)
    empty, positive = max(nothing, -left_over), max(nothing, left_over)
    return (empty, *[once] * gaps, *[positive] * gaps, *[nothing] * gaps, nothing, once)


def equal_gaps(gaps: int) -> tuple[Fraction, ...]:
    """Return gaps of one length, and h = 0 unless there is only one: then a coin."""
    inside = Fraction(1, 2) if gaps == 1 else Fraction(0)
    return (*[Fraction(1, gaps)] * gaps, *[inside] * gaps)


def satisfies(gaps: int, point: Sequence[Fraction], epsilon: Fraction) -> bool:
    """Decide whether gaps and answer keep every row."""
    return all(
        sum(a * x for a, x in zip(row.form, point, strict=True)) <= row.bound + row.slope * epsilon
        for row in program(gaps)
    )


def contradicts(gaps: int, multipliers: Sequence[Fraction], epsilon: Fraction) -> bool:
    """Let the checker judge that these multiples of rows contradict each other."""
    right, _ = _right_sides(gaps, multipliers)
    ends = arithmetic(right, "<", 0, {"epsilon": epsilon})
    return all(map(accepted, (*adds_to_zero(gaps, multipliers), ends)))


def least(gaps: int, multipliers: Sequence[Fraction], epsilon: Fraction) -> bool:
    """Let the checker judge that they do so for every smaller epsilon."""
    right, slope = _right_sides(gaps, multipliers)
    ends = (arithmetic(right, "==", 0, {"epsilon": epsilon}), arithmetic(slope, ">", 0))
    return all(map(accepted, (*adds_to_zero(gaps, multipliers), *ends)))


def adds_to_zero(gaps: int, multipliers: Sequence[Fraction]) -> Iterator[dict[str, Any]]:
    """Yield statements: the multipliers are nonnegative, and the forms add up to zero."""
    rows = program(gaps)
    for m in set(multipliers):
        yield arithmetic(m, ">=", 0)
    for column in range(2 * gaps):
        terms = [
            ("*", m, row.form[column])
            for row, m in zip(rows, multipliers, strict=True)
            if m * row.form[column]
        ]
        yield arithmetic(("+", 0, *terms), "==", 0)


def _right_sides(gaps: int, multipliers: Sequence[Fraction]) -> tuple[Any, Any]:
    used = [(row, m) for row, m in zip(program(gaps), multipliers, strict=True) if m]
    slope = ("+", 0, *(("*", m, row.slope) for row, m in used))
    bounds = (("*", m, row.bound) for row, m in used)
    return ("+", ("*", slope, "epsilon"), *bounds), slope


def solved(gaps: int) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
    """Return gaps and answer, and multipliers, as a floating-point solver proposes them."""
    from scipy.optimize import linprog

    rows = program(gaps)
    found: Any = linprog(
        [0.0] * (2 * gaps) + [1.0],  # the least epsilon
        A_ub=[[*row.form, -row.slope] for row in rows],
        b_ub=[row.bound for row in rows],
        bounds=[(None, None)] * (2 * gaps + 1),
        method="highs",
    )
    return _near(found.x[:-1]), _near(-found.ineqlin.marginals)


def _near(values: Any) -> tuple[Fraction, ...]:
    return tuple(Fraction(float(v)).limit_denominator(DENOMINATORS) for v in values)
