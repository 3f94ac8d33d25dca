"""What half spaces refuse, in one short line whatever their digits."""

import pytest

from altheory.errors import DomainError
from altheory.hypotheses.half_space import SphereSeparator
from altheory.hypotheses.sphere import SphereSeparators


def test_zero_is_no_normal():
    with pytest.raises(DomainError, match="zero vector is no normal of a separator, got 3 zeros"):
        SphereSeparator((0, 0, 0))


def test_long_normals_are_not_printed():
    digits = 10**300 + 7
    long = SphereSeparator((digits, 1, digits**2))
    for call in (
        lambda: long((1, -digits, 0)),
        lambda: SphereSeparators(2).ball_disagreement(long, 0.1),
        lambda: SphereSeparators(4).law().mass(long.positive),
    ):
        with pytest.raises(DomainError) as caught:
            call()
        assert len(str(caught.value)) < 300
