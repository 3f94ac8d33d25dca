import pytest

from altheory.plot.series import from_table
from altheory.plot.style import style
from figures.fig23_digits import BATCH, BUDGET, INITIAL, MARKS, NAMES, REPLICATES, measured
from figures.plate import plate

NAME = "fig23_digits"


@pytest.fixture
def table(data):
    return data(NAME)


@pytest.fixture
def series(table):
    return {one.name: one for one in from_table(table)}


def test_all_curves_begin_at_the_same_first_labels(series):
    assert len(series) == 1 + 2 * len(NAMES)
    for name in MARKS:
        one = series[f"accuracy, {name}"]
        assert one.xs == tuple(float(10 * INITIAL + n) for n in range(0, BUDGET + 1, BATCH))
        assert one.ys[0] == series["accuracy, random"].ys[0]
    for name in NAMES:
        one = series[f"difference, {name}"]
        assert one.ys[0] == one.low[0] == one.high[0] == 0


def test_differences_are_those_of_pairs(series):
    curve = measured()
    for name in NAMES:
        own, random = curve.runs[name], curve.runs["random"]
        drawn = series[f"difference, {name}"]
        ends = zip(drawn.low, drawn.ys, drawn.high, strict=True)
        for at, (low, y, high) in enumerate(ends):
            gaps = sorted(
                (a.correct[at] - b.correct[at]) / curve.test_size
                for a, b in zip(own, random, strict=True)
            )
            # of 12 replicates the third from either end: 2 P(Bin(12, 1/2) <= 2) = 158 / 4096
            assert (low, high) == pytest.approx((gaps[2], gaps[-3]), abs=1e-12)
            assert y == pytest.approx((gaps[5] + gaps[6]) / 2, abs=1e-12)
    assert REPLICATES == 12


def test_the_caption_says_what_was_found():
    found = {name: measured().overall(name) for name in NAMES}
    assert found["margin"].verdict == "better"
    assert found["k-center"].verdict != "worse"
    assert found["k-center"].median.low < found["margin"].median.low
    assert found["entropy"].verdict == found["bald"].verdict == "worse"


@pytest.mark.parametrize("column", ["half", "full"])
def test_every_strategy_has_its_curve_and_its_panel(table, column):
    with style("icml", column=column):
        axes = plate(NAME).draw(table).axes
    assert len(axes) == 5
    assert len(axes[0].lines) == len(MARKS)
    assert {text.get_text() for text in axes[0].texts} == {"random", *NAMES.values()}
    assert [ax.get_title() for ax in axes[1:]] == list(NAMES.values())


def test_the_words_name_every_strategy(table):
    said = plate(NAME).alt(table)
    assert all(name in said for name in NAMES.values())
