r"""Folklore: (1/epsilon) ln(1/delta) instances are enough for any consistent threshold.

The bound is right for the one-sided rule, which can be wrong on one side only.  *Any*
consistent threshold can be wrong on either: some one errs by more than epsilon with
probability :math:`2 (1 - \varepsilon)^n - (1 - 2\varepsilon)^n`, almost twice as much.
"""

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from proofs_checks._sample_sizes import Size, corrected, every_pair, folklore, random_pair

CLAIM: Claim[Size] = Claim(
    key="thresholds/passive/sample-size/one-over-delta",
    title="(1/eps) ln(1/delta) instances for any consistent threshold",
    statement=(
        r"n \ge \tfrac1\varepsilon \ln \tfrac1\delta \implies"
        r" P(\exists h \in V: \mathrm{err}(h) > \varepsilon) \le \delta"
    ),
    plain="It is often said that so many labels are enough; they leave up to twice the risk.",
    relation="counterexample",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that the one-sided rule needs more: for it the size is right",
    source=Source(
        "blumer1989learnability",
        match="related",
        difference="the folklore it is cited for",
    ),
    expected=Verdict.REFUTED,
    formula=folklore,
    checks=(
        Check(
            Method.EXHAUSTIVE, every_pair, scope="7 values of epsilon, 7 of delta, three targets"
        ),
    ),
    controls={
        "half as many": lambda epsilon, delta: (1 / (2 * epsilon), 2 / delta),
        "the midpoint rule's size": lambda epsilon, delta: (1 / (2 * epsilon), 1 / delta),
        "a little more": lambda epsilon, delta: (1 / epsilon, 3 / (2 * delta)),
    },
    uses=("thresholds/version-space/gaps",),
    corrected=(corrected, "thresholds/passive/sample-size/two-over-delta"),
    attack=random_pair,
)
