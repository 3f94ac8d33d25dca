from collections import Counter
from fractions import Fraction

import numpy as np
import pytest

from altheory.play.cluster_feedback import unguided_clusters
from altheory.play.homogeneity import grouping
from altheory.plot.style import style
from figures import fig25_agents as figure
from figures.fig25_agents import (
    AGENTS,
    ERRORS,
    PLANES,
    QUESTIONS,
    REGRETS,
    REPLICATES,
    STRANGERS,
    UTILITIES,
    cells,
    curve,
)
from figures.plate import plate

NAME = "fig25_agents"
ENDS, BOX = ("x", "x2", "y", "y2"), (0.1, 0.2, 0.3, 0.4)


@pytest.fixture
def table(data):
    return data(NAME)


def end(table, kind, name):
    return curve(table, kind, name)[-1]


def test_unguided_regrets_are_those_of_equal_weights(table):
    regrets = []
    for i in range(REPLICATES):
        problem, person = figure._table(i)
        costs = [problem.costs(d) for d in problem.decisions()]
        losses = [person.loss(c) for c in costs]
        regrets.append(person.loss(min(costs, key=sum)) - min(losses))  # the first of equals
    assert all(0 <= y <= 1 for y in regrets)
    mean = sum(regrets) / REPLICATES
    assert end(table, "regret", "unguided")["y"] == pytest.approx(float(mean), abs=1e-8)


def test_prices_are_those_of_the_agents(table):
    assert end(table, "regret", "unguided")["x"] == 0
    for name in AGENTS:
        rows = curve(table, "regret", name)
        assert [row["questions"] for row in rows] == list(QUESTIONS)
        for row in rows[:-1]:
            most = {"crowd": 5, "mixed": 15}.get(name, 10) * row["questions"]
            assert 0 < row["x"] <= most


def test_whoever_is_asked_decides_better(table):
    nobody = end(table, "regret", "unguided")["y"]
    by = {name: end(table, "regret", name)["y"] for name in AGENTS}
    assert max(by.values()) < nobody
    assert max(by["expert"], by["mixed"]) < by["crowd"]


def test_intervals_hold_their_means(table):
    for row in table.records:
        if row["kind"] in ("regret", "utility"):
            assert row["low"] < row["y"] < row["high"]


def test_unguided_points_are_grouped_by_the_clusters_that_hold_none_of_more_axes(table):
    shares = []
    for i in range(REPLICATES):
        _, _, clusters, truth = figure._planted(i)
        found = grouping(unguided_clusters(clusters), truth)
        shares.append(Fraction(found.right - found.wrong, len(truth.groups)))
    mean = sum(shares) / REPLICATES
    assert end(table, "utility", "unguided")["y"] == pytest.approx(float(mean), abs=1e-8)


def test_what_is_implied_by_right_answers_needs_no_question(table):
    by = {name: end(table, "utility", name) for name in UTILITIES}
    assert by["right"]["y"] == by["all, right"]["y"] > by["unguided"]["y"]
    assert by["right"]["x"] < by["all, right"]["x"]
    assert by["unguided"]["y"] > by["erring"]["y"] > by["all, erring"]["y"]
    assert ERRORS["right"] == 0


def test_the_clusters_of_the_example_are_signed_by_their_strangers(table):
    found, _, clusters, _ = figure._planted(0)
    rows = [row for row in table.records if row["kind"] == "cluster"]
    for row, cluster in zip(rows, clusters, strict=True):
        sizes = Counter(g for i in cluster.points if (g := found.groups[i]) is not None)
        few = len(cluster.points) - max(sizes.values()) <= STRANGERS
        assert row["label"] == (1 if few else -1)
        assert row["questions"] == len(cluster.points)


@pytest.mark.parametrize("plane", range(len(PLANES)))
def test_cells_hold_the_points_of_their_cluster(table, plane):
    rows = [r for r in table.records if (r["kind"], r["plane"]) == ("point", plane)]
    points = np.array([(r["x"], r["y"]) for r in rows])
    for boxes in cells(table, plane).values():
        inside = np.zeros(len(points), dtype=bool)
        for box in boxes:
            x, x2, y, y2 = (box[k] for k in ENDS)
            across = (x is None) | ((points[:, 0] >= (x or 0)) & (points[:, 0] <= (x2 or 0)))
            along = (y is None) | ((points[:, 1] >= (y or 0)) & (points[:, 1] <= (y2 or 0)))
            inside |= across & along
        assert abs(inside.sum() - boxes[0]["questions"]) <= 1  # ends are rounded


def test_cells_are_drawn_where_they_are():
    on_axis, cell = {"x": None, "x2": None, "y": 0.1, "y2": 0.2}, dict(zip(ENDS, BOX, strict=True))
    assert figure._ends_in(cell) == BOX
    assert figure._ends_in(on_axis) == (*figure.BAR, 0.1, 0.2)


@pytest.mark.parametrize("column", ["half", "full"])
def test_the_drawing_signs_each_cluster_and_names_each_curve(table, column):
    with style("icml", column=column):
        regret, utility, *planes = plate(NAME).draw(table).axes
    for ax, names in ((regret, REGRETS), (utility, UTILITIES)):
        assert [text.get_text() for text in ax.texts] == [said for said, *_ in names.values()]
    for plane, ax in enumerate(planes):
        shown = cells(table, plane)
        signs = Counter(line.get_marker() for line in ax.lines)
        labels = Counter(rows[0]["label"] for rows in shown.values())
        assert (signs["+"], signs["_"]) == (labels[1], labels[-1])
        assert len(ax.patches) == sum(map(len, shown.values()))
        hollow = sum(line.get_markerfacecolor() == "white" for line in ax.lines)
        assert hollow == sum(not rows[0]["asked"] for rows in shown.values())


def test_the_words_hold_the_numbers(table):
    alt = plate(NAME).alt(table)
    for kind, names in (("regret", REGRETS), ("utility", UTILITIES)):
        for name in names:
            row = end(table, kind, name)
            assert (
                f"{row['y']:.3f} ({row['low']:.2f} to {row['high']:.2f}) at {row['x']:.1f}" in alt
            )
