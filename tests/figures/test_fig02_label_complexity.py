import math
from pathlib import Path

import pytest
from PIL import Image

from altheory.plot.series import from_table
from altheory.plot.style import style
from altheory.theory.bisection import bisection_queries_to_error
from altheory.theory.thresholds_cal_width import cal_expected_queries_to_width
from altheory.theory.thresholds_version_space import expected_instances_to_width
from figures.fig02_label_complexity import REPLICATES, grid
from figures.plate import plate

NAME = "fig02_label_complexity"
MARKERS = 11
ALPHA = 1e-6


@pytest.fixture
def series(data):
    return {one.name: one for one in from_table(data(NAME))}


def totals(simulated):
    """Return the epsilons and the whole number of labels that all replicates bought."""
    sums = [round(mean * REPLICATES) for mean in simulated.ys]
    return list(zip(grid(2), sums, strict=True))


@pytest.mark.parametrize(
    ("learner", "law"),
    [
        ("passive", expected_instances_to_width),
        ("cal", cal_expected_queries_to_width),
        ("bisection", bisection_queries_to_error),
    ],
)
def test_curves_are_the_laws(series, learner, law):
    curve = series[f"{learner}, exact"]
    at = dict(zip(curve.xs, curve.ys, strict=True))
    for epsilon in grid(20):
        assert at[float(epsilon)] == float(law(epsilon))


def test_the_closed_forms_on_the_curves_are_theirs(series):
    for name, form in (
        ("passive, exact", lambda x: 2 / x - 1),
        ("cal, exact", lambda x: 1 + 2 * math.log(1 / x)),
    ):
        curve = series[name]
        errors = [abs(y / form(x) - 1) for x, y in zip(curve.xs, curve.ys, strict=True)]
        assert max(errors) < 1e-12


def test_the_staircase_has_both_values_at_its_jumps(series):
    curve = series["bisection, exact"]
    at_jump = [y for x, y in zip(curve.xs, curve.ys, strict=True) if 0 <= 1 / 16 - x < 1e-9]
    assert at_jump == [3.0, 4.0]
    assert list(curve.ys) == sorted(curve.ys)


def test_axes_run_from_one_tenth_to_one_millionth(series):
    for one in series.values():
        assert (one.xs[0], one.xs[-1]) == (0.1, 1e-6)
    assert len(grid(2)) == MARKERS


def test_bisection_is_not_random(series):
    simulated = series["bisection, simulated"]
    exact = [bisection_queries_to_error(epsilon) for epsilon in grid(2)]
    assert list(simulated.ys) == list(simulated.low) == list(simulated.high) == exact


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_markers_of_cal_follow_the_law(series):
    """R means of 1 + Poisson(2 ln(1/eps)): R times the mean, less R, is Poisson too."""
    from scipy.stats import poisson

    for epsilon, total in totals(series["cal, simulated"]):
        rate = REPLICATES * 2 * math.log(1 / epsilon)
        tails = poisson.cdf(total - REPLICATES, rate), poisson.sf(total - REPLICATES - 1, rate)
        assert min(tails) > ALPHA / (2 * MARKERS), epsilon


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_markers_of_passive_learning_follow_the_law(series):
    """One more than the labels is the wait for two successes of probability eps.

    P(N > n) = (1 - eps)^n (1 + n eps) is the chance of at most one in n + 1 trials.
    """
    from scipy.stats import nbinom

    for epsilon, total in totals(series["passive, simulated"]):
        failures = total + REPLICATES - 2 * REPLICATES
        law = nbinom(2 * REPLICATES, float(epsilon))
        assert min(law.cdf(failures), law.sf(failures - 1)) > ALPHA / (2 * MARKERS), epsilon


def test_the_tests_of_the_markers_have_power():
    """Twins: CAL with 2 ln replaced by its bisection slope, passive with 1/eps for 2/eps."""
    from scipy.stats import nbinom, poisson

    level = ALPHA / (2 * MARKERS)
    finest = 1e-6
    true, twin = (REPLICATES * c * math.log(1 / finest) for c in (2, 1 / math.log(2)))
    assert poisson.cdf(poisson.isf(1 - level, true) - 1, twin) > 0.99
    lowest = nbinom(2 * REPLICATES, finest).ppf(level)
    assert nbinom(REPLICATES, finest).cdf(lowest - 1) > 0.99


def test_bands_hold_their_means(series):
    for learner in ("passive", "cal"):
        one = series[f"{learner}, simulated"]
        for low, mean, high in zip(one.low, one.ys, one.high, strict=True):
            assert low < mean < high


def test_exact_is_black_and_learners_have_their_colors(data):
    with style("icml"):
        (ax,) = plate(NAME).draw(data(NAME)).axes
    looks = [(line.get_linestyle(), line.get_color()) for line in ax.lines]
    assert looks == [
        *[("-", "#000000")] * 3,
        ("None", "#d55e00"),
        ("None", "#0072b2"),
        ("None", "#0072b2"),
    ]


def test_the_words_hold_the_numbers(data):
    alt = plate(NAME).alt(data(NAME))
    assert "passive from 19 to 1,999,999" in alt
    assert "bisection from 3 to 19" in alt
    off = float(alt.split("at most ")[1].removesuffix("% off."))
    assert 0 < off < 10


def test_the_picture_in_the_readme_shows_these_data(data):
    with Image.open(Path(__file__).parents[2] / "docs" / "figures" / f"{NAME}.png") as image:
        assert image.info["Description"] == plate(NAME).alt(data(NAME)), (
            f"make it again: python -m figures {NAME} --out DIR, and copy the PNG"
        )
