"""Learning curves drawn: what the lines show is what was measured."""

import json
from itertools import pairwise
from typing import Any

import pytest

from altheory.errors import DomainError, UnknownNameError
from altheory.plot.learning_curve import learning_curve
from altheory.plot.series import from_table
from altheory.plot.style import canvas, style
from altheory.simulation.learning_curves import learning_curve as measured
from altheory.simulation.learning_data import dataset
from altheory.simulation.splits import Design
from tests.simulation.models import Nearest

DATA = dataset([[x, x % 3] for x in range(30)], [x // 10 for x in range(30)])
DESIGN = Design(budget=9, batch=4, initial=1, seed=2)


@pytest.fixture(scope="module")
def curve():
    return measured(DATA, Nearest(), ["margin", "k-center"], design=DESIGN, replicates=6)


@pytest.fixture
def ax():
    with style("icml"):
        yield canvas().subplots()


def test_accuracies_are_the_medians_each_named_at_its_end(ax, curve):
    drawing = learning_curve(ax, curve)
    for line, name in zip(ax.lines, ("margin", "k-center", "random"), strict=True):
        assert tuple(line.get_xdata()) == curve.labels
        assert list(line.get_ydata()) == [p.median.value for p in curve.points(name)]
    assert len({line.get_marker() for line in ax.lines}) == 3
    assert {text.get_text() for text in ax.texts} == {"margin", "k-center", "random"}
    assert [one.name for one in from_table(drawing.table)] == [
        "accuracy, margin",
        "accuracy, k-center",
        "accuracy, random",
    ]


def test_differences_are_paired_and_lie_in_their_bands(ax, curve):
    drawing = learning_curve(ax, curve, shown="difference", names=["k-center"])
    nothing, line = ax.lines
    assert list(nothing.get_ydata()) == [0, 0]
    paired = [point.paired.median for point in curve.points("k-center")]
    assert list(line.get_ydata()) == [p.value for p in paired]
    (one,) = from_table(drawing.table)
    assert one.low == tuple(p.low for p in paired)
    assert one.high == tuple(p.high for p in paired)
    assert len(ax.collections) == 1
    assert [text.get_text() for text in ax.texts] == ["k-center"]


def test_json_is_drawn_as_the_curve_is(ax, curve):
    with style("icml"):
        other = learning_curve(canvas().subplots(), curve.to_json(), shown="difference")
    assert learning_curve(ax, curve, shown="difference").table == other.table


@pytest.mark.parametrize("shown", ["accuracy", "difference"])
def test_names_do_not_lie_on_each_other(ax, curve, shown):
    learning_curve(ax, curve, shown=shown)
    heights = sorted(text.xy[1] for text in ax.texts)
    assert len(heights) > 1
    assert all(a < b for a, b in pairwise(heights))


def test_what_cannot_be_drawn_is_refused(ax, curve):
    unknown: Any = "differences"
    with pytest.raises(UnknownNameError, match="did you mean margin"):
        learning_curve(ax, curve, names=["margn"])
    with pytest.raises(UnknownNameError, match="did you mean difference"):
        learning_curve(ax, curve, shown=unknown)
    with pytest.raises(DomainError, match="no learning curves"):
        learning_curve(ax, json.dumps({"schema": "altheory-curve/0"}))
    with pytest.raises(DomainError, match="does not differ from itself"):
        learning_curve(ax, curve, shown="difference", names=["random"])
