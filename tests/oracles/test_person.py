"""A person answers in several ways, or not at all."""

import pytest

from altheory.errors import AbstentionError
from altheory.oracles.person import person


@pytest.mark.parametrize("said", ["y", "YES ", "+", "1", "n", "no", "-", "-1"])
def test_what_a_person_may_answer(said):
    written: list[str] = []
    label = person(lambda: said, written.append)(0.5)
    assert label == (1 if said.strip().lower() in {"y", "yes", "+", "1"} else -1)
    assert written == ["is 0.5 positive?"]


def test_a_person_is_asked_again_until_there_is_an_answer():
    said, written = iter(["", "maybe", "?"]), list[str]()
    with pytest.raises(AbstentionError):
        person(lambda: next(said), written.append)(0.5)
    assert len(written) == 3
    assert "answer y" in written[1]
