"""Where a name is asked for, what reads like something else is said back before it is kept."""

from __future__ import annotations

import pytest

from handlers.reading.sentences import is_sentence
from handlers.state import Asked, Stage
from tests.player import Player

ASKED_BACK = ["Đúng", "Không phải"]

SENTENCES = (
    "mệt quá mai làm",
    "tôi khai nhầm tên",
    "tôi ở Hà Giang cũ",
    "toi o xa khau vai",
    "không có tên",
    "nhà em chưa đặt",
    "hôm nay trời mưa",
    "ko noi dau",
)
NAMES = (
    "Vàng Thị Mỷ",
    "Nguyễn Văn Được",
    "Ten Thị Là",
    "Sùng Mí Vừ",
    "giang a po",
    "HTX Nông nghiệp sạch Mai Hương",
    "cs sx chè Shan",
    "Cơ sở rèn của ông Tấn",
    "Gạch không nung",
    "che shan tuyet",
    "Sữa chua nếp cẩm",
    "Green Tea",
    "Thế",
)


@pytest.mark.parametrize("said", SENTENCES)
def test_a_sentence_is_told_from_a_name(said: str) -> None:
    assert is_sentence(said)


@pytest.mark.parametrize("said", NAMES)
def test_a_name_is_no_sentence(said: str) -> None:
    assert not is_sentence(said)


def _named(player: Player, key: str) -> str:
    """What is kept as the answer, be it about the maker or the first product; empty for none."""
    answers = player.answers()
    return answers.get(key, answers.get(f"1/{key}", ""))


def _asked(player: Player, key: str) -> Player:
    about = player.book.forms["registration"].by_key[key].about
    asked = Asked("registration", key, 1 if about == "product" else 0)
    c = player.conversation._replace(stage=Stage.ASKING, asked=asked, offered=())
    player.conversation = c
    return player


@pytest.mark.parametrize("said", SENTENCES)
@pytest.mark.parametrize("key", ["contact-name", "est-name", "prod-name"])
def test_no_sentence_becomes_a_name_in_silence(signing_up: Player, key: str, said: str) -> None:
    _asked(signing_up, key).say(said)

    assert _named(signing_up, key) == ""
    assert len(signing_up.labels) == 2


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("contact-name", "HTX Lanh Sợi Xanh"),
        ("contact-name", "co so Hang Nong"),
        ("contact-name", "khâu vai"),
        ("est-name", "htx"),
        ("est-name", "cao bồ"),
        ("prod-name", "xã Lùng Tám"),
        ("prod-name", "HTX Lanh Sợi Xanh"),
    ],
)
def test_another_kind_of_name_is_said_back(signing_up: Player, key: str, said: str) -> None:
    _asked(signing_up, key).say(said)

    assert signing_up.labels == ASKED_BACK
    signing_up.say("đúng")
    assert _named(signing_up, key) == said


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("contact-name", "Vàng Thị Mỷ"),
        ("est-name", "HTX Lanh Sợi Xanh"),
        ("est-name", "HTX Cao Bồ"),
        ("prod-name", "Chè Shan tuyết Cao Bồ"),
    ],
)
def test_a_mere_name_is_taken(signing_up: Player, key: str, said: str) -> None:
    _asked(signing_up, key).say(said)

    assert _named(signing_up, key) == said


def test_who_says_that_a_sentence_is_the_name_is_not_asked_again(signing_up: Player) -> None:
    _asked(signing_up, "est-name").say("mệt quá mai làm")
    signing_up.tap("Câu trả lời")

    assert signing_up.answers()["est-name"] == "mệt quá mai làm"


@pytest.mark.parametrize(
    ("key", "name"),
    [("contact-name", "Nguyễn Thị Lan"), ("est-name", "HTX ABC"), ("prod-name", "chè shan")],
)
def test_everything_in_one_message_gives_each_question_its_own(
    signing_up: Player, key: str, name: str
) -> None:
    pasted = "HTX ABC, 0912000111, chè shan, 5 tấn/năm, Xã Cao Bồ"
    _asked(signing_up, key).say(f"Nguyễn Thị Lan; {pasted}" if key == "contact-name" else pasted)

    assert name in [*signing_up.labels, signing_up.conversation.asked.reading]  # type: ignore[union-attr]
    assert _named(signing_up, key) == ""


def test_several_products_are_written_down_one_at_a_time(signing_up: Player) -> None:
    said = "rượu ngô men lá, bánh gai, thịt trâu khô"
    _asked(signing_up, "prod-name").say(said)
    assert signing_up.labels == ["rượu ngô men lá", "bánh gai", "thịt trâu khô", said]

    signing_up.say("2")

    assert signing_up.answers()["1/prod-name"] == "bánh gai"
