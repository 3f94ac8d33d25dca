r"""CAL on affine separators under the Cauchy law: the sphere's number of labels, one dimension up.

Let :math:`z_i = y_i (x_i, 1)` be the signed examples of a stream of points
:math:`x_1, x_2, \dots` with the labels of a target :math:`(w, b)`.  Choose signs
:math:`s_i` as you like and show CAL on the sphere :math:`S^d` the directions
:math:`u_i = s_i (x_i, 1)`.  There the target says :math:`s_i y_i`, for it is odd, so the signed
examples :math:`s_i y_i u_i = z_i` are the same, and so are the version spaces.  And
:math:`u_i` lies in a disagreement region iff :math:`(x_i, 1)` does, for such a region holds
its antipodes.  So *both learners ask at the same times, whatever the signs*.

Under the Cauchy law (:mod:`altheory.spaces.affine_laws`) and fair signs the :math:`u_i` are
independent and uniform on the sphere.  Hence the number of labels has the law of the
sphere's in dimension :math:`d + 1`, for every target, the constant ones included, and

.. math:: \mathbb E[Q_n] = c_{d+1} \ln n + b_{d+1} + o(1)

with the constants of :mod:`altheory.theory.sphere_cal`.  On the line, d = 1, it is
:math:`2 H_n - 1`: one label more than thresholds with a uniform target take for a stream
shorter by one, to learn which side is positive.
"""

from typing import Any

from altheory.hypotheses.affine import AffineSeparators
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.inputs import count
from altheory.theory.law import Law, Question
from altheory.theory.sphere_cal import cal_expected_queries


def cal_expected_queries_affine(dimension: Any, n: int) -> ClosedForm:
    r"""Return :math:`\mathbb E[Q_n]` for points of :math:`\mathbb R^d` under the Cauchy law.

    Parameters
    ----------
    dimension
        :math:`d \ge 1`, of the space of points.
    n
        The length of the stream, at least 0.

    Examples
    --------
    >>> cal_expected_queries_affine(1, 3).exact, cal_expected_queries_affine(2, 4).exact
    (Fraction(8, 3), 9/2 - 6/pi**2)

    """
    return cal_expected_queries(count(dimension, "the dimension of an affine space") + 1, n)


def _queries_in_a_stream(question: Question) -> ClosedForm:
    # the same for every target
    return cal_expected_queries_affine(question.hypotheses.dimension, question.stream or 0)


LAWS = (
    Law(
        hypotheses=AffineSeparators,
        learners=frozenset({"cal"}),
        quantity="queries",
        given="stream",
        mean=_queries_in_a_stream,
    ),
)
