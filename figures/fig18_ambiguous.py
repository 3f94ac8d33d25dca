"""Figure 18: BALD against entropy, where images are ambiguous and where they are new.

A network with dropout learns 4 from 9, and that blends of a 4 and a 9 are labeled either way.  New
blends are then as uncertain as can be, and its thinned networks agree that they are.  Digits
that it never saw are less uncertain, and the networks differ about them.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.acquisition.mutual_information import bald
from altheory.acquisition.selection import top_k
from altheory.acquisition.uncertainty import entropy
from altheory.graphs.cases.handwriting import digits
from altheory.plot.palette import color
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from altheory.protocols import Floats
from figures.plate import Plate

SEED, REPLICATES = 18, 4
CLASSES = (4, 9)
TRAINED, BLENDS = 60, 50  # of each class, and of pairs that are blended
NEW, OTHERS = 40, 100  # blends and images of other digits in the pool
HIDDEN, DROPOUT, STEPS, PASSES = (64, 64), 0.2, 400, 100
TAKEN = 20
GROUPS = MappingProxyType({"clean": "4 or 9", "blend": "blend of 4 and 9", "other": "other digit"})
MARKS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "clean": {"marker": "s", "mfc": "#b8b8b8"},
        "blend": {"marker": "D", "mfc": "white", "zorder": 5.0},
        "other": {"marker": "o", "mfc": color("active")},
    }
)
RULES = ("entropy", "BALD", "random")

Pool: TypeAlias = dict[str, Floats]


def data() -> Table:
    """Return both scores of the pool, and the groups of the instances that each would ask for."""
    network, case = _network(), digits(0)
    images, truth = np.asarray(case.points) / 16, np.asarray(case.truth)
    rows: list[dict[str, Cell]] = []
    for run in range(REPLICATES):
        rng = np.random.default_rng((SEED, run))
        labeled, pool = _split(images, truth, rng)
        said = _passes(network, labeled, np.concatenate(list(pool.values())), rng)
        rows += _scored(run, pool, said)
    return Table.of(rows)


def _split(images: Floats, truth: Any, rng: np.random.Generator) -> tuple[Any, Pool]:
    """Return what is trained on, and the pool by groups; no image is in both."""
    four, nine = (rng.permutation(np.flatnonzero(truth == c)) for c in CLASSES)
    other = rng.permutation(np.flatnonzero(~np.isin(truth, CLASSES)))[:OTHERS]
    paired = slice(TRAINED, TRAINED + BLENDS + NEW)
    blends = (images[four[paired]] + images[nine[paired]]) / 2
    pure = [images[some[:TRAINED]] for some in (four, nine)]
    known = np.concatenate([*pure, blends[:BLENDS], blends[:BLENDS]])
    labels = np.repeat([*CLASSES, *CLASSES], [TRAINED, TRAINED, BLENDS, BLENDS])
    clean = np.concatenate([images[some[paired.stop :]] for some in (four, nine)])
    return (known, labels), {"clean": clean, "blend": blends[BLENDS:], "other": images[other]}


def _network() -> Any:
    from altheory.nets import MCDropoutClassifier, Training

    training = Training(STEPS, batch=32)
    return MCDropoutClassifier(hidden=HIDDEN, dropout=DROPOUT, training=training)


def _passes(network: Any, labeled: Any, pool: Floats, rng: np.random.Generator) -> Floats:
    """Train anew and return what thinned networks say of the pool: ``float64[N, T, 2]``."""
    pools: Any = import_module("threadpoolctl")  # comes with scikit-learn
    with pools.threadpool_limits(1):  # matrices this small only wait for more threads
        said: Floats = network.fit(*labeled, rng=rng).passes(pool, PASSES, rng)
    return said


def _scored(run: int, pool: Pool, said: Floats) -> Iterator[dict[str, Cell]]:
    groups = np.repeat(list(pool), list(map(len, pool.values())))
    scores = {"entropy": entropy(said.mean(axis=1)), "BALD": bald(said, base=2)}
    rounded = {rule: np.round(one, 6).tolist() for rule, one in scores.items()}
    shares = {
        rule: groups[list(top_k(one, TAKEN).indices)].tolist() for rule, one in scores.items()
    }
    shares["random"] = groups.tolist()
    empty: dict[str, Cell] = dict.fromkeys(("entropy", "BALD", "rule", "share"))
    if run == 0:
        for group, *both in zip(groups.tolist(), *rounded.values(), strict=True):
            own = dict(zip(rounded, both, strict=True))
            yield {"run": run, "kind": "instance", "group": group, **empty, **own}
    for rule, taken in shares.items():
        for group in pool:
            part: dict[str, Cell] = {
                "rule": rule,
                "share": round(taken.count(group) / len(taken), 9),
            }
            yield {"run": run, "kind": "taken", "group": group, **empty, **part}


def shares(table: Table, rule: str) -> dict[str, float]:
    """Return the mean share of each group among the instances that a rule asks for."""
    rows = [row for row in table.records if row["rule"] == rule]
    each = {group: [row["share"] for row in rows if row["group"] == group] for group in GROUPS}
    return {group: sum(some) / len(some) for group, some in each.items()}


def draw(table: Table) -> Figure:
    """Draw both scores against each other, and what each of them asks for."""
    wide = rcParams["figure.figsize"][0] > 6
    figure = canvas(height=0.36 if wide else 1.05)
    ratios: dict[str, Any] = (
        {"width_ratios": (0.55, 0.45)} if wide else {"height_ratios": (0.7, 0.3)}
    )
    panels: Any = figure.subplots(*((1, 2) if wide else (2, 1)), **ratios)
    left, right = panels
    _scatter(left, table)
    _bars(right, table)
    return figure


def _scatter(ax: Axes, table: Table) -> None:
    size = rcParams["lines.markersize"]
    for group, name in GROUPS.items():
        rows = [r for r in table.records if (r["kind"], r["group"]) == ("instance", group)]
        how: dict[str, Any] = {"ms": 0.7 * size, "mec": "black", "mew": 0.1 * size, "ls": "none"}
        xs, ys = ([row[score] for row in rows] for score in ("entropy", "BALD"))
        ax.plot(xs, ys, label=name, clip_on=False, **how, **MARKS[group])
    ax.margins(y=0.17)
    ax.legend(loc="upper left", borderaxespad=0.1, handletextpad=0.1)
    ax.set(xlabel="entropy (bits)", ylabel="BALD (bits)", xlim=(0, 1), ylim=(0, None))


def _bars(ax: Axes, table: Table) -> None:
    """Draw the shares of the groups, one bar for each rule."""
    for at, rule in enumerate(RULES):
        start = 0.0
        for group, share in shares(table, rule).items():
            shade = MARKS[group]["mfc"]
            ax.barh(at, share, left=start, height=0.62, fc=shade, ec="black")
            start += share
    ax.set_yticks(range(len(RULES)), RULES)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.invert_yaxis()
    ax.set(xlim=(0, 1), xlabel=f"share of the {TAKEN} asked for")


def alt(table: Table) -> str:
    """Tell the mean scores of each group, and what each rule asks for."""
    told: list[str] = []
    for group, name in GROUPS.items():
        rows = [r for r in table.records if (r["kind"], r["group"]) == ("instance", group)]
        means = [sum(row[score] for row in rows) / len(rows) for score in ("entropy", "BALD")]
        told.append(f"{name}: {len(rows)} images, {means[0]:.3f} and {means[1]:.3f} bits")
    asked = [
        f"{rule} {', '.join(f'{share:.1%} {g}' for g, share in shares(table, rule).items())}"
        for rule in RULES
    ]
    return (
        "BALD against entropy, a mark for each image of the pool, with the means by group: "
        f"{'; '.join(told)}. Beside it bars of what each rule asks for: {'; '.join(asked)}."
    )


_SAID = (
    f"A perceptron with dropout, trained on {TRAINED} images each of 4 and 9 (scikit-learn's "
    f"digits) and on {BLENDS} blends of a 4 and a 9, each labeled both ways; {PASSES} passes. "
    "Scatter: predictive entropy, and BALD, the part of it on which passes differ, in one "
    f"replicate. New blends have the most entropy and little BALD; among the {OTHERS} images of "
    f"other digits are the largest BALD scores. Bars: shares in the {TAKEN} images with the "
    f"largest score, means of {REPLICATES} replicates (random: shares of the pool). BALD is small "
    "throughout, and asks for what no answer of 4 or 9 fits: here the entropy is of labels, the "
    "disagreement of novelty."
)

PLATE = Plate(
    title="BALD and entropy on ambiguous and on new digits",
    caption=_SAID,
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=("acquisition/bald/mutual-information", "lectures/entropy-is-disagreement"),
    parameters={
        "trained": TRAINED,
        "blends": BLENDS,
        "new blends": NEW,
        "other digits": OTHERS,
        "hidden": list(HIDDEN),
        "dropout": DROPOUT,
        "steps": STEPS,
        "passes": PASSES,
        "taken": TAKEN,
    },
    seed=SEED,
    replicates=REPLICATES,
)
