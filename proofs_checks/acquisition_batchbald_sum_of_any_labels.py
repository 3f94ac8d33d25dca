r"""Scores of single labels do not bound what they tell together, for labels of any kind.

.. math:: I(y_{1:b}; \omega) \le \sum_i I(y_i; \omega) \quad\text{(false)}

without independence given the model: for a fair bit :math:`\omega`, a fair coin :math:`y_1`, and
:math:`y_2` their sum modulo 2 each label tells nothing, and both together tell the bit.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._logarithms import log
from proofs_checks.acquisition_batchbald_sum import (
    CHECKS,
    Ceiling,
    entropy_of_labels,
    sum_of_scores,
    with_dependence,
)

CLAIM: Claim[Ceiling] = Claim(
    key="acquisition/batchbald/sum-of-any-labels",
    title="A batch tells at most the sum of its scores, whatever the labels",
    statement=r"I(y_{1:b}; \omega) \le \sum_i I(y_i; \omega) \text{ for every law of labels}",
    plain=(
        "The sum of single scores is never less than what a batch tells: false where labels depend "
        "on each other given the model, as two that tell nothing alone and everything together."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that it fails for networks that predict one instance at a time: there it holds",
    source=Source(
        "kirsch2019",
        match="related",
        difference="there for labels that are independent given the model, which is dropped here",
    ),
    expected=Verdict.REFUTED,
    formula=sum_of_scores,
    checks=CHECKS,
    controls={
        "never more than a bit": lambda _: log(2),
        "the entropy of all labels": entropy_of_labels,
    },
    corrected=(with_dependence, "acquisition/batchbald/sum"),
)
