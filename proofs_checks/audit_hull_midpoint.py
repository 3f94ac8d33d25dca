r"""The midpoint of the survivors' hull is no output of A2.

What survives of thresholds may have gaps.  The midpoint between the first and the last cut
that is left is then a cut that was ruled out, maybe the worst of all.  Two points of mass 1/2
are labeled + and -: the cuts ++ and -- err by 1/2 and -+ between them by 1.  For
:math:`\varepsilon = 2/5` and :math:`\delta = 1/20` with Hoeffding's radius A2 stops at 121 labels
with both ends of the hull, and

.. math:: P(\text{the midpoint errs by more than } \varepsilon \text{ too much}) > .9999 .

Where cuts between survivors hold mass of :math:`\varepsilon` at most, any of them may be returned.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._audit import HONEST, Case, Members, fewest, outcome, shown
from proofs_checks.audit_mass_left import BOUND

# From the members of a round, those kept and the errors of all to the one returned.
Output: TypeAlias = Callable[[Members, Members, Sequence[int]], int]

HALF, DELTA, EPSILON = Fraction(1, 2), Fraction(1, 20), Fraction(2, 5)
PROGRAM = """\
from fractions import Fraction as F
from itertools import product
from math import comb

masses, truth, class_ = (F(1, 2), F(1, 2)), "+-", ["++", "-+", "--"]
error = {h: sum(w for w, a, b in zip(masses, h, truth) if a != b) for h in class_}
hoeffding = (121, 2 * 3 * 5 * 6 / F(1, 20))  # labels of look 5; r^2 = ln(3600) / 242
below_e, above_e = F(2718, 1000), F(2719, 1000)
assert below_e ** (2 * 41) > hoeffding[1] ** 10  # ln(3600) < 8.2, so that r < 1/5.4
r = F(10, 54)
assert r**2 * 242 > F(82, 10)
chance = F(0)
for j in range(122):  # labels at the first point, of 121: the cut -+ errs on all 121
    fewest = min(j, 121 - j)
    others = max(j, 121 - j)
    both_ends_stay = others <= fewest + 2 * F(18, 100) * 121  # r > 18/100
    middle_is_out = 121 > fewest + 2 * r * 121
    if both_ends_stay and middle_is_out and 2 * r <= F(2, 5):  # the run stops
        chance += F(comb(121, j), 2**121)
# at 40 labels and before it does not stop, nor is the hull less than both points, but rarely
early = sum(F(comb(40, j), 2**40) for j in range(41) if max(j, 40 - j) - min(j, 40 - j) >= 20)
assert above_e ** (2 * 40) < (2 * 3 * 4 * 5 / F(1, 20)) ** 16 and chance - early > F(99, 100)
assert error["-+"] - min(error.values()) > F(2, 5)
"""


def midpoint(members: Members, kept: Members, errors: Sequence[int]) -> int:
    """Return the member in the middle between the first and the last that is kept."""
    del errors
    return members[(members.index(kept[0]) + members.index(kept[-1])) // 2]


def most_errors(members: Members, kept: Members, errors: Sequence[int]) -> int:
    """Return a member with the most errors."""
    del kept
    return max(zip(errors, members, strict=True))[1]


def middle_of_members(members: Members, kept: Members, errors: Sequence[int]) -> int:
    """Return the member in the middle of those that the round began with."""
    return midpoint(members, members, errors) if kept else errors[0]


def opposite_points(output: Output, rng: np.random.Generator) -> Finding:
    """Follow every run on two points that contradict every cut between them."""
    del rng
    case = Case(
        members=(3, 2, 0),
        masses=(HALF, HALF),
        chances=(Fraction(1), Fraction(0)),
        bound=BOUND,
        epsilon=EPSILON,
        delta=DELTA,
        most=121,
    )
    found = outcome(replace(HONEST, returned=output), case)
    said = {"claimed": f"<= {DELTA}", "computed": shown(found.failure)}
    where = f"{shown(found.finished)} stopped, by 121 labels"
    if found.failure <= DELTA:
        return holds(where, **said)
    least = arithmetic(("-", 1, HALF), ">", EPSILON)  # the excess error of the cut between
    shows = Counterexample(least, PROGRAM) if output is midpoint else None
    return fails(where, **said, counterexample=shows)


CLAIM: Claim[Output] = Claim(
    key="audit/output/hull-midpoint",
    title="A2 may return the midpoint of what survives",
    statement=(
        r"P(\text{the output errs by more than } \varepsilon \text{ too much}) \le \delta"
        r" \text{ if it is the midpoint of the hull of the survivors}"
    ),
    plain=(
        "On thresholds A2 may return the middle of the interval in which cuts survive: false, the "
        "middle may have been ruled out, and errs too much with probability .9999."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain", "independent instances"}),
    does_not_say=(
        "that gaps are a danger where the hull weighs epsilon or less: then every cut in it is good"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=midpoint,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            opposite_points,
            scope="two points, three cuts, labels + and -: every run to 121 labels",
            tier="normal",
        ),
    ),
    controls={
        "the one with the most errors": most_errors,
        "the middle of those before the look": middle_of_members,
    },
    corrected=(fewest, "a2/stopping-rule"),
    uses=("a2/stopping-rule",),
)
