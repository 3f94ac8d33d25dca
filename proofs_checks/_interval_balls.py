"""Disagreement coefficients of intervals, from the balls of the package."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache

from altheory.hypotheses.interval import Interval
from altheory.hypotheses.intervals import Intervals
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._interval_grids import members

Coefficient = Callable[[Interval, Fraction, Fraction], Fraction]


@cache
def masses(target: Interval, min_width: Fraction, steps: int) -> tuple[Fraction, ...]:
    """Return P(DIS(B(h, r))) at the radii 0, 1/steps, ..., 1, from the balls of the package.

    >>> masses(Interval.empty(), Fraction(0), 2) == (1, 1, 1)
    True
    """
    cls = Intervals(min_width)
    radii = (Fraction(k, steps) for k in range(steps + 1))
    return tuple(cls.law().mass(cls.ball(target, r).disagreement()) for r in radii)


def from_balls(formula: Coefficient, widths: tuple[Fraction, ...], cells: int) -> Finding:
    """Compare with exact suprema over balls, targets and minimal widths on a grid.

    The mass of a ball changes its slope, or jumps, only at multiples of half a cell.
    Between them m(r)/r is monotone, and a jump is upward, to a value that is attained:
    the supremum over r > r0 is the largest value at such radii from r0 on.
    """
    compared = 0
    for min_width, target in targets(widths, cells):
        values = masses(target, min_width, 2 * cells)
        ratios = [value * 2 * cells / k for k, value in enumerate(values) if k]
        for k in range(1, 2 * cells):
            r0, computed = Fraction(k, 2 * cells), max([Fraction(1), *ratios[k - 1 :]])
            claimed = formula(target, min_width, r0)
            if claimed != computed:
                where = f"target {target}, minimal width {min_width}, radius {r0}"
                return fails(where, claimed=claimed, computed=computed)
            compared += 1
    return holds(f"{compared} triples of a target, a minimal width and a radius")


def targets(widths: tuple[Fraction, ...], cells: int) -> Iterator[tuple[Fraction, Interval]]:
    """Go through members with ends on a grid, with their minimal widths."""
    for min_width in widths:
        for target in members(cells, min_width):
            yield min_width, target
