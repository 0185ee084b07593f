"""A voice note is kept for staff with what it answers; the form goes on where it can."""

from __future__ import annotations

import pytest

from handlers.effects import AskStaff, KeepMedia, Wish
from handlers.events import MediaKind, SentMedia
from handlers.state import Asked, Stage
from tests.player import Player


def speak(player: Player, media: str = "v1", size: int = 20_000) -> str:
    """Send a voice note."""
    note = SentMedia(player.moment(), media, MediaKind.VOICE, f"remote-{media}", size, "audio/ogg")
    return player.hear(note)


def kept(player: Player) -> list[KeepMedia]:
    return [one for one in player.effects if isinstance(one, KeepMedia)]


def told(player: Player) -> list[AskStaff]:
    return [one for one in player.effects if isinstance(one, AskStaff)]


@pytest.mark.parametrize("said", [(), ("điều kiện",), ("ghi danh",), ("gọi lại",), ("cán bộ",)])
def test_before_consent_nothing_of_it_is_kept_and_the_question_stays(
    player: Player, said: tuple[str, ...]
) -> None:
    player.say(*said)
    before = player.conversation.asked

    assert "chưa giữ được tin thoại" in speak(player)
    assert player.effects == []
    assert player.conversation.asked == before


def test_it_is_kept_for_the_question_that_is_open_and_the_next_one_is_put(
    signing_up: Player,
) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111")
    said = speak(signing_up)

    number = signing_up.registration.id
    assert kept(signing_up) == [KeepMedia("v1", number, 0, "est-name", "remote-v1", spoken=True)]
    (wish,) = told(signing_up)
    assert (wish.wish, wish.media, wish.phone) == (Wish.VOICE, "v1", "+84912000111")
    assert "Tên cơ sở" in wish.text
    assert "đã giữ tin thoại" in said
    assert "Câu 5/9" in said
    assert "est-name" not in signing_up.answers()


def test_what_takes_a_tap_is_asked_again(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh")
    said = speak(signing_up)

    assert "bấm một nút" in said
    assert "Câu 5/9" in said
    assert len(signing_up.labels) == 7
    assert told(signing_up)[0].media == "v1"


def test_what_was_said_back_still_waits_for_its_yes(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh", "2", "lung tam")
    speak(signing_up)
    assert signing_up.labels == ["Đúng", "Không phải"]
    signing_up.say("1")

    assert signing_up.answers()["est-commune-code"] == "00901"


def test_a_sign_up_is_not_sent_without_what_it_needs_in_writing(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111")
    speak(signing_up)
    signing_up.say("2", "Lùng Tám", "Khăn lanh", "1", "tất cả")
    assert "Câu 4/9" in signing_up.tap("Gửi ghi danh")
    said = speak(signing_up, "v2")

    assert "cần có chữ" in said
    assert "Câu 4/9" in said
    assert [one.media for one in told(signing_up)] == ["v2"]
    signing_up.say("HTX Lanh")
    assert signing_up.conversation.stage is Stage.REVIEW


def test_of_a_changed_answer_the_old_one_stays(reviewing: Player) -> None:
    reviewing.tap("Sửa một câu")
    reviewing.tap("Tên cơ sở")
    said = speak(reviewing)

    assert "đã giữ tin thoại" in said
    assert reviewing.conversation.stage is Stage.REVIEW
    assert reviewing.answers()["est-name"] == "HTX Lanh Sợi Xanh"


@pytest.mark.parametrize("stage", [Stage.REVIEW, Stage.HOME, Stage.STAFF, Stage.SECTIONS])
def test_without_a_question_it_is_for_staff_and_the_talk_stays_where_it_was(
    reviewing: Player, stage: Stage
) -> None:
    match stage:
        case Stage.HOME:
            reviewing.say("menu")
        case Stage.STAFF:
            reviewing.say("cán bộ")
        case Stage.SECTIONS:
            reviewing.tap("Gửi ghi danh")
        case _:
            pass
    said = speak(reviewing)

    (wish,) = told(reviewing)
    assert (wish.wish, wish.media) == (Wish.VOICE, "v1")
    assert "để cán bộ nghe" in said
    assert reviewing.conversation.stage is (Stage.REVIEW if stage is Stage.STAFF else stage)


def test_who_agreed_that_their_words_are_kept_may_say_them(player: Player) -> None:
    player.say("cán bộ")
    player.tap("Đồng ý, tôi nhắn")
    speak(player)

    assert kept(player) == [KeepMedia("v1", 0, 0, "", "remote-v1", spoken=True)]
    assert told(player) == [AskStaff(Wish.VOICE, media="v1")]


def test_in_a_call_back_the_number_is_asked_again(sent: Player) -> None:
    sent.say("gọi lại", "đồng ý", "không phải")
    said = speak(sent)

    assert "đã giữ tin thoại" in said
    assert sent.conversation.asked == Asked("callback", "contact-phone", tries=1)


def test_one_that_is_too_long_is_not_kept(signing_up: Player) -> None:
    said = speak(signing_up, size=11 * 1024 * 1024)

    assert "dài quá" in said
    assert "Câu 2/9" in said
    assert signing_up.effects == []
