"""The noise that the command line names is the one that Python builds."""

from fractions import Fraction

import pytest

from altheory.errors import DomainError, UnknownNameError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.oracles._naming import named, noise_called
from altheory.oracles.block import block
from altheory.oracles.classification_noise import classification_noise
from altheory.oracles.massart import massart
from altheory.oracles.pure_noise import pure_noise
from altheory.oracles.realizable import realizable
from altheory.oracles.tie import tie
from altheory.oracles.tsybakov import tsybakov
from altheory.spaces.line import UNIT

TARGET = Threshold(Fraction(1, 3))
NAMED = {
    "none": realizable(TARGET),
    "classification:.1": classification_noise(TARGET, Fraction(1, 10)),
    "massart:1/2": massart(TARGET, Fraction(1, 2)),
    "tsybakov:1.5": tsybakov(TARGET, Fraction(3, 2)),
    "tie": tie(),
    "tie:.05": tie(Fraction(1, 20)),
    "block": block(),
    "block:.3": block(Fraction(3, 10)),
    "pure": pure_noise(UNIT),
}


@pytest.mark.parametrize("text", NAMED)
def test_a_name_is_the_law_it_says(text):
    assert noise_called(text, Thresholds(), TARGET) == NAMED[text]


def test_every_noise_of_the_command_line_is_tried():
    assert set(named()) == {text.partition(":")[0] for text in NAMED}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("classify:.1", "did you mean classification"),
        ("crowd:3", r"oracles.crowd has no function from_argument.* there are: block"),
        ("realizable", "there are: block"),
        ("", "there are: block, classification, massart, none, pure, tie, tsybakov"),
    ],
)
def test_an_unknown_name_offers_the_nearest(text, message):
    with pytest.raises(UnknownNameError, match=message):
        noise_called(text, Thresholds(), TARGET)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("classification", "a noise rate is missing; write classification:0.1"),
        ("massart:much", "as in massart:0.5, got 'much'"),
        ("tsybakov:1/0", "as in tsybakov:2, got '1/0'"),
        ("tie:", "as in tie:0.1, got ''"),
        ("block:x", "as in block:0.08, got 'x'"),
        ("none:1", "takes no argument, got '1'"),
        ("pure:.5", "takes no argument, got '.5'"),
        ("classification:nan", "as in classification:0.1"),
    ],
)
def test_a_wrong_argument_is_shown_with_a_right_one(text, message):
    with pytest.raises(DomainError, match=message):
        noise_called(text, Thresholds(), TARGET)


@pytest.mark.parametrize("text", ["tie", "block"])
def test_a_law_of_the_line_is_refused_elsewhere(text):
    finite = FiniteClass(2, ["--", "++"])
    with pytest.raises(DomainError, match=rf"'{text}' is a law on \[0, 1\].*\{{0, 1\}}"):
        noise_called(text, finite, finite.version_space().member())
