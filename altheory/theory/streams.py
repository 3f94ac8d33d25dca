"""What every stream learner looks at, and the passive one pays for: the stream.

Bisection makes up its own queries and looks at none of it.
"""

from altheory.numeric.closed_form import ClosedForm
from altheory.theory.law import Law, Question


def _length(question: Question) -> ClosedForm:
    return ClosedForm.exactly(question.stream)


def _nothing(question: Question) -> ClosedForm:
    del question
    return ClosedForm.exactly(0)


LAWS = (
    Law(
        hypotheses=object,
        learners=frozenset({"passive", "cal", "qbc"}),
        quantity="unlabeled",
        given="stream",
        mean=_length,
    ),
    Law(
        hypotheses=object,
        learners=frozenset({"passive"}),
        quantity="queries",
        given="stream",
        mean=_length,
    ),
    Law(
        hypotheses=object,
        learners=frozenset({"bisection"}),
        quantity="unlabeled",
        given="stream",
        mean=_nothing,
    ),
    Law(
        hypotheses=object,
        learners=frozenset({"bisection"}),
        quantity="unlabeled",
        given="epsilon",
        mean=_nothing,
    ),
)
