r"""Scores of single labels against what they tell together.

For any law of a model and labels :math:`y_1, \dots, y_b`

.. math:: I(y_{1:b}; \omega) \le \sum_i I(y_i; \omega)
          + \Bigl(\sum_i H(y_i \mid \omega) - H(y_{1:b} \mid \omega)\Bigr) ,

with equality iff the labels are independent of each other, the model unknown.  The bracket is 0
where labels are independent given the model, as they are for a model that predicts one by one.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import chain, product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._label_laws import (
    XOR,
    Law,
    are_independent,
    entropy_given_model,
    equal_weights,
    labels,
    marginal,
    model_laws,
    told,
)
from proofs_checks._logarithms import ZERO, Logs, entropy, less

Ceiling: TypeAlias = Callable[[Law], Logs]

PROGRAM = """\
from itertools import product
from math import log2

# a fair bit w, a fair coin a, and b their sum modulo 2: two labels of one model w
law = {(w, a, w ^ a): 1 / 4 for w, a in product((0, 1), repeat=2)}

def told(*axes):  # what some labels tell about w, in bits
    def marginal(*places):
        total = {}
        for outcome, p in law.items():
            part = tuple(outcome[i] for i in places)
            total[part] = total.get(part, 0) + p
        return total
    w, y, both = marginal(0), marginal(*axes), marginal(0, *axes)
    return sum(p * log2(p / (w[o[:1]] * y[o[1:]])) for o, p in both.items())

assert told(1) == told(2) == 0 and told(1, 2) == 1
"""


def sum_of_scores(law: Law) -> Logs:
    """Return the sum of what single labels tell."""
    return sum((told(law, (i,)) for i in labels(law)), ZERO)


def with_dependence(law: Law) -> Logs:
    """Add how much labels depend on each other given the model."""
    single = sum((entropy_given_model(law, (i,)) for i in labels(law)), ZERO)
    return sum_of_scores(law) + single - entropy_given_model(law, labels(law))


def entropy_of_labels(law: Law) -> Logs:
    """Return the entropy of all labels together."""
    return entropy(list(marginal(law, labels(law)).values()))


def compared(ceiling: Ceiling, several: Iterable[Law]) -> Finding:
    """Compare with what all labels tell, and with whether they are independent."""
    count = equal = 0
    for law in several:
        bound, found = ceiling(law), told(law, labels(law))
        if bound < found or (bound == found) != are_independent(law):
            shown = Counterexample(less(bound, found), PROGRAM) if bound < found else None
            where = "; ".join(f"{outcome}: {p}" for outcome, p in law.items())
            claimed = f"at most {bound}"
            return fails(where, claimed=claimed, computed=found, counterexample=shown)
        count, equal = count + 1, equal + (bound == found)
    return holds(f"{count} laws, {equal} of which have labels independent of each other")


def some_laws(ceiling: Ceiling, rng: np.random.Generator) -> Finding:
    """Go through few laws."""
    del rng
    return compared(ceiling, chain([XOR], model_laws(2, 2, 1)))


def more_laws(ceiling: Ceiling, rng: np.random.Generator) -> Finding:
    """Go through many laws."""
    del rng
    independent = chain(model_laws(2, 2, 4), model_laws(2, 3, 1))
    return compared(ceiling, chain([XOR], equal_weights(4), independent))


def random_law(ceiling: Ceiling, rng: np.random.Generator) -> Finding:
    """Try a random law of up to three models and two or three labels of up to three classes."""
    models, n_labels, classes = rng.integers(2, 4, size=3).tolist()
    cells = list(product(range(models), *(range(classes),) * n_labels))
    weights = (rng.integers(-3, 4, size=len(cells)).clip(0)).tolist()
    law = {cell: Fraction(n, sum(weights)) for cell, n in zip(cells, weights, strict=True) if n}
    return compared(ceiling, [law] if law else [])


CHECKS: tuple[Check[Ceiling], ...] = (
    Check(
        Method.EXHAUSTIVE,
        some_laws,
        scope="xor, and two models of two certain labels",
    ),
    Check(
        Method.EXHAUSTIVE,
        more_laws,
        scope=(
            "all laws of three bits uniform on one to four outcomes; two models of two labels with "
            "probabilities k/4, and of three certain ones"
        ),
        tier="normal",
    ),
)

CLAIM: Claim[Ceiling] = Claim(
    key="acquisition/batchbald/sum",
    title="Labels tell together at most the sum of what they tell, given how they depend",
    statement=(
        r"I(y_{1:b}; \omega) \le \sum_i I(y_i; \omega) + \sum_i H(y_i \mid \omega)"
        r" - H(y_{1:b} \mid \omega), \text{ with equality iff the labels are independent}, \quad"
        r" \text{for xor, laws uniform on at most 4 of } \{0, 1\}^3, \text{ and two models with}"
        r" p \in \{0, \tfrac14, \dots, 1\}, b = 2 \text{ or } p \in \{0, 1\}, b = 3"
    ),
    plain=(
        "If labels are independent given the model, a batch tells at most the sum of its single "
        "scores, and as much iff its labels are independent with the model unknown; otherwise "
        "their dependence given the model adds to it; on 524 laws of two or three binary labels."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that the sum is near: copies of one label tell no more than the label",
    source=Source(
        "kirsch2019",
        match="related",
        difference="there for labels that are independent given the model",
    ),
    expected=Verdict.PROVED,
    formula=with_dependence,
    checks=CHECKS,
    controls={
        "the largest score": lambda law: max(told(law, (i,)) for i in labels(law)),
        "the entropy of all labels": entropy_of_labels,
        "without the sum of scores": lambda law: with_dependence(law) - sum_of_scores(law),
    },
    uses=("acquisition/bald/mutual-information",),
    attack=random_law,
)
