"""Whatever is no answer is refused, by name and with the value, at every public door."""

import math
from fractions import Fraction

import numpy as np
import pytest

from altheory.errors import AltheoryError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.threshold_version_space import error_profile
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.cal import CAL
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from altheory.spaces.line import UNIT, IntervalUnion
from altheory.spaces.line_laws import UniformInterval

LINE = Thresholds()
WHOLE = LINE.version_space()
STAR = FiniteClass(3, ["---", "+--", "-+-", "--+"])
FINITE = STAR.version_space()
CENTER = STAR.parse_target("---")
LAWS = (UniformInterval(), FiniteDistribution([1, 1]))
HALF = Threshold(Fraction(1, 2))

NO_INSTANCES = (math.nan, math.inf, -math.inf, -0.1, 1.1, Fraction(3, 2), "0.5", None, True, 1j)
NO_POINTS = (math.nan, math.inf, -1, 3, 0.5, "0", None, True)
NO_LABELS = (0, 2, -2, 0.5, math.nan, True, False, "+", None)
NO_LISTS = (0, 1, 0.5, None, True)
NO_BATCHES = ("ab", "0.5", None, [None])
NO_SEEDS = (-1, 0.5, "seed", np.array([1]))
NO_COUNTS = (0, -1, 1.0, True, "3", None)
NO_RADII = (math.nan, math.inf, -0.1, "1", None, True)
NO_TARGETS = ("", "x", "1/0", "3/2", "-1", "nan", "inf")
NO_ROWS = ("++", "++++", "+x-", [1, -1], [1, 0, 1], 8, -1)

DOORS = [
    *[(door, NO_INSTANCES) for door in (HALF, WHOLE.labels, WHOLE.certificate, Threshold)],
    (lambda x: WHOLE.restrict(x, 1), NO_INSTANCES),
    (lambda x: WHOLE.restrict_all([x], [1]), NO_INSTANCES),
    (lambda x: LINE.representatives([x]), NO_INSTANCES),
    (lambda x: LINE.erm([(x, 1)]), NO_INSTANCES),
    (lambda x: error_profile([(x, 1)]), NO_INSTANCES),
    (lambda x: IntervalUnion.closed(0, x), (math.nan, math.inf, 1.25, "0.5", None, True)),
    (lambda x: HALF.predict([x]), (math.nan, math.inf, -math.inf, -0.1, 1.1)),
    *[(door, NO_POINTS) for door in (CENTER, FINITE.labels, FINITE.certificate)],
    (lambda x: FINITE.restrict(x, 1), NO_POINTS),
    (lambda x: FINITE.restrict_all([x], [1]), NO_POINTS),
    (lambda x: STAR.representatives([x]), NO_POINTS),
    (lambda x: STAR.erm([(x, 1)]), NO_POINTS),
    (lambda x: FiniteRegion.of(3, [x]), NO_POINTS),
    (lambda y: WHOLE.restrict(0.5, y), NO_LABELS),
    (lambda y: WHOLE.restrict_all([0.5], [y]), NO_LABELS),
    (lambda y: LINE.erm([(0.5, y)]), NO_LABELS),
    (lambda y: FINITE.restrict(0, y), NO_LABELS),
    (lambda y: FINITE.restrict_all([0], [y]), NO_LABELS),
    (lambda y: STAR.erm([(0, y)]), NO_LABELS),
    (lambda xs: WHOLE.restrict_all(xs, [1]), NO_LISTS),
    (lambda xs: FINITE.restrict_all(xs, [1]), NO_LISTS),
    (lambda ys: WHOLE.restrict_all([0.5], ys), NO_LISTS),
    (lambda ys: FINITE.restrict_all([0], ys), NO_LISTS),
    (lambda xs: FiniteRegion(3).contains(xs), NO_LISTS),
    *[(door, NO_BATCHES) for door in (UNIT.contains, HALF.predict)],
    *[(lambda rng, law=law: law.sample(rng, 1), NO_SEEDS) for law in LAWS],
    *[(law.mass, (0.5, None, "[0, 1]", [0])) for law in LAWS],
    (lambda n: FiniteClass(n, [0]), NO_COUNTS),
    (FiniteRegion, NO_COUNTS),
    (FiniteDistribution.uniform, NO_COUNTS),
    (lambda n: CAL(WHOLE, batch=n), NO_COUNTS),
    (LINE.grid, NO_COUNTS),
    (lambda r: LINE.ball(HALF, r), NO_RADII),
    (lambda r: STAR.ball(CENTER, r), NO_RADII),
    (LINE.parse_target, NO_TARGETS),
    (STAR.parse_target, ("", "x", "++", "++++", "+++")),
    (lambda row: FiniteClass(3, [row]), NO_ROWS),
    (lambda w: FiniteDistribution([1, w]), (math.nan, math.inf, -1, "1", None, True)),
    (Enclosure.exactly, (math.nan, math.inf, "1", None, True, 1j)),
]
CASES = [(door, value) for door, values in DOORS for value in values]


def said(value, message):
    """Whether a message shows the value: as written, exactly, or by its length or entries."""
    forms = {str(value), repr(value)}
    if isinstance(value, float) and math.isfinite(value):
        forms.add(str(Fraction(value)))
    if isinstance(value, list | str):
        forms |= {f"{len(value)} labels", *(repr(y) for y in value)}
    return any(form in message for form in forms)


@pytest.mark.parametrize(("door", "value"), CASES)
def test_refused_by_name_and_with_the_value(door, value):
    with pytest.raises(AltheoryError) as caught:
        door(value)
    assert said(value, str(caught.value))


@pytest.mark.seeded("nothing is drawn")
@pytest.mark.parametrize("law", LAWS)
def test_nothing_is_drawn_from_nothing(law, rng):
    empty = FiniteRegion(2) if isinstance(law, FiniteDistribution) else IntervalUnion()
    with pytest.raises(AltheoryError, match="mass zero"):
        law.draw(empty, rng)
