r"""Which comparisons earlier answers imply.

Answers :math:`y_i` to comparisons with differences of costs :math:`c_i` leave the weights
:math:`V = \{w > 0 : y_i\, w \cdot c_i > 0\}`.  By Farkas the comparison c has the answer y for
all of V iff

.. math:: y c = \sum_i \lambda_i y_i c_i + \mu, \qquad \lambda, \mu \ge 0, \; y c \ne 0.

So it need not be asked, and any other must be: somebody in V answers +1, and somebody -1.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import combinations, permutations, product
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.directions import primitive, unit_vectors
from altheory.play.expert import Expert
from altheory.play.inquiry import Inquiry, open_inquiry
from altheory.play.problem import Comparison, Preference
from altheory.spaces.cones import closed_cone
from proofs_checks._decision_lists import DecisionList, Row, between, slopes

Told: TypeAlias = Mapping[Row, int]
Rule: TypeAlias = Callable[[Told, Row], int | None]

THREE = (*permutations((1, 2, 4)), *permutations((2, 3, 4)))


def question(difference: Row) -> Comparison[int]:
    """Return a comparison of two decisions with this difference."""
    problem = DecisionList((tuple(0 for _ in difference), difference))
    return Comparison(0, 1, problem.costs(1))


def inquired(told: Told, d: int) -> Inquiry[int]:
    """Return what the package knows after these answers."""
    known = open_inquiry(DecisionList((tuple(0 for _ in range(d)),)))
    replies = {question(x): y for x, y in told.items()}
    for asked in replies:
        known = known.compared([asked], Expert(replies.__getitem__), None)
    return known


def combined(told: Told, x: Row) -> int | None:
    """Return the answer that is a nonnegative combination of answers and gains, if one is."""
    given = [*told.items(), *((gained, 1) for gained in unit_vectors(len(x)))]
    cone = closed_cone(len(x), [tuple(y * c for c in z) for z, y in given])
    both = ((y, tuple(y * c for c in x)) for y in (1, -1))
    return next((y for y, z in both if cone and cone.combination(z) is not None), None)


def whole_space(told: Told, x: Row) -> int | None:
    """Return the answer for all weights, of whatever signs, that agree."""
    space = SphereVersionSpace(len(x)).restrict_all([*told], [*told.values()])
    labels = space.labels(x)
    return next(iter(labels)) if len(labels) == 1 else None


def lines(most: int, d: int) -> list[Row]:
    """Return one direction for each line that a question may have: a loss for a gain."""
    every = product(range(-most, most + 1), repeat=d)
    return [
        x for x in every if min(x) < 0 < max(x) and x > tuple(-c for c in x) and x == primitive(x)
    ]


def by_people(rule: Rule, people: tuple[Preference, ...], asked: list[Row]) -> Finding:
    """Compare with what all people say who agree with two answers."""
    signs = [{x: person(question(x)) for x in asked} for person in people]
    cases = {(a, b, s[a], s[b]) for s in signs for a, b in combinations(asked, 2)}
    for a, b, y, z in sorted(cases):
        rest = [s for s in signs if s[a] == y and s[b] == z]
        for x in asked:
            answers = {s[x] for s in rest}
            computed = answers.pop() if len(answers) == 1 else None
            claimed = rule({a: y, b: z}, x)
            if claimed != computed:
                return fails(f"{x} after {a}: {y}, {b}: {z}", claimed=claimed, computed=computed)
    return holds(f"{len(cases)} pairs of answers of {len(people)} people, {len(asked)} questions")


def small_plane(rule: Rule, rng: np.random.Generator) -> Finding:
    """Two criteria, differences of at most two."""
    del rng
    return by_people(rule, between(slopes(2)), lines(2, 2))


def plane(rule: Rule, rng: np.random.Generator) -> Finding:
    """Two criteria, differences of at most three."""
    del rng
    return by_people(rule, between(slopes(3)), lines(3, 2))


def space(rule: Rule, rng: np.random.Generator) -> Finding:
    """Three criteria, differences of at most one: by order, and whether one outweighs two."""
    del rng
    return by_people(rule, tuple(map(person_of, THREE)), lines(1, 3))


def person_of(weights: Row) -> Preference:
    """Return the person with these weights."""
    return Preference(tuple(map(Fraction, weights)))


def inquiries(rule: Rule, rng: np.random.Generator) -> Finding:
    """Compare with what the package knows without asking, in three criteria."""
    del rng
    asked = lines(1, 3)
    for a, b in combinations(asked, 2):
        for person in map(person_of, THREE):
            told = {x: person(question(x)) for x in (a, b)}
            known = inquired(told, 3)
            for x in asked:
                claimed, computed = rule(told, x), known.known(question(x).difference)
                if claimed != computed:
                    return fails(f"{x} after {told}", claimed=claimed, computed=computed)
    return holds(f"{len(THREE)} people, {len(asked)} questions")


CLAIM: Claim[Rule] = Claim(
    key="play/inquiry/implied-answers",
    title="A comparison is implied iff it is a nonnegative combination of answers and gains",
    statement=(
        r"\{\operatorname{sign}(w \cdot c) : w > 0, y_i\, w \cdot c_i > 0\} = \{y\} \iff y c = "
        r"\textstyle\sum_i \lambda_i y_i c_i + \mu,\ \lambda, \mu \ge 0, \quad d = 2, |c| \le 3 "
        r"\text{ or } d = 3, |c| \le 1, \text{ after two answers}"
    ),
    plain=(
        "What a person answered to comparisons says what the same person would answer to some "
        "others, which need not be asked; about all others people who gave these answers differ; "
        "checked after two answers, for two criteria and differences up to 3, and for three and 1."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say=(
        "anything of people who err, whose other answers are then implied wrongly, or what to do "
        "with an indifferent one, of whom the package learns nothing"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=combined,
    checks=(
        Check(Method.EXHAUSTIVE, small_plane, scope="d = 2, differences up to 2, two answers"),
        Check(
            Method.EXHAUSTIVE, plane, scope="d = 2, differences up to 3, two answers", tier="normal"
        ),
        Check(
            Method.EXHAUSTIVE, space, scope="d = 3, differences up to 1, two answers", tier="normal"
        ),
        Check(
            Method.EXHAUSTIVE, inquiries, scope="d = 3, the inquiries of the package", tier="normal"
        ),
    ),
    controls={
        "only what was asked": lambda told, x: told.get(x),
        "the mean of the extreme rays answers": lambda told, x: inquired(told, len(x)).center(
            question(x)
        ),
        "weights of any sign": whole_space,
    },
)
