import numpy as np
import pytest

from altheory.plot.series import from_table
from altheory.plot.style import style
from figures.fig15_spikes import NEAR, SIDES
from figures.plate import plate

NAME = "fig15_spikes"


@pytest.fixture
def series(data):
    return {one.name: one for one in from_table(data(NAME))}


def by_hand(d, side):
    """Return f on a lattice by a dense solver: the mean of neighbors but at the labels."""
    at = np.indices((side,) * d).reshape(d, -1).T
    w = (np.abs(at[:, None] - at).sum(axis=2) == 1).astype(float)
    middle = [(side - 1) // 2] * (d - 1)
    places = [[k * (side - 1) // 4, *middle] for k in (1, 3)]
    labeled = [int(np.flatnonzero((at == place).all(axis=1))[0]) for place in places]
    free = np.setdiff1d(np.arange(len(at)), labeled)
    laplacian = np.diag(w.sum(axis=1)) - w
    f = np.zeros(len(at))
    f[labeled[1]] = 1
    f[free] = np.linalg.solve(laplacian[np.ix_(free, free)], w[free, labeled[1]])
    return f, free


@pytest.mark.parametrize(("d", "place"), [(1, 0), (2, 1), (3, 0)])
def test_shares_are_those_of_a_dense_solver(series, d, place):
    f, free = by_hand(d, SIDES[d][place])
    share = np.mean(np.abs(f[free] - f[free].mean()) <= NEAR)
    one = series[f"share, d = {d}"]
    assert one.xs[place] == len(f)
    assert one.ys[place] == pytest.approx(share)


def test_more_nodes_flatten_f_beyond_the_line_only(series):
    for d in (2, 3):
        shares = series[f"share, d = {d}"].ys
        assert list(shares) == sorted(shares)
    assert np.ptp(series["share, d = 1"].ys) < 0.02
    largest = [series[f"share, d = {d}"].ys[-1] for d in SIDES]
    assert largest == sorted(largest)
    assert largest[-1] > 0.99


def test_on_a_line_the_labels_are_interpolated(series):
    line = series["f, d = 1"]
    straight = np.clip((np.array(line.xs) - 0.25) * 2, 0, 1)
    assert np.allclose(line.ys, straight, atol=1e-9)


def test_labeled_slices_give_the_curve_of_the_line(series):
    slices = series["f, d = 3, slices"]
    straight = np.clip((np.array(slices.xs) - 0.25) * 2, 0, 1)
    assert np.allclose(slices.ys, straight, atol=1e-9)


def test_labels_stand_out_as_spikes(series):
    """At either label f leaves by more than half of its height within one step in space."""
    for name, x, y in (("f, d = 3", 0.25, 0.0), ("f, d = 3", 0.75, 1.0)):
        one = series[name]
        k = one.xs.index(x)
        assert one.ys[k] == y
        assert min(abs(one.ys[k + step] - y) for step in (-1, 1)) > 0.25
    ends = [series[f"f, d = {d}"].ys[-1] for d in SIDES]
    assert ends == sorted(ends, reverse=True)
    assert ends[-1] > 0.5


def test_the_baseline_is_open_squares_and_labels_have_their_sign(data):
    with style("icml"):
        left, right = plate(NAME).draw(data(NAME)).axes
    markers = [line.get_marker() for line in left.lines]
    assert markers == ["None", "None", "o", "s", "o", "_", "o", "+"]
    assert left.lines[3].get_linestyle() == "None"
    assert [text.get_text() for text in left.texts] == ["$d = 1$", "$2$", "$3$"]
    assert right.get_xscale() == "log"
    assert len(right.lines) == len(SIDES)


def test_the_words_hold_the_numbers(data):
    alt = plate(NAME).alt(data(NAME))
    assert "1.000 in dimension 1; 0.680 in dimension 2; 0.552 in dimension 3" in alt
    assert "dimension 2 from 0.22 at 25 to 0.45 at 4,225" in alt
    assert "dimension 3 from 0.85 at 125 to 0.99 at 4,913" in alt
