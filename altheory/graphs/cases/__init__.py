"""Worked cases: small graphs with few labels, on which the methods differ and why is seen.

``two_rings(rng)``
    The nearest label crosses from ring to ring; a graph does not, as long as no edges join them.
``two_moons(rng)``
    The same of half circles that reach into each other.
``documents()``
    Sentences on two topics, joined by the words they share, with 3 + 2 labels.
``two_cliques()``
    Propagation gives a whole clique to the one that has more labels.
``spikes(rng, n, d)``
    From dimension 2 on soft labels are nearly constant, but for spikes at the labels.
``digits(rng)``
    Handwriting of ten classes, which needs scikit-learn.

Each is a ``Case``: points, weights, labeled nodes, values and the truth.
"""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)
