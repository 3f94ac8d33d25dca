r"""Folklore: an active learner needs only logarithmically many labels.

Said of every class of k hypotheses,

.. math:: D(\mathcal H) \le \lceil \log_2 |\mathcal H| \rceil \quad\text{(false)},

it fails on the star of three points: four hypotheses, and "all negative" is certain
only after three labels.  Binary search needs a class that can be split; the notes
are right to add "sometimes".
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.lower_class_size import CHECKS, Bound, rivals_or_points

CLAIM: Claim[Bound] = Claim(
    key="lectures/exponential-savings-always",
    title="A logarithm of the class size suffices",
    statement=r"D(\mathcal H) \le \lceil \log_2 |\mathcal H| \rceil",
    plain="Well-chosen questions always find the target like a binary search: false.",
    relation="counterexample",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="that savings are rare: thresholds need exactly a logarithm",
    source=Source(
        "lecturenotes",
        locator="Can Adaptive Querying Actually Help?",
        match="related",
        difference="the notes say 'sometimes'; the unrestricted reading is refuted",
    ),
    expected=Verdict.REFUTED,
    formula=lambda _, size: (size - 1).bit_length(),
    checks=CHECKS,
    controls={
        "with one question to spare": lambda _, size: (size - 1).bit_length() + 1,
        "half of the points": lambda n, size: min((n + 1) // 2, size - 1),
    },
    corrected=(rivals_or_points, "lower/queries/at-most-rivals"),
)
