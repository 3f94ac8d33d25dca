r"""Three points suggest that the larger of the two lower bounds suffices: it does not.

.. math:: D(\mathcal H) = \max\bigl( XTD, \lceil \log_2 |\mathcal H| \rceil \bigr)
    \quad\text{(false)}

holds for every class on at most three points.  On four points there are seven hypotheses
that take four questions, though three labels rule out all but one whatever the labeling
and seven is less than 2^3.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.complexity_queries_teaching import CHECKS, Range, teaching_and_bits

CLAIM: Claim[Range] = Claim(
    key="complexity/queries/larger-suffices",
    title="The larger of two lower bounds on questions suffices",
    statement=r"D(\mathcal H) = \max(XTD, \lceil \log_2 |\mathcal H| \rceil)",
    plain=(
        "As many questions find a hypothesis as its number has bits, or as rule out all but one: "
        "false."
    ),
    relation="counterexample",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="how far apart they may be on more points",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=lambda of: (max(of.extended, of.bits), max(of.extended, of.bits)),
    checks=CHECKS[1:],
    controls={
        "bits alone": lambda of: (of.bits, of.bits),
        "teaching alone": lambda of: (of.extended, of.extended),
    },
    corrected=(teaching_and_bits, "complexity/queries/teaching-and-bits"),
)
