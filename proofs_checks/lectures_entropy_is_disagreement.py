r"""Lecture notes: high entropy means that every dropout run is confident about another class.

Were it so, the mean prediction would be uncertain only by the disagreement of runs,

.. math:: I(y; \omega) = H(\bar p) \quad\text{(false)},

and each run certain.  Let all runs return 1/3 for three classes: the entropy of their mean is
the largest there is, no run is confident of anything, and they do not disagree at all.
"""

from fractions import Fraction

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._logarithms import entropy
from proofs_checks._model_tables import (
    Score,
    by_definition,
    consensus,
    difference_of_entropies,
    mean_entropy,
)

PROGRAM = """\
from fractions import Fraction
from math import log

def entropy(row):
    return -sum(p * log(p) for p in row if p)

runs = 50 * [3 * [Fraction(1, 3)]]  # fifty dropout runs, three classes
mean = [sum(column) / len(runs) for column in zip(*runs)]
assert mean == 3 * [Fraction(1, 3)]  # as uncertain as can be
assert all(run == mean for run in runs)  # no run is confident, and they agree
disagreement = entropy(mean) - sum(map(entropy, runs)) / len(runs)
assert disagreement < 0.001 < 1 < entropy(mean)
"""

CLAIM: Claim[Score] = Claim(
    key="lectures/entropy-is-disagreement",
    title="High entropy: every dropout run is confident about a different class",
    statement=r"I(y; \omega) = H(\bar p): \text{ the entropy of the mean is disagreement of runs}",
    plain=(
        "High entropy of the mean prediction shows runs that are confident of different classes: "
        "false, runs that all say 1/3, 1/3, 1/3 have the highest entropy and agree."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that the entropy is low where confident runs disagree: it is high there too",
    source=Source(
        "lecturenotes",
        locator="MC Dropout",
        match="equivalent",
        difference=(
            "the notes infer confident and different runs from high entropy; then no run has "
            "entropy, and all entropy is disagreement"
        ),
    ),
    expected=Verdict.REFUTED,
    formula=lambda table: entropy(consensus(table)),
    checks=by_definition(PROGRAM),
    controls={
        "half of it is": lambda table: entropy(consensus(table)).times(Fraction(1, 2)),
        "what the runs have themselves": mean_entropy,
    },
    corrected=(difference_of_entropies, "acquisition/bald/mutual-information"),
)
