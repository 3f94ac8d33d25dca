"""Teeth: every small change of the checker's source changes some judgement.

The mutants are made from the syntax tree: each comparison weakened, strengthened or
turned round, each ``and`` made ``or``, each requirement dropped, each integer moved by
one, each minimum made a maximum.  The battery is that of ``checker_cases`` and a few
files.  A mutant that judges everything alike must be listed, with the reason why it is
the same checker.
"""

import ast
import contextlib
import copy
import io
import json
from collections.abc import Callable, Iterator
from functools import singledispatch
from pathlib import Path
from typing import Any

import pytest

from altheory.ledger import checker
from tests.ledger.checker_cases import ACCEPTED, POWER, REJECTED

SOURCE = Path(checker.__file__).read_text()
SAMPLE = 10  # the quick run judges one mutant in so many

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),  # codespell:ignore notin
    ast.NotIn: (ast.In,),  # codespell:ignore notin
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Pow: ast.Mult,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}

ONE_NUMBER = "the last of one number is the first"
WHOLE_TURN = "a whole turn is no turn"
NO_LABELS = "any direction agrees with no labels"
NOT_WRITTEN = "what is no rational is not written like one either"
MORE_HEADS = "more heads than flips have no sequences"
STILL_EMPTY = "nothing lies between these ends either"
BOTH_LABELS = "an instance of both labels is covered whatever the ends of the gap"
NEVER_NEGATIVE = "no array has a negative length"
FAR_AWAY = "the other limits keep certificates far below this one, which only bounds the time"
EQUIVALENT: dict[str, str] = {
    (
        '-y -> y in check(not _satisfiable(of, [*given, (at, -y)]), f"one that agrees says {-y}")'
    ): "only the reason of a rejection",
    '0 -> -1 in check(size <= BITS and room[0] >= 0, "the numbers grow too large")': ONE_NUMBER,
    "0 -> -1 in centers = [x + Fraction(1 - y, 4) for x, y in labels] or [Fraction(0)]": NO_LABELS,
    "0 -> -1 in heads = range(max(low, 0), min(high, flips) + 1)": "-1 heads have no sequences",
    (
        "0 -> -1 in middle, xs = of.member(center), [of.point(x) for x in array(points, 0, "
        'POINTS, "points")]'
    ): NEVER_NEGATIVE,
    "0 -> -1 in number = Fraction(value if written else 0)": NOT_WRITTEN,
    (
        '0 -> -1 in pairs = [array(pair, 2, 2, "entries") for pair in array(labels, 0, ROWS, '
        '"labels")]'
    ): NEVER_NEGATIVE,
    (
        '0 -> -1 in points = [of.point(x) for x in array(shattered, 0, of.n_points, "points")]'
    ): NEVER_NEGATIVE,
    "0 -> -1 in return Fraction(1), Fraction(0)": STILL_EMPTY,
    "0 -> -1 in room[0] -= (size := sizes[0] * other if power else sum(sizes))": ONE_NUMBER,
    (
        '0 -> -1 in shares = [*array(multipliers or [], 0, ROWS, "multipliers"), "1/1"]'
    ): NEVER_NEGATIVE,
    "0 -> 1 in centers = [x + Fraction(1 - y, 4) for x, y in labels] or [Fraction(0)]": NO_LABELS,
    "0 -> 1 in number = Fraction(value if written else 0)": NOT_WRITTEN,
    "1 -> 2 in content = file.read(BYTES + 1)": "one byte too many is too many already",
    '1 -> 2 in for flips, pair in enumerate(array(bounds, 1, POINTS, "bounds"), 1):': MORE_HEADS,
    "1 -> 2 in return Fraction(1), Fraction(0)": STILL_EMPTY,
    (
        "100000 -> 100001 in VALUES, DEPTH = 100_000, 200  # objects, arrays, texts and "
        "integers; how deep within one another"
    ): FAR_AWAY,
    (
        "100000 -> 99999 in VALUES, DEPTH = 100_000, 200  # objects, arrays, texts and "
        "integers; how deep within one another"
    ): FAR_AWAY,
    (
        "65536 -> 65537 in BITS, WORK = 65_536, 65_536  # of the operands of one operation; "
        "table entries in an enumeration"
    ): "65537 is prime and beyond the limits of its factors, so no table has so many entries",
    (
        "center - centers[0] + Fraction(1, 2) -> center - centers[0] - Fraction(1, 2) in "
        "offsets = [(center - centers[0] + Fraction(1, 2)) % 1 for center in centers]"
    ): WHOLE_TURN,
    (
        "len(parts) <= VALUES -> len(parts) < VALUES in check(len(parts) <= VALUES and depth"
        ' <= DEPTH, "the certificate is too large")'
    ): FAR_AWAY,
    (
        "min(offsets) + max(offsets) - 1 -> min(offsets) + max(offsets) + 1 in return "
        "centers[0] + (min(offsets) + max(offsets) - 1) / 2"
    ): WHOLE_TURN,
    (
        "r[x] == s -> r[x] != s in parts = [[tuple(r for r in rows if r[x] == s) for s in "
        '"-+"] for x in range(of.n_points)]'
    ): "the two parts in the other order",
    (
        "raise Rejected(f'{error}') from error -> pass in raise Rejected(f\"{error}\") from error"
    ): "what is then returned is None, which is rejected for another reason",
    (
        "x + Fraction(1 - y, 4) -> x - Fraction(1 - y, 4) in centers = [x + Fraction(1 - y, "
        "4) for x, y in labels] or [Fraction(0)]"
    ): WHOLE_TURN,
    (
        "x < first -> x <= first in left = max((x for x, y in labels if y == -1 and x < "
        "first), default=Fraction(0))"
    ): BOTH_LABELS,
    (
        "x > last -> x >= last in right = min((x for x, y in labels if y == -1 and x > last),"
        " default=Fraction(1))"
    ): BOTH_LABELS,
}


@singledispatch
def replacements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node may be replaced by: nothing, unless its type says otherwise."""
    del node
    yield from ()


@replacements.register
def _(node: ast.Compare) -> Iterator[ast.AST]:
    for i, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)]:
            ops = [*node.ops[:i], other(), *node.ops[i + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)


@replacements.register
def _(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)


@replacements.register
def _(node: ast.BinOp) -> Iterator[ast.AST]:
    if type(node.op) in ARITHMETIC:
        yield ast.BinOp(node.left, ARITHMETIC[type(node.op)](), node.right)


@replacements.register
def _(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


@replacements.register
def _(node: ast.IfExp) -> Iterator[ast.AST]:
    yield ast.IfExp(node.test, node.orelse, node.body)


@replacements.register
def _(node: ast.Name) -> Iterator[ast.AST]:
    if node.id in NAMES:
        yield ast.Name(NAMES[node.id], node.ctx)


@replacements.register
def _(node: ast.Constant) -> Iterator[ast.AST]:
    if type(node.value) is int:
        yield from (ast.Constant(node.value + 1), ast.Constant(node.value - 1))


@replacements.register
def _(node: ast.Raise) -> Iterator[ast.AST]:
    del node
    yield ast.Pass()


@replacements.register
def _(node: ast.Expr) -> Iterator[ast.AST]:
    if isinstance(node.value, ast.Call):
        yield ast.Pass()


class At(ast.NodeTransformer):
    """Replaces one node, counted in the order of the walk."""

    def __init__(self, place: int, replacement: ast.AST) -> None:
        self.place, self.replacement, self.seen = place, replacement, -1

    def visit(self, node: ast.AST) -> ast.AST:
        self.seen += 1
        if self.seen == self.place:
            return ast.copy_location(self.replacement, node)
        return self.generic_visit(node)


def in_visiting_order(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for child in ast.iter_child_nodes(node):
        yield from in_visiting_order(child)


def mutants(source: str = SOURCE) -> Iterator[tuple[str, ast.Module]]:
    """Yield every mutant with its name: the change, and the line where it is made."""
    tree, lines = ast.parse(source), source.splitlines()
    for statement in tree.body:
        if isinstance(statement, ast.If):  # "run as a program": judged in another process
            continue
        for place, node in enumerate(in_visiting_order(statement)):
            for replacement in replacements(node):
                changed = At(place, copy.deepcopy(replacement)).visit(copy.deepcopy(statement))
                ast.fix_missing_locations(changed)
                body: list[Any] = [changed if part is statement else part for part in tree.body]
                module = ast.Module(body, [])
                line = lines[getattr(node, "lineno", 0) - 1].strip()
                yield f"{ast.unparse(node)} -> {ast.unparse(replacement)} in {line}", module


def loaded(tree: ast.Module) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "mutant"}
    exec(compile(tree, "checker.py", "exec"), names)
    return names


def verdict(names: dict[str, Any], certificate: Any) -> str:
    try:
        return f"{names['verify'](certificate)}; {names['accepted'](certificate)}"
    except names["Rejected"]:
        return f"rejected; {names['accepted'](certificate)}"


def outcome(names: dict[str, Any], judge: Callable[[dict[str, Any]], str]) -> str:
    try:
        return judge(names)
    except Exception as error:  # noqa: BLE001 - a mutant may break in any way
        return f"crash: {type(error).__name__}"


def of_files(paths: list[str]) -> Callable[[dict[str, Any]], str]:
    def judge(names: dict[str, Any]) -> str:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            status = names["main"](paths)
        verdicts = [line.split(": ")[1] for line in out.getvalue().splitlines()]
        return f"{status} {verdicts}"

    return judge


def battery(folder: Path) -> list[Callable[[dict[str, Any]], str]]:
    """Return everything that is judged, the cheap things first."""
    cases = [*ACCEPTED.values(), *REJECTED.values()]
    cases.sort(key=lambda case: len(str(case)))
    good = json.dumps(POWER)
    contents = {
        "good": good,
        "bad": json.dumps(REJECTED["a false comparison"]),
        "twice": good.replace('{"schema"', '{"kind": "arithmetic", "schema"'),
        "deep": "[" * 100_000,
        "full": good.ljust(checker.BYTES),
        "over": good.ljust(checker.BYTES + 1),
    }
    for name, content in contents.items():
        (folder / name).write_text(content)
    files = [str(folder / name) for name in (*contents, "missing")]
    lists = [[], ["good"], ["good", "bad"], ["bad", "good"]]
    small = [of_files([str(folder / name) for name in names]) for names in lists]
    judged = [lambda names, case=case: verdict(names, case) for case in cases]
    return [*small, *judged, *(of_files([file]) for file in files)]


@pytest.fixture(scope="module")
def judges(tmp_path_factory):
    return battery(tmp_path_factory.mktemp("files"))


def survivors(
    judges: list[Callable[[dict[str, Any]], str]], every: int, source: str = SOURCE
) -> set[str]:
    original = loaded(ast.parse(source))
    expected = [outcome(original, judge) for judge in judges]
    alive: set[str] = set()
    for i, (name, tree) in enumerate(mutants(source)):
        if i % every:
            continue
        try:
            names = loaded(tree)
        except Exception:  # noqa: BLE001 - it does not even load
            continue
        if all(outcome(names, judge) == old for judge, old in zip(judges, expected, strict=True)):
            alive.add(name)
    return alive


def test_there_are_hundreds_of_mutants():
    names = [name for name, _ in mutants()]
    assert len(names) > 300
    assert set(EQUIVALENT) <= set(names)


def test_one_mutant_in_a_few_dies(judges):
    assert survivors(judges, SAMPLE) <= set(EQUIVALENT)


@pytest.mark.slow
def test_every_mutant_dies_or_is_explained(judges):
    assert survivors(judges, 1) == set(EQUIVALENT)
