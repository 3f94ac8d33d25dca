"""Answers of version spaces on the sphere, judged by the independent checker."""

import json
from fractions import Fraction

import numpy as np
import pytest

from altheory.errors import CertificateError
from altheory.hypotheses.sphere import SphereSeparators
from altheory.ledger.checker import verify
from altheory.numeric.directions import unit_vectors
from altheory.protocols import Floats


def queries(xs: Floats, signs: Floats, n: int, rng: np.random.Generator) -> Floats:
    """Instances anywhere, deep within SB and -SB, and beside their boundary."""
    z = xs * signs[:, np.newaxis]
    anywhere = rng.standard_normal((n - 2 * (n // 3), xs.shape[1]))
    deep = rng.exponential(size=(n // 3, len(z))) @ z
    deep[::2] *= -1
    few = rng.exponential(size=(n // 3, len(z))) * (rng.random((n // 3, len(z))) < 3 / len(z))
    few[:, 0] += 0.01
    return np.concatenate([anywhere, deep, few @ z])


def certified(d: int, m: int, n: int, rng: np.random.Generator) -> set[frozenset[int]]:
    """Have ``n`` answers after ``m`` labels judged; return which ones occurred."""
    of = SphereSeparators(d)
    target, xs = of.draw_target(rng), of.law().sample(rng, m)
    labels = target.predict(xs)
    space, answers = of.version_space().restrict_all(xs, labels), set[frozenset[int]]()
    w = space.member().normal
    across = [w[1], -w[0], *[0] * (d - 2)]
    for x in [across, *queries(xs, labels.astype(float), n - 1, rng).tolist()]:
        answer = space.labels(x)
        certificate = json.loads(json.dumps(space.certificate(x)))
        assert certificate["problem"]["answer"] == sorted(answer)
        assert verify(certificate)
        answers.add(answer)
    return answers


@pytest.mark.parametrize(("d", "m"), [(3, 100), (10, 100), (50, 60)])
@pytest.mark.seeded("every answer is judged by its certificate")
def test_certificates_are_accepted(d, m, rng):
    assert certified(d, m, 12, rng) == {frozenset({-1}), frozenset({1}), frozenset({-1, 1})}


@pytest.mark.slow
@pytest.mark.parametrize("d", [3, 10, 50])
@pytest.mark.seeded("every answer is judged by its certificate")
def test_a_thousand_certificates_are_accepted(d, rng):
    assert certified(d, 100, 1000, rng) == {frozenset({-1}), frozenset({1}), frozenset({-1, 1})}


@pytest.mark.parametrize("d", [3, 10, 50])
def test_contradictions_are_certified(d):
    """Two antipodes, and a simplex of d + 1 around the origin."""
    axes, space = unit_vectors(d), SphereSeparators(d).version_space()
    assert verify(space.restrict(axes[1], 1).restrict(axes[1], -1).certificate(axes[0]))
    for axis in axes:
        space = space.restrict(axis, 1)
    space = space.restrict((1,) * d, -1)
    assert len(space.contradiction) == d + 1
    assert verify(space.certificate(axes[0]))
    assert space.labels(axes[0]) == frozenset()


def far_apart(d, m, digits, rng):
    """Labels of floats from 10^-digits to 10^digits: SB beside a corner takes long multipliers."""
    xs = rng.standard_normal((m, d)) * 10.0 ** rng.integers(-digits, digits + 1, (m, d))
    hidden = SphereSeparators(d).draw_target(rng)
    return SphereSeparators(d).version_space().restrict_all(xs, hidden.predict(xs))


@pytest.mark.parametrize(("d", "digits"), [(3, 300), (6, 50), (6, 300)])
@pytest.mark.seeded("every certificate is accepted, or refused when it is made")
def test_no_certificate_is_too_large_for_the_checker(d, digits, rng):
    space = far_apart(d, 12, digits, rng)
    mixed = [Fraction(0)] * d
    for x, y in space.sample:
        mixed = [a + y * b for a, b in zip(mixed, x, strict=True)]
    refused = 0
    for x in [*unit_vectors(d)[:3], tuple(mixed)]:
        for of in (space, space.restrict(x, 1).restrict(x, -1)):
            try:
                assert verify(json.loads(json.dumps(of.certificate(x))))
            except CertificateError:
                refused += 1
    assert refused < 8 or digits == 300


@pytest.mark.parametrize("digits", [1900, 2100, 5000])
def test_numbers_of_too_many_digits_are_refused(digits):
    """The checker takes 4,000 characters, and Python itself writes 4,300 digits."""
    x = (Fraction(10**digits + 1, 10**digits), 1)
    space = SphereSeparators(2).version_space().restrict(x, 1)
    if digits < 2000:
        assert verify(space.certificate((1, 0)))
        return
    with pytest.raises(CertificateError, match=r"the checker takes .* take instances of fewer"):
        space.certificate((1, 0))


@pytest.mark.parametrize("d", [9, 12])
@pytest.mark.seeded("every answer is judged by its certificate")
def test_degenerate_labels_beyond_double_description(d, rng):
    """A lattice, so duplicates, antipodes, instances on facets and all in a subspace."""
    answers = set[frozenset[int]]()
    for flat in (0, 3):
        rows = rng.integers(-1, 2, (60, d))
        rows[:, :flat] = 0
        rows[~rows.any(axis=1), -1] = 1
        hidden, space = rng.integers(-2, 3, d), SphereSeparators(d).version_space()
        for x in rows[:40].tolist():
            space = space.restrict(x, 1 if np.dot(x, hidden) >= 0 else -1)
            if space.is_empty:
                break
        for x in rows[20:].tolist():
            answers.add(space.labels(x))
            assert verify(space.certificate(x))
            if not space.is_empty:
                assert space.labels(x) == {
                    y
                    for y, region in ((1, space.general()), (-1, ~space.specific()))
                    if x in region
                }
    assert frozenset({-1, 1}) in answers


@pytest.mark.seeded("batches agree with one by one, whatever is drawn")
def test_regions_are_what_labels_say_in_high_dimension(rng):
    of = SphereSeparators(10)
    target, xs = of.draw_target(rng), of.law().sample(rng, 60)
    space = of.version_space().restrict_all(xs, target.predict(xs))
    probes = queries(xs, target.predict(xs).astype(float), 30, rng)
    said = [space.labels(x) for x in probes.tolist()]
    for region, labels in (
        (space.specific(), [{1}]),
        (space.general(), [{1}, {-1, 1}]),
        (space.disagreement(), [{-1, 1}]),
    ):
        assert region.contains(probes).tolist() == [answer in labels for answer in said]
    again = of.version_space()
    for x, y in reversed(space.sample):
        again = again.restrict(x, y)
    assert (again, again.disagreement()) == (space, space.disagreement())
    assert target.normal in space.disagreement().antipodes or space.labels(target.normal) == {1}
