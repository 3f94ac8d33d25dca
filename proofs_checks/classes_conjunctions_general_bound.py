r"""m negative labels leave at most n^m most general conjunctions.

A negative label replaces each most general conjunction that is wrong by others with one
more literal, one of the n that are false at the instance; a positive one only removes
some.  Starting from "true" alone,

.. math:: |\max V| \le n^m.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._boundary_sizes import CHECKS, Bound


def one_literal_a_label(n: int, negatives: int) -> int:
    """Return the number of ways to choose a false literal for each negative label."""
    ways: int = n**negatives
    return ways


CLAIM: Claim[Bound] = Claim(
    key="classes/conjunctions/general-boundary/bound",
    title="At most n^m most general conjunctions",
    statement=(
        r"|\max V| \le n^m \text{ after } m \text{ negative labels and any positive ones},"
        r" \quad n \le 3 \text{ and at most 3 labels}"
    ),
    plain=(
        "Over up to three attributes, each of up to three negative labels multiplies the number "
        "of most general conjunctions by the number of attributes at most."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that so many occur: 2^m do, over 2 m attributes",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=one_literal_a_label,
    checks=CHECKS,
    controls={
        "one more for each label": lambda n, negatives: n + negatives,
        "one more for each negative label": lambda _, negatives: negatives + 1,
        "twice as many for each label": lambda _, negatives: 2**negatives,
    },
)
