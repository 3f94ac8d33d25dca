"""Graphs whose certificates the checker takes, told before any work is done."""

from altheory.certificate import VALUES
from altheory.errors import CertificateError
from altheory.graphs.graph import Graph

AROUND = 50  # more parts than a certificate has beside those of nodes and edges


def require_checkable(graph: Graph, *, per_node: int, per_edge: int) -> None:
    """Refuse a graph whose certificate has more parts than the checker reads."""
    if per_node * graph.size + per_edge * graph.edges + AROUND > VALUES:
        most = max(VALUES - AROUND - per_node * graph.size, 0) // per_edge
        raise CertificateError(
            f"the checker takes a graph of {graph.size} nodes with at most {most} edges, got "
            f"{graph.edges}; certify one with fewer of them"
        )
