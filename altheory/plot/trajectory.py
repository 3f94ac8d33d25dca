r"""A learner on a stream: the labels it has asked for after :math:`n` instances.

The number of instances has a log scale, on which :math:`2 \ln n` is a straight line.
A run is a staircase that rises at each query.
"""

from collections.abc import Sequence

from matplotlib.axes import Axes

from altheory.plot.series import Series, to_table, trace
from altheory.plot.table import Drawing


def trajectory(ax: Axes, series: Sequence[Series]) -> Drawing:
    """Draw the number of queries against the number of instances seen.

    Parameters
    ----------
    ax
        Where to draw.
    series
        Curves with the number of instances as ``xs`` and of queries as ``ys``.

    """
    artists = tuple(artist for one in series for artist in trace(ax, one))
    instances = [x for one in series for x in one.xs]
    ax.set(xscale="log", xlim=(min(instances), max(instances)))
    ax.set_ylim(bottom=0)
    ax.set(xlabel="instances seen $n$", ylabel="labels asked $Q_n$")
    return Drawing(artists, to_table(series))
