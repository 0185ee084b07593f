"""Beside every value stands what was typed, word for word."""

from __future__ import annotations

import pytest

from handlers.state import Asked, Stage
from tests.player import Player


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("workers-total", "muoi tam ng", "18"),
        ("revenue-last-year-vnd", "1 ty 2 tram", "1200000000"),
        ("reg-date", "15 tháng trước", "2026-10-15"),
        ("start-year", "5 năm rồi", "2021"),
        ("contact-phone", "dt O912.000.111 (zalo)", "+84912000111"),
        ("est-commune-code", "lug tam", "00901"),
        ("est-commune-code", "yen bai", "elsewhere"),
        ("est-type", "hopj tacs xax", "cooperative"),
        ("rep-name", "Dạ tôi tên là Sùng Mí Vừ ạ", "Sùng Mí Vừ"),
        ("est-name", "  HTX   Lanh ", "HTX   Lanh"),
    ],
)
def test_what_was_typed_is_kept_beside_the_value(
    signing_up: Player, key: str, typed: str, value: str
) -> None:
    signing_up.conversation = signing_up.conversation._replace(
        stage=Stage.ASKING, asked=Asked("registration", key), offered=()
    )
    signing_up.say(typed)
    if "Đúng" in signing_up.labels:
        assert (0, key) not in signing_up.registration.answers
        signing_up.tap("Đúng")

    kept = signing_up.registration.answers[0, key]
    assert (kept.value, kept.raw) == (value, typed)
