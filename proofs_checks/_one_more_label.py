r"""One unlabeled node set apart from any number of others, by algebra.

In blocks, k before the rest,

.. math:: L_{uu} = \begin{pmatrix} a & b^\top \\ b & B \end{pmatrix}, \qquad
          L_{uu} \begin{pmatrix} f_k \\ f_r \end{pmatrix} = \begin{pmatrix} t \\ r \end{pmatrix} .

Products of blocks are words in letters that do not commute; with :math:`P = B^{-1}`, which exists
where :math:`L_{uu} \succ 0`, the rules are :math:`B P = P B = 1`, and :math:`b^\top P b = a - s`,
:math:`b^\top P r = r^\top P b = v` are numbers.  An entry of the rest is a letter too:
:math:`q = (P r)_i`, :math:`c = (P b)_i`, :math:`c' = (P b)_j`, :math:`e = P_{ij}` and
:math:`e' = P_{ii}`, for any i and j.
"""

from collections.abc import Iterator
from typing import Any

import sympy as sp

from altheory.ledger.finding import Finding, fails, holds

COUPLING, INVERSE = sp.symbols("B P", commutative=False)
ACROSS, ACROSS_T = sp.symbols("b b^T", commutative=False)
GIVEN, GIVEN_T = sp.symbols("r r^T", commutative=False)
DEGREE, SCHUR = sp.symbols("a s", positive=True)
OWN_GIVEN, PASSED = sp.symbols("t v", real=True)

Q, C, C_OTHER, E, E_OWN = sp.symbols("q c c' e e'", real=True)
F_K, Y = sp.symbols("f_k y", real=True)
# G and f at k, and at other nodes i and j; and f_i once k has the label y
G_KK, G_IK, G_JK = 1 / SCHUR, -C / SCHUR, -C_OTHER / SCHUR
G_IJ, G_II = E + C * C_OTHER / SCHUR, E_OWN + C**2 / SCHUR
F_I, THEN_I = Q - C * F_K, Q - C * Y
POINT = {
    symbol: sp.Rational(value, 7)
    for symbol, value in zip(
        (DEGREE, SCHUR, OWN_GIVEN, PASSED, Q, C, C_OTHER, E, E_OWN, F_K, Y),
        (17, 11, 3, 2, 5, -3, -2, 4, 6, 1, 7),
        strict=True,
    )
}


def reduced(word: Any) -> Any:
    """Return an expression in blocks with all rules applied.

    >>> reduced(ACROSS_T * INVERSE * COUPLING * INVERSE * ACROSS)
    a - s
    """
    number = {
        ACROSS_T * INVERSE * ACROSS: DEGREE - SCHUR,
        ACROSS_T * INVERSE * GIVEN: PASSED,
        GIVEN_T * INVERSE * ACROSS: PASSED,
    }
    rules = {COUPLING * INVERSE: 1, INVERSE * COUPLING: 1} | number
    while (then := sp.expand(sp.expand(word).subs(rules))) != word:
        word = then
    return word


def solution_at(y: Any) -> Any:
    """Return what solves the equations of the rest if k has the value y."""
    return INVERSE * GIVEN - INVERSE * ACROSS * y


def energy_at(y: Any) -> Any:
    """Return the least energy if k has the value y, but for what labels add alone."""
    rest, rest_t = solution_at(y), GIVEN_T * INVERSE - y * ACROSS_T * INVERSE
    own = DEGREE * y**2 - 2 * OWN_GIVEN * y
    across = y * (ACROSS_T * rest + rest_t * ACROSS)
    return own + across + rest_t * COUPLING * rest - GIVEN_T * rest - rest_t * GIVEN


def solved() -> Iterator[Finding]:
    """Put the blocks of G and of f into their equations."""
    own = (OWN_GIVEN - PASSED) / SCHUR
    beside = INVERSE * ACROSS / SCHUR
    corner = INVERSE + INVERSE * ACROSS * ACROSS_T * INVERSE / SCHUR
    beside_t = ACROSS_T * INVERSE / SCHUR
    left_over = {
        "k, k": DEGREE * G_KK - ACROSS_T * beside - 1,
        "k, rest": ACROSS_T * corner - DEGREE * beside_t,
        "rest, k": ACROSS * G_KK - COUPLING * beside,
        "rest, rest": COUPLING * corner - ACROSS * beside_t - 1,
        "f at k": DEGREE * own + ACROSS_T * solution_at(own) - OWN_GIVEN,
        "f at the rest": ACROSS * own + COUPLING * solution_at(own) - GIVEN,
        "f at the rest with a label": ACROSS * Y + COUPLING * solution_at(Y) - GIVEN,
    }
    for where, difference in left_over.items():
        left = reduced(difference)
        yield holds(where) if left == 0 else fails(f"the equations of {where} leave {left}")
