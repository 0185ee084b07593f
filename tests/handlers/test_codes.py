"""Codes that people read over the phone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import codes


def test_a_code_is_seven_digits_in_groups() -> None:
    group = codes.code(1).split("-")

    assert [len(part) for part in group] == [3, 3, 1]


def test_the_first_hundred_thousand_codes_all_differ() -> None:
    assert len({codes.digits(number) for number in range(1, 100_001)}) == 100_000


@given(st.integers(min_value=1, max_value=10**9))
def test_a_code_leads_back_to_its_number(number: int) -> None:
    assert codes.number(codes.code(number)) == number
    assert codes.number(codes.code(number).replace("-", " ")) == number


@given(st.integers(min_value=1, max_value=999_999), st.data())
def test_a_wrong_digit_or_a_swap_is_noticed(number: int, data: st.DataObject) -> None:
    plain = codes.digits(number)
    at = data.draw(st.integers(0, 5))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != plain[at]]))
    swapped = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]

    assert codes.number(plain[:at] + digit + plain[at + 1 :]) is None
    assert swapped == plain or codes.number(swapped) is None


@pytest.mark.parametrize("text", ["", "abc", "12345", "482-157"])
def test_what_is_no_code_is_none(text: str) -> None:
    assert codes.number(text) is None
