import subprocess
import sys
from fractions import Fraction

import pytest

from altheory.errors import DomainError, UnknownNameError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.theory.means import exact_mean, laws

F = Fraction
T = Thresholds()
THIRD = Threshold(F(1, 3))
CASES = [
    ("cal", "queries", {"stream": 6}, F(223, 70)),
    ("cal", "queries", {"stream": 2, "target": THIRD}, F(31, 18)),
    ("cal", "unlabeled", {"stream": 7}, F(7)),
    ("cal", "unlabeled", {"epsilon": F(1, 10)}, F(19)),
    ("cal", "unlabeled", {"epsilon": 0.25, "target": THIRD}, F(8)),
    ("cal", "queries", {"epsilon": 0.75, "target": THIRD}, F(5, 3)),
    ("passive", "queries", {"stream": 7}, F(7)),
    ("passive", "unlabeled", {"stream": 7, "target": THIRD}, F(7)),
    ("passive", "queries", {"epsilon": F(1, 10), "target": THIRD}, F(20)),
    ("bisection", "queries", {"epsilon": F(1, 10)}, F(3)),
    ("bisection", "queries", {"stream": 5}, F(5)),
    ("bisection", "unlabeled", {"epsilon": F(1, 10)}, F(0)),
]


@pytest.mark.parametrize(("learner", "quantity", "given", "mean"), CASES)
def test_means_that_a_law_knows(learner, quantity, given, mean):
    form = exact_mean(hypotheses=T, learner=learner, quantity=quantity, **given)
    assert form is not None
    assert form.exact == mean


def test_two_steps_by_hand():
    """The first instance is always asked for, the second with the width that the first leaves.

    An instance left of t is uniform on [0, t] and leaves 1 - t/2 on average.
    """
    t = F(1, 3)
    width = t * (1 - t / 2) + (1 - t) * (1 - (1 - t) / 2)
    form = exact_mean(hypotheses=T, learner="cal", quantity="queries", stream=2, target=THIRD)
    assert form is not None
    assert form.exact == 1 + width


def test_finite_classes_with_and_without_a_target():
    pair = FiniteClass(2, ["++", "+-", "--"])
    means = [
        exact_mean(
            hypotheses=pair,
            learner="cal",
            quantity="queries",
            target=pair.parse_target(row),
            stream=3,
        )
        for row in ("++", "+-", "--")
    ]
    exact = [form.exact for form in means if form]
    average = exact_mean(hypotheses=pair, learner="cal", quantity="queries", stream=3)
    assert average is not None
    assert average.exact == sum(exact) / F(3)


@pytest.mark.parametrize(
    "question",
    [
        {"learner": "a2", "stream": 3},
        {"learner": "cal", "stream": 3, "batch": 2},
        {"learner": "cal", "stream": 3, "hypotheses": object()},
        {"learner": "bisection", "epsilon": 0.1, "hypotheses": FiniteClass(2, ["++", "--"])},
        {"learner": "cal", "stream": 3, "hypotheses": FiniteClass(9, range(200))},
        {"learner": "cal", "stream": 10**6, "hypotheses": FiniteClass(2, ["++", "--"])},
        {"learner": "cal", "epsilon": 0.1, "hypotheses": FiniteClass(9, range(200))},
    ],
)
def test_what_no_law_knows_is_none(question):
    assert exact_mean(**{"hypotheses": T, "quantity": "queries", **question}) is None


@pytest.mark.parametrize("given", [{}, {"stream": 3, "epsilon": 0.1}])
def test_exactly_one_goal_is_given(given):
    with pytest.raises(DomainError, match="either epsilon or stream"):
        exact_mean(hypotheses=T, learner="cal", quantity="queries", **given)


@pytest.mark.parametrize("given", [{"stream": -1}, {"epsilon": 0}, {"epsilon": float("nan")}])
def test_bad_goals_are_refused(given):
    with pytest.raises(DomainError):
        exact_mean(hypotheses=T, learner="cal", quantity="queries", **given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"learner": "foo"}, "no learner is called 'foo'; there are: a2, betting, bisection"),
        ({"learner": "bisect"}, "did you mean bisection"),
        ({"quantity": "foo"}, "no quantity is called 'foo'; there are: queries, unlabeled"),
    ],
)
def test_unknown_names_are_refused(given, said):
    with pytest.raises(UnknownNameError, match=said):
        exact_mean(**{"hypotheses": T, "learner": "cal", "quantity": "queries", **given}, stream=3)


def test_no_two_laws_answer_the_same_question():
    kinds = [
        (law.hypotheses, learner, law.quantity, law.given)
        for law in laws()
        for learner in law.learners
    ]
    assert len(kinds) == len(set(kinds))


def test_a_new_law_is_one_new_file(tmp_path, monkeypatch):
    import altheory.theory

    (tmp_path / "zebra.py").write_text(
        "from altheory.numeric.closed_form import ClosedForm\n"
        "from altheory.theory.law import Law\n"
        "LAWS = (Law(hypotheses=int, learners=frozenset({'zebra'}), quantity='queries',\n"
        "            given='stream', mean=lambda q: ClosedForm.exactly(4 * q.hypotheses)),)\n"
    )
    monkeypatch.setattr(altheory.theory, "__path__", [*altheory.theory.__path__, str(tmp_path)])
    form = exact_mean(hypotheses=3, learner="zebra", quantity="queries", stream=4)
    monkeypatch.delitem(sys.modules, "altheory.theory.zebra")
    monkeypatch.delattr(altheory.theory, "zebra")
    assert form is not None
    assert form.exact == 12


def test_a_mean_needs_no_computer_algebra():
    program = (
        "import sys, altheory\n"
        "from altheory.theory.means import exact_mean\n"
        "T = altheory.Thresholds()\n"
        "float(exact_mean(hypotheses=T, learner='cal', quantity='queries', stream=10**6))\n"
        "assert 'sympy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
