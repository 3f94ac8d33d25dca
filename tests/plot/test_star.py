from matplotlib.patches import Rectangle

from altheory.complexity.star import star_set
from altheory.hypotheses.finite import FiniteClass
from altheory.plot.star import star
from altheory.plot.style import canvas, style

FLIPPED = FiniteClass(3, ["+++", "-++", "+-+", "++-"])


def test_neighbors_differ_from_the_middle_at_one_point_each():
    with style("icml"):
        drawing = star(canvas().subplots(), star_set(FLIPPED))
    rows = drawing.table.records
    assert (rows[0]["x"], rows[0]["y"], rows[0]["labels"]) == (0.0, 0.0, "+++")
    assert [row["labels"] for row in rows[1:]] == ["-++", "+-+", "++-"]
    assert len({(row["x"], row["y"]) for row in rows}) == 4


def test_every_row_has_its_cells_and_its_ground():
    with style("icml"):
        drawing = star(canvas().subplots(), star_set(FLIPPED))
    patches = [a for a in drawing.artists if isinstance(a, Rectangle)]
    assert len(patches) == 4 * (3 + 1)
