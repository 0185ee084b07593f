"""A question that the book is silent about is put down for the team, and nothing else is."""

from __future__ import annotations

import pytest

from handlers.effects import Effect, Unanswered
from tests.player import Player


def noted(effects: list[Effect]) -> list[str]:
    return [one.text for one in effects if isinstance(one, Unanswered)]


def test_before_any_form_it_is_put_down_without_who_asked(player: Player) -> None:
    player.say("em là Vàng Thị Mỷ 0912000111 ở Lùng Tám, ô tô điện hãng nào chạy tốt thế nào")

    assert noted(player.effects) == ["em là ••• ở Lùng Tám, ô tô điện hãng nào chạy tốt thế nào"]


def test_in_a_form_it_is_put_down_and_the_form_goes_on(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ")

    assert "Số di động" in signing_up.say("o to dien chay tot the nao")
    assert noted(signing_up.effects) == ["o to dien chay tot the nao"]


def test_what_might_have_been_the_answer_is_put_down_once_it_is_said_to_be_a_question(
    signing_up: Player,
) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912000111", "ô tô điện hãng nào chạy tốt thế nào")
    assert noted(signing_up.effects) == []

    signing_up.tap("Tôi hỏi")

    assert noted(signing_up.effects) == ["ô tô điện hãng nào chạy tốt thế nào"]


@pytest.mark.parametrize(
    "typed", ["tham gia có mất tiền không", "Vàng Thị Mỷ", "abc xyz", "dạ vâng", "0912000111"]
)
def test_what_is_answered_and_what_asks_nothing_is_not(player: Player, typed: str) -> None:
    player.say(typed)

    assert noted(player.effects) == []
