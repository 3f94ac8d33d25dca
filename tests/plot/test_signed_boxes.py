import pytest
from matplotlib.figure import Figure

from altheory.errors import DomainError
from altheory.plot.palette import color
from altheory.plot.signed_boxes import signed_boxes

BOXES = [(0.0, 1.0, 2.0, 4.0), (1.0, 2.0, 2.0, 4.0)]


@pytest.fixture
def ax():
    return Figure().subplots()


@pytest.mark.parametrize(("sign", "mark"), [(1, "+"), (-1, "_")])
@pytest.mark.parametrize("asked", [True, False])
def test_boxes_are_filled_and_the_middle_one_signed(ax, sign, mark, asked):
    drawing = signed_boxes(ax, BOXES, sign, is_asked=asked)
    assert drawing.table.rows == tuple(BOXES)
    assert [patch.get_bbox().extents.tolist() for patch in ax.patches] == [
        [x, y, x2, y2] for x, x2, y, y2 in BOXES
    ]
    assert {patch.get_hatch() for patch in ax.patches} == {None if sign > 0 else "////"}
    disk, written = ax.lines
    assert written.get_marker() == mark
    assert disk.get_xydata().tolist() == written.get_xydata().tolist() == [[1.5, 3.0]]
    shade = color("positive" if sign > 0 else "negative")
    assert disk.get_markerfacecolor() == (shade if asked else "white")
    assert written.get_markeredgecolor() == ("white" if asked else shade)


@pytest.mark.parametrize("wrong", [([], 1), (BOXES, 0), (BOXES, 2)])
def test_what_is_refused(ax, wrong):
    boxes, sign = wrong
    with pytest.raises(DomainError):
        signed_boxes(ax, boxes, sign, is_asked=True)
