r"""More labelers do not always help a majority.

It is said of crowds that more labelers, each better than a coin, can only help:

.. math:: P(\text{the majority of } n + 2 \text{ errs}) \le
    P(\text{the majority of } n \text{ errs}) \quad\text{(false)}.

One labeler who errs on 1/10, joined by two who err on 1/3, makes a majority that errs on
7/45: the two outvote the one.  Votes weighted by log odds may ignore the newcomers, so
with known rates more labelers never hurt.
"""

from fractions import Fraction
from itertools import product

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._votes import RATES, Rule, error, linear, majority
from proofs_checks.oracles_crowd_weighted_vote import log_odds


def refutation(a: Fraction, b: Fraction, c: Fraction) -> Counterexample:
    """Show three labelers whose majority errs more often than the first of them."""
    names = {"a": a, "b": b, "c": c}
    pairs = ("+", ("*", "a", "b"), ("*", "a", "c"), ("*", "b", "c"))
    certificate = arithmetic(("-", pairs, ("*", 2, "a", "b", "c")), ">", "a", names)
    python = f"""\
from fractions import Fraction as F
from itertools import product

rates = [F("{a}"), F("{b}"), F("{c}")]
together = F(0)
for wrong in product((0, 1), repeat=3):
    chance = F(1)
    for e, w in zip(rates, wrong):
        chance *= e if w else 1 - e
    together += chance if sum(wrong) >= 2 else 0
assert max(rates) < F(1, 2) and together > rates[0]  # each is better than a coin
"""
    return Counterexample(certificate, python)


def two_more(rule: Rule, rng: np.random.Generator) -> Finding:
    """Compare a labeler alone with the same one and two more, all better than a coin."""
    del rng
    cases = 0
    for a, b, c in product([e for e in RATES if 2 * e < 1], repeat=3):
        alone, together = error(rule, (a,)), error(rule, (a, b, c))
        if together > alone:
            witness = refutation(a, b, c) if rule is majority else None
            where = f"rate {a}, joined by {b} and {c}"
            return fails(where, claimed=f"<= {alone}", computed=together, counterexample=witness)
        cases += 1
    return holds(f"{cases} cases: a labeler and two more")


CLAIM: Claim[Rule] = Claim(
    key="oracles/crowd/more-labelers-help",
    title="More labelers never hurt a majority",
    statement=(
        r"P(\text{majority of } e_1, e_2, e_3 \text{ errs}) \le e_1,"
        r" \quad e_1, e_2, e_3 < \tfrac12"
    ),
    plain="Two more labelers, each better than a coin, can only help: false for a majority.",
    relation="counterexample",
    assumptions=frozenset({"independent label flips"}),
    does_not_say="that a majority of equally good labelers fails: there two more do help",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=majority,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            two_more,
            scope="one labeler and two more, rates 1/10, 1/6, 1/5, 1/3 and 2/5",
        ),
    ),
    controls={
        "weights 1 - 2e": linear,
        "the two newcomers where they agree": lambda votes, _rates: (
            votes[-1] if len(votes) == 1 or votes[-1] == votes[-2] else votes[0]
        ),
        "the last labeler": lambda votes, _rates: votes[-1],
    },
    corrected=(log_odds, "oracles/crowd/weighted-vote"),
)
