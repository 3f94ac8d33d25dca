"""The exact means of CAL on the sphere, for whoever asks by class and learner."""

from altheory.hypotheses.sphere import SphereSeparators
from altheory.numeric.closed_form import ClosedForm
from altheory.theory.law import Law, Question
from altheory.theory.sphere_cal import cal_expected_queries


def _queries_in_a_stream(question: Question) -> ClosedForm:
    # by symmetry the target does not matter
    return cal_expected_queries(question.hypotheses.dimension, question.stream or 0)


LAWS = (
    Law(
        hypotheses=SphereSeparators,
        learners=frozenset({"cal"}),
        quantity="queries",
        given="stream",
        mean=_queries_in_a_stream,
    ),
)
