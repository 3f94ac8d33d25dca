from itertools import combinations
from math import log2

import numpy as np
import pytest

from altheory.plot.style import style
from figures.fig17_simplex import GRID, RANKED, SCORES, SPREAD, TIE, named
from figures.plate import plate

NAME = "fig17_simplex"


@pytest.fixture
def table(data):
    return data(NAME)


def by_definition(p):
    first, second, _ = sorted(p, reverse=True)
    bits = -sum(q * log2(q) for q in p if q > 0)
    return {"entropy": bits, "margin": first - second, "least confidence": 1 - first}


def test_all_scores_are_those_of_their_definition(table):
    rows = [row for row in table.records if row["opposite"] is None]
    assert len(rows) == (GRID + 1) * (GRID + 2) // 2 + 3
    for row in rows[:: len(rows) // 97] + rows[-3:]:
        known = by_definition((row["p1"], row["p2"], row["p3"]))
        assert {name: row[name] for name in SCORES} == pytest.approx(known, abs=1e-8)


def test_the_two_points_are_asked_about_in_opposite_orders(table):
    tie, spread = (named(table)[name] for name in ("tie", "spread"))
    assert (tie["p1"], tie["p2"], tie["p3"]) == TIE
    assert (spread["p1"], spread["p2"], spread["p3"]) == SPREAD
    assert tie["entropy"] < spread["entropy"]
    assert tie["least confidence"] > spread["least confidence"]
    assert tie["margin"] < spread["margin"]


def test_more_is_above_zero_where_a_score_would_rather_ask(table):
    own = by_definition(SPREAD)
    some = [row for row in table.records if row["kind"] == "grid"][::53]
    for row in some:
        known = by_definition((row["p1"], row["p2"], row["p3"]))
        for name in SCORES:
            sign = -1 if name == "margin" else 1
            gap = sign * (known[name] - own[name])
            assert np.sign(row[f"more, {name}"]) == np.sign(gap if abs(gap) > 1e-8 else 0)


def test_the_share_of_pairs_in_opposite_orders_is_that_of_all_pairs(monkeypatch):
    monkeypatch.setattr("figures.fig17_simplex.RANKED", 6)
    shares = {row["kind"]: row["opposite"] for row in plate(NAME).data().records[-3:]}
    points = [(i, j, 6 - i - j) for i in range(7) for j in range(7 - i)]
    known = [by_definition([n / 6 for n in p]) for p in points]
    for (a, b), share in zip(combinations(SCORES, 2), shares.values(), strict=True):
        turn = -1 if "margin" in (a, b) else 1
        opposite = [turn * _sign(p[a] - q[a]) * _sign(p[b] - q[b]) < 0 for p, q in pairs(known)]
        assert share == pytest.approx(np.mean(opposite), abs=1e-8)
    assert RANKED > 6


def pairs(known):
    return combinations(known, 2)


def _sign(gap):
    return 0 if abs(gap) < 1e-12 else np.sign(gap)


def test_no_two_scores_rank_alike(table):
    shares = {key: row["opposite"] for key, row in named(table).items() if row["opposite"]}
    assert len(shares) == 3
    assert max(shares, key=lambda key: shares[key]) == "entropy, margin"


def test_each_panel_holds_both_points(table):
    with style("icml"):
        axes = plate(NAME).draw(table).axes
    assert [ax.get_title() for ax in axes] == [*SCORES, "disagreement"]
    for ax in axes:
        assert [line.get_marker() for line in ax.lines] == ["o", "D"]
        assert np.asarray(ax.lines[0].get_xydata()).ravel() == pytest.approx([0.5, 0])


def test_the_words_hold_the_numbers(table):
    alt = plate(NAME).alt(table)
    assert "(0.5, 0.5, 0), a disk: entropy 1.000, margin 0.000, least confidence 0.500" in alt
    assert "(0.52, 0.24, 0.24), a diamond: entropy 1.479, margin 0.280" in alt
    assert "entropy and margin 19.1%" in alt
