r"""What the module of learning loss adds to a classifier.

It looks at each of L hidden layers, of :math:`h_l` units, by w units, and makes one number of all
:math:`L w`: with biases

.. math:: \sum_{l=1}^L (h_l + 1) w + L w + 1 = w \Bigl(2 L + \sum_l h_l\Bigr) + 1

parameters, whatever the numbers of features and classes.  Here they are counted in the modules.
"""

from collections.abc import Callable, Iterable
from itertools import chain, product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Hidden: TypeAlias = tuple[int, ...]
Added: TypeAlias = Callable[[Hidden, int], int]  # from hidden units and a width
SHIPPED: tuple[Hidden, int] = ((64, 64), 16)


def counted(hidden: Hidden, width: int, inputs: int, outputs: int) -> tuple[int, int]:
    """Return how many parameters there are with the module, and without."""
    from altheory.nets._perceptron import perceptron
    from altheory.nets.loss_prediction import LossNetwork

    drawn = np.random.default_rng(0)  # any will do: weights are counted
    both = LossNetwork(inputs, hidden, outputs, width, drawn)
    alone = perceptron(inputs, hidden, outputs, 0.0, drawn)
    total, own = (sum(w.numel() for w in net.parameters()) for net in (both, alone))
    return total, own


def modules(added: Added, rng: np.random.Generator) -> Finding:
    """Count in modules of up to three layers, and in those of the defaults."""
    del rng
    small: Iterable[Hidden] = chain.from_iterable(
        product(range(1, 4), repeat=n) for n in range(1, 4)
    )
    cases = [*product(small, range(1, 4), (1, 3)), (*SHIPPED, 64)]
    for hidden, width, inputs in cases:
        total, own = counted(hidden, width, inputs, 10)
        if (found := total - own) != added(hidden, width):
            where = f"hidden units {hidden}, width {width}, {inputs} features"
            return fails(where, claimed=added(hidden, width), computed=found)
    total, own = counted(*SHIPPED, 64, 10)
    return holds(f"{len(cases)} modules", claimed=added(*SHIPPED), computed=total - own)


CLAIM: Claim[Added] = Claim(
    key="learning-loss/parameters",
    title="What the module of learning loss adds",
    statement=(
        r"w \Bigl(2 L + \sum_{l=1}^L h_l\Bigr) + 1 \text{ parameters}, \quad L, h_l, w \le 3"
        r" \text{ and } h = (64, 64), w = 16"
    ),
    plain=(
        "The module adds as many parameters as its width times the hidden units and twice the "
        "layers, and one: 2,113 for two layers of 64 units and width 16; counted for up to three "
        "layers, units and widths as well."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that they are worth it: the entropy of the classifier's answer adds none",
    source=Source(
        "yoo2019",
        match="related",
        difference="after each layer of a perceptron; theirs pools features of convolutions first",
    ),
    expected=Verdict.PROVED,
    formula=lambda hidden, width: width * (2 * len(hidden) + sum(hidden)) + 1,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            modules,
            scope="235 modules; takes torch",
            tier="normal",
        ),
    ),
    controls={
        "without biases": lambda hidden, width: width * (len(hidden) + sum(hidden)),
        "a look at the last layer alone": lambda hidden, width: width * (hidden[-1] + 2) + 1,
        "one look for all layers": lambda hidden, width: width * (sum(hidden) + 2) + 1,
    },
)
