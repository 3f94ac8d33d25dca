"""From what a simulation measured to a series that can be drawn."""

from altheory.errors import DomainError
from altheory.plot.palette import Meaning
from altheory.plot.series import Series
from altheory.simulation.curve import Curve


def simulated(curve: Curve, meaning: Meaning) -> Series:
    """Return the mean numbers of labels with their intervals, in the order of the goals.

    Parameters
    ----------
    curve
        The result of `altheory.simulation.label_complexity`.
    meaning
        Whose labels they are; this decides the color.

    Raises
    ------
    DomainError
        If a mean is of a single replicate, and so has no interval.

    """
    means = curve.estimates
    goals = tuple(row.goal for row in curve.rows if row.goal is not None)
    if len(means) != len(goals):
        raise DomainError("an interval needs at least 2 replicates, got 1; simulate more")
    return Series(
        f"{curve.settings['learner']}, simulated",
        "simulation",
        meaning,
        goals,
        tuple(mean.value for mean in means),
        tuple(mean.low for mean in means),
        tuple(mean.high for mean in means),
    )
