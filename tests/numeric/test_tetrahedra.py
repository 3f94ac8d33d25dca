"""Spherical tetrahedra: reflection groups, cones with a line, every size and every flatness."""

import random
from fractions import Fraction

import pytest

from altheory.numeric.angles import gram, remainder, triangle
from altheory.numeric.directions import combined, dot, opposite
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.tetrahedra import tetrahedron

SIZES = (10**2, 10**6, 10**12, 10**30)


def vectors(rng, size, count=4, dimension=4):
    return [tuple(rng.randint(-size, size) for _ in range(dimension)) for _ in range(count)]


def about(rng, *terms):
    """A combination of vectors, off by at most one in each coordinate."""
    return tuple(
        sum(c * v[i] for c, v in terms) + rng.randint(-1, 1) for i in range(len(terms[0][1]))
    )


def generic(rng, size):
    return vectors(rng, size)


def opposed(rng, size):
    a, _, c, e = vectors(rng, size)
    return [a, about(rng, (-1, a)), c, e]


def skew(rng, size):
    a, _, c, _ = vectors(rng, size)
    return [a, about(rng, (-1, a)), c, about(rng, (-1, c))]


def thin(rng, size):
    a, b, c, _ = vectors(rng, size)
    return [a, b, c, about(rng, (1, a), (1, b))]


def flat(rng, size):
    """Four directions close to a hyperplane, with the origin among them."""
    a, b, c, _ = vectors(rng, size)
    return [a, b, c, about(rng, (-1, a), (-2, b), (-3, c))]


@pytest.mark.parametrize("shape", [generic, opposed, skew, thin, flat])
@pytest.mark.parametrize("size", SIZES)
def test_a_tetrahedron_and_its_reflection_make_a_cone_with_a_line(shape, size):
    """Opposite last corners: the solid angle is that of the triangle beside that line."""
    rng = random.Random(f"{shape.__name__} {size}")
    for _ in range(3):
        *others, e = shape(rng, size)
        if not gram([*others, e]):
            continue
        one, other = tetrahedron([*others, e]), tetrahedron([*others, opposite(e)])
        beside = triangle(*(combined(dot(e, e), x, -dot(x, e), e) for x in others))
        assert beside.less_than(one + other) is None
        assert (one + other).less_than(beside) is None
        assert all(v.width * 10**30 < v.lo for v in (one, other))


@pytest.mark.parametrize(
    ("corners", "order"),
    [
        ([(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)], 2**4),
        ([(4, -1, -1, -1, -1), (3, 3, -2, -2, -2), (2, 2, 2, -3, -3), (1, 1, 1, 1, -4)], 120),
        ([(1, 0, 0, 0), (1, 1, 0, 0), (1, 1, 1, 0), (1, 1, 1, 1)], 2**4 * 24),
        ([(1, 0, 0, 0), (1, 1, 0, 0), (1, 1, 1, -1), (1, 1, 1, 1)], 2**3 * 24),
        ([(1, 1, 0, 0), (2, 1, 1, 0), (3, 1, 1, 1), (1, 0, 0, 0)], 1152),
    ],
)
def test_chambers_of_reflection_groups(corners, order):
    """The group moves a chamber to as many copies as it has elements: A1^4, A4, B4, D4, F4."""
    assert Fraction(1, order) in tetrahedron(corners)
    assert Fraction(1, order) in tetrahedron(corners[::-1], bits=300)
    assert tetrahedron(corners, bits=300).width < Fraction(1, 2**300)


def test_remainders_gain_the_digits_that_they_lose():
    third, calls = Fraction(1, 3), list[int]()

    def rounded(digits):
        calls.append(digits)
        return Enclosure(third, third + Fraction(1, 2**digits))

    rest = remainder(lambda _: third + Fraction(1, 2**150), rounded, 100)
    assert Fraction(1, 2**150) in rest
    assert rest.width < rest.lo / 2**100
    assert calls == [100, 200, 400]


def test_an_interrupt_passes_through_the_integral(monkeypatch):
    """What is raised while the integrand runs comes out as itself."""

    class Interrupting:
        def __init__(self, coefficients):
            self.coefficients, self.calls = coefficients, 0

        def __call__(self, t):
            self.calls += 1
            if self.calls > 9:
                raise KeyboardInterrupt
            return sum(c * t**k for k, c in enumerate(self.coefficients))

    monkeypatch.setattr("flint.acb_poly", Interrupting)
    with pytest.raises(KeyboardInterrupt):
        tetrahedron([(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)])
