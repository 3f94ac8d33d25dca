r"""When density leaves a rare class unasked.

Two groups of m > r points, alike within and unlike across, have the uncertainties u and v, and the
smaller group is of a class of its own.  After m questions by information density the error of the
nearest neighbor is

.. math:: \frac{r}{m + r} \ \text{ if } u\, m^\beta > v\, r^\beta, \qquad
          0 \ \text{ if } u\, m^\beta < v\, r^\beta .

With beta = 0 the more uncertain group comes first; with beta = 1 a point alone must be more
uncertain than all the others together.
"""

from fractions import Fraction

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._density_pools import CHECKS, Left, never_asked

CLAIM: Claim[Left] = Claim(
    key="acquisition/density/rare-group",
    title="When information density leaves a rare class unasked",
    statement=(
        r"\mathrm{error}_m = \tfrac{r}{m + r} \text{ if } u\, m^\beta > v\, r^\beta,\ 0 \text{ if }"
        r" u\, m^\beta < v\, r^\beta, \quad r < m \le 6,\ u, v \in \{1, 2, 3\},\ \beta \le 2"
    ),
    plain=(
        "A small group apart is asked before the large one iff its uncertainty outweighs its "
        "density; else a class of its own stays unseen for as many questions as the large group "
        "has points; on pools of two groups of up to six points."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that uncertainty stays as it is while a model is trained: here it does",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=never_asked,
    checks=CHECKS,
    controls={
        "whatever beta is": lambda groups: never_asked(groups._replace(beta=1)),
        "always asked": lambda _: Fraction(0),
        "the more uncertain first": lambda groups: never_asked(groups._replace(beta=0)),
        "the group counts, not its share": lambda groups: (
            never_asked(groups) * Fraction(groups.m + groups.r, groups.m)
        ),
    },
)
