r"""Lecture notes: ``model.train()`` keeps dropout active at test time.

Read as doing just that, so that normalization layers answer as in evaluation,

.. math:: z_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \varepsilon}} \quad
          \text{with the learned } \mu, \sigma \quad\text{(false)}.

Training mode is a mode of all layers.  Batch normalization then takes its statistics from the
batch: the instance 1 is below average beside 3 and above it beside -1.
"""

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails
from proofs_checks.nets_train_mode import (
    CHECKS,
    LEARNED,
    Normalized,
    compared,
    evaluated,
    from_differences,
    moved,
    unbiased,
)

PROGRAM = """\
from fractions import Fraction as F

# Batch normalization in training mode subtracts the mean of the batch.
def normalized_sign(batch):
    centered = batch[0] - F(sum(batch), len(batch))
    return (centered > 0) - (centered < 0)

assert normalized_sign([1, 3]) == -1  # the instance 1 beside 3
assert normalized_sign([1, -1]) == 1  # and beside -1: what follows, a rectifier say, differs
"""


def beside_three_and_minus_one(normalized: Normalized, rng: np.random.Generator) -> Finding:
    """Ask about 1 beside 3 and beside -1, with a certificate, and then about all pairs."""
    del rng
    three, minus = (normalized((1, other), LEARNED[0]) for other in (3, -1))
    if three == minus:
        centered = ("*", ("-", 1, ("/", ("+", 1, 3), 2)), ("-", 1, ("/", ("-", 1, 1), 2)))
        shown = Counterexample(arithmetic(centered, "<", 0), PROGRAM)
        where = "1 beside 3 and beside -1"
        computed = "of opposite signs"
        return fails(where, claimed=f"{three} both times", computed=computed, counterexample=shown)
    return compared(normalized, (2,))


CLAIM: Claim[Normalized] = Claim(
    key="lectures/train-mode",
    title="Training mode keeps dropout active, and does nothing else",
    statement=r"z_i = (x_i - \mu) / \sqrt{\sigma^2 + \varepsilon}, \ \mu, \sigma \text{ learned}",
    plain=(
        "In training mode only dropout differs from evaluation: false, batch normalization then "
        "uses the statistics of whatever batch it is given."
    ),
    does_not_say=(
        "that the listing is wrong for networks without batch normalization; but there, too, it "
        "draws a mask for each instance"
    ),
    relation="counterexample",
    source=Source(
        "lecturenotes",
        locator="MC Dropout",
        match="related",
        difference="the notes' comment says what the call is for; that it does no more is read in",
    ),
    expected=Verdict.REFUTED,
    formula=evaluated,
    checks=(
        Check(Method.EXHAUSTIVE, beside_three_and_minus_one, scope="1 beside 3 and beside -1"),
        *CHECKS,
    ),
    controls={"running statistics, updated": moved, "the variance over n - 1": unbiased},
    corrected=(from_differences, "nets/train-mode"),
)
