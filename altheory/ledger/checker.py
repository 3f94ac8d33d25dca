"""The judge of certificates: exact, small, and independent of what it judges.

A certificate is a JSON object with the keys ``schema``, ``kind``, ``problem`` (the statement),
``digest`` (SHA-256 of the problem in canonical JSON) and ``proof`` (what a reader needs to verify
the statement without searching).  It is *accepted* if its proof shows that its statement is true,
else *rejected*.  The function named like the kind (or like the ``enumeration`` of the problem)
says what is stated: arguments before ``*`` are keys of ``problem``, those after it of ``proof``.

Data are objects, arrays, texts and integers.  A rational is the text "p/q" in lowest terms, q > 0.
A label is -1 or 1.  A class of hypotheses is one of

    {"class": "thresholds"}  a in [0, 1]: +1 at x in [0, 1] iff x >= a
    {"class": "intervals", "min_width": w}  [a, b] in [0, 1] of length w or more: +1 at x in [0, 1]
        iff a <= x <= b; and "empty": -1 everywhere
    {"class": "circle"}  a direction u, in turns: +1 at directions x less than 1/4 turn away, -1 at
        those more than 1/4 turn away; at 1/4 turn it agrees with no label
    {"class": "finite", "n_points": n, "hypotheses": [row, ...]}  with distinct rows of n signs
        such as "+--+"; the points are "0/1", "1/1", ...  With distinct texts "of": text, "points":
        [text, ...] it names a class and n instances, whose table it claims to be: not verified

The standard library, integers and fractions are all it needs: python -I -S checker.py FILE ...
"""

import hashlib
import inspect
import json
import math
import re
import sys
from fractions import Fraction
from functools import cache
from itertools import combinations
from operator import add, eq, ge, gt, le, lt, mul, ne, sub, truediv
from typing import Any

SCHEMA = "altheory-certificate/1"
BYTES = 8_000_000  # of a file; the limits from here on keep every verification within seconds
VALUES = 100_000  # objects, arrays, texts and integers in a certificate
DEPTH = 200  # of arrays and objects within one another
INTEGER, TEXT = 10**9, 4_000  # absolute value of an integer, characters of a text
BITS = 65_536  # of the operands of one operation
ROWS, POINTS = 2_000, 400  # hypotheses or labels; points of a class or flips of a coin
WORK = 65_536  # table entries in an enumeration
OPERATORS: dict[str, Any] = {"+": add, "-": sub, "*": mul, "/": truediv, "^": pow}
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
        kind = type(value)
        inside = [*value, *value.values()] if kind is dict else value if kind is list else []
        parts += [(part, depth + 1) for part in inside]
        require(len(parts) <= VALUES and depth <= DEPTH, "the certificate is too large")
        require(kind is not dict or {*map(type, value)} <= {str}, "a key is a text")
        require(kind is not int or abs(value) <= INTEGER, "the integer is too large")
        require(kind is not str or len(value) <= TEXT, f"a text has at most {TEXT} characters")
        require(kind in (dict, list, str, int), f"there is no place for a {kind.__name__}")


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


class Line:
    """Intervals (low, high), on which they say +1; thresholds are the intervals that hold 1."""

    def __init__(self, width: Any, always: list[Fraction]) -> None:
        self.width, self.always = self.point(width), always

    def point(self, value: Any) -> Fraction:
        x = rational(value)
        require(0 <= x <= 1, "instances and parameters lie in [0, 1]")
        return x

    def member(self, value: Any) -> tuple[Fraction, Fraction]:
        if value == "empty" and not self.always:
            return Fraction(1), Fraction(0)
        ends = [value, "1/1"] if self.always else array(value, 2, 2, "ends")
        low, high = map(self.point, ends)
        require(high - low >= self.width, "an interval has at least the least width")
        return low, high

    def candidate(self, labels: Any) -> Any:
        positive = [*self.always, *(x for x, y in labels if y == 1)]
        if not positive:
            return self.member("empty")
        # If an interval agrees, so does one of the least width that holds the positive instances.
        # It starts between left or last - width and first or right - width: halfway, if at all.
        first, last = min(positive), max(positive)
        width = max(self.width, last - first)
        left = max((x for x, y in labels if y == -1 and x < first), default=Fraction(0))
        right = min((x for x, y in labels if y == -1 and x > last), default=Fraction(1))
        low = (max(left, last - width) + min(first, right - width)) / 2
        return low, low + width


class Circle:
    """Open half-circles; a hypothesis is the direction of its middle."""

    point = member = staticmethod(rational)

    def candidate(self, labels: Any) -> Any:
        # What agrees is less than 1/4 from each center: x for +1, half a turn from x for -1.  From
        # the first center it is off by more than the largest - 1/4, less than the least + 1/4.
        centers = [x + Fraction(1 - y, 4) for x, y in labels] or [Fraction(0)]
        offsets = [(center - centers[0] + Fraction(1, 2)) % 1 for center in centers]
        return centers[0] + (min(offsets) + max(offsets) - 1) / 2


class Finite:
    """The hypotheses in a table; a hypothesis is its row of signs."""

    def __init__(self, value: Any) -> None:
        named = ("of", "points") if type(value) is dict and "of" in value else ()
        name, n_points, rows, *names = fields(value, "class", "n_points", "hypotheses", *named)
        require(name == "finite", "a class is thresholds, intervals, circle or finite")
        self.n_points = integer(n_points, 1, POINTS)
        self.rows = tuple(array(rows, 1, ROWS, "hypotheses"))
        texts = {row for row in self.rows if type(row) is str and set(row) <= {"+", "-"}}
        table = len(texts) == len(rows) and {*map(len, texts)} == {n_points}
        require(table, f"the rows are distinct, of {n_points} signs + and -")
        of, points = names or ("", [f"{x}/1" for x in range(self.n_points)])
        known = [of, *array(points, self.n_points, self.n_points, "points")]
        require(len({x for x in known if type(x) is str}) == len(known), "names are distinct texts")

    def point(self, value: Any) -> int:
        x = rational(value)
        require(x.denominator == 1 and 0 <= x < self.n_points, f"there is no point {value:.60}")
        return int(x)

    def member(self, value: Any) -> str:
        require(value in self.rows, "a member is a row of the class")
        return str(value)


def family(value: Any) -> Any:
    """Read a class of hypotheses."""
    if value == {"class": "thresholds"}:
        return Line("0/1", [Fraction(1)])
    if type(value) is dict and value.get("class") == "intervals":
        return Line(fields(value, "class", "min_width")[1], [])
    return Circle() if value == {"class": "circle"} else Finite(value)


def says(h: Any, x: Any) -> int:
    """Return what a row, an interval or a direction says at x, 0 if it agrees with no label."""
    if type(h) is str:
        return 1 if h[x] == "+" else -1
    if type(h) is tuple:
        return 1 if h[0] <= x <= h[1] else -1
    quarters: Fraction = 4 * min((x - h) % 1, (h - x) % 1)
    return (quarters < 1) - (quarters > 1)


def read_sample(hypotheses: Any, labels: Any) -> tuple[Any, list[tuple[Any, int]]]:
    """Read a class and labeled instances."""
    of = family(hypotheses)
    pairs = [array(pair, 2, 2, "entries") for pair in array(labels, 0, ROWS, "labels")]
    require(all(type(y) is int and y in {-1, 1} for _, y in pairs), "a label is -1 or 1")
    return of, [(of.point(x), y) for x, y in pairs]


def agrees(h: Any, labels: Any) -> bool:
    """Decide whether a hypothesis agrees with every label."""
    return all(says(h, x) == y for x, y in labels)


def satisfiable(of: Any, labels: Any) -> bool:
    """Decide whether some hypothesis agrees with every label: if any, then a candidate."""
    candidates = of.rows if isinstance(of, Finite) else [of.candidate(labels)]
    return any(agrees(h, labels) for h in candidates)


def empty_version_space(hypotheses: Any, labels: Any) -> None:
    """Verify that no hypothesis agrees with the labels."""
    of, given = read_sample(hypotheses, labels)
    require(not satisfiable(of, given), "some hypothesis agrees with the labels")


def forced_label(hypotheses: Any, labels: Any, x: Any, answer: Any) -> None:
    """Verify that hypotheses agree with the labels, all of which say {answer[0]} at {x:.199}."""
    of, given = read_sample(hypotheses, labels)
    require(answer in ([-1], [1]), "the answer is [-1] or [1]")
    (y,) = answer
    require(satisfiable(of, [*given, (of.point(x), y)]), f"no hypothesis that agrees says {y}")
    require(not satisfiable(of, [*given, (of.point(x), -y)]), f"one that agrees says {-y}")


def two_witnesses(hypotheses: Any, labels: Any, x: Any, answer: Any, *, witnesses: Any) -> None:
    """Verify that hypotheses that agree with the labels say both -1 and 1 at {x:.199}."""
    of, given = read_sample(hypotheses, labels)
    require(answer == [-1, 1], "the answer is [-1, 1]")
    for y, h in zip(answer, array(witnesses, 2, 2, "witnesses"), strict=True):
        require(agrees(of.member(h), [*given, (of.point(x), y)]), f"no witness for {y}")


def star_set(hypotheses: Any, size: Any, *, points: Any, center: Any, neighbors: Any) -> None:
    """Verify that each neighbor differs at its point alone: the star number is at least {size}."""
    of = family(hypotheses)
    xs = [of.point(x) for x in array(points, 0, POINTS, "points")]
    signs = [says(of.member(center), x) for x in xs]
    require(size == len(xs) and 0 not in signs, "the center labels as many points as stated")
    for i, h in enumerate(array(neighbors, len(xs), len(xs), "neighbors")):
        flipped = [(x, -y if i == j else y) for j, (x, y) in enumerate(zip(xs, signs, strict=True))]
        require(agrees(of.member(h), flipped), f"neighbor {i} differs not at point {i} alone")


def query_tree(hypotheses: Any, depth: Any, total: Any, *, tree: Any) -> None:
    """Verify that a tree [x, if -, if +] tells all apart, at depth {depth} and {total} in total."""
    of, depths = Finite(hypotheses), list[int]()
    nodes = [(tree, of.rows, 0)]
    for node, rows, asked in nodes:  # which grows as it is gone through
        if type(node) is str:
            require(rows == (node,), "a leaf is reached by its own hypothesis and by no other")
            depths.append(asked)
        else:
            x, minus, plus = array(node, 3, 3, "entries of a node")
            below = zip((minus, plus), split(rows, of.point(x)), strict=True)
            nodes += [(child, part, asked + 1) for child, part in below]
    require([depth, total] == [max(depths), sum(depths)], "the depths are others")


def split(rows: tuple[str, ...], x: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part rows by their sign at x: those with - and those with +."""
    return tuple(r for r in rows if r[x] == "-"), tuple(r for r in rows if r[x] == "+")


def most_labelings(of: Finite, size: int) -> int:
    """Return the growth function: the most labelings of ``size`` points, 0 if there are fewer."""
    require(math.comb(of.n_points, size) * len(of.rows) <= WORK, "too large to enumerate")
    sets = combinations(range(of.n_points), size)
    return max((len({tuple(r[x] for x in points) for r in of.rows}) for points in sets), default=0)


def growth(hypotheses: Any, size: Any, count: Any) -> None:
    """Verify that some {size} points take {count} labelings, and none take more."""
    of = Finite(hypotheses)
    require(count == str(most_labelings(of, integer(size, 0, of.n_points))), "there are others")


def vc_dimension(hypotheses: Any, dimension: Any, *, shattered: Any) -> None:
    """Verify that a set is shattered and no larger one is: the VC dimension is {dimension}."""
    of = Finite(hypotheses)
    points = [of.point(x) for x in array(shattered, 0, of.n_points, "points")]
    labelings = {tuple(row[x] for x in points) for row in of.rows}
    require(dimension == len(points) and len(labelings) == 2**dimension, "they are not shattered")
    require(most_labelings(of, dimension + 1) < 2 ** (dimension + 1), "a larger set is shattered")


def optimal_queries(hypotheses: Any, goal: Any, queries: Any) -> None:
    """Verify that the least {goal} depth of a query tree is {queries}, by dynamic programming."""
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


def coin_paths(bounds: Any, count: Any) -> None:
    """Verify that the number of coin sequences with their heads within the bounds is {count}."""
    paths = {0: 1}  # number of heads -> sequences that obeyed every bound so far
    for flips, pair in enumerate(array(bounds, 1, POINTS, "bounds"), 1):
        low, high = (integer(b, -INTEGER, INTEGER) for b in array(pair, 2, 2, "ends"))
        heads = range(max(low, 0), min(high, flips) + 1)
        paths = {k: paths.get(k, 0) + paths.get(k - 1, 0) for k in heads}
    require(count == str(sum(paths.values())), "another number of sequences obeys the bounds")


def evaluate(term: Any, where: dict[str, Fraction], room: list[int]) -> Fraction:
    """Return the value of "p/q", a name, [+, a, b, ...], [-, a, b], [/, a, b] or [^, a, n]."""
    if type(term) is str:
        return where[term] if term in where else rational(term)
    symbol, first, *others = array(term, 2, VALUES, "operator and operands")
    known = tuple(OPERATORS) if len(others) == 1 else ("+", "*")
    require(symbol in known, "an operation is + or *, or one of - / ^ with two operands")
    value = evaluate(first, where, room)
    for operand in others:
        power = symbol == "^"
        other: Any = integer(operand, 0, INTEGER) if power else evaluate(operand, where, room)
        sizes = [sum(map(int.bit_length, n.as_integer_ratio())) for n in (value, other)]
        size = sizes[0] * other if power else sum(sizes)
        room[0] -= size
        require(size <= BITS and room[0] >= 0, "the numbers grow too large")
        require(symbol != "/" or other != 0, "division by zero")
        value = OPERATORS[symbol](value, other)
    return value


def arithmetic(left: Any, relation: Any, right: Any, where: Any) -> None:
    """Verify that left {relation} right in exact arithmetic, at the given values of the names."""
    require(type(where) is dict and all(map(str.isidentifier, where)), "names are identifiers")
    values = {str(name): rational(value) for name, value in where.items()}
    require(relation in tuple(RELATIONS), "a relation is one of < <= > >= == !=")
    room = [512 * BITS]  # for the operands of all operations together
    sides = [evaluate(side, values, room) for side in (left, right)]
    require(RELATIONS[relation](*sides), f"it is not true that left {relation} right")


KINDS: Any = (empty_version_space, forced_label, two_witnesses, star_set, query_tree, arithmetic)
ENUMERATIONS: Any = (growth, vc_dimension, optimal_queries, coin_paths)


def verify(certificate: object) -> str:
    """Return in one line what the certificate proves, or raise ``Rejected``."""
    require_plain(certificate)
    keys = ("schema", "kind", "problem", "digest", "proof")
    schema, kind, problem, digest, proof = fields(certificate, *keys)
    require(schema == SCHEMA and type(problem) is dict, f"{SCHEMA} states an object")
    canonical = json.dumps(problem, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    require(digest == hashlib.sha256(canonical.encode()).hexdigest(), "wrong digest")
    rules, name, stated = KINDS, str(kind), dict(problem)
    if kind == "finite-enumeration":  # the problem names the rule
        rules, name = ENUMERATIONS, str(stated.pop("enumeration", ""))
    named = {rule.__name__.replace("_", "-"): rule for rule in rules}
    require(name in named, "unknown kind or enumeration")
    form = inspect.getfullargspec(named[name])
    fields(proof, *form.kwonlyargs)
    named[name](*fields(stated, *form.args), **proof)
    of = stated.get("hypotheses", {})
    if "x" in stated and "of" in of:
        stated["x"] = f"{of['points'][Finite(of).point(stated['x'])]!a:.99} of {of['of']!a:.60}"
    return f"{kind}: {named[name].__doc__}".replace("Verify that ", "")[:-1].format(**stated)


def accepted(certificate: object) -> bool:
    """Decide whether the certificate proves what it states."""
    try:
        return bool(verify(certificate))
    except Rejected:
        return False


def read(path: str) -> object:
    """Return the JSON value in a file, with False for an object where a key occurs twice."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - one import less to trust
            content = file.read(BYTES + 1)
        require(len(content) <= BYTES, "the file is too large")
        return json.loads(content, object_pairs_hook=lambda p: len(dict(p)) == len(p) and dict(p))
    except (OSError, ValueError, RecursionError) as error:
        raise Rejected(f"{error}") from error


def main(paths: list[str]) -> int:
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
