r"""The order by expected gradient length does not depend on units: false.

Of two instances (2, 0) and (0, 1) of the same probabilities the first is longer.  With the second
feature in thirds of its unit they are (2, 0) and (0, 3), and the second is.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.acquisition_expected_change_units import CHECKS, Stays, alike

CLAIM: Claim[Stays] = Claim(
    key="acquisition/expected-change/any-units",
    title="Expected gradient length does not depend on units",
    statement=(
        r"p_i (1 - p_i) \|x_i\| > p_j (1 - p_j) \|x_j\| \iff p_i (1 - p_i) \|C x_i\| >"
        r" p_j (1 - p_j) \|C x_j\| \text{ for every diagonal } C"
    ),
    plain=(
        "If the model says the same of all instances in other units, expected gradient length asks "
        "the same: false, a feature in smaller units has a longer gradient."
    ),
    relation="counterexample",
    does_not_say="that it is wrong to standardize features first: it is an answer to this",
    source=Source(
        "settles2008",
        match="related",
        difference="the score is theirs; that it does not depend on units is read in",
    ),
    expected=Verdict.REFUTED,
    formula=lambda *_: True,
    checks=CHECKS,
    controls={
        "units of the first feature alone": lambda units, _: units[0] == 1,
        "without a bias any": lambda units, bias: units == (1, 1) or not bias,
    },
    corrected=(alike, "acquisition/expected-change/units"),
)
