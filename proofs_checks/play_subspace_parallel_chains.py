r"""How often somebody is asked about c separate chains of k nested clusters.

Each chain is bisected on its own: :math:`c (\lfloor \log_2 k \rfloor + 1)` questions at most, where
asking about everything takes c k.  However questions are chosen, some answers take at least
:math:`c \log_2 (k + 1)` of them, for there are :math:`(k + 1)^c` labelings.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Questions: TypeAlias = Callable[[int, int], int]


def most(known: Any) -> int:
    """Return the most questions that are still asked, over all answers."""
    x = known.question()
    return 0 if x is None else 1 + max(most(known.restrict(x, y)) for y in (-1, 1))


def compared(questions: Questions, *shapes: tuple[int, int]) -> Finding:
    """Follow the questions of the package through all answers."""
    from altheory.play.monotone_labels import open_labels

    for c, k in shapes:
        square = np.ones((k, k), dtype=bool)
        chains = np.kron(np.eye(c, dtype=bool), np.triu(square))
        if questions(c, k) != (found := most(open_labels(chains))):
            return fails(f"{c} chains of {k}", claimed=questions(c, k), computed=found)
    return holds(f"all answers to {len(shapes)} shapes")


def few(questions: Questions, rng: np.random.Generator) -> Finding:
    """Try one, two and three chains."""
    del rng
    return compared(questions, (1, 4), (2, 2), (3, 2))


def several(questions: Questions, rng: np.random.Generator) -> Finding:
    """Try all shapes with at most 81 labelings."""
    del rng
    shapes = [(c, k) for c in range(1, 7) for k in range(1, 81) if (k + 1) ** c <= 81]
    return compared(questions, *shapes)


CLAIM: Claim[Questions] = Claim(
    key="play/subspace/parallel-chains",
    title="Nested clusters are bisected: logarithmically many questions a chain",
    statement=(
        r"\max \#\{\text{questions about } c \text{ chains of } k \text{ clusters}\} ="
        r" c\,(\lfloor \log_2 k \rfloor + 1), \quad (k + 1)^c \le 81"
    ),
    plain=(
        "Asking always where the smaller number of labels that an answer implies is largest takes "
        "as many questions as bisecting each chain of nested clusters; up to 81 labelings."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say=(
        "that this order of questions is the best: three chains of two have 27 labelings, which 5 "
        "questions might tell apart, and it asks 6"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda c, k: c * k.bit_length(),
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="a chain of 4, two of 2, three of 2"),
        Check(Method.EXHAUSTIVE, several, scope="at most 81 labelings", tier="normal"),
    ),
    controls={
        "all clusters": lambda c, k: c * k,
        "as much as the labelings need": lambda c, k: ((k + 1) ** c - 1).bit_length(),
        "one a chain": lambda c, _: c,
        "the logarithm rounded up": lambda c, k: c * max((k - 1).bit_length(), 1),
    },
)
