"""The judge of certificates: exact, small, and independent: python -I -S checker.py FILE ...

An object with ``schema``, ``kind``, ``problem`` (the statement), ``digest`` (SHA-256 of it as
canonical JSON) and ``proof`` is accepted if the proof shows that the statement is true.  That is
what the function named like the kind or ``enumeration`` says; its arguments before ``*`` are in the
problem, others in the proof, with a default on spheres alone.  Of graphs: graph_checker.py.
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

SCHEMA, KEYS = "altheory-certificate/1", ("schema", "kind", "problem", "digest", "proof")
BYTES = 8_000_000  # of a file; the limits from here on keep every verification within seconds
VALUES, DEPTH = 100_000, 200  # objects, arrays, texts and integers; how deep within one another
INTEGER, TEXT = 10**9, 4_000  # absolute value of an integer, characters of a text
BITS, WORK = 65_536, 65_536  # of the operands of one operation; table entries in an enumeration
ROWS, POINTS = 2_000, 400  # hypotheses or labels; points, dimensions or flips of a coin
OPERATORS: dict[str, Any] = {"+": add, "-": sub, "*": mul, "/": truediv, "^": pow}
RELATIONS = {"<": lt, "<=": le, ">": gt, ">=": ge, "==": eq, "!=": ne}


class Rejected(ValueError):  # noqa: N818 - a verdict, not a failure of the program
    """The certificate is malformed, or does not prove what it states."""


def check(truth: bool, reason: str) -> None:
    """Reject the certificate for a reason, unless something is true."""
    if not truth:
        raise Rejected(reason)


def _check_plain(certificate: object) -> None:
    parts: list[tuple[Any, int]] = [(certificate, 0)]
    for value, depth in parts:  # which grows as it is gone through
        kind = type(value)
        inside = [*value, *value.values()] if kind is dict else value if kind is list else []
        parts += [(part, depth + 1) for part in inside]
        check(len(parts) <= VALUES and depth <= DEPTH, "the certificate is too large")
        check(kind is not dict or {*map(type, value)} <= {str}, "a key is a text")
        check(kind is not int or abs(value) <= INTEGER, "the integer is too large")
        check(kind is not str or len(value) <= TEXT, f"a text has at most {TEXT} characters")
        check(kind in (dict, list, str, int), f"there is no place for a {kind.__name__}")


def _fields(value: Any, *keys: str) -> list[Any]:
    check(type(value) is dict and set(value) == set(keys), f"expected the keys: {keys}")
    return [value[key] for key in keys]


def array(value: Any, least: int, most: int, what: str) -> list[Any]:
    """Return an array of so many things, or reject it."""
    check(type(value) is list and least <= len(value) <= most, f"need {least} to {most} {what}")
    return list(value)


def rational(value: Any) -> Fraction:
    """Return the number that "p/q" in lowest terms writes, or reject it."""
    written = type(value) is str and re.fullmatch("-?[0-9]+/[1-9][0-9]*", value)
    number = Fraction(value if written else 0)
    check(value == f"{number.numerator}/{number.denominator}", f"no rational: {value!a:.60}")
    return number


def scaled(numbers: Any, most: int = BITS) -> list[int]:
    """Return the numbers, and last 1, as multiples of a unit with at most so many bits."""
    fractions, common = [*numbers], 1
    for number in fractions:
        common = math.lcm(common, number.denominator)
        check(common.bit_length() <= most, "the denominators grow too large")
    return [int(number * common) for number in [*fractions, 1]]


class Line:
    """Thresholds a, +1 iff x >= a, or intervals, +1 iff a <= x <= b, "empty" never; in [0, 1]."""

    def __init__(self, width: Any, always: list[Fraction]) -> None:
        self.width, self.always = self.point(width), always

    def point(self, value: Any) -> Fraction:
        x = rational(value)
        check(0 <= x <= 1, "instances and parameters lie in [0, 1]")
        return x

    def member(self, value: Any) -> tuple[Fraction, Fraction]:
        if value == "empty" and not self.always:
            return Fraction(1), Fraction(0)
        low, high = map(self.point, [value, "1/1"] if self.always else array(value, 2, 2, "ends"))
        check(high - low >= self.width, "an interval has at least the least width")
        return low, high

    def candidate(self, labels: Any) -> Any:
        positive = [*self.always, *(x for x, y in labels if y == 1)]
        if not positive:
            return self.member("empty")
        # If any, one as short as possible, from halfway between its least and its largest start.
        first, last = min(positive), max(positive)
        width = max(self.width, last - first)
        left = max((x for x, y in labels if y == -1 and x < first), default=Fraction(0))
        right = min((x for x, y in labels if y == -1 and x > last), default=Fraction(1))
        low = (max(left, last - width) + min(first, right - width)) / 2
        return low, low + width


class Circle:
    """Directions, in turns: +1 less than 1/4 turn away, -1 more than that, at 1/4 turn no label."""

    point = member = staticmethod(rational)

    def candidate(self, labels: Any) -> Any:
        # What agrees is within 1/4 of all: halfway between those farthest from the first each way.
        centers = [x + Fraction(1 - y, 4) for x, y in labels] or [Fraction(0)]
        offsets = [(center - centers[0] + Fraction(1, 2)) % 1 for center in centers]
        return centers[0] + (min(offsets) + max(offsets) - 1) / 2


class Sphere:
    """Normals w, arrays of rationals like x, not all 0: the sign of w.x, or no label if it is 0."""

    def __init__(self, dimension: Any, multipliers: Any = None, witness: Any = None) -> None:
        check(dimension in range(2, POINTS + 1), f"a dimension lies from 2 to {POINTS}")
        self.dimension, self.multipliers, self.room = int(dimension), multipliers, 64 * BITS
        self.witness = self.member(witness) if witness else [0] * dimension

    def point(self, value: Any) -> list[int]:
        vector = scaled(map(rational, array(value, self.dimension, self.dimension, "numbers")))
        self.room -= self.dimension * max(map(int.bit_length, vector))  # bits, of all together
        check(any(vector[:-1]) and self.room >= 0, "a vector is zero, or its numbers too large")
        return vector

    member = point

    def candidate(self, labels: Any) -> Any:
        if not _agree(self.witness, labels):
            # If sum m y x = 0, m >= 0 and not all 0, no w has all y w.x > 0: sum m y w.x is 0.
            shares = [*map(rational, array(self.multipliers, len(labels), len(labels), "numbers"))]
            weights = scaled(m * y / x[-1] for m, (x, y) in zip(shares, labels, strict=True))
            sums = [sum(map(mul, weights, c)) for c in zip(*(x for x, _ in labels), strict=True)]
            check(any(shares) and min(shares) >= 0 and not any(sums[:-1]), "no refutation")
        return self.witness


class Finite:
    """A table: rows of n signs at "0/1", "1/1", ..., which "of" and "points" name, unverified."""

    def __init__(self, value: Any) -> None:
        named = ("of", "points") if type(value) is dict and "of" in value else ()
        name, n_points, rows, *names = _fields(value, "class", "n_points", "hypotheses", *named)
        check(name == "finite" and n_points in range(1, POINTS + 1), "unknown class, or its size")
        self.n_points, self.rows = n_points, tuple(array(rows, 1, ROWS, "hypotheses"))
        texts = {r for r in self.rows if type(r) is str and re.fullmatch(f"[+-]{{{n_points}}}", r)}
        check(len(texts) == len(rows), f"the rows are distinct, of {n_points} signs + and -")
        self.points = [f"{x}/1" for x in range(self.n_points)]
        of, points = names or ("", self.points)
        known = [of, *array(points, self.n_points, self.n_points, "points")]
        check(len({x for x in known if type(x) is str}) == len(known), "names are distinct texts")

    def point(self, value: Any) -> int:
        check(value in self.points, f"there is no point {value!a:.60}")
        return self.points.index(value)

    def member(self, value: Any) -> str:
        check(value in self.rows, "a member is a row of the class")
        return str(value)

    def most_labelings(self, size: Any) -> int:
        check(size in range(self.n_points + 1), "there are not so many points")
        check(math.comb(self.n_points, size) * len(self.rows) <= WORK, "too large to enumerate")
        sets = combinations(range(self.n_points), size)
        return max(len({tuple(row[x] for x in points) for row in self.rows}) for points in sets)


def _family(value: Any, *evidence: Any) -> Any:
    name = value.get("class") if type(value) is dict else None
    if value == {"class": "thresholds"}:
        return Line("0/1", [Fraction(1)])
    if name == "intervals":
        return Line(_fields(value, "class", "min_width")[1], [])
    if name == "sphere":
        return Sphere(_fields(value, "class", "dimension")[1], *evidence)
    return Circle() if value == {"class": "circle"} else Finite(value)


def _says(h: Any, x: Any) -> int:
    if type(h) is str:
        return 1 if h[x] == "+" else -1
    if type(h) is tuple:
        return 1 if h[0] <= x <= h[1] else -1
    if type(h) is list:
        side: int = sum(map(mul, h[:-1], x))
        return (side > 0) - (side < 0)
    quarters: Fraction = 4 * min((x - h) % 1, (h - x) % 1)
    return (quarters < 1) - (quarters > 1)


def _read(hypotheses: Any, labels: Any, *evidence: Any) -> tuple[Any, list[Any]]:
    of = _family(hypotheses, *evidence)
    pairs = [array(pair, 2, 2, "entries") for pair in array(labels, 0, ROWS, "labels")]
    check(all(type(y) is int and y in {-1, 1} for _, y in pairs), "a label is -1 or 1")
    return of, [(of.point(x), y) for x, y in pairs]


def _agree(h: Any, labels: Any) -> bool:
    return all(_says(h, x) == y for x, y in labels)


def _satisfiable(of: Any, labels: Any) -> bool:
    candidates = of.rows if isinstance(of, Finite) else [of.candidate(labels)]
    return any(_agree(h, labels) for h in candidates)


def empty_version_space(hypotheses: Any, labels: Any, *, multipliers: Any = None) -> None:
    """Verify that no hypothesis agrees with the labels."""
    check(not _satisfiable(*_read(hypotheses, labels, multipliers)), "some hypothesis agrees")


def forced_label(
    hypotheses: Any, labels: Any, x: Any, answer: Any, *, multipliers: Any = (), witness: Any = ()
) -> None:
    """Verify that hypotheses agree with the labels, all of which say {answer[0]} at {x:.199}."""
    # On the sphere y x = sum m y x with multipliers m; they are not all 0, as x is not: w.x != 0.
    shares = [*array(multipliers or [], 0, ROWS, "multipliers"), "1/1"]
    of, given = _read(hypotheses, labels, shares, witness)
    check(answer in ([-1], [1]), "the answer is [-1] or [1]")
    (y,), at = answer, of.point(x)
    check(_satisfiable(of, [*given, (at, y)]), f"no hypothesis that agrees says {y}")
    check(not _satisfiable(of, [*given, (at, -y)]), f"one that agrees says {-y}")


def two_witnesses(hypotheses: Any, labels: Any, x: Any, answer: Any, *, witnesses: Any) -> None:
    """Verify that hypotheses that agree with the labels say both -1 and 1 at {x:.199}."""
    of, given = _read(hypotheses, labels)
    check(answer == [-1, 1], "the answer is [-1, 1]")
    for y, h in zip(answer, array(witnesses, 2, 2, "witnesses"), strict=True):
        check(_agree(of.member(h), [*given, (of.point(x), y)]), f"no witness for {y}")


def star_set(hypotheses: Any, size: Any, *, points: Any, center: Any, neighbors: Any) -> None:
    """Verify that each neighbor differs at its point alone: the star number is at least {size}."""
    of = _family(hypotheses)
    middle, xs = of.member(center), [of.point(x) for x in array(points, 0, POINTS, "points")]
    signs = [_says(middle, x) for x in xs]
    check(size == len(xs) and 0 not in signs, "the center labels as many points as stated")
    for i, h in enumerate(array(neighbors, len(xs), len(xs), "neighbors")):
        flipped = [(x, -y if i == j else y) for j, (x, y) in enumerate(zip(xs, signs, strict=True))]
        check(_agree(of.member(h), flipped), f"neighbor {i} differs not at point {i} alone")


def query_tree(hypotheses: Any, depth: Any, total: Any, *, tree: Any) -> None:
    """Verify that a tree [x, if -, if +] tells all apart, at depth {depth} and {total} in total."""
    of, depths = Finite(hypotheses), list[int]()
    nodes = [(tree, of.rows, 0)]
    for node, rows, asked in nodes:  # which grows as it is gone through
        if type(node) is str:
            check(rows == (node,), "a leaf is reached by its own hypothesis and by no other")
            depths.append(asked)
        else:
            x, *children = array(node, 3, 3, "entries of a node")
            for child, sign in zip(children, "-+", strict=True):
                part = tuple(row for row in rows if row[of.point(x)] == sign)
                nodes.append((child, part, asked + 1))
    check([depth, total] == [max(depths), sum(depths)], "the depths are others")


def growth(hypotheses: Any, size: Any, count: Any) -> None:
    """Verify that some {size} points take {count} labelings, and none take more."""
    check(count == str(Finite(hypotheses).most_labelings(size)), "there are others")


def vc_dimension(hypotheses: Any, dimension: Any, *, shattered: Any) -> None:
    """Verify that a set is shattered and no larger one is: the VC dimension is {dimension}."""
    of = Finite(hypotheses)
    points = [of.point(x) for x in array(shattered, 0, of.n_points, "points")]
    labelings = {tuple(row[x] for x in points) for row in of.rows}
    check(dimension == len(points) and len(labelings) == 2**dimension, "they are not shattered")
    larger = dimension < of.n_points and of.most_labelings(dimension + 1) == 2 << dimension
    check(not larger, "a larger set is shattered")


def optimal_queries(hypotheses: Any, goal: Any, queries: Any) -> None:
    """Verify that the least {goal} depth of a query tree is {queries}, by dynamic programming."""
    of = Finite(hypotheses)
    check(goal in ("worst", "total") and 2 ** len(of.rows) * of.n_points <= WORK, "too large")

    @cache
    def best(rows: tuple[str, ...]) -> int:
        parts = [[tuple(r for r in rows if r[x] == s) for s in "-+"] for x in range(of.n_points)]
        asked, joined = (1, max) if goal == "worst" else (len(rows), sum)
        return asked + min((joined(map(best, p)) for p in parts if all(p)), default=-asked)

    check(queries == best(of.rows), f"the best {goal} depth is {best(of.rows)}")


def coin_paths(bounds: Any, count: Any) -> None:
    """Verify that the number of coin sequences with their heads within the bounds is {count}."""
    paths = {0: 1}  # number of heads -> sequences that obeyed every bound so far
    for flips, pair in enumerate(array(bounds, 1, POINTS, "bounds"), 1):
        low, high = array(pair, 2, 2, "ends")
        check(type(low) is type(high) is int, "ends are integers")
        heads = range(max(low, 0), min(high, flips) + 1)
        paths = {k: paths.get(k, 0) + paths.get(k - 1, 0) for k in heads}
    check(count == str(sum(paths.values())), "another number of sequences obeys the bounds")


def evaluate(term: Any, where: dict[str, Fraction], room: list[int]) -> Fraction:
    """Return the value of "p/q", a name, [+, a, b, ...], [-, a, b], [/, a, b] or [^, a, n]."""
    if type(term) is str:
        return where[term] if term in where else rational(term)
    symbol, first, *others = array(term, 2, VALUES, "operator and operands")
    check(symbol in (tuple(OPERATORS) if len(others) == 1 else ("+", "*")), "unknown operation")
    value = evaluate(first, where, room)
    for operand in others:
        power = symbol == "^"
        check(not power or (type(operand) is int and operand >= 0), "no power of a number")
        other: Any = operand if power else evaluate(operand, where, room)
        sizes = [sum(map(int.bit_length, n.as_integer_ratio())) for n in (value, other)]
        room[0] -= (size := sizes[0] * other if power else sum(sizes))
        check(size <= BITS and room[0] >= 0, "the numbers grow too large")
        check(symbol != "/" or other != 0, "division by zero")
        value = OPERATORS[symbol](value, other)
    return value


def arithmetic(left: Any, relation: Any, right: Any, where: Any) -> None:
    """Verify that left {relation} right in exact arithmetic, at the given values of the names."""
    check(type(where) is dict and all(map(str.isidentifier, where)), "names are identifiers")
    check(relation in tuple(RELATIONS), "a relation is one of < <= > >= == !=")
    values = {str(name): rational(value) for name, value in where.items()}
    room = [512 * BITS]  # for the operands of all operations together
    sides = [evaluate(side, values, room) for side in (left, right)]
    check(RELATIONS[relation](*sides), f"it is not true that left {relation} right")


def verify(certificate: object, more: Any = ()) -> str:
    """Return in one line what a certificate, of more kinds too, proves, or raise ``Rejected``."""
    _check_plain(certificate)
    schema, kind, problem, digest, proof = _fields(certificate, *KEYS)
    check(schema == SCHEMA and type(problem) is dict, f"{SCHEMA} states an object")
    canonical = json.dumps(problem, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    check(digest == hashlib.sha256(canonical.encode()).hexdigest(), "wrong digest")
    rules, name, stated = (*KINDS, *more), str(kind), dict(problem)
    if kind == "finite-enumeration":  # the problem names the rule
        rules, name = ENUMERATIONS, str(stated.pop("enumeration", ""))
    named = {rule.__name__.replace("_", "-"): rule for rule in rules}
    check(name in named, "unknown kind or enumeration")
    form, of = inspect.getfullargspec(named[name]), stated.get("hypotheses", {})
    optional = () if type(of) is dict and of.get("class") == "sphere" else form.kwonlydefaults or ()
    _fields(proof, *(key for key in form.kwonlyargs if key not in optional))
    named[name](*_fields(stated, *form.args), **proof)
    if type(stated.get("x")) is list:
        stated["x"] = f"({', '.join(stated['x'])})"
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
        check(len(content) <= BYTES, "the file is too large")
        return json.loads(content, object_pairs_hook=lambda p: len(dict(p)) == len(p) and dict(p))
    except (OSError, ValueError, RecursionError) as error:
        raise Rejected(f"{error}") from error


def main(paths: list[str], more: Any = ()) -> int:
    """Judge files, one line each: 0 if all are accepted, 1 if not, 2 if there are none."""
    status = 0 if paths else 2
    for path in paths:
        try:
            verdict = f"accepted: {verify(read(path), more)}"
        except Rejected as reason:
            verdict, status = f"rejected: {reason}", 1
        sys.stdout.write(f"{path}: {verdict}\n".encode("ascii", "backslashreplace").decode())
    return status


KINDS: Any = (empty_version_space, forced_label, two_witnesses, star_set, query_tree, arithmetic)
ENUMERATIONS: Any = (growth, vc_dimension, optimal_queries, coin_paths)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
