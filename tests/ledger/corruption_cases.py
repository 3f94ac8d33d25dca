"""Hundreds of true certificates, the ways to corrupt them, and a second opinion.

``is_true`` decides a statement by brute force and shares no idea with the checker:
thresholds, intervals and half-circles are replaced by finitely many, at least one for
each way to label the instances that are named; normals are eliminated coordinate by
coordinate (Fourier and Motzkin); star numbers and query trees are found
by trying everything, coins are flipped one by one, and fractions are pairs of integers.
"""

import copy
import operator
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from itertools import chain, combinations, pairwise, product
from typing import Any

from altheory import certificate as make
from altheory.complexity.query_tree import greedy_query_tree, optimal_query_tree
from altheory.complexity.shattering import growth, vc_certificate
from altheory.complexity.star import star_set
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.rectangles import Rectangles
from altheory.hypotheses.thresholds import Thresholds
from tests.ledger.checker_cases import ACCEPTED

Certificate = dict[str, Any]
CIRCLE = {"class": "circle"}
INTERVALS = {"class": "intervals"}
Path = tuple[Any, ...]

# Generated certificates.


def small_classes() -> list[FiniteClass]:
    """Return every class on two points, and a few on three."""
    squares = chain.from_iterable(combinations(range(4), size) for size in range(1, 5))
    cubes = [(0, 1, 2, 4), (0, 4, 6, 7), (0, 1, 2, 4, 3, 6, 7), range(8), (1, 6)]
    return [FiniteClass(2, masks) for masks in squares] + [FiniteClass(3, m) for m in cubes]


def of_class(of: FiniteClass) -> Iterator[Certificate]:
    points = range(of.n_points)
    for x, y in product(points, (-1, 1)):
        for z in points:
            yield of.version_space().restrict(x, y).certificate(z)
    yield star_set(of).certificate()
    yield vc_certificate(of)
    for size in range(of.n_points + 1):
        yield make.growth(of.table(), size, growth(of, size))
    worst, mean = optimal_query_tree(of), optimal_query_tree(of, "average")
    yield from (tree.certificate() for tree in (worst, mean, greedy_query_tree(of)))
    yield make.optimal_queries(of.table(), "worst", worst.depth)
    yield make.optimal_queries(of.table(), "total", mean.total)


def of_thresholds() -> Iterator[Certificate]:
    fourths = [Fraction(k, 4) for k in range(5)]
    for low, high in product(fourths, fourths):
        space = Thresholds().version_space().restrict_all([low, high], [-1, 1])
        yield from (space.certificate(x) for x in (Fraction(1, 3), high))


def of_other_classes() -> Iterator[Certificate]:
    """Yield what follows from up to three labels, as the second opinion sees it."""
    eighths = [Fraction(k, 8) for k in range(9)]
    classes = [INTERVALS | {"min_width": w} for w in ("0/1", "1/4", "5/8", "1/1")]
    for of, i in product([*classes, CIRCLE], range(12)):
        labels = [(eighths[(3 * i + 2 * j) % 9], (-1) ** (i >> j)) for j in range(i % 4)]
        yield from answered(of, labels, eighths[5 * i % 9])


def answered(of: Certificate, labels: list[tuple[Fraction, int]], x: Fraction) -> Iterator[Any]:
    problem = {"hypotheses": of, "labels": make.sample_text(labels), "x": make.text(x)}
    found = {h(problem["x"]): h for h in agreeing(problem)}
    match sorted(found.keys() - {0}):
        case []:
            yield make.empty_version_space(of, labels)
        case [y]:
            yield make.forced_label(of, labels, x, y)
        case _:
            yield make.two_witnesses(of, labels, x, [found[y].args[0] for y in (-1, 1)])


def of_named_points() -> Iterator[Certificate]:
    """Yield certificates whose points have names, which change nothing in what is true."""
    space = Rectangles(2).version_space().restrict((0.5, 0.5), 1).restrict((0.75, 0.5), -1)
    for x in ((0.5, 0.5), (0.9, 0.9), (0.25, 0.25)):
        yield space.certificate(x)
    yield space.restrict((0.75, 0.75), 1).restrict((0.75, 0.25), 1).certificate((0, 0))


def of_separators() -> Iterator[Certificate]:
    """Yield labels in the cone of two, and of its contrary together with them."""
    of = {"class": "sphere", "dimension": 2}
    for k, i, j in product((-1, 2), (0, 1), (1, 3)):
        labels = [((1, 0), 1), ((-k, -3), -1)]
        x, normal = (i + j * k, 3 * j), (1, 1 - k if k < 0 else 1)
        yield make.forced_label(of, labels, x, 1, multipliers=[i, j], witness=normal)
        yield make.empty_version_space(of, [*labels, (x, -1)], multipliers=[i, j, 1])
        yield make.two_witnesses(of, labels[:1], (-i, j), ((1, -1), (1, 2)))


def of_coins() -> Iterator[Certificate]:
    for width, flips in product(range(3), range(1, 5)):
        bounds = [(n // 2 - width, n // 2 + width) for n in range(1, flips + 1)]
        yield make.coin_paths(bounds, obedient(bounds))


def of_arithmetic() -> Iterator[Certificate]:
    for k, n in product(range(1, 5), range(3)):
        where = {"e": Fraction(1, k), "f": Fraction(k, 7)}
        yield make.arithmetic(("+", ("^", "e", n), "f", 1), ">", 1, where)
        yield make.arithmetic(("*", ("-", 2, "e"), ("/", "f", k)), "==", *product_of(where, k))


def product_of(where: dict[str, Fraction], k: int) -> tuple[Fraction, dict[str, Fraction]]:
    return (2 - where["e"]) * where["f"] / k, where


def certificates() -> list[Certificate]:
    """Return at least 200 different true certificates of all kinds."""
    generated = [c for of in small_classes() for c in of_class(of)]
    generated += [
        *of_thresholds(),
        *of_other_classes(),
        *of_named_points(),
        *of_separators(),
        *of_coins(),
        *of_arithmetic(),
    ]
    generated += [c for c in ACCEPTED.values() if len(str(c)) < 600]
    return list({str(c): c for c in generated}.values())


# Corruptions.


def places(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every value inside a certificate with the way to it."""
    yield path, value
    if not isinstance(value, dict | list):
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in parts:
        yield from places(part, (*path, key))


def put(certificate: Certificate, path: Path, value: Any) -> Any:
    if not path:
        return value
    changed = copy.deepcopy(certificate)
    at: Any = changed
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return changed


def sealed(certificate: Certificate) -> Certificate:
    return certificate | {"digest": make.digest(certificate["problem"])}


def is_rational(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("-?[0-9]+/[0-9]+", value) is not None


def rational(change: Callable[[int, int], Any]) -> Callable[[Any], list[Any]]:
    """Return the corruption of a rational by a function of numerator and denominator."""
    return lambda value: [change(*map(int, value.split("/")))] if is_rational(value) else []


def integer(change: Callable[[int], Any]) -> Callable[[Any], list[Any]]:
    return lambda value: [change(value)] if type(value) is int else []


def array(change: Callable[[list[Any]], list[Any]]) -> Callable[[Any], list[Any]]:
    return lambda value: [change(value)] if type(value) is list and value else []


def record(change: Callable[[dict[str, Any], str], Any]) -> Callable[[Any], list[Any]]:
    return lambda value: [change(value, key) for key in value] if type(value) is dict else []


def row(change: Callable[[str], str]) -> Callable[[Any], list[Any]]:
    return lambda value: [change(value)] if is_row(value) else []


def is_row(value: Any) -> bool:
    return isinstance(value, str) and value != "" and set(value) <= set("+-")


NAMES = ("<", "<=", ">", ">=", "==", "!=", "worst", "total", "-", "*", "/")
MALFORMED: dict[str, Callable[[Any], list[Any]]] = {
    "a denominator of zero": rational(lambda p, _: f"{p}/0"),
    "a text that is no number": rational(lambda *_: "NaN"),
    "twice numerator and denominator": rational(lambda p, q: f"{2 * p}/{2 * q}"),
    "both signs turned": rational(lambda p, q: f"{-p}/{-q}"),
    "a rational as a float": rational(lambda p, q: p / q),
    "a rational with a blank": rational(lambda p, q: f"{p} /{q}"),
    "a rational without denominator": rational(lambda p, _: f"{p}"),
    "an integer as a float": integer(float),
    "an integer as a truth value": integer(lambda n: n != 0),
    "an integer as a text": integer(str),
    "an integer that is huge": integer(lambda n: n + 10**10),
    "nothing in its place": lambda _: [None],
    "a number with a point in its place": lambda _: [float("nan")],
    "an entry more in an object": record(lambda d, _: d | {"extra": 0}),
    "an entry less in an object": record(lambda d, k: {j: v for j, v in d.items() if j != k}),
    "an object as an array": record(lambda d, _: list(d.items())),
    "an array as an object": array(lambda a: {"0": a}),  # type: ignore[arg-type,return-value]  # wrong on purpose
}
DOUBTFUL: dict[str, Callable[[Any], list[Any]]] = {
    "numerator + 1": rational(lambda p, q: make.text(Fraction(p + 1, q))),
    "numerator - 1": rational(lambda p, q: make.text(Fraction(p - 1, q))),
    "denominator + 1": rational(lambda p, q: make.text(Fraction(p, q + 1))),
    "a rational negated": rational(lambda p, q: make.text(Fraction(-p, q))),
    "a rational upside down": rational(lambda p, q: make.text(Fraction(q, p or 1))),
    "integer + 1": integer(lambda n: n + 1),
    "integer - 1": integer(lambda n: n - 1),
    "a sign or label turned": integer(operator.neg),
    "the first entry dropped": array(lambda a: a[1:]),
    "the last entry dropped": array(lambda a: a[:-1]),
    "an entry twice": array(lambda a: [*a, a[-1]]),
    "entries reversed": array(lambda a: a[::-1]),
    "entries rotated": array(lambda a: a[1:] + a[:1]),
    "a first sign turned": row(lambda r: ("-" if r[0] == "+" else "+") + r[1:]),
    "a last sign turned": row(lambda r: r[:-1] + ("-" if r[-1] == "+" else "+")),
    "a sign less": row(lambda r: r[:-1]),
    "a sign more": row(lambda r: r + "+"),
    "another name": lambda value: [*NAMES] if value in NAMES else [],
    "another count": lambda value: (
        [str(int(value) + 1), str(int(value) - 1)]
        if isinstance(value, str) and value.isdigit()
        else []
    ),
}


def corrupted(
    certificate: Certificate, change: Callable[[Any], list[Any]]
) -> Iterator[Certificate]:
    """Yield the certificate changed in one place, as it is and sealed again."""
    for path, value in places(certificate):
        for other in change(value):
            changed = put(certificate, path, other)
            yield changed
            if path and path[0] == "problem" and isinstance(changed["problem"], dict):
                yield sealed(changed)


def exchanged(this: Certificate, other: Certificate) -> dict[str, Certificate]:
    """Return corruptions that mix two certificates, by name."""
    return {
        "another's proof": this | {"proof": other["proof"]},
        "another's problem and digest": this
        | {"problem": other["problem"], "digest": other["digest"]},
        "another's problem": this | {"problem": other["problem"]},
        "another's digest": this | {"digest": other["digest"]},
        "another's kind": this | {"kind": other["kind"]},
        "the proof stripped": this | {"proof": {}},
        "a digit of the digest changed": this
        | {"digest": ("1" if this["digest"][0] == "0" else "0") + this["digest"][1:]},
        "another schema": this | {"schema": "altheory-certificate/0"},
    }


# The second opinion.


def is_true(certificate: Certificate) -> bool:
    """Decide by brute force whether the statement of a certificate is true."""
    problem = certificate["problem"]
    try:
        return bool(JUDGES[problem.get("enumeration", certificate["kind"])](problem))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return False  # the statement has no meaning


def functions(problem: Any) -> list[partial[int]]:
    """Return the classifiers of a class, as far as the instances of a problem tell."""
    of = problem["hypotheses"]
    if of["class"] == "finite":
        return [partial(sign, text) for text in table(problem)]
    seen = {Fraction(x) for x, _ in problem["labels"]} | {Fraction(problem.get("x", 0))}
    if of == CIRCLE:
        turns = refined({(x + Fraction(k, 4)) % 1 for x in seen for k in range(4)})
        return [partial(toward, u) for u in turns]
    if not all(0 <= x <= 1 for x in seen):
        raise ValueError("outside the unit interval")
    if of == {"class": "thresholds"}:
        return [partial(above, cut) for cut in refined(seen)]
    return [
        partial(inside, ends) for ends in (*wide_pairs(seen, Fraction(of["min_width"])), "empty")
    ]


def refined(seen: set[Fraction]) -> list[Fraction]:
    """Return 0, 1, what is seen within them, and a number between each two neighbors."""
    ends = sorted({*(x for x in seen if 0 <= x <= 1), Fraction(0), Fraction(1)})
    return [*ends, *((a + b) / 2 for a, b in pairwise(ends))]


def wide_pairs(seen: set[Fraction], width: Fraction) -> list[tuple[Fraction, Fraction]]:
    """Return intervals: between any two places, and of the least width from any place on."""
    if not 0 <= width <= 1:
        raise ValueError("no such width")
    lows = refined(seen | {x - width for x in (*seen, Fraction(1))})
    pairs = [*product(lows, refined(seen)), *((a, a + width) for a in lows)]
    return [(a, b) for a, b in pairs if a + width <= b <= 1]


def inside(ends: Any, x: str) -> int:
    return 1 if ends != "empty" and ends[0] <= Fraction(x) <= ends[1] else -1


def toward(u: Fraction, x: str) -> int:
    """Return the sign of the cosine of the angle between two directions."""
    away = abs((Fraction(x) - u + Fraction(1, 2)) % 1 - Fraction(1, 2))
    return (away < Fraction(1, 4)) - (away > Fraction(1, 4))


def above(cut: Fraction, x: str) -> int:
    return 1 if cut <= Fraction(x) else -1


def sign(text: str, x: str) -> int:
    return {"+": 1, "-": -1}[text[place(x, len(text))]]


def place(x: str, n: int) -> int:
    value = Fraction(x)
    if value not in range(n):
        raise ValueError("no such point")
    return int(value)


def table(problem: Any) -> list[str]:
    n: int = problem["hypotheses"]["n_points"]
    texts: list[str] = problem["hypotheses"]["hypotheses"]
    if not texts or any(len(text) != n for text in texts) or len(set(texts)) < len(texts):
        raise ValueError("not a table")
    return texts


def open_labels(problem: Any) -> set[int]:
    """Return the labels at x of the classifiers that agree with every label."""
    if problem["hypotheses"].get("class") == "sphere":
        return sides(problem)
    return {h(problem.get("x", "0/1")) for h in agreeing(problem)} - {0}


def agreeing(problem: Any) -> list[partial[int]]:
    """Return the classifiers that agree with every label."""
    return [h for h in functions(problem) if all(h(x) == y for x, y in problem["labels"])]


def sides(problem: Any) -> set[int]:
    """Return the labels at x of the normals that agree with every label, 1 if there is no x."""
    d = dimension_of(problem["hypotheses"])
    given = [[y * number for number in vector(x, d)] for x, y in problem["labels"]]
    if "x" not in problem:
        return {1} if feasible(given) else set()
    x = vector(problem["x"], d)
    return {y for y in (-1, 1) if feasible([*given, [y * number for number in x]])}


def dimension_of(of: Certificate) -> int:
    if of.keys() != {"class", "dimension"} or not 2 <= of["dimension"] <= 400:
        raise ValueError("no sphere")
    return int(of["dimension"])


def vector(texts: Any, d: int) -> list[Fraction]:
    numbers = [Fraction(text) for text in texts]
    if len(numbers) != d or not any(numbers):
        raise ValueError("not a vector")
    return numbers


def feasible(rows: list[list[Fraction]]) -> bool:
    """Decide whether some w has a positive product with every row, without its last number."""
    if not rows or not rows[0]:
        return not rows
    ups, downs = ([r for r in rows if sign * r[-1] > 0] for sign in (1, -1))
    pairs = [
        [up[-1] * b - down[-1] * a for a, b in zip(up, down, strict=True)][:-1]
        for up, down in product(ups, downs)
    ]
    return feasible([*pairs, *(r[:-1] for r in rows if not r[-1])])


def obedient(bounds: Any) -> int:
    flips = product((0, 1), repeat=len(bounds))
    return sum(
        all(low <= sum(f[: n + 1]) <= high for n, (low, high) in enumerate(bounds)) for f in flips
    )


def has_star(problem: Any) -> bool:
    of = problem["hypotheses"]
    if of in ({"class": "thresholds"}, CIRCLE):
        return problem["size"] in range(3)
    if of["class"] == "sphere":  # any number in space, two in the plane
        return bool(0 <= problem["size"] <= (2 if dimension_of(of) == 2 else 400))
    if of == INTERVALS | {"min_width": "0/1"}:
        return bool(problem["size"] >= 0)  # points of their own around the empty interval
    if of == INTERVALS | {"min_width": "1/1"}:
        return problem["size"] in range(2)  # there are two hypotheses
    texts = table(problem)
    sets = combinations(range(len(texts[0])), problem["size"])
    return any(
        all(
            any(
                [a != b for a, b in zip(sub(c, s), sub(h, s), strict=True)] == only(i, s)
                for h in texts
            )
            for i in s
        )
        for s in sets
        for c in texts
    )


def sub(text: str, points: tuple[int, ...]) -> list[str]:
    return [text[x] for x in points]


def only(i: int, points: tuple[int, ...]) -> list[bool]:
    return [x == i for x in points]


def trees(texts: tuple[str, ...]) -> set[tuple[int, int]]:
    """Return the depth and total depth of every query tree without useless questions."""
    if len(texts) == 1:
        return {(0, 0)}
    found: set[tuple[int, int]] = set()
    for x in range(len(texts[0])):
        sides = [tuple(t for t in texts if t[x] == sign) for sign in "-+"]
        if all(sides):
            for (d, t), (e, u) in product(*map(trees, sides)):
                found.add((1 + max(d, e), len(texts) + t + u))
    return found


def kinds_of_labels(texts: list[str], size: int) -> int:
    sets = combinations(range(len(texts[0])), size)
    return max(len({tuple(sub(t, s)) for t in texts}) for s in sets)


def dimension(texts: list[str]) -> int:
    sizes = range(len(texts[0]) + 1)
    return max(d for d in sizes if kinds_of_labels(texts, d) == 2**d)


def least(problem: Any) -> int:
    found = trees(tuple(table(problem)))
    return {"worst": min(d for d, _ in found), "total": min(t for _, t in found)}[problem["goal"]]


def quotient(term: Any, where: Any) -> tuple[int, int]:
    """Evaluate a term as numerator and positive denominator, never reduced."""
    if isinstance(term, str):
        p, q = where.get(term, term).split("/")
        return int(p), int(q)
    symbol, first, *others = term
    p, q = quotient(first, where)
    if symbol == "^":
        return p ** others[0], q ** others[0]
    for other in others:
        r, s = quotient(other, where)
        if symbol == "/" and r == 0:
            raise ZeroDivisionError
        r, s = (r, s) if symbol != "/" else (s, r) if r > 0 else (-s, -r)
        p, q = {
            "+": (p * s + r * q, q * s),
            "-": (p * s - r * q, q * s),
            "*": (p * r, q * s),
            "/": (p * r, q * s),
        }[symbol]
    return p, q


def holds(problem: Any) -> bool:
    (p, q), (r, s) = (quotient(problem[side], problem["where"]) for side in ("left", "right"))
    signs = {"<": {-1}, "<=": {-1, 0}, ">": {1}, ">=": {0, 1}, "==": {0}, "!=": {-1, 1}}
    difference = p * s - r * q
    return (difference > 0) - (difference < 0) in signs[problem["relation"]]


JUDGES: dict[str, Callable[[Any], bool]] = {
    "empty-version-space": lambda p: open_labels(p) == set(),
    "forced-label": lambda p: open_labels(p) == {*p["answer"]} and len(p["answer"]) == 1,
    "two-witnesses": lambda p: open_labels(p) == {-1, 1} and p["answer"] == [-1, 1],
    "star-set": has_star,
    "query-tree": lambda p: (p["depth"], p["total"]) in trees(tuple(table(p))),
    "growth": lambda p: kinds_of_labels(table(p), p["size"]) == int(p["count"]),
    "vc-dimension": lambda p: dimension(table(p)) == p["dimension"],
    "optimal-queries": lambda p: least(p) == p["queries"],
    "coin-paths": lambda p: obedient(p["bounds"]) == int(p["count"]),
    "arithmetic": holds,
}
