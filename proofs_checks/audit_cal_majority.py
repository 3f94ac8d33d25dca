r"""A majority of the version space is no proof: CAL that trusts 90 % of it.

CAL asks wherever two members disagree.  An implementation that takes the label of a share of
nine tenths of them for granted asks too little.  The class of a star with n rays, the empty set
and n single points, has n of n + 1 members that say -1 at each point.  As long as these are nine
tenths, such a learner infers -1, and drops one member; so of n points it asks about the last 8
only, and misses n - 8 of n + 1 targets.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds

# From the number of members to how many of them must agree for a label to be inferred.
Trust: TypeAlias = Callable[[int], Fraction]

RAYS = range(1, 15)
PROGRAM = """\
from fractions import Fraction as F

n = 20
members = [set(), *({x} for x in range(n))]  # a star: nothing, or one of the points
missed = 0
for target in members:
    left, asked = list(members), 0
    for x in range(n):
        positive = [h for h in left if x in h]
        negative = [h for h in left if x not in h]
        most = max(positive, negative, key=len)
        if F(len(most), len(left)) >= F(9, 10):  # nobody is asked
            left = most
        else:
            left, asked = (positive if x in target else negative), asked + 1
    missed += left != [target]
    assert asked <= 8
assert missed == n - 8
assert F(9, 10) >= F(9, 10)  # with nine rays nobody is asked at the first point
"""


def nine_tenths(members: int) -> Fraction:
    """Return nine tenths of the members."""
    return Fraction(9, 10) * members


def everybody(members: int) -> Fraction:
    """Return all members."""
    return Fraction(members)


def final(trust: Trust, n: int, target: int) -> tuple[int, int]:
    """Run CAL that infers labels by trust on a star; return what it says, and its questions."""
    members, asked = [0, *(1 << x for x in range(n))], 0
    for x in range(n):
        by_label = [[h for h in members if h >> x & 1 == y] for y in (0, 1)]
        most = max(by_label, key=len)
        if len(most) >= trust(len(members)):
            members = most
        else:
            members, asked = by_label[target >> x & 1], asked + 1
    return members[0], asked


def every_star(trust: Trust, rng: np.random.Generator) -> Finding:
    """Follow every target of stars of up to 14 rays."""
    del rng
    for n in RAYS:
        targets = [0, *(1 << x for x in range(n))]
        runs = [(target, *final(trust, n, target)) for target in targets]
        wrong = sum(output != target for target, output, _ in runs)
        if wrong:
            asked = max(questions for _, _, questions in runs)
            where = f"a star of {n} rays: {wrong} of {n + 1} targets are missed, {asked} questions"
            enough = arithmetic(("/", 9, 10), ">=", Fraction(9, 10))
            shown = Counterexample(enough, PROGRAM) if trust is nine_tenths else None
            return fails(where, claimed=0, computed=wrong, counterexample=shown)
    return holds(f"stars of up to {RAYS[-1]} rays, every target", claimed=0, computed=0)


CLAIM: Claim[Trust] = Claim(
    key="audit/cal/ninety-percent",
    title="CAL may trust nine tenths of the version space",
    statement=(
        r"\text{the output agrees with the target on the stream, if a label on which } 9/10"
        r" \text{ of } V \text{ agree is inferred}"
    ),
    plain=(
        "A label on which nine tenths of the remaining hypotheses agree need not be asked for: "
        "false, on a star of 20 rays 12 of 21 targets are missed."
    ),
    relation="counterexample",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that majorities are useless: halving them is what a committee does with answers",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=nine_tenths,
    checks=(
        Check(Method.EXHAUSTIVE, every_star, scope="stars of up to 14 rays, all targets in order"),
    ),
    controls={
        "three quarters": lambda members: Fraction(3, 4) * members,
        "a bare majority": lambda members: Fraction(members + 1, 2),
        "all but one": lambda members: Fraction(members - 1),
    },
    corrected=(everybody, "cal/safety/same-version-space"),
    uses=("cal/safety/same-version-space",),
)
