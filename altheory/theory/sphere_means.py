"""The exact means on the sphere, for whoever asks by class and learner.

In the plane the sphere is the circle: directions of normals are uniform there, as are those
of instances, so whatever holds for every target of the circle holds here.
"""

from dataclasses import replace

from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.sphere import SphereSeparators
from altheory.numeric.closed_form import ClosedForm
from altheory.theory import circle_cal, query_by_committee
from altheory.theory.law import Law, Question
from altheory.theory.sphere_cal import cal_expected_queries


def _queries_in_a_stream(question: Question) -> ClosedForm:
    # by symmetry the target does not matter
    return cal_expected_queries(question.hypotheses.dimension, question.stream or 0)


def _in_the_plane(law: Law) -> Law:
    """Return what a law of the circle says about the sphere in dimension 2."""

    def mean(question: Question) -> ClosedForm | None:
        if question.hypotheses.dimension > 2:
            return None
        return law.mean(replace(question, hypotheses=CircleSeparators(), target=None))

    return replace(law, hypotheses=SphereSeparators, mean=mean)


_EVERYWHERE = ("stream", frozenset({"cal"}))  # what is known in every dimension

LAWS = (
    Law(
        hypotheses=SphereSeparators,
        learners=frozenset({"cal"}),
        quantity="queries",
        given="stream",
        mean=_queries_in_a_stream,
    ),
    *(
        _in_the_plane(law)
        for law in (*circle_cal.LAWS, *query_by_committee.LAWS)
        if law.hypotheses is CircleSeparators and (law.given, law.learners) != _EVERYWHERE
    ),
)
