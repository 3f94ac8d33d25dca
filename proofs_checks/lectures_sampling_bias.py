r"""Lecture notes: uncertainty sampling excels near the boundary and may fail elsewhere.

On the four blocks margin sampling asks in the first two, of mass .4875, and its threshold between
them is right on both.  All of its error is on the other two, where it never asks:

.. math:: P(\text{wrong} \mid \text{first two}) = 0, \qquad
          P(\text{wrong} \mid \text{last two}) = \frac{.05}{.5125} = \frac4{41} .
"""

from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.thresholds import Threshold
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sampling_bias import FOUR_BLOCKS
from proofs_checks._four_blocks import LABELS, LAW, SPANS, at

Errors: TypeAlias = tuple[Fraction, Fraction]

CENTER = Fraction(1, 2)


def errors_at(cut: Fraction) -> Errors:
    """Return the error of a threshold within the first two blocks, and within the last two."""
    h = Threshold(cut).positive
    wrong = (h | LABELS.bayes) - (h & LABELS.bayes)
    regions = (
        FOUR_BLOCKS[0].region | FOUR_BLOCKS[1].region,
        FOUR_BLOCKS[2].region | FOUR_BLOCKS[3].region,
    )
    near, far = (LAW.mass(wrong & region) / LAW.mass(region) for region in regions)
    return near, far


def where_it_ends(formula: Errors, rng: np.random.Generator) -> Finding:
    """Compute both errors for the cuts at which margin sampling can be, lowest and highest."""
    del rng
    for place in (Fraction(0), CENTER, Fraction(1)):
        cut = (at(0, place) + at(1, place)) / 2
        if errors_at(cut) != formula:
            return fails(f"cut {cut}", claimed=formula, computed=errors_at(cut))
    lowest, highest = ((SPANS[0][i] + SPANS[1][i]) / 2 for i in range(2))
    return holds(f"cuts from {lowest} to {highest}", claimed=formula[1], computed=formula[1])


CLAIM: Claim[Errors] = Claim(
    key="lectures/sampling-bias",
    title="Uncertainty sampling excels near the boundary and may fail elsewhere",
    statement=(
        r"P(\text{wrong} \mid \text{where it asks}) = 0, \quad "
        r"P(\text{wrong} \mid \text{elsewhere}) = \tfrac4{41}, \quad \text{margin sampling on the "
        r"four blocks}"
    ),
    plain=(
        "The warning of the notes is right: there is a law on which margin sampling makes no error "
        "where it asks and all of its errors where it does not."
    ),
    relation="exact",
    does_not_say="that it fails so on other laws, or that random questions fail less on each",
    source=Source(
        "lecturenotes",
        locator="Sampling Bias Warning",
        match="special case",
        difference="the notes warn in general and name no law; here one law and thresholds",
    ),
    expected=Verdict.PROVED,
    formula=(Fraction(0), Fraction(4, 41)),
    checks=(
        Check(Method.EXHAUSTIVE, where_it_ends, scope="cuts in [.22, .33], none within a block"),
    ),
    controls={
        "it errs alike everywhere": (Fraction(1, 20), Fraction(1, 20)),
        "it fails where it asks": (Fraction(4, 41), Fraction(0)),
        "it errs by the second block": (Fraction(0), Fraction(2, 41)),
    },
    uses=("sampling-bias/margin-sampling",),
)
