"""A question that takes several: what is chosen adds up, and nothing chosen is lost on the way."""

from __future__ import annotations

import pytest

from handlers.effects import Consent
from handlers.state import Stage
from tests.player import Player


@pytest.fixture
def choosing(signing_up: Player) -> Player:
    """Somebody who chose one kind of news, and is asked whether they want more."""
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "2", "Lùng Tám")
    signing_up.say("Khăn lanh", "1", "2")
    assert "✔ Lớp tập huấn" in signing_up.labels
    return signing_up


def _agreed(player: Player) -> set[str]:
    return {one.topic for one in player.effects if isinstance(one, Consent) and one.given}


@pytest.mark.parametrize(
    "enough", ["không", "thôi", "thoi", "hết rồi", "xong rồi", "đủ rồi em", "thế thôi", "ok"]
)
def test_who_says_that_it_is_enough_keeps_what_was_chosen(choosing: Player, enough: str) -> None:
    """ "Hết rồi" is no "all of them", nor does "thôi" leave the form."""
    choosing.say(enough)

    assert choosing.conversation.stage is Stage.REVIEW
    assert choosing.answers()["topics"] == "training"
    assert _agreed(choosing) == {"training"}


def test_one_more_that_is_typed_adds_to_what_was_chosen(choosing: Player) -> None:
    choosing.say("cả hội chợ nữa")
    assert {"✔ Lớp tập huấn", "✔ Hội chợ"} <= set(choosing.labels)
    choosing.tap("Xong")

    assert _agreed(choosing) == {"training", "fairs"}


@pytest.mark.parametrize("said", ["mây trắng bay", "chào em", "có mất phí không?"])
def test_whatever_is_said_between_the_choice_stays_ticked(choosing: Player, said: str) -> None:
    choosing.say(said)

    assert "✔ Lớp tập huấn" in choosing.labels
    assert "Xong" in choosing.labels


def test_a_no_to_what_was_said_back_chooses_nothing(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "2", "Lùng Tám")
    signing_up.say("Khăn lanh", "1", "hoi cho nua")
    assert signing_up.labels == ["Đúng", "Không phải"]
    signing_up.say("không")

    assert "topics" not in signing_up.answers()
    assert signing_up.labels[0] == "Tin bình chọn sản phẩm"
