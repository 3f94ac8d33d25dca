"""Every example of every file in ``altheory.hypotheses`` obeys every law.

Classes and laws are found, so a new file of either kind is tested as it is.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.disagreement import HasBalls
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
CASES = [
    pytest.param(law, cls, id=f"{law.__name__}-{cls!r:.40}")
    for room in ROOMS
    for law in laws.every(room)
    for cls in examples()
    if room != "balls" or isinstance(cls, HasBalls)
]


@pytest.mark.parametrize(("law", "cls"), CASES)
@given(data=st.data())
def test_law(law, cls, data):
    law(**data.draw(cases(law, cls)))
