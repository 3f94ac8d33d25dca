"""Certificates: proofs as plain JSON data, which anybody may make.

A certificate states a problem, carries a digest of it, and adds what a reader
needs to verify the answer without finding it again.  Rationals are written
``"p/q"``.  Whether a certificate proves what it says is decided by
``altheory.ledger.checker`` alone, which imports nothing of this package, and
for graphs by ``altheory.ledger.graph_checker``, which imports but that.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from keyword import iskeyword
from typing import Any, Literal

from altheory.errors import CertificateError

SCHEMA = "altheory-certificate/1"

# Limits of altheory.ledger.checker, which rejects what exceeds them.
TEXT, VALUES = 4_000, 100_000  # characters of a text; texts, integers, arrays and objects
ROWS, POINTS = 2_000, 400  # labels; dimensions
BITS = 65_536  # of a common denominator, and 64 times that of all vectors
ROOM = 512 * BITS  # of all numbers of a graph together, with one denominator
FEWER = "instances of fewer digits, fewer labels, or fewer dimensions"
CLOSER = "weights closer in size, or fewer edges"

Problem = Mapping[str, Any]
Labeled = Iterable[tuple[Any, int]]


def text(x: Any) -> Any:
    """Return a rational as ``p/q``, a tuple of rationals as the list of these.

    >>> text(Fraction(3, 4)), text((2, 0))
    ('3/4', ['2/1', '0/1'])
    """
    if isinstance(x, tuple):
        return [text(coordinate) for coordinate in x]
    value = Fraction(x)
    try:
        return f"{value.numerator}/{value.denominator}"
    except ValueError as error:  # Python writes 4,300 digits
        raise CertificateError(
            f"the checker takes numbers of at most {TEXT} characters, and this one has more than "
            f"Python writes ({error}); take instances of fewer digits"
        ) from error


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


def within_limits(certificate: dict[str, Any]) -> dict[str, Any]:
    """Return the certificate of an answer, which may be too large for the checker.

    Raises
    ------
    CertificateError
        If it is.

    """
    parts: list[Any] = [certificate]
    for part in parts:  # which grows as it is gone through
        parts += [*part, *part.values()] if isinstance(part, dict) else []
        parts += part if isinstance(part, list) else []
        _limit(len(part) if isinstance(part, str) else 0, TEXT, "characters in a number")
        _limit(len(parts), VALUES, "parts")
    problem, proof = certificate["problem"], certificate["proof"]
    if "edges" in problem:
        numbers = [
            part for part in parts if isinstance(part, str) and "/" in part and part != SCHEMA
        ]
        common = _common(map(Fraction, numbers), CLOSER)
        bits = common.bit_length() * len(numbers)
        _limit(bits, ROOM, "bits in all numbers", CLOSER)
        return certificate
    _limit(len(problem["labels"]), ROWS, "labels")
    if problem["hypotheses"].get("class") == "sphere":
        _limit(problem["hypotheses"]["dimension"], POINTS, "dimensions")
        _limit_vectors(problem, proof)
    return certificate


def _limit(size: int, most: int, what: str, fewer: str = FEWER) -> None:
    if size > most:
        raise CertificateError(
            f"the checker takes certificates of at most {most} {what}, this has {size} or more; "
            f"take {fewer}"
        )


def _limit_vectors(problem: Problem, proof: Problem) -> None:
    """Refuse vectors of too many digits in all, an instance once for each witness."""
    witnesses = proof.get("witnesses", [proof["witness"]] if "witness" in proof else [])
    asked = [problem["x"]] * max(1, len(proof.get("witnesses", ()))) if "x" in problem else []
    vectors = [[Fraction(c) for c in x] for x in (*(x for x, _ in problem["labels"]), *asked)]
    vectors += [[Fraction(c) for c in w] for w in witnesses]
    scales = [_common(vector) for vector in vectors]
    bits = 0
    for vector, scale in zip(vectors, scales, strict=True):
        bits += len(vector) * max(scale, *(abs(int(c * scale)) for c in vector)).bit_length()
    _limit(bits, 64 * BITS, "bits in all vectors")
    shares = [*map(Fraction, proof.get("multipliers", ())), Fraction(1)]  # 1 is that of x
    weights = [share / scale for share, scale in zip(shares, scales, strict=False)]
    _common(weights)


def _common(numbers: Iterable[Fraction], fewer: str = FEWER) -> int:
    """Return the least common denominator, or refuse one that is too large."""
    common = 1
    for number in numbers:
        common = math.lcm(common, number.denominator)
        _limit(common.bit_length(), BITS, "bits in a denominator", fewer)
    return common


def sample_text(sample: Labeled) -> list[list[Any]]:
    """Return labeled instances as JSON pairs ``["p/q", y]``, of vectors ``[["p/q", ...], y]``."""
    return [[text(x), y] for x, y in sample]


def empty_version_space(
    hypotheses: Problem, sample: Labeled, *, multipliers: Sequence[Any] | None = None
) -> dict[str, Any]:
    r"""Certify that no hypothesis of the class agrees with ``sample``.

    Separators need multipliers :math:`\lambda \ge 0`, not all 0 and one for each label,
    with :math:`0 = \sum_i \lambda_i y_i x_i`; other classes need none.
    """
    problem = {"hypotheses": dict(hypotheses), "labels": sample_text(sample)}
    return seal("empty-version-space", problem, _shares(multipliers))


def forced_label(
    hypotheses: Problem,
    sample: Labeled,
    x: Any,
    y: int,
    *,
    multipliers: Sequence[Any] | None = None,
    witness: Any = None,
) -> dict[str, Any]:
    r"""Certify that every hypothesis that agrees with ``sample`` says ``y`` at ``x``.

    Separators need multipliers :math:`\lambda \ge 0`, one for each label, with
    :math:`y x = \sum_i \lambda_i y_i x_i`, and a witness: the normal of a separator that
    agrees with the labels.  Other classes need neither.
    """
    labels = sample_text(sample)
    problem = {"hypotheses": dict(hypotheses), "labels": labels, "x": text(x), "answer": [y]}
    proof = {} if witness is None else {"witness": _member(witness)}
    return seal("forced-label", problem, _shares(multipliers) | proof)


def two_witnesses(
    hypotheses: Problem, sample: Labeled, x: Any, pair: Sequence[Any]
) -> dict[str, Any]:
    """Certify that ``x`` is in the disagreement region by two members.

    ``pair`` holds the member that says -1 and the one that says +1 at ``x``, as
    rationals or tuples of them (parameters) or as text (a row of labels).
    """
    labels = sample_text(sample)
    problem = {
        "hypotheses": dict(hypotheses),
        "labels": labels,
        "x": text(x),
        "answer": [-1, 1],
    }
    witnesses = [_member(member) for member in pair]
    return seal("two-witnesses", problem, {"witnesses": witnesses})


def query_tree(hypotheses: Problem, tree: Any, depth: int, total: int) -> dict[str, Any]:
    """Certify that ``tree`` identifies every hypothesis of a finite class.

    A leaf is a row of labels; an inner node is ``[x, minus, plus]`` with the point
    to ask and the subtrees for the answers -1 and +1.  ``depth`` is the largest
    number of questions and ``total`` their sum over the hypotheses.
    """
    problem = {"hypotheses": dict(hypotheses), "depth": depth, "total": total}
    return seal("query-tree", problem, {"tree": _tree(tree)})


def star_set(
    hypotheses: Problem, points: Sequence[Any], center: Any, neighbors: Sequence[Any]
) -> dict[str, Any]:
    """Certify a star set: the i-th neighbor differs from the center at the i-th point alone."""
    problem = {"hypotheses": dict(hypotheses), "size": len(points)}
    proof = {
        "points": [text(x) for x in points],
        "center": _member(center),
        "neighbors": [_member(h) for h in neighbors],
    }
    return seal("star-set", problem, proof)


def growth(hypotheses: Problem, size: int, count: int) -> dict[str, Any]:
    """Certify that ``count`` is the most labelings a finite class has on ``size`` points."""
    problem = {"enumeration": "growth", "hypotheses": dict(hypotheses), "size": size}
    return seal("finite-enumeration", problem | {"count": str(count)}, {})


def vc_dimension(hypotheses: Problem, shattered: Sequence[Any]) -> dict[str, Any]:
    """Certify that the class shatters these points and no larger set."""
    problem = {"enumeration": "vc-dimension", "hypotheses": dict(hypotheses)}
    proof = {"shattered": [text(x) for x in shattered]}
    return seal("finite-enumeration", problem | {"dimension": len(shattered)}, proof)


def optimal_queries(
    hypotheses: Problem, goal: Literal["worst", "total"], queries: int
) -> dict[str, Any]:
    """Certify the depth, or the total depth, of the best query tree of a small class."""
    problem = {"enumeration": "optimal-queries", "hypotheses": dict(hypotheses)}
    return seal("finite-enumeration", problem | {"goal": goal, "queries": queries}, {})


def coin_paths(bounds: Sequence[tuple[int, int]], count: int) -> dict[str, Any]:
    """Certify how many coin sequences keep their number of heads within ``bounds``.

    ``bounds[n - 1]`` holds the least and the largest number of heads allowed after
    ``n`` flips; ``count`` of the ``2 ** len(bounds)`` sequences obey all of them.

    >>> coin_paths([(0, 1), (1, 1)], 2)["problem"]["count"]  # HT and TH
    '2'
    """
    pairs = [[low, high] for low, high in bounds]
    problem = {"enumeration": "coin-paths", "bounds": pairs, "count": str(count)}
    return seal("finite-enumeration", problem, {})


def arithmetic(
    left: Any, relation: str, right: Any, where: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Certify an equation or inequality between two rational expressions.

    Parameters
    ----------
    left, right
        A rational, a name, or a sequence ``("+", a, b, ...)``, ``("-", a, b)``,
        ``("*", a, b, ...)``, ``("/", a, b)`` or ``("^", a, n)`` with an integer
        ``n >= 0``.
    relation
        One of ``<``, ``<=``, ``>``, ``>=``, ``==`` and ``!=``.
    where
        The value of each name.

    Examples
    --------
    >>> print(python_of(arithmetic(("^", ("-", 1, "e"), 2), ">", ("/", 3, 4), {"e": 0.125})))
    from fractions import Fraction as F
    <BLANKLINE>
    e = F(1, 8)
    assert (F(1) - e) ** 2 > F(3) / F(4)

    """
    values = {name: text(value) for name, value in (where or {}).items()}
    problem = {"left": _expression(left), "relation": relation, "right": _expression(right)}
    return seal("arithmetic", problem | {"where": values}, {})


def python_of(certificate: Problem) -> str:
    """Return an ``arithmetic`` or ``coin-paths`` certificate as a program to paste.

    The program runs without error iff the certificate is true.
    """
    problem = certificate["problem"]
    if certificate["kind"] == "arithmetic":
        return _arithmetic_program(problem)
    if problem.get("enumeration") == "coin-paths":
        return _COIN_PROGRAM.format(**problem)
    raise CertificateError(
        f"only arithmetic and coin-paths become a program, got {certificate['kind']}; "
        "verify others with: altheory certificate verify FILE"
    )


_COIN_PROGRAM = """\
bounds = {bounds}
paths = {{0: 1}}  # number of heads -> number of sequences that obeyed every bound so far
for flips, (low, high) in enumerate(bounds, 1):
    heads = range(max(low, 0), min(high, flips) + 1)
    paths = {{k: paths.get(k, 0) + paths.get(k - 1, 0) for k in heads}}
assert sum(paths.values()) == {count}"""


def _arithmetic_program(problem: Problem) -> str:
    lines = ["from fractions import Fraction as F", ""]
    lines += [f"{name} = {_python(value)}" for name, value in problem["where"].items()]
    left, right = (_bare(_python(problem[side])) for side in ("left", "right"))
    return "\n".join([*lines, f"assert {left} {problem['relation']} {right}"])


def _python(expression: Any) -> str:
    """Return an expression as Python; everything compound stands in parentheses."""
    if isinstance(expression, str):
        if "/" not in expression:
            return expression
        numerator, denominator = expression.split("/")
        return f"F({numerator})" if denominator == "1" else f"F({numerator}, {denominator})"
    operator, *operands = expression
    if operator == "^":
        return f"({_python(operands[0])} ** {operands[1]})"
    return "(" + f" {operator} ".join(map(_python, operands)) + ")"


def _bare(expression: str) -> str:
    return expression[1:-1] if expression.startswith("(") else expression


def _expression(value: Any) -> Any:
    if isinstance(value, str):
        if not value.isidentifier() or iskeyword(value) or value == "F":
            raise CertificateError(f"a name in an expression is a Python name, got {value!r}")
        return value
    if not isinstance(value, Sequence):
        return text(value)
    operator, *operands = value
    if operator == "^":
        return [operator, _expression(operands[0]), *operands[1:]]
    return [operator, *map(_expression, operands)]


def _member(hypothesis: Any) -> Any:
    """Return a member as JSON: text stays, a parameter is a rational, several an array."""
    if isinstance(hypothesis, tuple):
        return [text(parameter) for parameter in hypothesis]
    return hypothesis if isinstance(hypothesis, str) else text(hypothesis)


def _shares(multipliers: Sequence[Any] | None) -> dict[str, Any]:
    """Return the proof that multipliers give, the empty one if there are none."""
    return {} if multipliers is None else {"multipliers": [text(share) for share in multipliers]}


def _tree(node: Any) -> Any:
    if isinstance(node, str):
        return node
    x, minus, plus = node
    return [text(x), _tree(minus), _tree(plus)]
