"""Exact arithmetic for scores: fractions inside, decimals where people read, rounding once.

A mean of three scores has no finite decimal, so sums and means are kept as fractions. Only the final score is
rounded, straight from the exact fraction: there is no double rounding.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from madang.kernel.words import Words

Rounding = Literal["half_up", "half_even", "down"]
ROUNDINGS: tuple[Rounding, ...] = ("half_up", "half_even", "down")

#: Places shown of a value that has no finite decimal; its fraction is printed beside it.
SHOWN_PLACES = 6


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a calculation: a sentence, the value it leads to, and the same value exactly."""

    words: Words
    value: Decimal
    exact: str

    def to_json(self) -> dict[str, str]:
        """Return the step for a record; numbers are texts, so that no reader turns them into floats."""
        return {"ko": self.words.ko, "en": self.words.en, "value": plain(self.value), "exact": self.exact}


def step(words: Words, value: Fraction | Decimal) -> Step:
    """Return a step whose shown value and exact text come from one number.

    >>> step(Words("평균", "mean"), Fraction(820, 9)).exact
    '820/9'
    """
    exact = Fraction(value)
    return Step(words, shown(exact), exact_text(exact))


def rounded(value: Fraction, decimals: int, rounding: Rounding) -> Decimal:
    """Round an exact value once; halves and "down" look at the size, not at the sign.

    >>> rounded(Fraction(85125, 1000), 2, "half_up"), rounded(Fraction(85125, 1000), 2, "half_even")
    (Decimal('85.13'), Decimal('85.12'))
    >>> rounded(Fraction(2, 3), 1, "down")
    Decimal('0.6')
    """
    size = abs(value) * 10**decimals
    whole, rest = divmod(size.numerator, size.denominator)
    twice = 2 * rest
    if rounding != "down" and twice >= size.denominator:
        # Exactly half: half_even goes up only from an odd digit.
        whole += 1 if twice > size.denominator or rounding == "half_up" or whole % 2 else 0
    digits = tuple(int(digit) for digit in str(whole))
    return Decimal((1 if value < 0 and whole else 0, digits, -decimals))


def finite_places(value: Fraction) -> int | None:
    """Return how many decimals the value needs, or None when no finite decimal is equal to it.

    >>> finite_places(Fraction(1, 8)), finite_places(Fraction(1, 3))
    (3, None)
    """
    rest, places = value.denominator, {2: 0, 5: 0}
    for prime in places:
        while rest % prime == 0:
            rest //= prime
            places[prime] += 1
    return max(places.values()) if rest == 1 else None


def shown(value: Fraction) -> Decimal:
    """Return the value as a decimal: exactly where possible, else to six places.

    >>> shown(Fraction(173, 2)), shown(Fraction(1, 3))
    (Decimal('86.5'), Decimal('0.333333'))
    """
    places = finite_places(value)
    return rounded(value, SHOWN_PLACES if places is None else places, "half_even")


def exact_text(value: Fraction) -> str:
    """Return the value without any loss: a decimal where one is finite, else a fraction.

    >>> exact_text(Fraction(5, 2)), exact_text(Fraction(7, 3))
    ('2.5', '7/3')
    """
    return str(value) if finite_places(value) is None else plain(shown(value))


def plain(value: Decimal) -> str:
    """Return a decimal in ordinary digits, never with an exponent.

    >>> plain(Decimal("1E+2"))
    '100'
    """
    return format(value, "f")
