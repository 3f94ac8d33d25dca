"""Semi-supervised and active learning on weighted graphs: labels that propagate.

Every name below is found here, ``altheory.graphs.harmonic``.  Values lie in [0, 1], 1 for
positive; nodes are numbered from 0.  Numbers are taken as they are: what is no float is refused
where floats are computed with, and taken where ``exact=True`` asks for rationals.  Hard labels are
always labels, the first of those that may be, and a Boolean array, ``ties`` or ``forced``, tells
where they are not the only ones.  What is too large for what is asked is a
:class:`~altheory.errors.BudgetError`, which names the way out.

Graphs
    ``knn_graph(X, k)``, ``epsilon_graph(X, eps)`` and ``full_graph(X)`` of points, with
    Gaussian weights; ``graph_of(W)`` of any symmetric weights, with its components.
Labels for all nodes
    ``harmonic(W, labeled, values)`` with a proved bound on its error, ``mass_normalized``,
    ``induced`` for new points with their ``weights_to`` the nodes;
    ``min_cut(W, positive, negative)`` with what is forced, ``cut_votes``, ``multiway_cut``;
    ``spectral_partition(W)`` and ``conductance``; ``label_spreading``, ``nearest_point`` and
    ``nearest_on_graph`` for comparison.
Questions
    ``lookahead(W, labeled, values)`` for all nodes at once, ``uncertainty_sampling``,
    ``v_optimality``, ``sigma_optimality``, and ``shortest_path_query`` for S2.
What soft labels are
    ``energy``, ``relabeled``, ``energy_increase``, ``hitting_probabilities``, ``first_visits``,
    ``voltages``, ``effective_resistance``.
Proofs
    ``cut_certificate`` and ``harmonic_certificate``, for ``altheory certificate verify``.
In scikit-learn's convention
    ``HarmonicClassifier``, ``MinCutClassifier``, ``SpectralClassifier``.
Worked cases
    :mod:`altheory.graphs.cases`: two rings, two moons, documents, spikes, two cliques, digits.

When unlabeled data help at all is asked of finite classes, in :mod:`altheory.complexity`.
"""

from pkgutil import iter_modules
from typing import Any

from altheory.discovery import reexport
from altheory.graphs import estimators

_find, _names = reexport(__name__)


def __getattr__(name: str) -> Any:
    return getattr(estimators, name) if name in dir(estimators) else _find(name)


def __dir__() -> list[str]:
    """Return what is there to use: not the files that it is in, but for folders of more."""
    files = {found.name for found in iter_modules(__path__) if not found.ispkg}
    return sorted({*_names(), *dir(estimators)} - files)
