r"""A committee misses at most the errors of its best member.

An instance that all members agree about is not asked.  With :math:`E_m` the errors of member m,

.. math:: \bigl|\{x : \text{all agree on } x, \text{ wrongly}\}\bigr|
          = \Bigl|\bigcap_m E_m\Bigr| \le \min_m |E_m| ,

for two classes; nothing is missed if the truth is a member.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._committees import CHECKS, Most, errors, of_the_best

CLAIM: Claim[Most] = Claim(
    key="acquisition/committee/unasked-errors",
    title="A committee misses at most the errors of its best member",
    statement=(
        r"\bigl|\bigcap_m E_m\bigr| \le \min_m |E_m|, \text{ and } 0 \text{ if the truth is a"
        r" member}, \quad M, N \le 3"
    ),
    plain=(
        "Errors that all members make alike are never asked about, and they are at most those of "
        "the best member: none if one of them is right; on all committees of three on three "
        "instances."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that a committee trained on the answers keeps a member that is right",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=of_the_best,
    checks=CHECKS,
    controls={
        "one error fewer": lambda committee, truth: max(of_the_best(committee, truth) - 1, 0),
        "none if members differ": lambda committee, truth: (
            0 if len(set(committee)) > 1 else of_the_best(committee, truth)
        ),
        "what members differ by": lambda committee, _: max(
            len(errors(of, committee[0])) for of in committee
        ),
    },
)
