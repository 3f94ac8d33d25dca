"""Every example of every file in ``altheory.hypotheses`` obeys every law.

Classes and laws are found, so a new file of either kind is tested as it is.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.testing import laws
from altheory.testing.cases import cases
from altheory.testing.replay import examples

ROOMS = (
    "regions",
    "distributions",
    "version_spaces",
    "classes",
    "learners",
    "mellow",
    "balls",
    "counts",
)
LAWS = [law for room in ROOMS for law in laws.every(room)]


@pytest.mark.parametrize("cls", examples(), ids=lambda cls: repr(cls)[:40])
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@given(data=st.data())
def test_law(law, cls, data):
    law(**data.draw(cases(law, cls)))
