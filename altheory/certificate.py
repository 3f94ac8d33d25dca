"""Certificates: proofs as plain JSON data, which anybody may make.

A certificate states a problem, carries a digest of it, and adds what a reader
needs to verify the answer without finding it again.  Rationals are written
``"p/q"``.  Whether a certificate proves what it says is decided by
``altheory.ledger.checker`` alone, which imports nothing of this package.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

SCHEMA = "altheory-certificate/1"

Problem = Mapping[str, Any]
Labeled = Iterable[tuple[Any, int]]


def text(x: Any) -> str:
    """Return a rational as ``p/q``.

    >>> text(Fraction(3, 4)), text(2)
    ('3/4', '2/1')
    """
    value = Fraction(x)
    return f"{value.numerator}/{value.denominator}"


def digest(problem: Problem) -> str:
    """Return the SHA-256 of a problem in canonical JSON."""
    canonical = json.dumps(problem, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def seal(kind: str, problem: Problem, proof: Problem) -> dict[str, Any]:
    """Return the certificate of ``kind`` that ``proof`` answers ``problem``."""
    return {
        "schema": SCHEMA,
        "kind": kind,
        "problem": dict(problem),
        "digest": digest(problem),
        "proof": dict(proof),
    }


def sample_text(sample: Labeled) -> list[list[Any]]:
    """Return labeled instances as JSON pairs ``["p/q", y]``."""
    return [[text(x), y] for x, y in sample]


def empty_version_space(hypotheses: Problem, sample: Labeled) -> dict[str, Any]:
    """Certify that no hypothesis of the class agrees with ``sample``."""
    problem = {"hypotheses": dict(hypotheses), "labels": sample_text(sample)}
    return seal("empty-version-space", problem, {})


def forced_label(hypotheses: Problem, sample: Labeled, x: Any, y: int) -> dict[str, Any]:
    """Certify that every hypothesis that agrees with ``sample`` says ``y`` at ``x``."""
    labels = sample_text(sample)
    problem = {"hypotheses": dict(hypotheses), "labels": labels, "x": text(x), "answer": [y]}
    return seal("forced-label", problem, {})


def two_witnesses(
    hypotheses: Problem, sample: Labeled, x: Any, pair: Sequence[Any]
) -> dict[str, Any]:
    """Certify that ``x`` is in the disagreement region by two members.

    ``pair`` holds the member that says -1 and the one that says +1 at ``x``, as
    rationals (parameters) or as text (a row of labels).
    """
    labels = sample_text(sample)
    problem = {
        "hypotheses": dict(hypotheses),
        "labels": labels,
        "x": text(x),
        "answer": [-1, 1],
    }
    witnesses = [member if isinstance(member, str) else text(member) for member in pair]
    return seal("two-witnesses", problem, {"witnesses": witnesses})
