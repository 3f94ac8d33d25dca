r"""Lecture notes: an example is informative if several plausible models disagree.

Read the other way as well, a committee would ask about all errors,

.. math:: \bigl|\{x : \text{all agree on } x, \text{ wrongly}\}\bigr| = 0 \quad\text{(false)}.

Two members who differ at one of three instances may be wrong alike at another one, and never ask.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._committees import CHECKS, Most, of_the_best

CLAIM: Claim[Most] = Claim(
    key="lectures/committee-finds-errors",
    title="A diverse committee asks about every error",
    statement=r"\bigl|\bigcap_m E_m\bigr| = 0 \text{ for every committee of unlike members}",
    plain=(
        "Where all members of a committee agree there is nothing to learn: false, they may be "
        "wrong alike, and then nobody asks."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that disagreement is not informative: it shows that some member is wrong",
    source=Source(
        "lecturenotes",
        locator="Ensemble-Based Possibilities",
        match="related",
        difference=(
            "the notes say that disagreement is informative, and name a diverse committee as the "
            "need; refuted is that agreement is right"
        ),
    ),
    expected=Verdict.REFUTED,
    formula=lambda *_: 0,
    checks=CHECKS,
    controls={
        "at most one": lambda *_: 1,
        "half of the best member's": lambda *of: of_the_best(*of) // 2,
    },
    corrected=(of_the_best, "acquisition/committee/unasked-errors"),
)
