r"""What an estimate by Monte Carlo dropout costs: K masks of N instances are K N forward rows.

A mask is shared by all instances of a pass, so nothing that was computed for one serves another:
each pass sends all N instances through the network.  Here rows are counted as they come in.
"""

from collections.abc import Callable
from itertools import product
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Rows: TypeAlias = Callable[[int, int], int]  # from masks and instances
MASKS, SIZES = (1, 2, 7), (1, 2, 5, 1025)  # more than are sent at a time


def sent(masks: int, instances: int) -> int:
    """Count the rows that a network is given."""
    from altheory.nets._torch import nn
    from altheory.nets.consistent_dropout import dropout_passes

    given: list[int] = []

    def count(_: nn.Module, inputs: Any) -> None:
        given.append(len(inputs[0]))

    network = nn.Sequential(nn.Linear(1, 2), nn.Dropout(0.5), nn.Linear(2, 2))
    network.register_forward_pre_hook(count)
    dropout_passes(network, np.zeros((instances, 1)), masks, rng=0)
    return sum(given)


def networks(rows: Rows, rng: np.random.Generator) -> Finding:
    """Count for a few numbers of masks and instances."""
    del rng
    for masks, instances in product(MASKS, SIZES):
        if (found := sent(masks, instances)) != rows(masks, instances):
            where = f"{masks} masks, {instances} instances"
            return fails(where, claimed=rows(masks, instances), computed=found)
    return holds(f"{len(MASKS) * len(SIZES)} numbers of masks and instances")


CLAIM: Claim[Rows] = Claim(
    key="nets/forward-passes",
    title="K dropout masks cost K forward passes of the pool",
    statement=r"K N \text{ forward rows}, \quad K \in \{1, 2, 7\},\ N \in \{1, 2, 5, 1025\}",
    plain=(
        "To ask about a pool by K dropout masks every instance goes through the network K times, "
        "where entropy needs it once; counted for up to 7 masks and 1,025 instances."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that layers before the first dropout must be computed again: they need not",
    source=Source(
        "gal2016",
        match="related",
        difference="there T stochastic forward passes are averaged; here rows are counted in ours",
    ),
    expected=Verdict.PROVED,
    formula=lambda masks, instances: masks * instances,
    checks=(Check(Method.EXHAUSTIVE, networks, scope="12 pools; takes torch", tier="normal"),),
    controls={
        "one pass for all masks": lambda _, instances: instances,
        "a pass without dropout besides": lambda masks, instances: (masks + 1) * instances,
        "as in whole batches": lambda masks, instances: masks * 1024 * -(-instances // 1024),
    },
)
