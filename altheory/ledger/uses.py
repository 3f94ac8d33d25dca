"""Which claims rest on which: a directed graph, and what follows along it.

The graph maps each key to the keys it uses.  A key that no claim has and a
cycle (a claim that rests on itself) are faults, told in words.
"""

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

Graph: TypeAlias = Mapping[str, tuple[str, ...]]


def closure(graph: Graph, key: str) -> tuple[str, ...]:
    """Return every key that ``key`` rests on, directly or not, in order of discovery.

    >>> closure({"a": ("b",), "b": ("c",), "c": ()}, "a")
    ('b', 'c')
    """
    found: dict[str, None] = {}
    waiting = list(graph.get(key, ()))
    while waiting:
        use = waiting.pop(0)
        if use not in found:
            found[use] = None
            waiting.extend(graph.get(use, ()))
    return tuple(found)


def faults(graph: Graph) -> tuple[str, ...]:
    """Return what is wrong with the graph, one sentence a fault.

    >>> faults({"a": ("b",), "b": ("a",)})
    ('a claim rests on itself: a -> b -> a',)
    """
    missing = [
        f"{key} uses {use}, which is no claim of the ledger"
        for key, uses in graph.items()
        for use in uses
        if use not in graph
    ]
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        # a predecessor comes first in what graphlib reports: read it backwards
        cycle = [*reversed(error.args[1])]
        start = min(range(len(cycle) - 1), key=cycle.__getitem__)
        turned = [*cycle[start:-1], *cycle[: start + 1]]
        missing.append(f"a claim rests on itself: {' -> '.join(turned)}")
    return tuple(missing)


def dot(graph: Graph) -> str:
    """Return the graph in Graphviz's language, an arrow from a claim to what it uses.

    >>> print(dot({"a": ("b",), "b": ()}))
    digraph claims {
      rankdir=LR;
      node [shape=box, style=rounded, fontname="Helvetica"];
      "a";
      "b";
      "a" -> "b";
    }
    """
    lines = ["rankdir=LR;", 'node [shape=box, style=rounded, fontname="Helvetica"];']
    lines += [f"{_quoted(key)};" for key in graph]
    lines += [f"{_quoted(key)} -> {_quoted(use)};" for key, uses in graph.items() for use in uses]
    return "\n".join(["digraph claims {", *(f"  {line}" for line in lines), "}"])


def _quoted(key: str) -> str:
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
