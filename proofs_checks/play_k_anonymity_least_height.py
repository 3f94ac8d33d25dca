r"""The lowest k-anonymous node of the lattice loses least: false, the weights decide.

.. math:: \min_{\text{lowest } \ell} w \cdot c(\ell)
          = \min_{k\text{-anonymous } \ell} w \cdot c(\ell) \quad\text{(false)}.

Two values of each column in all four combinations are 2-anonymous at (1, 0), one step up, and at
(0, 2), two steps up.  Who minds the first column five times as much loses 5 below and 1 above.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._minimal_nodes import CHECKS, Candidates, lowest, minimal

CLAIM: Claim[Candidates] = Claim(
    key="play/k-anonymity/least-height",
    title="The lowest k-anonymous generalization loses least",
    statement=(
        r"\min_{\text{lowest } \ell} w \cdot c(\ell) = \min_{k\text{-anonymous } \ell} w \cdot "
        r"c(\ell)"
    ),
    plain=(
        "The fewest steps of generalization lose the least: false, one step in a column that "
        "matters may lose more than two in another."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that fewest steps are a bad start, or how often they are best",
    source=Source(
        "samarati2001",
        match="related",
        difference="there the least height is searched; that it loses least is read into it",
    ),
    expected=Verdict.REFUTED,
    formula=lowest,
    checks=CHECKS,
    controls={
        "the first of the lowest": lambda anonymous: lowest(anonymous)[:1],
        "the first minimal one": lambda anonymous: minimal(anonymous)[:1],
    },
    corrected=(minimal, "play/k-anonymity/minimal"),
)
