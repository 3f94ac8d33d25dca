r"""BALD is the mutual information of the label and the model.

With K equally likely models :math:`p_k` of mean :math:`\bar p`,

.. math:: I(y; \omega) = H(\bar p) - \frac1K \sum_k H(p_k) ,

since :math:`\frac1K p_k(c) \ln \frac{p_k(c)}{\bar p(c)}` sums to it by definition, and
:math:`\frac1K \sum_k p_k(c) = \bar p(c)`.
"""

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from proofs_checks._logarithms import Logs, entropy
from proofs_checks._model_tables import (
    Score,
    Table,
    by_definition,
    consensus,
    difference_of_entropies,
    mean_entropy,
    shipped,
)


def from_the_first(table: Table) -> Logs:
    """Take the entropy of the first model for the mean one."""
    return entropy(consensus(table)) - entropy(table[0])


CLAIM: Claim[Score] = Claim(
    key="acquisition/bald/mutual-information",
    title="BALD is the mutual information of label and model",
    statement=(
        r"I(y; \omega) = H(\bar p) - \tfrac1K \sum_k H(p_k), \quad"
        r" (K, C, d) \in \{(2, 3, 4), (3, 2, 6), (3, 3, 2), (2, 2, 12)\},"
        r"\ p_k(c) \in \tfrac1d \mathbb Z"
    ),
    plain=(
        "The entropy of the mean prediction less the mean entropy is what the label tells about "
        "which of the models is right: the same number on 351 tables of two or three models and "
        "classes."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "how much the label tells about a continuous parameter, of which the models are a sample"
    ),
    source=Source("houlsby2011"),
    expected=Verdict.PROVED,
    formula=difference_of_entropies,
    checks=(
        *by_definition(),
        Check(Method.ENCLOSURE, shipped, scope="16 tables, as the package computes them"),
    ),
    controls={
        "the entropy of the consensus": lambda table: entropy(consensus(table)),
        "the mean entropy": mean_entropy,
        "less the entropy of the first model": from_the_first,
        "in units of K models": lambda table: difference_of_entropies(table).times(len(table)),
    },
)
