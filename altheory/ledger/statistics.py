r"""Exact tests for the ledger: e-values, binomial tails, bounded means.

A check that samples must be able to say both things.  It *refutes* if what it saw
has probability at most :math:`\alpha` under the claim; it *confirms*, on the
instance it looked at, only if a confidence bound of error :math:`\alpha` lies on
the right side.  Everything else is "unknown", and no test is asymptotic.

An e-value is a nonnegative statistic of mean at most 1 under the null: by Markov
it exceeds :math:`1/\alpha` with probability at most :math:`\alpha`, and e-values
that form a supermartingale may, by Ville, be looked at after every observation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import Any, final

from altheory.bounds._binomial import exact_tail, lower_tail, probability, successes, tail_at_most
from altheory.bounds._bound import interval
from altheory.bounds.betting_mean import betting_mean
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.bounds.hoeffding import hoeffding
from altheory.errors import BudgetError, DomainError
from altheory.ledger.finding import Finding, fails, holds, unknown
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, open_unit, positive, rational


def e_value(k: int, n: int, p0: Any) -> Fraction:
    r"""Return the e-value of ``k`` successes in ``n`` trials against :math:`p \le p_0`.

    The likelihood ratio of a coin whose bias is drawn uniformly from
    :math:`[p_0, 1]`,

    .. math:: e_n = \frac{\int_{p_0}^1 q^k (1 - q)^{n-k} \, dq}
                         {(1 - p_0) \, p_0^k (1 - p_0)^{n-k}}
                  = \frac{P(\mathrm{Bin}(n + 1, p_0) \le k)}
                         {(n + 1) \binom nk p_0^k (1 - p_0)^{n-k+1}},

    a martingale under :math:`p_0` and a supermartingale under every smaller
    :math:`p`.

    Returns
    -------
    Fraction
        Exactly; ``log_e_value`` is quicker for thousands of trials.

    Examples
    --------
    One success against a coin that is fair or worse.

    >>> e_value(1, 1, Fraction(1, 2))
    Fraction(3, 2)

    """
    k, n = successes(k, n, least=0)
    p = open_unit(p0, "p0")
    return exact_tail(k, n + 1, p) / _mixed(k, n, p)


def log_e_value(k: int, n: int, p0: Any) -> Enclosure:
    """Enclose the natural logarithm of ``e_value``; judge by the lower end."""
    k, n = successes(k, n, least=0)
    p = open_unit(p0, "p0")
    rest = k * _log(1 / p) + (n - k + 1) * _log(1 / (1 - p))
    return lower_tail(k, n + 1, p).log() + rest - _log(Fraction((n + 1) * comb(n, k)))


def _mixed(k: int, n: int, p: Fraction) -> Fraction:
    return (n + 1) * comb(n, k) * p**k * (1 - p) ** (n - k + 1)


def _log(x: Fraction) -> Enclosure:
    return Enclosure.exactly(x).log()


def e_bonferroni(e_values: Sequence[Any], alpha: Any) -> frozenset[int]:
    r"""Return which of :math:`m` nulls are rejected: those with :math:`e_i \ge m / \alpha`.

    However the e-values depend on each other, some true null is rejected with
    probability at most :math:`\alpha`.
    """
    exact = [rational(e, "an e-value") for e in e_values]
    if any(e < 0 for e in exact):
        raise DomainError(f"an e-value is at least 0, got {min(exact)}")
    threshold = len(exact) / open_unit(alpha, "alpha")
    return frozenset(i for i, e in enumerate(exact) if e >= threshold)


def p_value(k: int, n: int, p0: Any) -> Enclosure:
    r"""Return :math:`P(\mathrm{Bin}(n, p_0) \ge k)`, the exact test of :math:`p \le p_0`."""
    k, n = successes(k, n)
    return lower_tail(n - k, n, 1 - probability(p0))


def compare_probability(k: int, n: int, at_most: Any, alpha: Any) -> Finding:
    r"""Judge :math:`p \le p_0` by ``k`` successes in ``n`` independent trials, both ways.

    Fails if the e-value is at least :math:`1/\alpha`; holds if the upper
    Clopper-Pearson bound of error :math:`\alpha` is at most :math:`p_0`.
    """
    p0, level = open_unit(at_most, "a claimed probability"), open_unit(alpha, "alpha")
    log_e = log_e_value(k, n, p0)
    upper = clopper_pearson(k, n, level, side="upper").upper
    seen = (
        f"{k} of {n}: log e = {float(log_e):.4g} against {float(_log(1 / level)):.4g}, "
        f"upper bound {float(upper):.6g}, alpha = {float(level):g}"
    )
    if _log(1 / level).at_most(log_e):
        return fails(seen, claimed=f"<= {p0}", computed=f"{k}/{n}")
    if upper <= p0:
        return holds(seen, claimed=f"<= {p0}", computed=f"{k}/{n}")
    return unknown(seen)


def compare_mean(
    samples: Iterable[Any], claimed: Any, *, alpha: Any, low: Any, high: Any, discrepancy: Any
) -> Finding:
    r"""Judge whether independent samples in ``[low, high]`` have mean ``claimed``.

    The true mean lies, with probability at least :math:`1 - \alpha`, in the
    intersection of Hoeffding's interval and the betting interval, each of error
    :math:`\alpha / 2`.

    Parameters
    ----------
    samples
        Independent numbers in ``[low, high]`` of one law; their count is fixed
        beforehand, best by ``mean_sample_size``.
    claimed
        The mean that the formula states: a rational, or an ``Enclosure``.
    alpha
        The probability of rejecting the true mean.
    low, high
        The range, proved and not observed.
    discrepancy
        The smallest error the check is built to see; less than what spans the range.

    Returns
    -------
    Finding
        *fails* if the interval leaves out the claimed mean; *holds* if it
        contains it and reaches nowhere further than ``discrepancy`` from it;
        *unknown* otherwise.  The evidence states n, the interval, its radius
        and alpha.

    Examples
    --------
    >>> fair = [0, 1] * 500
    >>> args = dict(alpha=1e-6, low=0, high=1, discrepancy=Fraction(1, 8))
    >>> compare_mean(fair, Fraction(1, 2), **args).outcome.value
    'holds'
    >>> compare_mean(fair, Fraction(2, 3), **args).outcome.value
    'fails'

    """
    values = [rational(v, "a sample") for v in samples]
    gap, half = positive(discrepancy, "a discrepancy"), open_unit(alpha, "alpha") / 2
    goal = claimed if isinstance(claimed, Enclosure) else Enclosure.exactly(claimed)
    if goal.lo - gap <= rational(low) and rational(high) <= goal.hi + gap:
        raise DomainError(f"a discrepancy of {discrepancy} spans the range: give a smaller one")
    betting = betting_mean(values, half, low=low, high=high)
    mean = sum(values) / Fraction(len(values))
    range_only = hoeffding(mean, len(values), half, low=low, high=high)
    lower, upper = max(betting.lower, range_only.lower), min(betting.upper, range_only.upper)
    seen = (
        f"n = {len(values)}: mean {float(mean):.6g} in [{float(lower):.6g}, {float(upper):.6g}], "
        f"radius {float((upper - lower) / 2):.3g}, alpha = {float(2 * half):g}"
    )
    shown = f"{float(goal):.6g}"
    if goal.hi < lower or goal.lo > upper:
        return fails(seen, claimed=shown, computed=f"{float(mean):.6g}")
    if lower <= goal.lo and goal.hi <= upper and goal.hi - lower <= gap and upper - goal.lo <= gap:
        return holds(seen, claimed=shown, computed=f"{float(mean):.6g}")
    return unknown(f"{seen}; too few samples to see {float(gap):g}")


def mean_sample_size(
    discrepancy: Any, alpha: Any, power: Any, *, low: Any = 0, high: Any = 1
) -> int:
    r"""Return an n at which ``compare_mean`` rejects a mean wrong by ``discrepancy``.

    By Hoeffding twice: with probability at least ``power`` the sample mean is
    within :math:`r'` of the truth, and the interval has radius :math:`r` at most, so
    :math:`r + r' \le` ``discrepancy`` is enough:

    .. math:: n \ge \frac{(b - a)^2}{2 d^2} \Bigl(\sqrt{\ln(4 / \alpha)}
              + \sqrt{\ln(1 / (1 - \text{power}))}\Bigr)^2.
    """
    low, high = interval(low, high)
    miss = 1 - open_unit(power, "a power")
    ratio = (high - low) / positive(discrepancy, "a discrepancy")
    roots = _log(4 / open_unit(alpha, "alpha")).sqrt() + _log(1 / miss).sqrt()
    return int((ratio * ratio / 2 * roots * roots).hi) + 1


@final
@dataclass(frozen=True, slots=True)
class Design:
    """A binomial test of fixed size: reject from ``critical`` successes of ``n`` on."""

    n: int
    critical: int


def sample_size(p0: Any, p1: Any, alpha: Any, power: Any, *, most: int = 100_000) -> Design:
    r"""Return the smallest exact binomial test of :math:`p \le p_0` that sees :math:`p_1`.

    The smallest :math:`n` with a number :math:`c` such that
    :math:`P(\mathrm{Bin}(n, p_0) \ge c) \le \alpha` and
    :math:`P(\mathrm{Bin}(n, p_1) \ge c) \ge` ``power``.  Floats search for it, and
    what is returned is proved to have both properties.

    Raises
    ------
    BudgetError
        If no ``n`` up to ``most`` is large enough.

    Notes
    -----
    The power is a sawtooth in :math:`n`: some larger samples, which must raise
    :math:`c`, have a little less of it.

    """
    from scipy.special import bdtrc  # P(Bin(n, p) > k)

    null, other = open_unit(p0, "p0"), open_unit(p1, "p1")
    if null >= other:
        raise DomainError(f"the alternative p1 exceeds p0 = {p0}, got {p1}")
    level, target = open_unit(alpha, "alpha"), open_unit(power, "a power")
    c = 1
    for n in range(1, count(most, "the largest sample size") + 1):
        c += bool(bdtrc(c - 1, n, float(null)) > level)  # one more trial: at most one more
        if c <= n and bdtrc(c - 1, n, float(other)) >= target:
            size = tail_at_most(n - c, n, 1 - null, level)
            if size and tail_at_most(c - 1, n, other, 1 - target):
                return Design(n, c)
    raise BudgetError(f"no sample of up to {most} is large enough; give a larger alpha or gap")
