import sympy as sp

from altheory.ledger.finding import Outcome, fails, holds, unknown
from proofs_checks._identities import chain, identical

x, n = sp.Symbol("x", positive=True), sp.Symbol("n", integer=True, positive=True)


def test_an_identity_holds_with_its_evidence():
    found = identical((1 + x) ** n * (1 + x), (1 + x) ** (n + 1), {x: 1, n: 2}, "powers")
    assert found.outcome is Outcome.HOLDS
    assert found.evidence == "powers"


def test_a_difference_is_shown_at_the_point():
    found = identical(x**2, x**3, {x: 2}, "powers")
    assert found.outcome is Outcome.FAILS
    assert (found.claimed, found.computed) == ("4", "8")
    assert "x = 2" in found.evidence


def test_what_differs_elsewhere_is_not_called_identical():
    """At x = 1 the two sides agree, so the point refutes nothing and algebra must decide."""
    assert identical(x**2, x**3, {x: 1}, "powers").outcome is Outcome.INCONCLUSIVE


def test_numbers_need_no_point():
    assert identical(sp.log(4), 2 * sp.log(2), {}, "logs").outcome is Outcome.HOLDS
    assert identical(sp.Integer(4), sp.Integer(5), {}, "numbers").outcome is Outcome.FAILS


def test_a_chain_stops_at_the_first_step_that_does_not_hold():
    taken = []

    def steps():
        for step in (holds("one"), unknown("two"), fails("three")):
            taken.append(step.evidence)
            yield step

    assert chain(steps(), "all").outcome is Outcome.INCONCLUSIVE
    assert taken == ["one", "two"]


def test_a_chain_that_holds_has_its_own_evidence():
    assert chain([holds("one"), holds("two")], "all") == holds("all")
