r"""What proves a minimum cut: a flow of the same value, in exact rationals.

A flow is one number for each edge, of absolute value at most its weight, that adds up to zero
at every node without a label.  Its value cannot exceed the weight of any cut between the
labels, so a flow and a cut of the same value prove each other best.  The flow proves more:
what the positive nodes reach where it leaves room is positive in *every* minimum cut, what
reaches a negative one is so in none, and all else in some and not in others.

A certificate is plain data like those of ``altheory.certificate``;
``altheory.ledger.graph_checker`` judges it with nothing but rationals.
"""

from fractions import Fraction
from typing import Any

import numpy as np

from altheory import certificate
from altheory.graphs._checkable import require_checkable
from altheory.graphs._exact_sums import finest, in_units
from altheory.graphs._max_flow import exact_flow, flow_solver
from altheory.graphs._results import result_of
from altheory.graphs.minimum_cut import MinCut

KIND = "max-flow"


def cut_certificate(cut: MinCut) -> dict[str, Any]:
    r"""Return the proof that no cut weighs less, and which labels all minimum cuts agree on.

    The flow is computed anew for the whole graph in exact integers, which takes a multiple of
    the time that the cut took.  The checker takes :math:`2 n + 5 m < 100\,000` for n nodes and m
    edges, and weights that are not too many orders of magnitude apart.

    Parameters
    ----------
    cut
        What ``min_cut`` found.

    Raises
    ------
    DomainError
        If that is no minimum cut.
    CertificateError
        If the certificate is too large for the checker.

    """
    given = result_of("min_cut", MinCut, cut).of
    require_checkable(given.graph, per_node=2, per_edge=5)
    within, power = given.network(), finest(given.weights)
    weights = in_units(given.weights, power)
    total = sum(weights)  # more than any flow, so labels are never cut off
    ties = [total] * (len(given.positive) + len(given.negative))
    flow, *_ = exact_flow(within, weights + ties, weights + [0] * len(ties), flow_solver())
    unit = Fraction(2) ** -power
    ends = zip(given.ends[0].tolist(), given.ends[1].tolist(), weights, strict=True)
    labels = np.zeros(given.graph.size, dtype=int)
    labels[given.positive], labels[given.negative] = 1, -1
    problem = {
        "labels": labels.tolist(),
        "edges": [[i, j, certificate.text(w * unit)] for i, j, w in ends],
        "value": certificate.text(cut.value),
        "forced": np.where(cut.forced, cut.labels, 0).tolist(),
    }
    flows = [certificate.text(f * unit) for f in flow[: len(weights)]]
    return certificate.within_limits(certificate.seal(KIND, problem, {"flow": flows}))
