"""Rounding once, from the exact value: compared with decimals wherever decimals are exact."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madang.kernel.scoring.exact import Rounding, exact_text, rounded, shown

MODES: dict[Rounding, str] = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "down": ROUND_DOWN}


@settings(deadline=None)
@given(
    st.decimals(min_value=-200, max_value=200, places=5), st.integers(0, 4), st.sampled_from(sorted(MODES))
)
def test_finite_values_are_rounded_as_decimal_arithmetic_does(value, places, mode) -> None:
    assert rounded(Fraction(value), places, mode) == value.quantize(Decimal(1).scaleb(-places), MODES[mode])


@pytest.mark.parametrize(
    ("value", "expected"), [(Fraction(2, 3), "0.67"), (Fraction(1, 3), "0.33"), (Fraction(-2, 3), "-0.67")]
)
def test_endless_values_are_rounded_to_the_nearer_side(value: Fraction, expected: str) -> None:
    assert str(rounded(value, 2, "half_even")) == expected


def test_a_value_just_below_a_half_is_not_rounded_twice() -> None:
    # 0.0049999999 would become 0.005 at nine places and 0.01 after that.
    assert rounded(Fraction(49999999999, 10**13), 2, "half_up") == 0


@settings(deadline=None)
@given(st.fractions(min_value=0, max_value=100, max_denominator=500))
def test_the_exact_text_of_a_value_loses_nothing(value: Fraction) -> None:
    assert Fraction(exact_text(value)) == value
    assert abs(Fraction(shown(value)) - value) <= Fraction(1, 2_000_000)
