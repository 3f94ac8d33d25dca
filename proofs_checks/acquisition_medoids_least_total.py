r"""k medoids found by exchanges have the least total: false.

Of 0, 1, 2, 4, 6 the package keeps 0, 2, 4 with a total of 3.  The best three are 1, 4, 6 with 2,
and they are two exchanges away.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.acquisition_medoids_exchange import CHECKS, Unbeaten, one

CLAIM: Claim[Unbeaten] = Claim(
    key="acquisition/medoids/least-total",
    title="Medoids found by exchanges have the least total",
    statement=r"\sum_x \min_{c \in S} |x - c| = \min_{|S'| = k} \sum_x \min_{c \in S'} |x - c|",
    plain=(
        "Adding medoids greedily and exchanging one at a time ends at the best set: false, of "
        "0, 1, 2, 4, 6 it keeps three that two others replace at less."
    ),
    relation="counterexample",
    does_not_say="that the total is far from the least one",
    source=Source(
        "kaufman1990",
        match="related",
        difference="the book gives the exchanges; that they end at the best set is read in",
    ),
    expected=Verdict.REFUTED,
    formula=lambda _: True,
    checks=CHECKS,
    controls={
        "nor does an exchange of two help": lambda exchanged: exchanged <= 2,
        "an exchange of two never does": lambda exchanged: exchanged == 2,
    },
    corrected=(one, "acquisition/medoids/exchange"),
)
