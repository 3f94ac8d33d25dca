r"""Errors themselves do not survive conditioning on the region of disagreement.

It is tempting to read :math:`P(D) \, \mathrm{err}_D(h)` as the error of a member h of
V, since outside :math:`D = \mathrm{DIS}(V)` the members agree:

.. math:: \mathrm{err}(h) = P(D) \, \mathrm{err}_D(h) \quad\text{(false)}.

They agree, and may all be wrong: the labels "+-" and the version space {"++", "-+"} on
two points.  With a target in V it is true; under noise only differences are.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._conditioning import Rule
from proofs_checks.noise_conditioning_differences import CHECKS, difference, error_inside

CLAIM: Claim[Rule] = Claim(
    key="noise/conditioning/errors",
    title="The error of a member is its error on the region of disagreement",
    statement=(r"\mathrm{err}(h) = P(D) \, \mathrm{err}_D(h), \quad h \in V,\ D = \mathrm{DIS}(V)"),
    plain="Nobody errs where all remaining hypotheses agree: false without a target among them.",
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that it fails in the realizable case, where what all members say is right",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=error_inside,
    checks=CHECKS,
    controls={
        "the error on the region alone": lambda _mass, of_h, _of_g, _error: of_h,
        "fair coins outside": lambda mass, of_h, _of_g, _error: mass * of_h + (1 - mass) / 2,
    },
    corrected=(difference, "noise/conditioning/differences"),
)
