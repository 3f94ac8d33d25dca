r"""What A2 pays beside passive learning, on every path or with exact probability.

*No interval.*  An interval of N cells in a row, or none, is positive, and none is; the
answers are all -1.  The empty set makes no error, so the least error is bounded by
:math:`[0, U(0)]` at each look.  The region of disagreement halves only if more than N/2
cells, with c + 1 labels each at least, are dropped, c being the most errors that stay;
if :math:`(\lfloor N/2 \rfloor + 1)(c + 1) > n` at a look of n labels, that happens on no
path.  Then all paths take the same number of labels.

*Two opposite hypotheses, fair labels.*  The run goes on while the number of labels +1
stays within a window at each look, which is counted by dynamic programming.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any, TypeAlias, final

from altheory.bounds import uniform
from altheory.bounds._schedule import Spending, share
from altheory.bounds._uniform import Theorem
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.grid_rectangles import GridRectangles
from altheory.learners._look import Judge, due_after
from altheory.learners.a2 import A2
from altheory.numeric.enclosure import Enclosure
from altheory.theory.a2_price import a2_enough, a2_fall_back

DELTA = Fraction(1, 20)

# Hoeffding's radius between two rationals, for a program to paste that knows the numbers of
# hypotheses, delta and epsilon.
RADIUS = """\
# of 2 |H| look (look + 1) / delta, in millionths, rounded down
logs = {logs}


def series(y):  # of exp(y), y < 15, whose terms from the 60th on sum to less than twice the 60th
    return sum(y**j / factorial(j) for j in range(60))


def radius(n, look):  # rationals around sqrt(ln(2 |H| look (look + 1) / delta) / (2 n))
    lo, hi = F(logs[look - 1], 10**6), F(logs[look - 1] + 1, 10**6)
    x = 2 * hypotheses * look * (look + 1) / delta
    assert series(lo) + 2 * lo**60 / factorial(60) < x < series(hi)  # lo < ln(x) < hi
    low, high = (isqrt(int(y * 10**12 / (2 * n))) for y in (lo, hi))
    return F(low, 10**6), F(high + 1, 10**6)


def ends(n, k, r):  # with k labels +1 of n: the hypotheses are apart, or the bounds narrow
    few, many = F(min(k, n - k), n), F(max(k, n - k), n)
    return many - r > few + r or min(1, few + r) - max(0, few - r) <= epsilon"""


SIGNS = FiniteClass(1, ["-", "+"])


@final
@dataclass(frozen=True, slots=True)
class Situation:
    """A finite class, the bounds of A2, and what is asked of a learner."""

    of: FiniteClass | GridRectangles
    epsilon: Fraction
    name: str
    delta: Fraction = DELTA
    spending: Spending = "looks"

    @property
    def bound(self) -> Theorem:
        return uniform(self.name, self.of)

    @property
    def hypotheses(self) -> int:
        """The number of hypotheses."""
        return len(self.of.hypotheses) if isinstance(self.of, FiniteClass) else self.of.size

    @property
    def judge(self) -> Judge:
        return Judge(
            bound=self.bound, epsilon=self.epsilon, delta=self.delta, spending=self.spending
        )

    def width(self, n: int, *look: int) -> Fraction:
        """Return the most that the bounds differ by, at n labels and a look by its numbers."""
        return self.bound.width(n, self.delta * share(self.spending, *look))


Promise: TypeAlias = Callable[[Situation], int]


def radius_program(situation: Situation, looks: int) -> str:
    """Return the lines of a program that enclose Hoeffding's radius at so many looks."""
    logarithms = [
        Enclosure.exactly(2 * situation.hypotheses * j * (j + 1) / situation.delta).log()
        for j in range(1, looks + 1)
    ]
    return RADIUS.format(logs=[floor(10**6 * ln.lo) for ln in logarithms])


def no_interval(cells: int, name: str, spending: Spending = "looks") -> Situation:
    """Return the intervals of some cells in a row, to an accuracy of one cell."""
    return Situation(GridRectangles(1, cells), Fraction(1, cells), name, spending=spending)


def intervals(cells: int) -> FiniteClass:
    """Return the intervals of some cells in a row, and none of them."""
    ends = [(a, b) for a in range(cells) for b in range(a + 1, cells + 1)]
    return FiniteClass(cells, [0, *((1 << b) - (1 << a) for a, b in ends)])


def signs(name: str) -> Situation:
    """Return two opposite hypotheses, to an accuracy of 1/10."""
    return Situation(SIGNS, Fraction(1, 10), name)


def consistent(situation: Situation) -> int:
    """Return a number of labels with which all consistent hypotheses err by epsilon at most.

    The least n with |H| (1 - epsilon)^n <= delta, for labels without noise.
    """
    n, chance = 0, Fraction(situation.hypotheses)
    while chance > situation.delta:
        n, chance = n + 1, chance * (1 - situation.epsilon)
    return n


def fall_back(situation: Situation) -> int:
    """Return 3N - 2, with N labels that make the bounds of A2 narrow enough."""
    return a2_fall_back(a2_enough(situation.epsilon, situation.width))


def taken(cells: int, situation: Situation, cell: Callable[[int], int]) -> int:
    """Run the learner on labels -1, the i-th label that of ``cell(i)``, and count them."""
    of = intervals(cells)
    run: A2[int, Any] = A2(
        of.version_space(),
        of.law(),
        uniform(situation.name, of),  # as many hypotheses as there are boxes in a row
        situation.epsilon,
        situation.delta,
        situation.spending,
    )
    state, i = run.init(), 0
    while not state.finished:
        state, i = run.step(state, cell(i), lambda _: -1), i + 1
    return state.queries


def all_negative_labels(cells: int, situation: Situation) -> int | None:
    """Return the labels of A2 on every path where all labels are -1, None if paths may differ."""
    judge = situation.judge
    place, n = 1, 1
    while True:
        look = judge.look(
            number=place,
            in_round=1,
            n=n,
            fewest=0,
            before=Fraction(1),
            after=lambda _: Fraction(1),
        )
        if look.verdict == "stop":
            return n
        if (cells // 2 + 1) * (look.most + 1) <= n:
            return None
        place, n = place + 1, due_after(n)


def window(judge: Judge, number: int, n: int) -> tuple[int, int]:
    """Return the numbers of labels +1 of n with which two opposite hypotheses both stay."""
    bound, spent = judge.bound, judge.delta * share(judge.spending, number, 1, number)

    def goes_on(k: int) -> bool:
        lower, upper = bound.lower(k, n, spent), bound.upper(k, n, spent)
        return upper - lower > judge.epsilon and bound.lower(n - k, n, spent) <= upper

    if not goes_on(n // 2):
        return 1, 0
    low, high = -1, n // 2  # invariant: the run ends at low, and goes on at high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if goes_on(middle) else (middle, high)
    return high, n - high


def windows(judge: Judge, most: int) -> list[tuple[int, int]]:
    """Return a window for each number of labels, up to the last look of at most so many."""
    number, n, found = 1, 1, list[tuple[int, int]]()
    while n <= most:
        found += [(0, k) for k in range(len(found) + 1, n)]
        found.append(window(judge, number, n))
        if found[-1][0] > found[-1][1]:
            break
        number, n = number + 1, due_after(n)
    return found


def paths_that_go_on(bounds: list[tuple[int, int]], odds: tuple[int, int] = (1, 1)) -> int:
    """Count the sequences of labels that keep within all windows, each by its odds.

    A label is +1 with probability a/(a + b) for the odds (a, b), and a sequence of n
    labels weighs its probability times (a + b)^n.
    """
    if any(low > high for low, high in bounds):
        return 0
    plus, minus = odds
    ways = [1]  # by the number of labels +1
    for low, high in bounds:
        pairs = zip([0, *ways], [*ways, 0], strict=True)
        ways = [plus * a + minus * b for a, b in pairs]
        ways = [w if low <= k <= high else 0 for k, w in enumerate(ways)]
    return sum(ways)


def chance_of_more(situation: Situation, labels: int, odds: tuple[int, int] = (1, 1)) -> Fraction:
    """Return the probability that A2 takes more labels than so many, exactly."""
    bounds = windows(situation.judge, labels)
    return Fraction(paths_that_go_on(bounds, odds), sum(odds) ** len(bounds))
