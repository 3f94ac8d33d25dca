"""A claim: a statement, the ways it is checked, and lies it must not survive.

A check concludes that the formula it is handed HOLDS, FAILS or stays
INCONCLUSIVE, and it states its method; the verdict on the claim follows from
both and from nothing else.  The same checks are handed the claim's *false twins*
and must reject every one: a check that cannot fail proves nothing.
"""

import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, Literal, TypeVar, final, get_args

import numpy as np

from altheory.errors import DomainError
from altheory.ledger.finding import Finding
from altheory.ledger.shape import Shapes, misfits

F = TypeVar("F")

Relation = Literal["exact", "upper", "lower", "order", "identity", "counterexample"]
Match = Literal["exact", "equivalent", "special case", "related", "as commonly stated", "derived"]
Tier = Literal["fast", "normal", "long"]

_DIFFERING = frozenset[Match]({"equivalent", "special case", "related"})

ASSUMPTIONS = frozenset(
    {
        "realizable",
        "uniform law",
        "uniform target",
        "fixed target",
        "interior target",
        "independent instances",
        "membership queries",
        "finite domain",
        "independent label flips",
        "fair coin labels",
        "fixed sample size",
        "continuous law",
        "n times the width does not fall",
    }
)


class Method(enum.Enum):
    """How a check argues, from the strongest to the weakest."""

    SYMBOLIC = "an identity or inequality proved by computer algebra"
    EXHAUSTIVE = "every case of a finite set decided in exact arithmetic"
    CERTIFICATE = "a witness accepted by the independent checker"
    ENCLOSURE = "rigorous two-sided bounds"
    STATISTICAL = "a seeded test with stated error probabilities"


class Verdict(enum.Enum):
    """What is known of a claim."""

    PROVED = "proved"
    ENCLOSED = "enclosed"
    SUPPORTED = "supported"
    REFUTED = "refuted"
    INCONCLUSIVE = "inconclusive"
    CITED = "cited"


GRANTS = MappingProxyType(
    {
        Method.SYMBOLIC: Verdict.PROVED,
        Method.EXHAUSTIVE: Verdict.PROVED,
        Method.CERTIFICATE: Verdict.PROVED,
        Method.ENCLOSURE: Verdict.ENCLOSED,
        Method.STATISTICAL: Verdict.SUPPORTED,
    }
)


@final
@dataclass(frozen=True, slots=True)
class Check(Generic[F]):
    """One argument for or against a formula.

    Parameters
    ----------
    method
        How it argues; this alone decides what it can grant.
    run
        The argument: the formula and a generator in, a finding out.  Only a
        statistical check may use the generator.
    scope
        For which cases it argues, such as ``"all t, n <= 6"``.
    tier
        The shortest run that includes it.
    alpha, power, discrepancy
        For a statistical check: the probability of rejecting a true formula, the
        probability of rejecting each false twin, and the smallest difference it
        is built to see.

    """

    method: Method
    run: Callable[[F, np.random.Generator], Finding]
    scope: str
    tier: Tier = "fast"
    alpha: float | None = None
    power: float | None = None
    discrepancy: str = ""

    def __post_init__(self) -> None:
        for fault in misfits(self, _CHECK):
            raise DomainError(f"a check's {fault}")
        errors = (self.alpha, self.power)
        if self.method is Method.STATISTICAL:
            if None in errors or not self.discrepancy:
                raise DomainError(
                    f"{self.name}: a statistical check states alpha, power, discrepancy"
                )
            if not (0 < (self.alpha or 0) <= 1e-4 and 0.99 <= (self.power or 0) < 1):
                raise DomainError(
                    f"{self.name}: alpha in (0, 1e-4], power in [.99, 1), got {errors}"
                )
        elif errors != (None, None):
            raise DomainError(f"{self.name}: only a statistical check has error probabilities")

    @property
    def name(self) -> str:
        return getattr(self.run, "__name__", "check").replace("_", " ")


@final
@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from: a key of ``references.bib`` and a place in it.

    A locator is given only where the place was looked up; without one the source was
    not opened, and the statement is what it is commonly cited for.
    A statement that is not the source's own says in ``difference`` what differs; one
    that this project derives has the key ``altheory`` and the match ``derived``.
    """

    key: str
    locator: str = ""
    match: Match = "as commonly stated"
    difference: str = ""

    def __post_init__(self) -> None:
        for fault in misfits(self, _SOURCE):
            raise DomainError(f"a source's {fault}")
        if self.match in _DIFFERING and not self.difference:
            raise DomainError(
                f"a source whose match is {self.match!r} states the difference, got "
                f"{self.key!r} without one"
            )


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Generic[F]):
    """A statement of the theory with everything needed to test it.

    Parameters
    ----------
    key
        A path such as ``thresholds/cal/expected-queries/fixed-target``; never reused.
    title, statement, plain
        A few words, the formula in LaTeX, and one sentence for everybody.
    does_not_say
        What a reader might wrongly take from it; there always is something.
    relation
        Whether the formula is the exact value, a bound, an order of growth, an
        identity, or is there to be refuted by a counterexample.
    assumptions
        Words of ``ASSUMPTIONS``.
    expected
        The verdict that the checks should reach; REFUTED for a statement that
        is false as commonly stated.
    formula
        The statement as an object that the checks examine.
    controls
        False variants of ``formula``, by what is wrong with each; at least two.
    corrected
        For a claim expected REFUTED: the true variant, which the same checks
        must accept, and the key of the claim that states it.
    uses
        Keys of claims this one rests on.
    attack
        One random, exact attempt at refuting a formula, for ``altheory refute``.

    """

    key: str
    title: str
    statement: str
    plain: str
    does_not_say: str
    relation: Relation
    source: Source
    expected: Verdict
    formula: F
    checks: tuple[Check[F], ...]
    controls: Mapping[str, F]
    assumptions: frozenset[str] = frozenset()
    corrected: tuple[F, str] | None = None
    uses: tuple[str, ...] = ()
    attack: Callable[[F, np.random.Generator], Finding] | None = None

    def __post_init__(self) -> None:
        for fault in self._faults():
            raise DomainError(f"{self.key}: {fault}")

    def _faults(self) -> Iterator[str]:
        yield from misfits(self, _CLAIM)
        yield from (
            f"checks holds {c!r:.60}, no Check" for c in self.checks if type(c) is not Check
        )
        strange = self.assumptions - ASSUMPTIONS
        if strange:
            yield f"assumptions outside the vocabulary: {sorted(strange)}"
        if len(self.controls) < 2 and self.expected is not Verdict.CITED:
            yield "a claim has at least two false twins"
        if self.expected is Verdict.REFUTED:
            if self.corrected is None:
                yield "a refuted claim states the corrected formula"
            if self.relation != "counterexample":
                yield f"the relation of a refuted claim is 'counterexample', got {self.relation!r}"


_SOURCE: Shapes = {"key": str, "match": get_args(Match)}
_CHECK: Shapes = {
    "method": Method,
    "run": Callable,
    "scope": str,
    "tier": get_args(Tier),
}
_CLAIM: Shapes = {
    "title": str,
    "statement": str,
    "plain": str,
    "does_not_say": str,
    "relation": get_args(Relation),
    "source": Source,
    "expected": Verdict,
    "checks": tuple,
    "controls": Mapping,
    "assumptions": frozenset,
    "uses": tuple,
}
