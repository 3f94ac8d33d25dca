"""Streams are named: the same name gives the same numbers, whatever else was drawn."""

import numpy as np
import pytest

from altheory.errors import DomainError
from altheory.numeric.seeds import generator, sequence, stream

NAMES = [
    (),
    ("a",),
    ("b",),
    ("a", "b"),
    ("ab",),
    ("a", 0),
    ("a", 1),
    ("a", 0, 0),
    ("", "a"),
    ("a", ""),
]


def first(seed, *name):
    return stream(seed, *name).integers(2**63)


def test_numbers_are_reproducible_in_any_order():
    forward = [first(7, *name) for name in NAMES]
    backward = [first(7, *name) for name in reversed(NAMES)]
    assert forward == backward[::-1]


def test_names_and_seeds_tell_streams_apart():
    drawn = {(seed, name): first(seed, *name) for seed in (0, 1) for name in NAMES}
    assert len(set(drawn.values())) == len(drawn)


def test_the_first_numbers_are_those_of_every_machine():
    """A frozen value: changing it changes every published replicate."""
    assert sequence(7, "claim", 0).generate_state(2).tolist() == [1893369742, 2622787196]


def test_whoever_brings_a_generator_keeps_it():
    own = np.random.default_rng(3)
    assert generator(own) is own


def test_integers_seed_as_numpy_does():
    for seed in (3, np.int64(3), np.random.SeedSequence(3)):
        assert generator(seed).integers(2**63) == np.random.default_rng(3).integers(2**63)


def test_none_is_fresh():
    assert generator(None).integers(2**63) != generator(None).integers(2**63)


@pytest.mark.parametrize("source", [-1, True, 0.5, "7", np.random.RandomState(0)])
def test_refusals(source):
    with pytest.raises(DomainError):
        generator(source)


@pytest.mark.parametrize("seed", [-1, 0.5, True])
def test_no_seed(seed):
    with pytest.raises(DomainError, match="a seed must be an integer of at least 0"):
        sequence(seed, "a")
