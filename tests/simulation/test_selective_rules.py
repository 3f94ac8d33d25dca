"""Rules of a stream: what they ask about, and why."""

import numpy as np
import pytest

from altheory.errors import DomainError, UnknownNameError
from altheory.simulation.selective_rules import (
    Decision,
    margin_sampling,
    passive_rule,
    rule,
    uncertainty_threshold,
)


@pytest.mark.parametrize(("top", "asks"), [(0.5, 1), (0.75, 1), (np.nextafter(0.75, 1), 0), (1, 0)])
def test_the_threshold_itself_is_uncertain_enough(top, asks):
    decision = uncertainty_threshold(0.25).decide(np.array([top, 1 - top]))
    assert decision.probability == asks
    assert ("at least" in decision.reason) == bool(asks)


@pytest.mark.parametrize(("probs", "p"), [([0.5, 0.5], 1), ([0.75, 0.25], 1 / 3), ([1, 0, 0], 0.2)])
def test_selective_sampling_forgets_large_margins(probs, p):
    decision = margin_sampling(0.25).decide(np.array(probs, dtype=float))
    assert decision.probability == pytest.approx(p, abs=1e-15)
    assert "against 0.25" in decision.reason


def test_the_passive_rule_always_asks():
    assert passive_rule().decide(np.array([1.0])) == Decision(1.0, "every instance")


def test_names_read_back():
    for name in ("threshold:0.4", "selective:0.05", "random"):
        assert rule(name).name == name
    assert rule(rule("random")).name == "random"


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        ("treshold:0.4", UnknownNameError, "did you mean threshold"),
        ("random:1", UnknownNameError, "no rule is called 'random:1'; did you mean random"),
        ("threshold", DomainError, "threshold needs a number, such as threshold:0.3"),
        ("threshold:x", DomainError, "needs a number"),
        ("threshold:nan", DomainError, "finite"),
        ("threshold:1.5", DomainError, r"lies in \[0, 1\], got 1.5"),
        ("selective:0", DomainError, "positive, got 0"),
        (3, DomainError, "a rule is a name or a SelectiveRule, got 3"),
    ],
)
def test_what_is_no_rule_is_refused(given, error, said):
    with pytest.raises(error, match=said):
        rule(given)


@pytest.mark.parametrize("p", [-0.1, 1.5, float("nan")])
def test_a_rule_asks_with_a_probability(p):
    with pytest.raises(DomainError, match="a rule asks with a probability"):
        Decision(p, "")
