r"""Laws of a model and several labels, as integer weights, and what labels tell about the model.

The first entry of an outcome is the model, the others are labels.  Information is computed by its
definition :math:`I(y; \omega) = \sum p(k, y) \ln \frac{p(k, y)}{p(k)\, p(y)}`, and entropies from
the weights, so nothing supposes that labels are independent given the model.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import prod
from typing import TypeAlias

from proofs_checks._logarithms import Logs, combination, entropy

Outcome: TypeAlias = tuple[int, ...]
Law: TypeAlias = Mapping[Outcome, Fraction]
Model: TypeAlias = tuple[Fraction, ...]  # for each label the probability that it is 1

# A fair bit for the model, a fair first label, and the second their sum modulo 2.
XOR: Law = {(k, y, k ^ y): Fraction(1, 4) for k, y in product((0, 1), repeat=2)}


def marginal(law: Law, axes: Sequence[int]) -> dict[Outcome, Fraction]:
    """Return the law of some entries."""
    total: dict[Outcome, Fraction] = {}
    for outcome, p in law.items():
        part = tuple(outcome[axis] for axis in axes)
        total[part] = total.get(part, Fraction(0)) + p
    return total


def labels(law: Law) -> range:
    """Return the axes of the labels."""
    return range(1, len(next(iter(law))))


def told(law: Law, axes: Sequence[int]) -> Logs:
    """Return what some labels tell about the model, by definition."""
    model, several = marginal(law, (0,)), marginal(law, axes)
    joint = marginal(law, (0, *axes))
    return combination((p, p / (model[o[:1]] * several[o[1:]])) for o, p in joint.items())


def entropy_given_model(law: Law, axes: Sequence[int]) -> Logs:
    """Return the entropy of some labels given the model."""
    both, model = (marginal(law, part) for part in ((0, *axes), (0,)))
    return entropy(list(both.values())) - entropy(list(model.values()))


def are_independent(law: Law) -> bool:
    """Decide whether the labels are independent of each other, the model unknown."""
    alone = [marginal(law, (axis,)) for axis in labels(law)]
    together = marginal(law, labels(law))
    return all(
        together.get(tuple(o[0] for o in outcome), 0)
        == prod(of[o] for of, o in zip(alone, outcome, strict=True))
        for outcome in product(*alone)
    )


def given_models(models: Sequence[Model]) -> Law:
    """Return the law of equally likely models under each of which labels are independent."""
    law = {}
    for k, model in enumerate(models):
        for y in product((0, 1), repeat=len(model)):
            chances = (p if label else 1 - p for label, p in zip(y, model, strict=True))
            law[k, *y] = prod(chances, start=Fraction(1, len(models)))
    return {outcome: p for outcome, p in law.items() if p}


def model_laws(models: int, instances: int, d: int) -> Iterator[Law]:
    """Go through the laws of some models with probabilities k/d, up to their order."""
    values = [Fraction(n, d) for n in range(d + 1)]
    several = product(values, repeat=instances)
    yield from map(given_models, combinations_with_replacement(several, models))


def equal_weights(most: int) -> Iterator[Law]:
    """Go through the laws of three bits that are uniform on at most so many outcomes."""
    cells = list(product((0, 1), repeat=3))
    for chosen in product((0, 1), repeat=len(cells)):
        inside = [cell for cell, taken in zip(cells, chosen, strict=True) if taken]
        if 0 < len(inside) <= most:
            yield {cell: Fraction(1, len(inside)) for cell in inside}
