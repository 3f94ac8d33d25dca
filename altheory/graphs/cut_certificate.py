r"""What proves a minimum cut: a flow of the same value, in exact rationals.

A flow is one number for each edge, of absolute value at most its weight, that adds up to zero
at every node without a label.  Its value cannot exceed the weight of any cut between the
labels, so a flow and a cut of the same value prove each other best.  The flow proves more:
what the positive nodes reach where it leaves room is positive in *every* minimum cut, what
reaches a negative one is so in none, and all else in some and not in others.

A certificate is plain data like those of ``altheory.certificate``; ``proved`` judges it with
nothing but rationals.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from altheory import certificate
from altheory.errors import CertificateError
from altheory.graphs._exact_sums import finest, in_units
from altheory.graphs._max_flow import exact_flow, flow_solver
from altheory.graphs.minimum_cut import MinCut

KIND = "max-flow"


def cut_certificate(cut: MinCut) -> dict[str, Any]:
    """Return the proof that no cut weighs less, and which nodes are positive in all of them.

    The flow is computed anew for the whole graph in exact integers, which takes a multiple of
    the time that the cut took.
    """
    given = cut.of
    within, power = given.network(), finest(given.weights)
    weights = in_units(given.weights, power)
    total = sum(weights)  # more than any flow, so labels are never cut off
    labels = [total] * (len(given.positive) + len(given.negative))
    flow, *_ = exact_flow(within, weights + labels, weights + [0] * len(labels), flow_solver())
    unit = Fraction(2) ** -power
    ends = zip(given.ends[0].tolist(), given.ends[1].tolist(), weights, strict=True)
    problem = {
        "nodes": given.graph.size,
        "edges": [[i, j, certificate.text(w * unit)] for i, j, w in ends],
        "positive": sorted(given.positive.tolist()),
        "negative": sorted(given.negative.tolist()),
        "value": certificate.text(cut.value),
        "smallest": cut.smallest.nonzero()[0].tolist(),
        "largest": cut.largest.nonzero()[0].tolist(),
    }
    flows = [certificate.text(f * unit) for f in flow[: len(weights)]]
    return certificate.seal(KIND, problem, {"flow": flows})


def proved(proof: Mapping[str, Any]) -> Fraction:
    """Return the value of the minimum cut that a certificate proves.

    Raises
    ------
    CertificateError
        If it proves nothing, or something else than it states.

    """
    try:
        return _judged(proof["problem"], proof)
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError) as error:
        raise CertificateError(f"this proves no minimum cut: {error}") from error


def _judged(problem: Mapping[str, Any], proof: Mapping[str, Any]) -> Fraction:
    _require(proof["kind"] == KIND and proof["schema"] == certificate.SCHEMA, "another kind")
    _require(proof["digest"] == certificate.digest(problem), "another problem")
    n, positive, negative = problem["nodes"], set(problem["positive"]), set(problem["negative"])
    _require(not positive & negative and positive | negative <= set(range(n)), "wrong labels")
    surplus = [Fraction(0)] * n
    room: list[tuple[int, int]] = []
    for (i, j, text), along in zip(problem["edges"], proof["proof"]["flow"], strict=True):
        weight, flow = Fraction(text), Fraction(along)
        _require(0 <= i < j < n and abs(flow) <= weight, "more flows than fits")
        surplus[i], surplus[j] = surplus[i] - flow, surplus[j] + flow
        room += [(i, j)] * (flow < weight) + [(j, i)] * (-flow < weight)
    free = [x for i, x in enumerate(surplus) if i not in positive | negative]
    _require(not any(free), "flow is lost on the way")
    least = _closure(positive, room)
    most = set(range(n)) - _closure(negative, [(j, i) for i, j in room])
    _require(not least & negative, "a larger flow exists")
    _require(problem["smallest"] == sorted(least), "another least cut")
    _require(problem["largest"] == sorted(most), "another largest cut")
    value = sum(
        (Fraction(w) for i, j, w in problem["edges"] if (i in least) != (j in least)), Fraction(0)
    )
    _require(value == Fraction(problem["value"]), "another value")
    return value


def _closure(start: set[int], arcs: list[tuple[int, int]]) -> set[int]:
    """Return the nodes to which arcs lead, step by step."""
    onward: dict[int, list[int]] = {}
    for i, j in arcs:
        onward.setdefault(i, []).append(j)
    found, waiting = set(start), list(start)
    while waiting:
        new = [j for j in onward.get(waiting.pop(), ()) if j not in found]
        found.update(new)
        waiting += new
    return found


def _require(truth: object, reason: str) -> None:
    if not truth:
        raise CertificateError(reason)
