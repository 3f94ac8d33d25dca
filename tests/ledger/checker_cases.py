"""Certificates to judge: true ones of every kind, at every limit, and false neighbors of each.

``ACCEPTED`` and ``REJECTED`` map a description to a certificate.  Rejected ones that
differ from an accepted one in a single respect keep the checker's every line in use.
"""

import copy
import math
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from altheory import certificate as make

THRESHOLDS = {"class": "thresholds"}
STAR = {"class": "finite", "n_points": 3, "hypotheses": ["---", "+--", "-+-", "--+"]}
NAMES: dict[str, Any] = {"of": "boxes", "points": ["(0, 0)", "(1/2, 1/2)", "(1, 1)"]}
NAMED = STAR | NAMES
CHAIN = {"class": "finite", "n_points": 3, "hypotheses": ["---", "--+", "-++", "+++"]}
INTERVALS = {
    "class": "finite",
    "n_points": 3,
    "hypotheses": ["---", "+--", "-+-", "--+", "++-", "-++", "+++"],
}
WIDE_INTERVALS = {"class": "intervals", "min_width": "1/4"}
ALL_INTERVALS = {"class": "intervals", "min_width": "0/1"}
CIRCLE = {"class": "circle"}
CUBE = {
    "class": "finite",
    "n_points": 2,
    "hypotheses": ["--", "-+", "+-", "++"],
}
TREE = [1, [2, "---", "--+"], [0, "-++", "+++"]]
LINE = [0, [1, [2, "---", "--+"], "-+-"], "+--"]
QUARTERS = [(Fraction(1, 4), -1), (Fraction(3, 4), 1)]


def names(rules: Iterable[Callable[..., None]]) -> list[str]:
    """Return the names under which certificates know the checker's rules."""
    return [rule.__name__.replace("_", "-") for rule in rules]


def sixteenths(*pairs: tuple[int, int]) -> list[tuple[Fraction, int]]:
    """Return labeled instances whose instances are multiples of 1/16."""
    return [(Fraction(k, 16), y) for k, y in pairs]


def sixteenth(k: int) -> Fraction:
    return Fraction(k, 16)


def rows(n_points: int, count: int) -> dict[str, Any]:
    """Return the class of the first ``count`` rows in binary order."""
    texts = [f"{i:0{n_points}b}".replace("0", "-").replace("1", "+") for i in range(count)]
    return {"class": "finite", "n_points": n_points, "hypotheses": texts}


def repeated_chain(n_points: int) -> dict[str, Any]:
    """Return ten nested hypotheses on many points."""
    texts = ["+" * k + "-" * (n_points - k) for k in range(10)]
    return {"class": "finite", "n_points": n_points, "hypotheses": texts}


def nested(depth: int) -> dict[str, Any]:
    """Return a true comparison whose deepest value lies ``depth`` levels down."""
    term: Any = "1/1"
    for _ in range(depth - 2):
        term = ["+", term]
    problem = {"left": term, "relation": "==", "right": "1/1", "where": {}}
    return make.seal("arithmetic", problem, {})


def in_basis(a: Any, b: Any, x: Any) -> list[Fraction]:
    """Return the coordinates of a vector in a basis of the plane, exactly."""
    (p, q), (r, s), (u, v) = (map(Fraction, vector) for vector in (a, b, x))
    return [(u * s - v * r) / (p * s - q * r), (p * v - q * u) / (p * s - q * r)]


def power_of_two(n: int) -> Any:
    return ("*", ("^", 2, n // 2), ("^", 2, n - n // 2))


def spending(bits: int) -> tuple[Any, str, Any]:
    """Return a true comparison whose operations have operands of so many bits together.

    One has 2 bits, so its n-th power costs 2 n, and a product with it 4.
    """
    wide = ("^", 1, 32_768)
    rest = bits - 511 * (65_536 + 4)
    return ("*", *[wide] * 500, ("^", 1, rest // 2)), "==", ("*", *[wide] * 11, 1)


def poles(x: tuple[Any, ...]) -> dict[str, Any]:
    """Return the two witnesses along the first axis for an instance without labels."""
    rest = (0,) * (len(x) - 1)
    of = {"class": "sphere", "dimension": len(x)}
    return make.two_witnesses(of, [], x, ((-1, *rest), (1, *rest)))


def fractional(bits: int) -> dict[str, Any]:
    """Return a certificate with an instance whose common denominator has so many bits."""
    powers = [3**8000, 5**5500, 7**4600, 11**3700, 13**3400]
    k = bits - math.prod(powers).bit_length()
    return poles((1, Fraction(1, 2**k), *(Fraction(1, power) for power in powers)))


def spacious(bits: int) -> dict[str, Any]:
    """Return a certificate of so many bits: 512 of the witnesses and twice the instance's."""
    longest = (bits - 512) // 512  # of 256 coordinates
    return poles((Fraction(1, 2**8000), 2 ** (longest - 8001), *(0,) * 254))


def crowded(bits: int) -> dict[str, Any]:
    """Return a certificate of so many bits, five for each bit of a longest coordinate."""
    labels = [((2**13_000, 0, 0, 0, 0), 1)] * 63
    rest = bits // 5 - 63 * 13_001 - 2  # twice the instance's, beside those of the witnesses
    x, pair = (0, 2 ** (rest // 2 - 1), 0, 0, 0), ((1, -1, 0, 0, 0), (1, 1, 0, 0, 0))
    return make.two_witnesses({"class": "sphere", "dimension": 5}, labels, x, pair)


def edited(certificate: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return the certificate with other values at its top level."""
    return copy.deepcopy(certificate) | changes


def restated(certificate: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return the certificate of a changed problem, sealed again."""
    problem = copy.deepcopy(certificate["problem"]) | changes
    return make.seal(certificate["kind"], problem, certificate["proof"])


def reproved(certificate: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return the certificate with a changed proof."""
    return edited(certificate, proof=copy.deepcopy(certificate["proof"]) | changes)


def without(certificate: dict[str, Any], key: str) -> dict[str, Any]:
    return {k: v for k, v in certificate.items() if k != key}


def relation(left: Any, symbol: str, right: Any, **where: Any) -> dict[str, Any]:
    return make.arithmetic(left, symbol, right, where)


EMPTY = make.empty_version_space(THRESHOLDS, [(Fraction(1, 2), 1), (Fraction(1, 2), -1)])
EMPTY_STAR = make.empty_version_space(STAR, [(0, 1), (1, 1)])
FORCED = make.forced_label(THRESHOLDS, QUARTERS, Fraction(7, 8), 1)
FORCED_STAR = make.forced_label(STAR, [(0, 1)], 1, -1)
FORCED_NAMED = make.forced_label(NAMED, [(0, 1)], 1, -1)
PAIR = make.two_witnesses(THRESHOLDS, QUARTERS, Fraction(1, 2), (Fraction(3, 4), Fraction(1, 2)))
PAIR_STAR = make.two_witnesses(STAR, [(0, -1)], 1, ("---", "-+-"))
STAR_SET = make.star_set(STAR, [0, 1, 2], "---", ["+--", "-+-", "--+"])
STAR_LINE = make.star_set(
    THRESHOLDS, [Fraction(1, 3), Fraction(2, 3)], Fraction(1, 2), [Fraction(1, 3), Fraction(1)]
)
QUERY_TREE = make.query_tree(CHAIN, TREE, 2, 8)
QUERY_LINE = make.query_tree(STAR, LINE, 3, 9)
GROWTH = make.growth(STAR, 2, 3)
VC = make.vc_dimension(STAR, [1])
VC_CUBE = make.vc_dimension(CUBE, [0, 1])
WORST = make.optimal_queries(STAR, "worst", 3)
TOTAL = make.optimal_queries(STAR, "total", 9)
COINS = make.coin_paths([(0, 1), (1, 1), (1, 2)], 4)
BETWEEN = make.forced_label(WIDE_INTERVALS, sixteenths((4, 1), (8, 1)), sixteenth(6), 1)
TOO_NARROW = make.empty_version_space(WIDE_INTERVALS, sixteenths((4, -1), (6, 1), (8, -1)))
INTERVAL_PAIR = make.two_witnesses(
    WIDE_INTERVALS,
    sixteenths((4, 1)),
    sixteenth(7),
    ((sixteenth(0), sixteenth(4)), (sixteenth(4), sixteenth(8))),
)
INTERVAL_STAR = make.star_set(
    ALL_INTERVALS,
    [sixteenth(k) for k in (0, 1, 5)],
    "empty",
    [(sixteenth(k),) * 2 for k in (0, 1, 5)],
)
OPPOSITE = make.empty_version_space(CIRCLE, sixteenths((0, 1), (8, 1)))
ARC_LABEL = make.forced_label(CIRCLE, sixteenths((1, 1), (15, 1)), 0, 1)
CIRCLE_PAIR = make.two_witnesses(
    CIRCLE, sixteenths((0, 1)), sixteenth(5), (Fraction(31, 32), sixteenth(2))
)
CIRCLE_STAR = make.star_set(CIRCLE, [sixteenth(3), sixteenth(13)], 0, [sixteenth(14), sixteenth(2)])
SPACE = {"class": "sphere", "dimension": 3}
CORNER = [((1, 0, 0), 1), ((0, Fraction(-1, 2), 0), -1)]
CONE_LABEL = make.forced_label(
    SPACE, CORNER, (3, Fraction(1, 2), 0), 1, multipliers=[3, 1], witness=(1, 1, -7)
)
BALANCED = make.empty_version_space(
    SPACE, [((2, 0, 0), 1), ((0, 3, 0), 1), ((1, 1, 0), -1)], multipliers=[3, 2, 6]
)
NORMALS = make.two_witnesses(SPACE, CORNER, (0, 0, 1), ((1, 1, -1), (Fraction(1, 9), 1, 1)))
BASIS_STAR = make.star_set(
    SPACE,
    [(1, 0, 0), (0, 1, 0), (0, 0, -1)],
    (1, 1, 1),
    [(-1, 1, 1), (1, -1, 1), (1, 1, -1)],
)
POWER = relation(("^", ("-", 1, "e"), 2), ">", ("/", 3, 4), e=Fraction(1, 8))
CHAIN_TOTAL = make.optimal_queries(CHAIN, "total", 8)

ACCEPTED: dict[str, Any] = {
    "empty, thresholds": EMPTY,
    "empty, no cut lies above 1": make.empty_version_space(THRESHOLDS, [(1, -1)]),
    "empty, finite": EMPTY_STAR,
    "empty, one label too many": make.empty_version_space(CHAIN, [(0, 1), (2, -1), (1, 1)]),
    "forced +1": FORCED,
    "forced +1 at a positive instance": make.forced_label(THRESHOLDS, QUARTERS, Fraction(3, 4), 1),
    "forced -1": make.forced_label(THRESHOLDS, QUARTERS, Fraction(1, 8), -1),
    "forced -1 at a negative instance": make.forced_label(THRESHOLDS, QUARTERS, Fraction(1, 4), -1),
    "forced +1 at 1 without labels": make.forced_label(THRESHOLDS, [], 1, 1),
    "forced, finite": FORCED_STAR,
    "forced, points by name": FORCED_NAMED,
    "witnesses, points by name": make.two_witnesses(NAMED, [(0, -1)], 1, ("---", "-+-")),
    "empty, points by name": make.empty_version_space(NAMED, [(0, 1), (1, 1)]),
    "growth, points by name": make.growth(NAMED, 2, 3),
    "a name of one point, empty": make.growth(rows(1, 2) | {"of": "-", "points": [""]}, 1, 2),
    "names in one line": make.forced_label(
        STAR | {"of": "a\nb", "points": ["\n", "{x}", "\u2028" * 90]}, [(0, 1)], 1, -1
    ),
    "witnesses, thresholds": PAIR,
    "witnesses, at 0": make.two_witnesses(THRESHOLDS, [], 0, (1, 0)),
    "witnesses, finite": PAIR_STAR,
    "intervals hold what lies between": BETWEEN,
    "intervals, the gap is too narrow": TOO_NARROW,
    "intervals, no room beside the end": make.empty_version_space(
        WIDE_INTERVALS, sixteenths((1, 1), (4, -1))
    ),
    "intervals, no room beside the other end": make.empty_version_space(
        WIDE_INTERVALS, sixteenths((15, 1), (12, -1))
    ),
    "intervals, a negative instance inside": make.empty_version_space(
        ALL_INTERVALS, sixteenths((4, 1), (8, 1), (6, -1))
    ),
    "intervals, a point of both labels": make.empty_version_space(
        ALL_INTERVALS, sixteenths((4, 1), (4, -1))
    ),
    "intervals, the width forces a label": make.forced_label(
        WIDE_INTERVALS, sixteenths((0, 1)), sixteenth(4), 1
    ),
    "intervals, the width forces a label from above": make.forced_label(
        WIDE_INTERVALS, sixteenths((16, 1)), sixteenth(12), 1
    ),
    "intervals, forced between negative instances": make.forced_label(
        WIDE_INTERVALS, sixteenths((4, -1), (6, 1), (9, -1)), sixteenth(8), 1
    ),
    "intervals, a gap too narrow is forced": make.forced_label(
        WIDE_INTERVALS, sixteenths((4, -1), (8, -1)), sixteenth(6), -1
    ),
    "intervals, the whole": make.forced_label(
        {"class": "intervals", "min_width": "1/1"}, sixteenths((3, 1)), sixteenth(11), 1
    ),
    "witnesses, intervals": INTERVAL_PAIR,
    "witnesses, the empty interval": make.two_witnesses(
        WIDE_INTERVALS, [], 0, ("empty", (0, Fraction(1, 4)))
    ),
    "witnesses, the empty interval at 1": make.two_witnesses(
        WIDE_INTERVALS, [], 1, ("empty", (Fraction(3, 4), 1))
    ),
    "star set, intervals": INTERVAL_STAR,
    "circle, opposite points": OPPOSITE,
    "circle, a label and its contrary": make.empty_version_space(
        CIRCLE, sixteenths((3, 1), (3, -1))
    ),
    "circle, three arcs meet nowhere": make.empty_version_space(
        CIRCLE, sixteenths((0, 1), (5, 1), (11, 1))
    ),
    "circle, two arcs and a third": make.empty_version_space(
        CIRCLE, sixteenths((0, 1), (4, 1), (2, -1))
    ),
    "circle, between": ARC_LABEL,
    "circle, between and beyond zero": make.forced_label(
        CIRCLE, sixteenths((14, 1), (10, 1)), sixteenth(12), 1
    ),
    "circle, opposite": make.forced_label(CIRCLE, sixteenths((3, 1)), sixteenth(11), -1),
    "circle, between negative instances": make.forced_label(
        CIRCLE, sixteenths((1, -1), (15, -1)), 0, -1
    ),
    "circle, up to the end of the arc": make.forced_label(
        CIRCLE, sixteenths((2, 1), (5, -1)), sixteenth(13), 1
    ),
    "witnesses, circle": CIRCLE_PAIR,
    "witnesses, circle without labels": make.two_witnesses(CIRCLE, [], 0, (Fraction(1, 2), 0)),
    "star set, circle": CIRCLE_STAR,
    "sphere, in the cone": CONE_LABEL,
    "sphere, in the opposite cone": make.forced_label(
        SPACE, CORNER, (-6, -1, 0), -1, multipliers=[6, 2], witness=(1, 1, 5)
    ),
    "sphere, a label again": make.forced_label(
        SPACE, CORNER, (Fraction(1, 3), 0, 0), 1, multipliers=[Fraction(1, 3), 0], witness=(1, 1, 0)
    ),
    "sphere, floats": make.forced_label(
        {"class": "sphere", "dimension": 2},
        [((0.1, 0.7), 1), ((-0.2, 0.3), 1)],
        (0.1 - 0.2, 1.0),
        1,
        multipliers=in_basis((0.1, 0.7), (-0.2, 0.3), (0.1 - 0.2, 1.0)),
        witness=(0, 1),
    ),
    "sphere, labels that contradict": BALANCED,
    "sphere, antipodes": make.empty_version_space(
        SPACE, [((1, 2, 3), 1), ((-2, -4, -6), 1), ((0, 0, 1), 1)], multipliers=[2, 1, 0]
    ),
    "witnesses, sphere": NORMALS,
    "witnesses, sphere without labels": poles((1, 5)),
    "star set, sphere": BASIS_STAR,
    "dimensions at the limit": poles((1,) * 400),
    "denominators at the limit": fractional(65_536),
    "coordinates at the limit": spacious(64 * 65_536),
    "coordinates below the limit": crowded(64 * 65_536 - 9),
    "star set, finite": STAR_SET,
    "star set, thresholds": STAR_LINE,
    "star set, no points": make.star_set(STAR, [], "---", []),
    "query tree": QUERY_TREE,
    "query tree, a line": QUERY_LINE,
    "query tree, one hypothesis": make.query_tree(rows(1, 1), "-", 0, 0),
    "growth": GROWTH,
    "growth of no points": make.growth(STAR, 0, 1),
    "growth of all points": make.growth(STAR, 3, 4),
    "VC dimension": VC,
    "VC dimension of the cube": VC_CUBE,
    "VC dimension of intervals": make.vc_dimension(INTERVALS, [0, 2]),
    "VC dimension zero": make.vc_dimension(rows(1, 1), []),
    "best worst depth": WORST,
    "best total depth": TOTAL,
    "best worst depth of a chain": make.optimal_queries(CHAIN, "worst", 2),
    "best total depth of a chain": CHAIN_TOTAL,
    "best depths differ by goal": make.optimal_queries(repeated_chain(9), "total", 34),
    "coin paths": COINS,
    "coin paths, no bound": make.coin_paths([(-3, 7)] * 5, 32),
    "coin paths, tails only": make.coin_paths([(0, 0)] * 3, 1),
    "coin paths, impossible": make.coin_paths([(1, 0)], 0),
    "a power": POWER,
    "a sum of three": relation(("+", 1, 2, 3), "==", 6),
    "a product of three": relation(("*", 2, 3, Fraction(-1, 6)), "<=", -1),
    "a difference": relation(("-", 1, 3), "<", -1),
    "a quotient": relation(("/", 1, -3), "!=", Fraction(1, 3)),
    "the power zero": relation(("^", 0, 0), ">=", 1),
    "a chain of names": relation("a", "==", ("*", "b", 2), a=1, b=Fraction(1, 2)),
    "rows at the limit": make.growth(rows(11, 2000), 0, 1),
    "points at the limit": make.growth(rows(400, 1), 400, 1),
    "labels at the limit": make.forced_label(THRESHOLDS, [(0, -1)] * 2000, 1, 1),
    "flips at the limit": make.coin_paths([(0, 400)] * 400, 2**400),
    "integers at the limit": make.coin_paths([(-(10**9), 10**9)], 2),
    "text at the limit": make.arithmetic("x", ">", 0, {"x": Fraction(1, int("3" * 3998))}),
    "depth at the limit": nested(200),
    "bits of a power at the limit": relation(("^", Fraction(3, 2), 16384), ">", 1),
    "bits of a sum at the limit": relation(("+", power_of_two(40000), power_of_two(25532)), ">", 0),
    "bits in all at the limit": make.arithmetic(*spending(512 * 65_536)),
    "table at the limit": make.growth(rows(64, 1024), 1, 2),
    "search at the limit": make.optimal_queries(repeated_chain(64), "worst", 4),
}

REJECTED: dict[str, Any] = {
    # Not even a certificate.
    "nothing": None,
    "true": True,
    "a text": "certificate",
    "an array": [EMPTY],
    "a float": 0.5,
    "an empty object": {},
    "a key that is no text": {**EMPTY, 1: 2},
    "one key more": EMPTY | {"comment": ""},
    **{f"no {key}": without(EMPTY, key) for key in EMPTY},
    "another schema": edited(EMPTY, schema="altheory-certificate/2"),
    "an unknown kind": make.seal("proof-by-authority", EMPTY["problem"], {}),
    "a kind that is an array": make.seal(["arithmetic"], POWER["problem"], {}),  # type: ignore[arg-type]  # wrong on purpose
    "an enumeration as a kind": make.seal(
        "growth", {k: v for k, v in GROWTH["problem"].items() if k != "enumeration"}, {}
    ),
    "a kind as an enumeration": make.seal(
        "finite-enumeration", EMPTY["problem"] | {"enumeration": "empty-version-space"}, {}
    ),
    "no enumeration": make.seal(
        "finite-enumeration", without(GROWTH["problem"], "enumeration"), {}
    ),
    "an unknown enumeration": restated(GROWTH, enumeration="primes"),
    "an enumeration where none belongs": restated(EMPTY, enumeration="growth"),
    "a problem that is an array": edited(
        EMPTY,
        problem=[],
        digest=make.digest([]),  # type: ignore[arg-type]  # wrong on purpose
    ),
    "a problem that is a text": edited(
        EMPTY,
        problem="",
        digest=make.digest(""),  # type: ignore[arg-type]  # wrong on purpose
    ),
    "a problem of pairs": edited(
        EMPTY,
        problem=[[k, v] for k, v in EMPTY["problem"].items()],
        digest=make.digest([[k, v] for k, v in EMPTY["problem"].items()]),  # type: ignore[arg-type]  # wrong on purpose
    ),
    "a proof that is an array": edited(EMPTY, proof=[]),
    "one key more in the problem": restated(EMPTY, n=1),
    "one key more in the proof": reproved(EMPTY, hint="1/1"),
    "one key less in the problem": make.seal(
        "empty-version-space", without(EMPTY["problem"], "labels"), {}
    ),
    "another digest": edited(EMPTY, digest=FORCED["digest"]),
    "a digest that is a number": edited(EMPTY, digest=0),
    "a truth value": restated(EMPTY, labels=[["1/2", True], ["1/2", -1]]),
    "a null": reproved(PAIR, witnesses=None),
    "a float label": restated(EMPTY, labels=[["1/2", 1.0], ["1/2", -1]]),
    "NaN": restated(EMPTY, labels=[["NaN", 1], ["1/2", -1]]),
    # Rationals.
    **{
        f"the rational {text!r}": restated(FORCED, x=text)
        for text in (
            "7/0",
            "14/16",
            "07/8",
            "7/08",
            "-0/1",
            "7",
            "7/8 ",
            "7/-8",
            "٧/8",
            "",
            "1.5/2",
        )
    },
    "a rational that is a number": restated(FORCED, x=1),
    # Classes.
    "an unknown class": restated(EMPTY, hypotheses={"class": "rectangles"}),
    "a class without a name": restated(EMPTY, hypotheses={}),
    "a class whose name is an array": restated(EMPTY, hypotheses={"class": ["circle"]}),
    "intervals without a width": restated(EMPTY, hypotheses={"class": "intervals"}),
    "intervals with a key more": restated(EMPTY, hypotheses=ALL_INTERVALS | {"n_points": 1}),
    "intervals of a negative width": restated(
        TOO_NARROW, hypotheses=ALL_INTERVALS | {"min_width": "-1/4"}
    ),
    "intervals wider than the line": restated(
        TOO_NARROW, hypotheses=ALL_INTERVALS | {"min_width": "5/4"}
    ),
    "intervals of a width that is a number": restated(
        TOO_NARROW, hypotheses=ALL_INTERVALS | {"min_width": 1}
    ),
    "circle with a key more": restated(OPPOSITE, hypotheses=CIRCLE | {"min_width": "0/1"}),
    "thresholds with a key more": restated(EMPTY, hypotheses=THRESHOLDS | {"n_points": 1}),
    "a class that is a text": restated(EMPTY, hypotheses="thresholds"),
    "a class of another name": restated(EMPTY_STAR, hypotheses=STAR | {"class": "star"}),
    "no points": restated(EMPTY_STAR, hypotheses=STAR | {"n_points": 0}, labels=[]),
    "no points, an empty row": make.growth(
        {"class": "finite", "n_points": 0, "hypotheses": [""]}, 0, 1
    ),
    "points as a text": restated(EMPTY_STAR, hypotheses=STAR | {"n_points": "3/1"}),
    "no hypotheses": restated(EMPTY_STAR, hypotheses=STAR | {"hypotheses": []}),
    "rows that are a text": restated(EMPTY_STAR, hypotheses=STAR | {"hypotheses": "---"}),
    "a row that is an array": restated(
        EMPTY_STAR, hypotheses=STAR | {"hypotheses": [["-", "-", "-"]]}
    ),
    "a row that is a number": restated(EMPTY_STAR, hypotheses=STAR | {"hypotheses": [0]}),
    "a short row": restated(
        EMPTY_STAR, hypotheses=STAR | {"hypotheses": ["--"]}, labels=[["2/1", 1]]
    ),
    "a long row": restated(EMPTY_STAR, hypotheses=STAR | {"hypotheses": ["----"]}),
    "a row with another sign": restated(EMPTY_STAR, hypotheses=STAR | {"hypotheses": ["--0"]}),
    "a row twice": restated(
        EMPTY_STAR,
        hypotheses=STAR | {"hypotheses": [*STAR["hypotheses"], "---"]},  # type: ignore[misc]  # a mixed dict
    ),
    "points by another name": edited(FORCED_NAMED, digest=FORCED_STAR["digest"]),
    **{
        f"names of points, {what}": restated(FORCED_NAMED, hypotheses=NAMED | changed)
        for what, changed in {
            "one twice": {"points": ["(0, 0)", "(1, 1)", "(1, 1)"]},
            "that of the class": {"points": ["(0, 0)", "(1, 1)", "boxes"]},
            "one fewer": {"points": NAMES["points"][:2]},
            "one more": {"points": [*NAMES["points"], "(2, 2)"]},
            "a number": {"points": ["(0, 0)", "(1, 1)", 2]},
            "an array": {"points": ["(0, 0)", "(1, 1)", ["(2, 2)"]]},
            "a text": {"points": "abc"},
            "an object": {"points": {"a": 0, "b": 1, "c": 2}},
            "a class that is a number": {"of": 3},
            "a class that is an array": {"of": ["boxes"]},
        }.items()
    },
    "names of points without a class": restated(
        FORCED_NAMED, hypotheses=STAR | {"points": NAMES["points"]}
    ),
    "a class without names of points": restated(
        FORCED_NAMED, hypotheses=STAR | {"of": NAMES["of"]}
    ),
    "names of points of the line": restated(FORCED, hypotheses=THRESHOLDS | NAMES),
    # Labels.
    "labels that are an object": restated(EMPTY, labels={}),
    "a label of three entries": restated(EMPTY, labels=[["1/2", 1, 1], ["1/2", -1]]),
    "a label of one entry": restated(EMPTY, labels=[["1/2"]]),
    "the label 0": restated(EMPTY, labels=[["1/2", 1], ["1/2", 0]]),
    "the label 2": restated(EMPTY, labels=[["1/2", 2], ["1/2", -1]]),
    "a label as a text": restated(EMPTY, labels=[["1/2", "1"], ["1/2", "-1"]]),
    "an instance above 1": restated(EMPTY, labels=[["3/2", -1]]),
    "an instance below 0": restated(EMPTY, labels=[["-1/2", 1]]),
    "an instance above 1 that costs nothing": restated(FORCED, labels=[["3/4", 1], ["3/2", 1]]),
    "an instance below 0 that costs nothing": restated(FORCED, labels=[["3/4", 1], ["-1/2", -1]]),
    "a point beyond the last": restated(FORCED_STAR, x="3/1"),
    "a point before the first": restated(FORCED_STAR, x="-1/1"),
    "a point between two": restated(FORCED_STAR, x="3/2"),
    "not empty": restated(EMPTY, labels=[["1/2", 1], ["1/4", -1]]),
    "not empty, at one instance": restated(EMPTY, labels=[["1/2", 1]]),
    "not empty, at one negative instance": restated(EMPTY, labels=[["1/2", -1]]),
    "not empty, without labels": restated(EMPTY, labels=[]),
    "not empty, finite": restated(EMPTY_STAR, labels=[["0/1", 1], ["1/1", -1]]),
    "not empty, thanks to the last row": restated(EMPTY_STAR, labels=[["2/1", 1]]),
    "the other label": restated(FORCED, answer=[-1]),
    "both labels as one answer": restated(FORCED, answer=[-1, 1]),
    "no answer": restated(FORCED, answer=[]),
    "the answer 2": restated(FORCED, answer=[2]),
    "not forced": restated(FORCED, x="1/2"),
    "not forced by a negative label": restated(FORCED, labels=[["1/4", -1]], x="1/2"),
    "not forced, finite": restated(FORCED_STAR, labels=[]),
    "forced by a contradiction": make.forced_label(THRESHOLDS, [(1, -1)], Fraction(1, 2), -1),
    "forced by a contradiction, finite": make.forced_label(STAR, [(0, 1), (1, 1)], 2, -1),
    "witnesses swapped": reproved(PAIR, witnesses=PAIR["proof"]["witnesses"][::-1]),
    "one witness": reproved(PAIR, witnesses=["3/4"]),
    "three witnesses": reproved(PAIR, witnesses=["3/4", "1/2", "1/2"]),
    "a witness against a positive label": reproved(PAIR, witnesses=["4/5", "1/2"]),
    "a witness against a negative label": reproved(PAIR, witnesses=["3/4", "1/4"]),
    "a witness outside the class": reproved(PAIR, witnesses=["3/4", "-1/2"]),
    "a witness above 1": make.two_witnesses(THRESHOLDS, [], 1, (2, 1)),
    "a witness of no row": make.two_witnesses(STAR, [(0, -1)], 1, ("---", "-++")),
    "a witness that is an array": reproved(PAIR_STAR, witnesses=[["---"], "-+-"]),
    "a witness twice": reproved(PAIR_STAR, witnesses=["---", "---"]),
    "witnesses in the other order": reproved(
        restated(PAIR_STAR, answer=[1, -1]), witnesses=["-+-", "---"]
    ),
    "witnesses and a single answer": restated(PAIR, answer=[1]),
    # Intervals and half-circles.
    "intervals, the gap is wide enough": make.empty_version_space(
        WIDE_INTERVALS, sixteenths((4, -1), (6, 1), (9, -1))
    ),
    "intervals, the gap on the left is wide enough": make.empty_version_space(
        WIDE_INTERVALS, sixteenths((3, -1), (6, 1), (8, -1))
    ),
    "intervals, a second negative instance on the left": make.empty_version_space(
        WIDE_INTERVALS, sixteenths((1, -1), (4, -1), (6, 1), (9, -1))
    ),
    "intervals, a second negative instance on the right": make.empty_version_space(
        WIDE_INTERVALS, sixteenths((7, -1), (10, 1), (12, -1), (15, -1))
    ),
    "intervals, there is room up to the end": make.empty_version_space(
        WIDE_INTERVALS, sixteenths((1, 1), (5, -1))
    ),
    "intervals, there is room up to the other end": make.empty_version_space(
        WIDE_INTERVALS, sixteenths((15, 1), (11, -1))
    ),
    "intervals, the empty one agrees": make.empty_version_space(
        WIDE_INTERVALS, sixteenths((4, -1), (8, -1))
    ),
    "intervals, a point agrees": make.empty_version_space(
        ALL_INTERVALS, sixteenths((3, -1), (4, 1), (5, -1))
    ),
    "intervals, a wide one agrees": make.empty_version_space(
        WIDE_INTERVALS, sixteenths((2, -1), (4, 1), (12, 1), (13, -1))
    ),
    "intervals, not forced beyond the width": make.forced_label(
        WIDE_INTERVALS, sixteenths((0, 1)), sixteenth(5), 1
    ),
    "intervals, not forced below the width": make.forced_label(
        WIDE_INTERVALS, sixteenths((0, 1)), sixteenth(5), -1
    ),
    "intervals, the empty one is not forced": make.forced_label(
        WIDE_INTERVALS, [], sixteenth(6), -1
    ),
    "intervals, an instance above 1": restated(
        BETWEEN, labels=[["1/4", 1], ["1/2", 1], ["5/4", 1]]
    ),
    "an interval that is too short": reproved(
        INTERVAL_PAIR, witnesses=[["3/16", "1/4"], ["1/4", "1/2"]]
    ),
    "an interval from right to left": reproved(
        INTERVAL_PAIR, witnesses=[["1/4", "0/1"], ["1/4", "1/2"]]
    ),
    "an interval beyond the line": reproved(
        INTERVAL_PAIR, witnesses=[["-1/4", "1/4"], ["1/4", "1/2"]]
    ),
    "an interval with one end": reproved(INTERVAL_PAIR, witnesses=[["1/4"], ["1/4", "1/2"]]),
    "an interval with three ends": reproved(
        INTERVAL_PAIR, witnesses=[["0/1", "1/8", "1/4"], ["1/4", "1/2"]]
    ),
    "an interval that is a rational": reproved(INTERVAL_PAIR, witnesses=["1/4", ["1/4", "1/2"]]),
    "the empty interval against a positive label": reproved(
        INTERVAL_PAIR, witnesses=["empty", ["1/4", "1/2"]]
    ),
    "an interval against its upper end": reproved(
        INTERVAL_PAIR, witnesses=[["0/1", "7/16"], ["1/4", "1/2"]]
    ),
    "an empty threshold": reproved(PAIR, witnesses=["empty", "1/2"]),
    "a threshold with two ends": reproved(PAIR, witnesses=[["3/4", "1/1"], "1/2"]),
    "a star set of intervals with a point twice": make.star_set(
        ALL_INTERVALS, [sixteenth(1)] * 2, "empty", [(sixteenth(1),) * 2] * 2
    ),
    "a star set of intervals, one too wide": reproved(
        INTERVAL_STAR, neighbors=[["0/1", "1/16"], ["1/16", "1/16"], ["5/16", "5/16"]]
    ),
    "circle, not opposite": make.empty_version_space(CIRCLE, sixteenths((0, 1), (7, 1))),
    "circle, not opposite on the other side": make.empty_version_space(
        CIRCLE, sixteenths((0, 1), (9, 1))
    ),
    "circle, two arcs meet": make.empty_version_space(CIRCLE, sixteenths((0, 1), (4, 1), (15, 1))),
    "circle, without labels": make.empty_version_space(CIRCLE, []),
    "circle, one negative label": make.empty_version_space(CIRCLE, sixteenths((3, -1))),
    "circle, not forced": restated(ARC_LABEL, x="1/8"),
    "circle, the contrary": restated(ARC_LABEL, x="1/2"),
    "circle, not forced past the arc": make.forced_label(
        CIRCLE, sixteenths((2, 1), (5, -1)), sixteenth(12), 1
    ),
    "circle, not forced before the arc": make.forced_label(
        CIRCLE, sixteenths((2, 1), (5, -1)), sixteenth(3), 1
    ),
    "circle, a witness at the end of its arc": reproved(CIRCLE_PAIR, witnesses=["15/16", "1/16"]),
    "circle, a witness at the other end": reproved(CIRCLE_PAIR, witnesses=["1/16", "1/8"]),
    "circle, a witness against a label": reproved(CIRCLE_PAIR, witnesses=["3/4", "1/8"]),
    "circle, a witness that is an interval": reproved(
        CIRCLE_PAIR, witnesses=[["31/32", "31/32"], "1/8"]
    ),
    "circle, a star whose center labels nothing": make.star_set(
        CIRCLE, [sixteenth(4), sixteenth(12)], 0, [sixteenth(15), sixteenth(1)]
    ),
    "circle, a center that labels nothing with neighbors that do neither": make.star_set(
        CIRCLE, [sixteenth(4)], 0, [0]
    ),
    "circle, a neighbor that labels nothing": reproved(CIRCLE_STAR, neighbors=["15/16", "1/8"]),
    # The sphere.
    "sphere, not in the cone": restated(CONE_LABEL, x=["3/1", "1/2", "1/1"]),
    "sphere, other multipliers": reproved(CONE_LABEL, multipliers=["3/1", "2/1"]),
    "sphere, multipliers of another length": restated(CONE_LABEL, x=["6/1", "1/1", "0/1"]),
    "sphere, a negative multiplier": make.forced_label(
        SPACE, CORNER, (1, -1, 0), 1, multipliers=[1, -2], witness=(2, 1, 0)
    ),
    "sphere, the contrary": restated(CONE_LABEL, answer=[-1]),
    "sphere, another answer": restated(CONE_LABEL, answer=[1, 1]),
    "sphere, a multiplier less": reproved(CONE_LABEL, multipliers=["3/1"]),
    "sphere, a multiplier more": reproved(CONE_LABEL, multipliers=["3/1", "1/1", "0/1"]),
    "sphere, multipliers as a text": reproved(CONE_LABEL, multipliers="3/1"),
    "sphere, multipliers as an object": reproved(CONE_LABEL, multipliers={"3/1": 0, "1/1": 0}),
    "sphere, multipliers as a number": reproved(CONE_LABEL, multipliers=3),
    "sphere, no multipliers": make.seal(
        "forced-label", CONE_LABEL["problem"], {"witness": ["1/1", "1/1", "0/1"]}
    ),
    "sphere, no witness": make.seal(
        "forced-label", CONE_LABEL["problem"], {"multipliers": ["3/1", "1/1"]}
    ),
    "sphere, an empty proof": make.seal("forced-label", CONE_LABEL["problem"], {}),
    "sphere, an empty witness": reproved(CONE_LABEL, witness=[]),
    "sphere, an empty witness on the other side": make.seal(
        "forced-label",
        CONE_LABEL["problem"]
        | {"labels": [[x, -y] for x, y in CONE_LABEL["problem"]["labels"]]}
        | {"answer": [-1]},
        CONE_LABEL["proof"] | {"witness": []},
    ),
    "sphere, a witness on the hyperplane of a label": reproved(
        CONE_LABEL, witness=["0/1", "1/1", "1/1"]
    ),
    "sphere, a witness against a label": reproved(CONE_LABEL, witness=["1/1", "-1/1", "1/1"]),
    "sphere, forced by a contradiction": make.forced_label(
        SPACE,
        [((1, 0, 0), 1), ((-1, 0, 0), 1)],
        (1, 0, 0),
        1,
        multipliers=[1, 0],
        witness=(1, 0, 0),
    ),
    "sphere, forced without labels": make.forced_label(
        SPACE, [], (1, 0, 0), 1, multipliers=[], witness=(1, 0, 0)
    ),
    "sphere, nothing from nothing": make.empty_version_space(SPACE, [], multipliers=[]),
    "sphere, all multipliers 0": reproved(BALANCED, multipliers=["0/1"] * 3),
    "sphere, only the sum without one label": reproved(BALANCED, multipliers=["3/1", "2/1", "0/1"]),
    "sphere, multipliers of both signs": make.empty_version_space(
        SPACE, [((1, 0, 0), 1), ((2, 0, 0), 1)], multipliers=[2, -1]
    ),
    "sphere, negative multipliers": reproved(BALANCED, multipliers=["-3/1", "-2/1", "-6/1"]),
    "sphere, the last coordinates do not balance": make.empty_version_space(
        SPACE, [((1, 0, 1), 1), ((1, 0, 0), -1)], multipliers=[1, 1]
    ),
    "sphere, contradiction with a witness": reproved(BALANCED, witness=["1/1", "1/1", "1/1"]),
    "sphere, witnesses swapped": reproved(NORMALS, witnesses=NORMALS["proof"]["witnesses"][::-1]),
    "sphere, a witness that says nothing": reproved(
        NORMALS, witnesses=[["1/1", "1/1", "0/1"], ["1/1", "1/1", "1/1"]]
    ),
    "sphere, the zero vector": restated(NORMALS, x=["0/1", "0/1", "0/1"]),
    "sphere, a normal of two numbers": reproved(
        NORMALS, witnesses=[["1/1", "1/1"], ["1/1", "1/1", "1/1"]]
    ),
    "sphere, an instance of four numbers": restated(NORMALS, x=["0/1", "0/1", "1/1", "0/1"]),
    "sphere, an instance that is a rational": restated(NORMALS, x="1/1"),
    "sphere, a normal that is a rational": reproved(NORMALS, witnesses=["1/1", "1/1"]),
    "sphere of another dimension": restated(NORMALS, hypotheses=SPACE | {"dimension": 2}),
    "sphere of dimension 1": make.two_witnesses(SPACE | {"dimension": 1}, [], (1,), ((-1,), (1,))),
    "sphere of a textual dimension": restated(NORMALS, hypotheses=SPACE | {"dimension": "3"}),
    "sphere without dimension": restated(NORMALS, hypotheses={"class": "sphere"}),
    "sphere with a radius": restated(NORMALS, hypotheses=SPACE | {"radius": "1/1"}),
    "sphere, a star whose center labels nothing": reproved(
        BASIS_STAR, center=["1/1", "1/1", "0/1"]
    ),
    "sphere, a neighbor that differs twice": reproved(
        BASIS_STAR, neighbors=[["-1/1", "-1/1", "1/1"], *BASIS_STAR["proof"]["neighbors"][1:]]
    ),
    "sphere, growth": make.growth(SPACE, 1, 2),
    "multipliers for thresholds": make.empty_version_space(
        THRESHOLDS, [(Fraction(1, 2), 1), (Fraction(1, 2), -1)], multipliers=[1, 1]
    ),
    "a witness for thresholds": make.forced_label(
        THRESHOLDS, QUARTERS, Fraction(7, 8), 1, multipliers=[0, 1], witness=Fraction(1, 2)
    ),
    # Star sets.
    "a star set of another size": restated(STAR_SET, size=2),
    "a larger star set": restated(STAR_SET, size=4),
    "a star set of a textual size": restated(STAR_SET, size="3"),
    "a star set with a neighbor less": make.seal(
        "star-set",
        STAR_SET["problem"],
        STAR_SET["proof"] | {"neighbors": ["+--", "-+-"]},
    ),
    "a star set with a neighbor more": reproved(STAR_SET, neighbors=["+--", "-+-", "--+", "--+"]),
    "neighbors in another order": reproved(STAR_SET, neighbors=["-+-", "+--", "--+"]),
    "a neighbor that is the center": reproved(STAR_SET, neighbors=["+--", "-+-", "---"]),
    "another center": reproved(STAR_SET, center="+--"),
    "a center of no row": reproved(STAR_SET, center="+++"),
    "a center that is a rational": reproved(STAR_SET, center="1/2"),
    "a point twice": reproved(STAR_SET, points=["0/1", "1/1", "1/1"]),
    "a neighbor that differs twice": make.star_set(CHAIN, [1, 2], "---", ["-++", "--+"]),
    "three points on the line": make.star_set(
        THRESHOLDS,
        [Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)],
        Fraction(1, 2),
        [Fraction(1, 4), Fraction(3, 4), Fraction(1)],
    ),
    # Query trees.
    "a tree of another depth": restated(QUERY_TREE, depth=1),
    "a tree of a greater depth": restated(QUERY_TREE, depth=3),
    "a tree of another total": restated(QUERY_TREE, total=7),
    "a tree of a greater total": restated(QUERY_TREE, total=9),
    "a tree of a textual depth": restated(QUERY_TREE, depth="2"),
    "a tree of a depth with a point": restated(QUERY_TREE, depth=2.0),
    "a tree for thresholds": restated(QUERY_TREE, hypotheses=THRESHOLDS),
    "a leaf for two": make.query_tree(CHAIN, [1, "---", [0, "-++", "+++"]], 2, 5),
    "leaves swapped": make.query_tree(CHAIN, [1, [2, "--+", "---"], [0, "-++", "+++"]], 2, 8),
    "a leaf for none": make.query_tree(STAR, [0, LINE, "+++"], 4, 13),
    "a point asked twice": make.query_tree(STAR, [0, [0, LINE, "+--"], "+--"], 4, 13),
    "a leaf for the whole class": make.query_tree(STAR, "---", 0, 0),
    "a node of two entries": reproved(QUERY_TREE, tree=["1/1", ["2/1", "---", "--+"]]),
    "a node of four entries": reproved(
        QUERY_TREE, tree=["1/1", ["2/1", "---", "--+"], ["0/1", "-++", "+++"], "---"]
    ),
    "a node at no point": reproved(QUERY_TREE, tree=["3/1", "---", "--+"]),
    "a tree that is a number": reproved(QUERY_TREE, tree=1),
    # Enumerations.
    "growth, one less": restated(GROWTH, count="2"),
    "growth, one more": restated(GROWTH, count="4"),
    "growth as a number": restated(GROWTH, count=3),
    "growth of four of three points": make.growth(STAR, 4, 4),
    "growth of more points, none at all": make.growth(STAR, 4, 0),
    "growth of a negative number of points": restated(GROWTH, size=-1),
    "growth of a textual size": restated(GROWTH, size="2"),
    "growth of thresholds": restated(GROWTH, hypotheses=THRESHOLDS),
    "VC dimension too small": make.vc_dimension(CUBE, [0]),
    "VC dimension zero of two": make.vc_dimension(STAR, []),
    "VC dimension too large": make.vc_dimension(STAR, [0, 1]),
    "VC dimension with a point twice": make.vc_dimension(STAR, [0, 0]),
    "VC dimension of another size": restated(VC, dimension=2),
    "VC dimension that is a truth value": restated(VC, dimension=True),
    "VC dimension with another set": reproved(VC_CUBE, shattered=["0/1"]),
    "VC dimension beyond the points": make.vc_dimension(rows(1, 2), [0, 0]),
    "worst depth, one less": restated(WORST, queries=2),
    "worst depth, one more": restated(WORST, queries=4),
    "total depth, one less": restated(TOTAL, queries=8),
    "total depth, one more": restated(TOTAL, queries=10),
    "worst depth given as total": restated(WORST, goal="total"),
    "total depth given as worst": restated(CHAIN_TOTAL, goal="worst"),
    "a worst depth for another goal": restated(WORST, goal="average"),
    "a total depth for another goal": restated(TOTAL, goal="average"),
    "a depth that is a text": restated(WORST, queries="3"),
    "coin paths, one less": restated(COINS, count="3"),
    "coin paths, one more": restated(COINS, count="5"),
    "coin paths as a number": restated(COINS, count=4),
    "coin paths without flips": make.coin_paths([], 1),
    "coin paths with a single end": restated(COINS, bounds=[[0], [1, 1], [1, 2]]),
    "coin paths with three ends": restated(COINS, bounds=[[0, 1, 2], [1, 1], [1, 2]]),
    "coin paths with textual ends": restated(COINS, bounds=[["0/1", "1/1"], [1, 1], [1, 2]]),
    "coin paths, other bounds": restated(COINS, bounds=[[0, 1], [1, 1], [1, 1]]),
    # Arithmetic.
    "a false comparison": restated(POWER, relation="<"),
    "an unknown relation": restated(POWER, relation="=~"),
    "a relation that is an array": restated(POWER, relation=[">"]),
    "a smaller value": restated(POWER, where={"e": "1/4"}),
    "a value without a name": restated(POWER, where={}),
    "values that are an array": restated(POWER, where=["e"]),
    "a name that looks like a number": restated(POWER, where={"e": "1/8", "3/1": "0/1"}),
    "a name that is a number": restated(POWER, left="1/1", where={1: "1/1"}),
    "a value that is no rational": restated(POWER, where={"e": "0.125"}),
    "a value that is an integer": restated(POWER, where={"e": 0}),
    "an empty term": restated(POWER, left=[]),
    "an operator alone": restated(POWER, left=["+"]),
    "a term that is a number": restated(POWER, left=1),
    "a term that is an object": restated(POWER, left={"e": "1/8"}),
    "an unknown operator": restated(POWER, left=["%", "5/1", "3/1"]),
    "an operator that is an array": restated(POWER, left=[["+"], "5/1", "3/1"]),
    "a difference of three": restated(POWER, left=["-", "5/1", "1/1", "1/1"]),
    "a difference of one": restated(POWER, left=["-", "5/1"]),
    "a quotient of three": restated(POWER, left=["/", "9/1", "1/1", "1/1"]),
    "a quotient of one": restated(POWER, left=["/", "9/1"]),
    "a power of three": restated(POWER, left=["^", "9/1", 1, 1]),
    "a power of one": restated(POWER, left=["^", "9/1"]),
    "a division by zero": restated(POWER, left=["/", "1/1", "0/1"]),
    "a negative power": restated(POWER, left=["^", "1/2", -1]),
    "a fractional power": restated(POWER, left=["^", "9/1", "1/2"]),
    **{
        f"{left} {symbol} {right}": relation(left, symbol, right)
        for left, symbol, right in (
            (1, "<", 1),
            (2, "<=", 1),
            (1, ">", 1),
            (1, ">=", 2),
            (1, "==", 2),
            (1, "!=", 1),
        )
    },
    # One beyond each limit.
    "rows beyond the limit": make.growth(rows(11, 2001), 0, 1),
    "points beyond the limit": make.growth(rows(401, 1), 401, 1),
    "dimensions beyond the limit": poles((1,) * 401),
    "denominators beyond the limit": fractional(65_537),
    "coordinates beyond the limit": spacious(64 * 65_536 + 512),
    "coordinates one bit beyond the limit": crowded(64 * 65_536 + 1),
    "labels beyond the limit": make.forced_label(THRESHOLDS, [(0, -1)] * 2001, 1, 1),
    "flips beyond the limit": make.coin_paths([(0, 401)] * 401, 2**401),
    "integers beyond the limit": make.coin_paths([(0, 10**9 + 1)], 2),
    "integers below the limit": make.coin_paths([(-(10**9) - 1, 1)], 2),
    "text beyond the limit": make.arithmetic("x", ">", 0, {"x": Fraction(1, int("3" * 3999))}),
    "depth beyond the limit": nested(201),
    "bits of a power beyond the limit": relation(("^", Fraction(3, 2), 16385), ">", 1),
    "bits of a sum beyond the limit": relation(
        ("+", power_of_two(40000), power_of_two(25533)), ">", 0
    ),
    "bits in all beyond the limit": make.arithmetic(*spending(512 * 65_536 + 2)),
    "table beyond the limit": make.growth(rows(65, 1024), 1, 2),
    "search beyond the limit": make.optimal_queries(repeated_chain(65), "worst", 4),
}

assert math.comb(64, 1) * 1024 == 2**10 * 64 == 65_536  # the two limits of WORK above
