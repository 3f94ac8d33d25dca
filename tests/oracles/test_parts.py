"""Who is made of the wrong parts is refused at once, and not when first asked."""

from fractions import Fraction

import numpy as np
import pytest

from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.oracles._parts import LONGEST, clipped
from altheory.oracles._step_labels import StepLabels
from altheory.oracles.abstaining import abstaining
from altheory.oracles.classification_noise import classification_noise
from altheory.oracles.crowd import crowd
from altheory.oracles.drifting import Drift, drifting
from altheory.oracles.massart import massart
from altheory.oracles.persistent import persistent
from altheory.oracles.person import person
from altheory.oracles.pure_noise import pure_noise
from altheory.oracles.realizable import TargetLabels, realizable
from altheory.oracles.tie import from_argument as tie_on
from altheory.oracles.tsybakov import tsybakov
from altheory.spaces.finite import FiniteRegion
from altheory.spaces.line import UNIT
from altheory.spaces.line_laws import UniformInterval

HALF = Threshold(Fraction(1, 2))
HONEST = realizable(HALF)
NOTHING: tuple[object, ...] = (None, 3, 0.37, True, "abc", (0.2, 0.4), [1], {}, np.array([1, 2]))
NO_TARGETS = (*NOTHING, Threshold, Thresholds(), UNIT, HONEST, abs)
NO_REGIONS = (*NOTHING, HALF, Thresholds(), UniformInterval(), type(UNIT), abs)
NO_ORACLES = (*NOTHING, Threshold, Thresholds(), UNIT, HONEST)
NO_LABEL_LAWS = (*NOTHING, HALF, TargetLabels, UNIT, UniformInterval(), abs)
NO_LAWS = (*NOTHING, HALF, UNIT, HONEST, UniformInterval)
NO_STAGES = (*NOTHING[:5], (), (0,), (0, HONEST, 1), HONEST)

DOORS = [
    (realizable, NO_TARGETS),
    (lambda h: classification_noise(h, Fraction(1, 10)), NO_TARGETS),
    (lambda h: massart(h, Fraction(1, 2)), NO_TARGETS),
    (lambda h: tsybakov(h, 2), NO_TARGETS),
    (lambda h: crowd(h, [Fraction(1, 3)]), NO_TARGETS),
    (pure_noise, NO_REGIONS),
    (lambda a: massart(HALF, Fraction(1, 2), a), NO_REGIONS[1:]),
    (lambda a: abstaining(HALF, within=a), NO_REGIONS[1:]),
    (lambda a: StepLabels(((a, Fraction(1)), (UNIT, Fraction(0)))), NO_REGIONS),
    (abstaining, NO_ORACLES),
    (persistent, NO_ORACLES),
    (lambda read: person(read, print), NO_ORACLES),
    (lambda write: person(input, write), NO_ORACLES),
    (lambda law: drifting((0, law)), NO_LABEL_LAWS),
    (lambda law: Drift((0,), (law,)), NO_LABEL_LAWS),
    (drifting, NO_STAGES),
    *[
        (lambda law, labels=labels: labels.error(UNIT, law), NO_LAWS)
        for labels in (HONEST, pure_noise(UNIT), tsybakov(HALF, 2))
    ],
]
CASES = [(door, part) for door, parts in DOORS for part in parts]


@pytest.mark.parametrize(("door", "part"), CASES)
def test_a_wrong_part_is_refused_at_once_and_shown(door, part):
    with pytest.raises(DomainError) as caught:
        door(part)
    assert clipped(repr(part))[:20] in str(caught.value)


@pytest.mark.parametrize(
    ("door", "part", "message"),
    [
        (realizable, 0.37, r"such as Threshold\(0.5\), got 0.37"),
        (pure_noise, HALF, r"such as h.positive \| ~h.positive, got Threshold"),
        (
            lambda a: abstaining(HALF, within=a),
            (0.2, 0.4),
            r"IntervalUnion.closed\(0.2, 0.4\), got \(0.2, 0.4\)",
        ),
        (persistent, HONEST, r"label_law.oracle\(rng\), is a function, got Target"),
        (lambda law: drifting((0, law)), HALF, r"as realizable\(hypothesis\) does, got Threshold"),
    ],
)
def test_a_refusal_says_what_to_give_instead(door, part, message):
    with pytest.raises(DomainError, match=message):
        door(part)


def test_a_large_domain_is_named_in_a_line():
    points = FiniteRegion(1000, (1 << 1000) - 1)
    assert len(str(points)) > 4000
    with pytest.raises(DomainError, match=r"\{0, 1, 2.*\.\.\.; use it with thresholds") as caught:
        tie_on(None, HALF, points)
    assert len(str(caught.value)) < 200
    large = FiniteClass(1000, [(1 << 1000) - 1])
    with pytest.raises(DomainError, match="use classification") as caught:
        tsybakov(large.version_space().member(), 2)
    assert len(str(caught.value)) < 300


def test_a_value_is_clipped_only_if_it_is_long():
    assert clipped("x" * LONGEST) == "x" * LONGEST
    assert clipped("x" * (LONGEST + 1)) == "x" * (LONGEST - 3) + "..."
