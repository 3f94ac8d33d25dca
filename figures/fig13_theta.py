r"""Figure 13: the disagreement coefficient of every class.

A small coefficient is what lets disagreement-based learning gain: it stays finite as the
radius falls for thresholds, circles and spheres, grows like the root of the dimension, and is
as large as it can be, one over the radius, where nothing is positive.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, partial
from math import floor
from types import MappingProxyType
from typing import Any, TypeAlias

from matplotlib import rcParams
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

from altheory.complexity.disagreement import disagreement_coefficient, disagreement_mass
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Thresholds
from altheory.numeric.enclosure import Enclosure
from altheory.plot.series import Series, from_table, to_table, trace, write_beside
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.theory.sphere_information import theta_sphere
from figures.plate import Plate

SMALLEST, LARGEST = Fraction(1, 10**4), Fraction(1, 2)
PER_DECADE = 20
WIDTHS = ("0.3", "0.02")  # of intervals in the middle
DIMENSIONS = (3, 10, 100)
ATTRIBUTES = 4
RESOLUTION = 320  # where there is no closed form

Theta: TypeAlias = Callable[[Fraction], Fraction | Enclosure]

NAMES: Mapping[str, tuple[str, float]] = MappingProxyType(
    {  # what is written at the end of a curve, and how far up
        "interval of width 0.02": ("interval, $w = 0.02$", 0),
        "sphere, d = 100": ("sphere, $d = 100$", 0),
        "no conjunction": ("conjunctions, $n = 4$", -0.1),
        "sphere, d = 10": ("sphere, $d = 10$", 0),
        "interval of width 0.3": ("interval, $w = 0.3$", 0.25),
        "sphere, d = 3": ("sphere, $d = 3$", -0.25),
        "circle": ("circle, threshold", 0),
        "threshold 0": ("threshold at 0", 0),
    }
)


def data() -> Table:
    """Return the coefficients, one over the radius, and the limits on the spheres."""
    radii = _radii()
    floats = tuple(map(float, radii))
    known = [_series(name, radii, theta) for name, theta in _thetas()]
    largest = Series("1/r", "bound", "theory", floats, tuple(float(1 / r) for r in radii))
    limits = (_limit(d, floats) for d in DIMENSIONS)
    return to_table([*known, _conjunctions(), largest, *limits])


def _radii() -> list[Fraction]:
    """Return radii evenly on a log scale, from the largest."""
    places = range(round(PER_DECADE * 3.7))
    smooth = {Fraction(f"{0.5 * 10 ** (-k / PER_DECADE):.9g}") for k in places}
    return sorted(smooth | {SMALLEST, LARGEST, *map(Fraction, WIDTHS)}, reverse=True)


def _thetas() -> Iterator[tuple[str, Theta]]:
    """Yield each class and target with its coefficient beyond a radius."""
    for target in ("0.5", "0"):
        yield f"threshold {target}", partial(_known, Thresholds(), target)
    for width in WIDTHS:
        yield f"interval of width {width}", partial(_known, Intervals(), _middle(width))
    yield "empty interval", partial(_known, Intervals(), "empty")
    yield "circle", partial(_known, CircleSeparators(), "0.1")
    for d in DIMENSIONS:
        pole = ",".join(["1", *["0"] * (d - 1)])
        yield f"sphere, d = {d}", partial(_known, SphereSeparators(d), pole)


def _known(of: Any, target: str, radius: Fraction) -> Any:
    return of.disagreement_coefficient(of.parse_target(target), radius)


def _conjunctions() -> Series:
    """Return the coefficient around the conjunction that is never +, at powers of 1/2.

    The law is uniform on the instances, so distances are multiples of one over their number.
    """
    of = Conjunctions(ATTRIBUTES)
    mass = cache(disagreement_mass(of, of.nothing))

    def rounded(r: Fraction) -> Any:
        return mass(Fraction(floor(r * of.n_points), of.n_points))

    radii = [Fraction(1, 2**k) for k in range(1, 14)]
    theta = partial(disagreement_coefficient, rounded, resolution=RESOLUTION)
    return _series("no conjunction", [*radii, SMALLEST], theta)


def _middle(width: str) -> str:
    low = (1 - Fraction(width)) / 2
    return f"{low},{1 - low}"


def _series(name: str, radii: Sequence[Fraction], theta: Theta) -> Series:
    """Return the coefficients, with what encloses them where that is visible."""
    values = [theta(r) for r in radii]
    ends = [v if isinstance(v, Enclosure) else Enclosure.exactly(v) for v in values]
    middle = tuple(float(v.midpoint) for v in ends)
    low, high = (tuple(float(getattr(v, end)) for v in ends) for end in ("lo", "hi"))
    wide = max(b / a for a, b in zip(low, high, strict=True)) > 1 + 1e-9
    how = (low, high) if wide else ((), ())
    return Series(name, "exact", "theory", tuple(map(float, radii)), middle, *how)


def _limit(d: int, radii: tuple[float, ...]) -> Series:
    value = float(theta_sphere(d))
    return Series(f"limit, d = {d}", "asymptote", "theory", radii, (value,) * len(radii))


def draw(table: Table) -> Figure:
    """Draw all curves and write at its end what each belongs to."""
    figure = canvas(height=0.86)
    ax = figure.subplots()
    named = {one.name: one for one in from_table(table)}
    for one in named.values():
        line = trace(ax, one)[-1]
        if one.name == "empty interval":  # thin, so that the bound that it attains is seen
            line.set(linewidth=0.5 * rcParams["lines.linewidth"])
    ax.set(xscale="log", yscale="log", xlim=(float(LARGEST), float(SMALLEST)), ylim=(0.85, 130))
    ax.set(xlabel=r"radius $r$, falling $\rightarrow$", ylabel=r"$\theta(r)$")
    ax.set_yticks([1, 2, 5, 10, 20, 50, 100], ["1", "2", "5", "10", "20", "50", "100"])
    ax.yaxis.set_minor_formatter(NullFormatter())
    end = float(SMALLEST)
    for name, (text, up) in NAMES.items():
        write_beside(ax, named[name], text, at=end, shift=(0.4, up), va="center")
    write_beside(ax, named["1/r"], "$1/r$: empty interval", at=0.0115, shift=(0.6, 0), va="center")
    return figure


def alt(table: Table) -> str:
    """Tell each coefficient at the smallest radius."""
    named = {one.name: one for one in from_table(table)}
    flat = [one for name, one in named.items() if name in NAMES or name.startswith("threshold")]
    told = "; ".join(f"{one.ys[-1]:.4g} for the {one.name}" for one in flat)
    return (
        "Disagreement coefficients against the radius, both on log scales, the radius falling to "
        f"the right from {float(LARGEST):g} to {float(SMALLEST):g}. All start along the line 1/r, "
        f"a dashed bound, and level off one after the other: {told}. The empty interval follows "
        f"1/r to the end, at {named['empty interval'].ys[-1]:,.0f} far above the picture. Dotted "
        "lines show the limits on the spheres."
    )


_SAID = (
    "Disagreement coefficients under the uniform law, the radius falling to the right: "
    "thresholds with targets 1/2 and 0, intervals with a target of width w in the middle, "
    f"separators in dimension d, and conjunctions of n = {ATTRIBUTES} attributes around the "
    "target that is never +. Solid: exact (for conjunctions enclosed to half a percent); dashed: "
    "the bound 1/r, which the empty interval attains; dotted: what the spheres level off at, "
    "theta_d = 2 sqrt(pi) Gamma(d/2) / Gamma((d-1)/2)."
)

PLATE = Plate(
    title="Disagreement coefficients",
    caption=_SAID.replace("1/2 and 0", "$1/2$ and $0$")
    .replace("never +", "never $+$")
    .replace("1/r", "$1/r$")
    .replace("width w", "width $w$")
    .replace(f"n = {ATTRIBUTES}", f"$n = {ATTRIBUTES}$")
    .replace("dimension d", "dimension $d$")
    .replace(
        "theta_d = 2 sqrt(pi) Gamma(d/2) / Gamma((d-1)/2)",
        r"$\theta_d = 2\sqrt{\pi}\,\Gamma(d/2)/\Gamma((d-1)/2)$",
    ),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "classes/thresholds/disagreement-coefficient",
        "classes/intervals/disagreement-coefficient",
        "classes/circle/disagreement-coefficient",
        "sphere/disagreement-coefficient",
        "sphere/disagreement-coefficient/band",
    ),
    parameters={"widths": WIDTHS, "dimensions": DIMENSIONS, "attributes": ATTRIBUTES},
)
