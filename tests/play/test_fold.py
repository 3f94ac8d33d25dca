"""Folds against self-avoiding walks that are counted step by step."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.play.fold import Fold, canonical_turns, is_self_avoiding, walk

WALKS = (4, 12, 36, 100, 284, 780, 2172, 5916)  # of 1 to 8 steps
STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))
CHAINS = st.text("HP", min_size=2, max_size=7)


def every_walk(n):
    """All self-avoiding walks of n steps from the origin, as tuples of nodes."""
    found = []
    for steps in product(STEPS, repeat=n):
        nodes = [(0, 0)]
        for dx, dy in steps:
            nodes.append((nodes[-1][0] + dx, nodes[-1][1] + dy))
        if len(set(nodes)) == n + 1:
            found.append(tuple(nodes))
    return found


def images(nodes):
    """A walk turned and turned over in all eight ways."""
    turned = [[(x, y), (-y, x), (-x, -y), (y, -x)] for x, y in nodes]
    return {
        tuple((s * turns[k][0], turns[k][1]) for turns in turned) for k in range(4) for s in (1, -1)
    }


@pytest.mark.parametrize(("steps", "count"), [*enumerate(WALKS, 1)])
def test_folds_are_walks_up_to_symmetry(steps, count):
    assert len(list(Fold("H" * (steps + 1)).decisions())) == (count + 4) // 8


@pytest.mark.parametrize("steps", range(1, 7))
def test_every_walk_is_an_image_of_one_fold(steps):
    folds = list(Fold("P" * (steps + 1)).decisions())
    assert folds == sorted(set(folds))
    everything = [image for fold in folds for image in images(walk(fold))]
    assert len(everything) == len(set(everything)) == WALKS[steps - 1]
    assert set(everything) == set(every_walk(steps))


@given(CHAINS)
def test_costs_are_missing_contacts_perimeter_and_bends(chain):
    problem, n = Fold(chain), len(chain)
    for fold in problem.decisions():
        nodes = walk(fold)
        at = {node: i for i, node in enumerate(nodes)}
        near = {
            tuple(sorted((i, at[x + dx, y + dy])))
            for (x, y), i in at.items()
            for dx, dy in STEPS
            if (x + dx, y + dy) in at
        }
        touching = {(i, j) for i, j in near if j > i + 1 and chain[i] == chain[j] == "H"}
        assert touching <= problem.contacts
        straight = sum(
            a[0] + c[0] == 2 * b[0] and a[1] + c[1] == 2 * b[1]
            for a, b, c in zip(nodes, nodes[1:], nodes[2:], strict=False)
        )
        xs, ys = zip(*nodes, strict=True)
        box = 2 * (max(xs) - min(xs) + max(ys) - min(ys))
        missed = len(problem.contacts) - len(touching)
        assert list(problem.costs(fold)) == [missed, box, n - 2 - straight]


def test_each_contact_to_be_had_is_had_by_some_fold():
    for n in range(4, 9):
        for i, j in Fold("H" * n).contacts:
            chain = "".join("H" if k in (i, j) else "P" for k in range(n))
            assert min(Fold(chain).costs(fold)[0] for fold in Fold(chain).decisions()) == 0


@pytest.mark.parametrize("n", range(2, 9))
def test_moves_are_mutual_and_reach_every_fold(n):
    problem = Fold("H" * n)
    near = {fold: problem.neighbors(fold) for fold in problem.decisions()}
    assert all(fold in near[other] for fold, others in near.items() for other in others)
    assert all(
        fold not in others and len({*others}) == len(others) for fold, others in near.items()
    )
    reached, edge = {problem.start()}, [problem.start()]
    while edge:
        new = [other for other in near[edge.pop()] if other not in reached]
        reached.update(new)
        edge.extend(new)
    assert reached == near.keys()


FOLDS = [fold for n in range(3, 8) for fold in Fold("H" * n).decisions()]


@given(st.sampled_from(FOLDS), st.data(), st.sampled_from("FLR"), st.booleans())
def test_a_neighbor_is_a_pivot_of_the_rest(fold, data, turn, is_turned_over):
    """One turn changes, and all later ones may be exchanged."""
    at = data.draw(st.integers(0, len(fold) - 1))
    rest = fold[at + 1 :]
    over = rest.translate({ord("L"): "R", ord("R"): "L"}) if is_turned_over else rest
    moved = canonical_turns(fold[:at] + turn + over)
    near = Fold("H" * (len(fold) + 2)).neighbors(fold)
    assert (moved in near) == (moved != fold and is_self_avoiding(walk(moved)))


@pytest.mark.parametrize("bad", ["L", "LLL", "LLLL", "XXX"])
def test_what_is_no_fold_has_no_costs(bad):
    for asked in (Fold("HPPHP").costs, Fold("HPPHP").neighbors):
        with pytest.raises(DomainError, match="5 monomers"):
            asked(bad)


@pytest.mark.parametrize("bad", ["", "H", "HX", "hp", 3, None, ("H", "P")])
def test_what_is_no_chain_is_refused(bad):
    with pytest.raises(DomainError, match="text of H and P"):
        Fold(bad)


def test_a_long_chain_is_not_gone_through():
    with pytest.raises(BudgetError, match="15 monomers"):
        Fold("H" * 15).decisions()
    assert Fold("H" * 15).neighbors("F" * 13)
