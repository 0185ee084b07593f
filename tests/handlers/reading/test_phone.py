"""Phone numbers in any spelling (domain section 10.1)."""

from __future__ import annotations

import pytest

from handlers.reading.phone import read_phone, show_phone
from handlers.reading.understanding import Reading, Understood
from tests.handlers.reading.questions import either, likely, sure, wrong

MOBILE = sure("+84912000111")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("0912 000 111", MOBILE),
        ("+84912000111", MOBILE),
        ("84912000111", MOBILE),
        ("84 912 000 111", MOBILE),
        ("0084912000111", MOBILE),
        ("0084 912 000 111", MOBILE),
        ("+84 (0)912 000 111", MOBILE),
        ("+84 0912 000 111", MOBILE),
        ("(+84) 912 000 111", MOBILE),
        ("912000111", MOBILE),
        ("O912.000.111", MOBILE),
        ("o912000111", MOBILE),
        ("09120oo111", MOBILE),
        ("(0912) 000-111", MOBILE),
        ("０９１２０００１１１", MOBILE),
        ("dt: 0912.000.111 (zalo)", MOBILE),
        ("so em la 0912000111 nhe", MOBILE),
        ("0912/000/111", MOBILE),
        ("0871000777", sure("+84871000777")),
        ("0559000111", sure("+84559000111")),
        ("0219 3888 000", sure("+842193888000")),
        ("0207 3888 000", sure("+842073888000")),
        ("024 3888 0000", sure("+842438880000")),
        ("219 3888 000", sure("+842193888000")),
        ("0312000111", likely("+84312000111")),
        ("0201 3888 000", likely("+842013888000")),
        ("0912000111, nhà số 12", likely("+84912000111")),
        ("không chín một hai không không không một một một", likely("+84912000111")),
        ("khong 9 mot 2 khong khong khong mot mot mot", likely("+84912000111")),
        ("0912000111 hoặc 0987654321", either("+84912000111", "+84987654321")),
        ("0912000111 - 0987654321", either("+84912000111", "+84987654321")),
        ("0912000111 0912 000 111", likely("+84912000111")),
        ("01638000111", wrong("old-number")),
        ("0163 8000 111", wrong("old-number")),
        ("0123456789", wrong("not-a-phone")),
        ("091200011", wrong("phone-too-short")),
        ("1900 1234", wrong("phone-too-short")),
        ("0219 388 000", wrong("phone-too-short")),
        ("0912 000 1111", wrong("phone-too-long")),
        ("0911111111111111", wrong("phone-too-long")),
        ("0911 1111 1111 1111 1111", wrong("phone-too-long")),
        ("+1 650 555 0000", wrong("foreign-number")),
        ("+oo", wrong("no-digits")),
        ("00", wrong("no-digits")),
        ("84", wrong("no-digits")),
        ("để em hỏi lại", wrong("no-digits")),
        ("không", wrong("no-digits")),
        ("", wrong("no-digits")),
    ],
)
def test_phone_numbers(typed: str, understood: Reading) -> None:
    assert read_phone(typed) == understood


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("+84912000111", "0912 000 111"),
        ("+842193888000", "0219 3888 000"),
        ("+842438880000", "024 3888 0000"),
        ("+16505550000", "+16505550000"),
    ],
)
def test_a_phone_number_is_shown_as_people_say_it(value: str, shown: str) -> None:
    assert show_phone(value) == shown


@pytest.mark.parametrize("value", ["+84912000111", "+842193888000", "+842838880000"])
def test_a_shown_number_reads_back(value: str) -> None:
    assert read_phone(show_phone(value)) == Understood(value, literal=True)
