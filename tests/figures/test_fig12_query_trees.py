import pytest

from altheory.ledger.checker import verify
from altheory.plot.style import style
from figures.fig12_query_trees import trees
from figures.plate import plate

NAME = "fig12_query_trees"


@pytest.fixture
def drawn(data):
    return trees(data(NAME))


def test_the_totals_are_those_of_the_claim(drawn):
    assert {name: tree.total for name, tree in drawn.items()} == {"even": 147, "best": 145}


def test_the_table_holds_trees_that_the_checker_accepts(drawn):
    for tree in drawn.values():
        assert len(tree.of.hypotheses) == 29
        assert verify(tree.certificate())


def test_every_question_of_the_first_tree_splits_as_evenly_as_any(drawn):
    def asked(node, alive):
        if not isinstance(node, tuple):
            return
        x, *parts = node
        sizes = [sum(h >> z & 1 for h in alive) for z in range(7)]
        rarer = [min(k, len(alive) - k) for k in sizes]
        assert rarer[x] == max(rarer)
        for sign, part in enumerate(parts):
            asked(part, [h for h in alive if h >> x & 1 == sign])

    asked(drawn["even"].root, drawn["even"].of.hypotheses)


def test_what_is_drawn_is_counted(data, drawn):
    with style("icml"):
        axes = plate(NAME).draw(data(NAME)).axes
    for ax, tree in zip(axes, drawn.values(), strict=True):
        texts = [t.get_text() for t in ax.texts]
        counts = [int(text) for text in texts[-tree.depth :]]
        assert sum(counts) == 29
        assert "found at\nthis depth" in texts
        assert sum(depth * n for depth, n in enumerate(counts, 1)) == tree.total
        assert f"{tree.total} questions" in ax.get_title(loc="left")


def test_the_words_hold_the_numbers(data):
    alt = plate(NAME).alt(data(NAME))
    assert "147 questions in all; it finds 7 after 4, 15 after 5, 5 after 6, 2 after 7" in alt
    assert "145 questions in all; it finds 5 after 4, 21 after 5, 1 after 6, 2 after 7" in alt
