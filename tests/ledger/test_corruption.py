"""No corruption of a certificate makes the checker accept a falsehood.

Each operator is applied at every place of each certificate, once as it is and once
with the digest made to fit again.  What comes out is rejected, or it is still true,
and then a brute force that shares no idea with the checker says so too.
"""

import pytest

from altheory.ledger.checker import ENUMERATIONS, KINDS, accepted
from tests.ledger.checker_cases import REJECTED, names
from tests.ledger.corruption_cases import (
    DOUBTFUL,
    MALFORMED,
    certificates,
    corrupted,
    exchanged,
    is_true,
    sealed,
)

CERTIFICATES = certificates()
MIXED = list(exchanged(CERTIFICATES[0], CERTIFICATES[1]))


def test_there_are_enough_certificates_of_every_kind_and_operators():
    kinds = [c["problem"].get("enumeration", c["kind"]) for c in CERTIFICATES]
    assert len(CERTIFICATES) >= 200
    assert {*names((*KINDS, *ENUMERATIONS))} == {*kinds}
    assert min(map(kinds.count, kinds)) >= 10
    assert len(MALFORMED) + len(DOUBTFUL) + len(MIXED) >= 20


def test_both_opinions_accept_the_certificates():
    for certificate in CERTIFICATES:
        assert accepted(certificate), certificate
        assert is_true(certificate), certificate


def test_the_second_opinion_is_not_always_yes():
    small = [c for c in REJECTED.values() if isinstance(c, dict) and len(str(c)) < 600]
    false = [c for c in small if isinstance(c.get("problem"), dict) and "kind" in c]
    assert sum(not is_true(c) for c in false if isinstance(c["kind"], str)) > 60


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_malformed_is_always_rejected(name):
    changed = [bad for c in CERTIFICATES for bad in corrupted(c, MALFORMED[name])]
    assert len(changed) >= 100
    for bad in changed:
        assert not accepted(bad), bad


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_is_accepted_after_a_change_is_still_true(name):
    changed = [bad for c in CERTIFICATES for bad in corrupted(c, DOUBTFUL[name]) if bad != c]
    rejected = [bad for bad in changed if not accepted(bad)]
    assert len(rejected) >= 50
    for bad in changed:
        if accepted(bad):
            assert is_true(bad), bad
            assert bad == sealed(bad)


@pytest.mark.parametrize("name", MIXED)
def test_mixed_certificates_are_rejected_or_still_true(name):
    others = [*CERTIFICATES[1:], CERTIFICATES[0]]
    mixed = [exchanged(c, o)[name] for c, o in zip(CERTIFICATES, others, strict=True)]
    assert sum(not accepted(bad) for bad in mixed) >= 50
    for bad in mixed:
        if accepted(bad):
            assert is_true(bad), bad
            assert bad == sealed(bad)
