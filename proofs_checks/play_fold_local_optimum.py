r"""Moving to better neighbors ends at a best fold: false, a chain of four is stuck at once.

.. math:: w \cdot c(\text{end of a descent}) = \min_a w \cdot c(a) \quad\text{(false)}.

The chain HPPH has five folds.  Straight it misses its contact, in a box of perimeter 6; one bend
saves nothing, and two of them bring the ends together in a box of perimeter 4.  Who counts each
of contact, perimeter and bends once loses 7 straight, 8 with one bend and 6 folded.  To go there
one has to pass what is worse; a comparison of all folds does not.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.play.baselines import unguided
from altheory.play.expert import Expert
from altheory.play.fold import Fold
from altheory.play.knockouts import guided
from altheory.play.local_search import descended
from altheory.play.problem import Preference

Search: TypeAlias = Callable[[Fold, Preference], str]

STEPS = {"F": 1, "L": 1j, "R": -1j}  # turns of a walk, as factors of its last step
PYTHON = """\
from itertools import product

def loss(turns):  # of the chain HPPH, each cost counted once
    nodes, step = [0, 1], 1
    for turn in turns:
        step *= {"F": 1, "L": 1j, "R": -1j}[turn]
        nodes.append(nodes[-1] + step)
    xs, ys = [z.real for z in nodes], [z.imag for z in nodes]
    box = 2 * (max(xs) - min(xs) + max(ys) - min(ys))
    return (abs(nodes[3] - nodes[0]) != 1) + box + sum(turn != "F" for turn in turns)

losses = {turns: loss(turns) for turns in product("FLR", repeat=2)}
straight = losses["F", "F"]
one_turn_changed = [turns for turns in losses if sum(turn != "F" for turn in turns) == 1]
assert all(losses[turns] > straight for turns in one_turn_changed)  # a descent stays
assert (straight, min(losses.values())) == (7, 6)
"""


def weighed(turns: str, person: Preference) -> Fraction:
    """Return the loss of a fold of HPPH, from the nodes that it visits."""
    nodes, step = [0j, 1 + 0j], 1 + 0j
    for turn in turns:
        step *= STEPS[turn]
        nodes.append(nodes[-1] + step)
    xs, ys = [int(z.real) for z in nodes], [int(z.imag) for z in nodes]
    missed = int(abs(nodes[3] - nodes[0]) != 1)
    box = 2 * (max(xs) - min(xs) + max(ys) - min(ys))
    return person.loss((missed, box, sum(turn != "F" for turn in turns)))


def smallest_chain(search: Search, rng: np.random.Generator) -> Finding:
    """Compare with all nine ways to turn twice, of which none meets itself."""
    del rng
    for weights in product((1, 3), repeat=3):
        person = Preference(tuple(map(Fraction, weights)))
        least = min(weighed("".join(turns), person) for turns in product("FLR", repeat=2))
        ended = weighed(search(Fold("HPPH"), person), person)
        if ended != least:
            shown = arithmetic("ended", ">", "least", {"ended": ended, "least": least})
            return fails(
                f"HPPH, weights {weights}",
                claimed=least,
                computed=ended,
                counterexample=Counterexample(shown, PYTHON),
            )
    return holds("HPPH, eight people")


CLAIM: Claim[Search] = Claim(
    key="play/fold/local-optimum",
    title="Moving to better neighbors ends at a best fold",
    statement=r"w \cdot c(\text{end of a descent}) = \min_a w \cdot c(a), \quad w > 0",
    plain=(
        "A chain that is pivoted as long as somebody finds it better ends as good as it can be: "
        "false, a straight chain of four is stuck, though folded twice it would be better."
    ),
    relation="counterexample",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that a descent is bad from every start, or that longer chains are stuck straight",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=lambda problem, person: descended(problem, Expert(person)).decision,
    checks=(Check(Method.EXHAUSTIVE, smallest_chain, scope="HPPH, eight weights"),),
    controls={
        "nobody is asked": lambda problem, _: unguided(problem).decision,
        "it stays straight": lambda problem, _: problem.start(),
    },
    corrected=(
        lambda problem, person: guided(problem, Expert(person)).decision,
        "play/guided/no-regret",
    ),
)
