r"""Lecture notes: a graph network whose number of node features is an argument.

Read as an argument that can be given,

.. math:: \text{the network runs for every } n \quad\text{(false)}.

Layers follow the argument, and the first state has ten numbers, whatever it is.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.nets_state_width import CHECKS, TWINS, Runs

CLAIM: Claim[Runs] = Claim(
    key="lectures/state-width",
    title="The width of the graph network's states is an argument",
    statement=r"\text{the shapes fit together for every } n",
    plain="The notes' graph network runs for every width of its states: false, for ten alone.",
    does_not_say="that the listing fails as it stands: its default is ten",
    relation="counterexample",
    source=Source(
        "lecturenotes",
        locator="PyTorch Implementation: Graph Neural Network (Sudoku Solver)",
        match="related",
        difference="the notes give code; that its argument may be given is read into it",
    ),
    expected=Verdict.REFUTED,
    formula=lambda _: True,
    checks=CHECKS,
    controls=TWINS,
    corrected=(lambda n: n == 10, "nets/state-width"),
)
