"""The judge of certificates: exact, small, and independent of what it judges.

A certificate is a JSON object with the keys ``schema``, ``kind``, ``problem`` (the statement),
``digest`` (SHA-256 of the problem in canonical JSON) and ``proof`` (what a reader needs to verify
the statement without searching).  It is *accepted* if its proof shows that its statement is true,
and otherwise *rejected* with the reason.  The function named like the kind (for the kind
``finite-enumeration``: like the entry ``enumeration`` of the problem) says what is stated; its
arguments before ``*`` are the keys of ``problem``, those after it the keys of ``proof``.

Data are objects, arrays, texts and integers, nothing else.  A rational is the text "p/q" in lowest
terms, q > 0.  A label is -1 or 1.  A class of hypotheses is one of

    {"class": "thresholds"}  h_a for a in [0, 1], written as a: +1 at x in [0, 1] iff x >= a
    {"class": "finite", "n_points": n, "hypotheses": [row, ...]}  with distinct rows of n
        signs such as "+--+"; the points are "0/1", "1/1", ...

The standard library, integers and fractions are all it needs: python -I -S checker.py FILE ...
"""

import hashlib
import inspect
import json
import math
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from operator import add, eq, ge, gt, le, lt, mul, ne, sub, truediv
from typing import Any

SCHEMA = "altheory-certificate/1"
BYTES = 8_000_000  # of a file; the limits from here on keep every verification within seconds
VALUES = 100_000  # objects, arrays, texts and integers in a certificate
DEPTH = 200  # of arrays and objects within one another
INTEGER = 10**9  # absolute value of an integer
TEXT = 4_000  # characters of a text, such as a rational
TERMS = 4_000  # in an arithmetic statement
BITS = 65_536  # of the operands of one operation
ROWS = 2_000  # hypotheses in a finite class, labels in a sample
POINTS = 250  # in a finite class or a star set
FLIPS = 400  # of a coin
WORK = 65_536  # table entries in an enumeration
OPERATORS = {"+": add, "-": sub, "*": mul, "/": truediv}
RELATIONS = {"<": lt, "<=": le, ">": gt, ">=": ge, "==": eq, "!=": ne}


class Rejected(ValueError):  # noqa: N818 - a verdict, not a failure of the program
    """The certificate is malformed, or does not prove what it states."""


def require(truth: bool, reason: str) -> None:
    """Go on only if the condition is true."""
    if not truth:
        raise Rejected(reason)


def require_plain(certificate: object) -> None:
    """Require objects, arrays, texts and integers, within the limits."""
    parts: list[tuple[Any, int]] = [(certificate, 0)]
    for value, depth in parts:  # which grows as it is gone through
        require(len(parts) <= VALUES and depth <= DEPTH, "the certificate is too large")
        if type(value) is dict:
            parts += [(part, depth + 1) for item in value.items() for part in item]
            require(all(type(key) is str for key in value), "a key is a text")
        elif type(value) is list:
            parts += [(part, depth + 1) for part in value]
        elif type(value) is str:
            require(len(value) <= TEXT, f"a text has at most {TEXT} characters")
        else:
            require(type(value) is int and abs(value) <= INTEGER, f"no such {type(value).__name__}")


def fields(value: Any, *keys: str) -> list[Any]:
    """Return the values of an object that has exactly these keys."""
    require(type(value) is dict and set(value) == set(keys), f"expected the keys: {keys}")
    return [value[key] for key in keys]


def array(value: Any, least: int, most: int, what: str) -> list[Any]:
    """Return an array of a length from ``least`` to ``most``."""
    require(type(value) is list and least <= len(value) <= most, f"need {least} to {most} {what}")
    return list(value)


def integer(value: Any, least: int, most: int) -> int:
    """Return an integer from ``least`` to ``most``."""
    require(type(value) is int and least <= value <= most, f"no integer from {least} to {most}")
    return int(value)


def rational(value: Any) -> Fraction:
    """Return the rational that a text in lowest terms writes."""
    written = type(value) is str and re.fullmatch("-?[0-9]+/[1-9][0-9]*", value)
    require(bool(written), f"a rational is a text 'p/q', not {value!a:.60}")
    number = Fraction(value)
    require(value == f"{number.numerator}/{number.denominator}", "a rational is in lowest terms")
    return number


class Thresholds:
    """All h_a with a in [0, 1]; a hypothesis is its cut a."""

    name = "the thresholds"

    def point(self, value: Any) -> Fraction:
        x = rational(value)
        require(0 <= x <= 1, "instances and cuts lie in [0, 1]")
        return x

    member = point  # a cut is read the same way


class Finite:
    """The hypotheses in a table; a hypothesis is its row of signs."""

    def __init__(self, value: Any) -> None:
        name, n_points, rows = fields(value, "class", "n_points", "hypotheses")
        require(name == "finite", "a class is 'thresholds' or 'finite'")
        self.n_points = integer(n_points, 1, POINTS)
        self.rows = tuple(array(rows, 1, ROWS, "hypotheses"))
        for row in self.rows:
            signs = type(row) is str and len(row) == self.n_points and set(row) <= {"+", "-"}
            require(signs, f"a row has {self.n_points} signs + and -")
        require(len(set(self.rows)) == len(self.rows), "the rows are distinct")
        self.name = f"{len(self.rows)} hypotheses on {self.n_points} points"

    def point(self, value: Any) -> int:
        x = rational(value)
        require(x.denominator == 1 and 0 <= x < self.n_points, f"there is no point {value:.60}")
        return int(x)

    def member(self, value: Any) -> str:
        require(value in self.rows, "a member is a row of the class")
        return str(value)


def family(value: Any) -> Any:
    """Read a class of hypotheses."""
    return Thresholds() if value == {"class": "thresholds"} else Finite(value)


def says(h: Any, x: Any) -> bool:
    """Decide whether a hypothesis, a row or a cut, says +1 at x."""
    return h[x] == "+" if type(h) is str else x >= h


def sample(of: Any, value: Any) -> list[tuple[Any, int]]:
    """Read labeled instances."""
    pairs = [array(pair, 2, 2, "entries") for pair in array(value, 0, ROWS, "labels")]
    require(all(type(y) is int and y in {-1, 1} for _, y in pairs), "a label is -1 or 1")
    return [(of.point(x), y) for x, y in pairs]


def agrees(h: Any, labels: Iterable[tuple[Any, int]]) -> bool:
    """Decide whether a hypothesis agrees with every label."""
    return all(says(h, x) == (y == 1) for x, y in labels)


def satisfiable(of: Any, labels: Sequence[tuple[Any, int]]) -> bool:
    """Decide whether some hypothesis agrees with every label."""
    if isinstance(of, Finite):
        return any(agrees(row, labels) for row in of.rows)
    # The cuts that agree fill (n, p], from the highest negative to the lowest positive
    # instance (or from 0, or to 1): if there are any, then p is one of them.
    return agrees(min((x for x, y in labels if y == 1), default=Fraction(1)), labels)


def empty_version_space(hypotheses: Any, labels: Any) -> str:
    """Verify that no hypothesis agrees with the labels."""
    of = family(hypotheses)
    given = sample(of, labels)
    require(not satisfiable(of, given), "some hypothesis agrees with the labels")
    return f"none of {of.name} agrees with the {len(given)} labels"


def forced_label(hypotheses: Any, labels: Any, x: Any, answer: Any) -> str:
    """Verify that some hypothesis agrees with the labels, and each that does says y at x."""
    of = family(hypotheses)
    given, at = sample(of, labels), of.point(x)
    require(answer in ([-1], [1]), "the answer is [-1] or [1]")
    (y,) = answer
    require(satisfiable(of, [*given, (at, y)]), f"no hypothesis that agrees says {y}")
    require(not satisfiable(of, [*given, (at, -y)]), f"some hypothesis that agrees says {-y}")
    return f"all of {of.name} that agree with {len(given)} labels say {y} at {x:.60}"


def two_witnesses(hypotheses: Any, labels: Any, x: Any, answer: Any, *, witnesses: Any) -> str:
    """Verify that two hypotheses agree with the labels, and say -1 and 1 at x."""
    of = family(hypotheses)
    given, at = sample(of, labels), of.point(x)
    require(answer == [-1, 1], "the answer is [-1, 1]")
    for y, h in zip(answer, array(witnesses, 2, 2, "witnesses"), strict=True):
        require(agrees(of.member(h), [*given, (at, y)]), f"the witness for {y} does not agree")
    return f"two of {of.name} agree with {len(given)} labels and differ at {x:.60}"


def star_set(hypotheses: Any, size: Any, *, points: Any, center: Any, neighbors: Any) -> str:
    """Verify that the i-th neighbor differs from the center at the i-th point alone."""
    of = family(hypotheses)
    xs = [of.point(x) for x in array(points, 0, POINTS, "points")]
    around = [of.member(h) for h in array(neighbors, len(xs), len(xs), "neighbors")]
    require(size == len(xs), "the size is the number of points")
    middle = of.member(center)
    for i, h in enumerate(around):
        differ = [j for j, x in enumerate(xs) if says(h, x) != says(middle, x)]
        require(differ == [i], f"neighbor {i} does not differ at point {i} alone")
    return f"{of.name} have a star set of {size} points, so a star number of at least {size}"


def split(rows: tuple[str, ...], x: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part rows by their sign at x: those with - and those with +."""
    return tuple(r for r in rows if r[x] == "-"), tuple(r for r in rows if r[x] == "+")


def walk(of: Finite, node: Any, rows: tuple[str, ...], depth: int) -> tuple[int, int]:
    """Return the largest and the total depth of the leaves that ``rows`` reach from a node."""
    if type(node) is str:
        require(rows == (node,), "a leaf is reached by its own hypothesis and by no other")
        return depth, depth
    x, *children = array(node, 3, 3, "entries of a node")
    parts = split(rows, of.point(x))
    below = [walk(of, n, part, depth + 1) for n, part in zip(children, parts, strict=True)]
    return max(worst for worst, _ in below), sum(total for _, total in below)


def query_tree(hypotheses: Any, depth: Any, total: Any, *, tree: Any) -> str:
    """Verify that a tree of questions [x, if -, if +] ends in each hypothesis, at these depths."""
    of = Finite(hypotheses)
    found = walk(of, tree, of.rows, 0)
    require((depth, total) == found, f"the depth and the total depth are {found}")
    return f"{of.name} are identified by at most {depth} questions each, {total} in total"


def labelings(of: Finite, points: Sequence[int]) -> int:
    """Count the labelings of some points."""
    return len({tuple(row[x] for x in points) for row in of.rows})


def most_labelings(of: Finite, size: int) -> int:
    """Return the growth function: the most labelings of ``size`` points, 0 if there are fewer."""
    require(math.comb(of.n_points, size) * len(of.rows) <= WORK, "too large to enumerate")
    sets = combinations(range(of.n_points), size)
    return max((labelings(of, points) for points in sets), default=0)


def growth(hypotheses: Any, size: Any, count: Any) -> str:
    """Verify that ``count`` is the most labelings of ``size`` points."""
    of = Finite(hypotheses)
    found = most_labelings(of, integer(size, 0, of.n_points))
    require(count == str(found), f"the most labelings of {size} points are {found}")
    return f"{of.name} label {size} points in at most {found} ways"


def vc_dimension(hypotheses: Any, dimension: Any, *, shattered: Any) -> str:
    """Verify that the points are shattered, and that no larger set is."""
    of = Finite(hypotheses)
    points = [of.point(x) for x in array(shattered, 0, of.n_points, "points")]
    d = len(points)
    require(dimension == d and labelings(of, points) == 2**d, "the points are not shattered")
    require(most_labelings(of, d + 1) < 2 ** (d + 1), "a larger set is shattered")
    return f"{of.name} have VC dimension {d}"


def optimal_queries(hypotheses: Any, goal: Any, queries: Any) -> str:
    """Verify the worst or total depth of the best query tree, by dynamic programming."""
    of = Finite(hypotheses)
    require(goal in ("worst", "total"), "the goal is 'worst' or 'total'")
    require(2 ** len(of.rows) * of.n_points <= WORK, "too large to enumerate")

    @cache
    def best(rows: tuple[str, ...]) -> int:
        if len(rows) == 1:
            return 0
        parts = [split(rows, x) for x in range(of.n_points)]
        pairs = [(best(minus), best(plus)) for minus, plus in parts if minus and plus]
        return 1 + min(map(max, pairs)) if goal == "worst" else len(rows) + min(map(sum, pairs))

    require(queries == best(of.rows), f"the best {goal} depth is {best(of.rows)}")
    return f"the best query tree for {of.name} has {goal} depth {queries}"


def coin_paths(bounds: Any, count: Any) -> str:
    """Verify how many sequences of coin flips keep the number of heads within the bounds."""
    paths = {0: 1}  # number of heads -> sequences that obeyed every bound so far
    for flips, pair in enumerate(array(bounds, 1, FLIPS, "bounds"), 1):
        low, high = (integer(b, -INTEGER, INTEGER) for b in array(pair, 2, 2, "ends"))
        heads = range(max(low, 0), min(high, flips) + 1)
        paths = {k: paths.get(k, 0) + paths.get(k - 1, 0) for k in heads}
    found = sum(paths.values())
    require(count == str(found), f"{found} sequences obey the bounds")
    return f"{found} of 2^{len(bounds)} coin sequences keep the number of heads within the bounds"


def spend(room: list[int], *numbers: Fraction, times: int = 1) -> None:
    """Take the size of the operands of one operation off the bits that are left in ``room``."""
    size = times * sum(n.numerator.bit_length() + n.denominator.bit_length() for n in numbers)
    room[0] -= size
    require(size <= BITS and room[0] >= 0, "the numbers grow too large")


def evaluate(term: Any, where: dict[str, Fraction], room: list[int]) -> Fraction:
    """Return the value of "p/q", a name, [+, a, b, ...], [-, a, b], [/, a, b] or [^, a, n]."""
    if type(term) is str:
        return where[term] if term in where else rational(term)
    symbol, first, *others = array(term, 2, TERMS, "operator and operands")
    known = symbol in ("+", "*") or (symbol in ("-", "/", "^") and len(others) == 1)
    require(known, "an operation is + or *, or one of - / ^ with two operands")
    value = evaluate(first, where, room)
    if symbol == "^":
        n = integer(others[0], 0, INTEGER)
        spend(room, value, times=n)
        return value**n
    for operand in others:
        other = evaluate(operand, where, room)
        spend(room, value, other)
        require(symbol != "/" or other != 0, "division by zero")
        value = OPERATORS[symbol](value, other)
    return value


def arithmetic(left: Any, relation: Any, right: Any, where: Any) -> str:
    """Verify that a relation holds between two expressions, at the given values of the names."""
    require(type(where) is dict and all(map(str.isidentifier, where)), "names are identifiers")
    require(str([left, right, where]).count(",") <= TERMS, f"there are at most {TERMS} terms")
    values = {str(name): rational(value) for name, value in where.items()}
    require(relation in tuple(RELATIONS), "a relation is one of < <= > >= == !=")
    room = [512 * BITS]  # for the operands of all operations together
    sides = [evaluate(side, values, room) for side in (left, right)]
    require(RELATIONS[relation](*sides), f"it is not true that left {relation} right")
    return f"left {relation} right, in exact arithmetic"


def named(*rules: Callable[..., str]) -> dict[str, Callable[..., str]]:
    """Return rules by their names."""
    return {rule.__name__.replace("_", "-"): rule for rule in rules}


KINDS = named(empty_version_space, forced_label, two_witnesses, star_set, query_tree, arithmetic)
ENUMERATIONS = named(growth, vc_dimension, optimal_queries, coin_paths)


def verify(certificate: object) -> str:
    """Return in one line what the certificate proves, or raise ``Rejected``."""
    require_plain(certificate)
    keys = ("schema", "kind", "problem", "digest", "proof")
    schema, kind, problem, digest, proof = fields(certificate, *keys)
    require(schema == SCHEMA, f"the schema is {SCHEMA}")
    require(type(problem) is dict, "the problem is an object")
    canonical = json.dumps(problem, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    require(digest == hashlib.sha256(canonical.encode()).hexdigest(), "wrong digest")
    rules, name, stated = KINDS, str(kind), dict(problem)
    if kind == "finite-enumeration":  # the problem names the rule
        rules, name = ENUMERATIONS, str(stated.pop("enumeration", ""))
    require(name in rules, "unknown kind or enumeration")
    form = inspect.getfullargspec(rules[name])
    fields(stated, *form.args)
    fields(proof, *form.kwonlyargs)
    return f"{kind}: {rules[name](**stated, **proof)}"


def accepted(certificate: object) -> bool:
    """Decide whether the certificate proves what it states."""
    try:
        return bool(verify(certificate))
    except Rejected:
        return False


def read(path: str) -> object:
    """Return the JSON value in a file."""

    def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        require(len(dict(pairs)) == len(pairs), "a key occurs twice")
        return dict(pairs)

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - one import less to trust
            content = file.read(BYTES + 1)
        require(len(content) <= BYTES, "the file is too large")
        return json.loads(content, object_pairs_hook=distinct)
    except (OSError, ValueError, RecursionError) as error:
        raise Rejected(f"{error}") from error


def main(paths: Sequence[str]) -> int:
    """Judge files, one line each: 0 if all are accepted, 1 if not, 2 if there are none."""
    status = 0 if paths else 2
    for path in paths:
        try:
            verdict = f"accepted: {verify(read(path))}"
        except Rejected as reason:
            verdict, status = f"rejected: {reason}", 1
        sys.stdout.write(f"{path}: {verdict}\n".encode("ascii", "backslashreplace").decode())
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
