r"""Label complexity: labels against the accuracy they buy, both on log scales.

Accuracy improves to the right.  So :math:`a / \varepsilon` is a line of slope one, and
:math:`a \ln(1/\varepsilon)` flattens out: an exponential gain is seen as a gap that
widens without end.
"""

from collections.abc import Sequence

from matplotlib.axes import Axes

from altheory.plot.series import Series, to_table, trace
from altheory.plot.table import Drawing


def label_complexity(ax: Axes, series: Sequence[Series]) -> Drawing:
    """Draw labels, upward, against epsilon, falling to the right.

    Parameters
    ----------
    ax
        Where to draw.
    series
        Curves with epsilon as ``xs`` and a number of labels as ``ys``.

    """
    artists = tuple(artist for one in series for artist in trace(ax, one))
    epsilons = [x for one in series for x in one.xs]
    ax.set(xscale="log", yscale="log", xlim=(max(epsilons), min(epsilons)))
    ax.set(xlabel=r"guaranteed error $\varepsilon$", ylabel="labels")
    return Drawing(artists, to_table(series))
