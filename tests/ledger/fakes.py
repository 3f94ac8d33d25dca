"""Small claims to try the engine with: the formula is a number, and two is the truth."""

import sys
import textwrap
from typing import Any

from altheory.certificate import empty_version_space
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, fails, holds, unknown

STANDS = Counterexample(
    empty_version_space({"class": "thresholds"}, [(0.25, 1), (0.5, -1)]),
    "value = 1 + 2\nassert value != 2",
)


def compare(number, rng):
    """Refute any number but two, with a counterexample that replays."""
    del rng
    if number == 2:
        return holds("one number", claimed=number, computed=2)
    return fails("one number", claimed=number, computed=2, counterexample=STANDS)


def bare(number, rng):
    """Refute any number but two, with nothing to replay."""
    del rng
    return holds("looked") if number == 2 else fails("looked")


def gullible(number, rng):
    del number, rng
    return holds("believed")


def grim(number, rng):
    del number, rng
    return fails("disbelieved")


def shy(number, rng):
    del number, rng
    return unknown("the algebra system returned None")


def explode(number, rng):
    del rng
    raise ZeroDivisionError(f"{number} over zero\nand a second line")


def draw(number, rng):
    return holds(f"drew {rng.integers(10**9)}") if number == 2 else fails("drew")


def exact(run=compare, **more):
    return Check(Method.EXHAUSTIVE, run, scope="one number", **more)


def random(run=draw, alpha=1e-6, **more):
    return Check(
        Method.STATISTICAL,
        run,
        scope="one draw",
        alpha=alpha,
        power=0.99,
        discrepancy="1",
        **more,
    )


def claim(key="a/two", *checks, expected=Verdict.PROVED, formula=2, **more):
    twins = {"one": 1, "three": 3}
    settings = {
        "checks": checks or (exact(),),
        "controls": twins,
        "relation": "identity",
        "does_not_say": "anything of three",
        **more,
    }
    words: dict[str, Any] = {"title": "Two", "plain": "Two is two.", "source": Source("nobody1900")}
    return Claim(
        key=key,
        statement="2 = 2",
        expected=expected,
        formula=formula,
        **(words | settings),
    )


def false_claim(key="a/three", *checks, **more):
    settings = {
        "controls": {"one": 1, "four": 4},
        "corrected": (2, "a/two"),
        "relation": "counterexample",
        **more,
    }
    return claim(key, *checks, expected=Verdict.REFUTED, formula=3, **settings)


def package(path, **modules):
    """Write a package whose modules are the given texts; ``init`` is its ``__init__``."""
    path.mkdir()
    (path / "__init__.py").write_text(modules.pop("init", ""))
    for name, text in modules.items():
        (path / f"{name}.py").write_text(module(text))


def forget(path):
    """Drop the modules that were imported from a folder, and no others."""
    for name, found in list(sys.modules.items()):
        if str(getattr(found, "__file__", None)).startswith(f"{path}/"):
            del sys.modules[name]


def module(text):
    """Return the text of a module that can use this one."""
    return "from tests.ledger.fakes import *\n" + textwrap.dedent(text)
