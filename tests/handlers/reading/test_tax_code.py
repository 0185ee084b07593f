"""Tax codes (domain section 10.2); the numbers are made up, their check digits are right."""

from __future__ import annotations

import pytest

from handlers.reading.tax_code import check_digit_fits, read_tax_code, show_tax_code
from handlers.reading.understanding import Reading
from tests.handlers.reading.questions import likely, sure, wrong


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("5100999994", sure("5100999994")),
        ("5000999983", sure("5000999983")),
        ("5100123452", sure("5100123452")),
        ("51 0099 9994", sure("5100999994")),
        ("MST: 5100999994", sure("5100999994")),
        ("5100999994-001", sure("5100999994-001")),
        ("5100999994001", sure("5100999994-001")),
        ("002085000123", sure("002085000123")),
        ("5100999995", likely("5100999995")),
        ("5100999995-001", likely("5100999995-001")),
        ("5100999994, cấp 2015", likely("5100999994")),
        ("5100999994-000", wrong("branch-number")),
        ("5100999994 và 5000999983", wrong("two-numbers")),
        ("510099999", wrong("tax-code-length")),
        ("51009999941", wrong("tax-code-length")),
        ("chưa có", wrong("no-digits")),
    ],
)
def test_tax_codes(typed: str, understood: Reading) -> None:
    assert read_tax_code(typed) == understood


def test_a_remainder_of_nothing_is_never_issued() -> None:
    assert not any(check_digit_fits(f"000000000{last}") for last in range(10))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("5100999994", "5100999994"),
        ("5100999994-001", "5100999994-001"),
        ("002085000123", "•••••••••123"),
    ],
)
def test_a_personal_number_is_masked(value: str, shown: str) -> None:
    assert show_tax_code(value) == shown
