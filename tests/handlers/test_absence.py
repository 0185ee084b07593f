"""Whoever leaves a form half done finds it again, whatever they do first when they are back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.absence import unfinished
from handlers.effects import Remind
from handlers.events import Chose, MediaKind, Rested, SentMedia, StaffSpoke
from handlers.state import Stage
from tests.player import Player

DAY = timedelta(days=1)
REMINDER = "em vẫn giữ, lúc nào tiện"


def rests(player: Player, time: timedelta = DAY, at: str = "") -> str:
    """Nothing is heard for so long, and the timer rings."""
    player.at += time
    return player.hear(Rested(player.moment(), at or unfinished(player.conversation)))


def test_the_turn_that_opens_a_form_sets_the_timer_and_no_other_does(player: Player) -> None:
    player.say("ghi danh")
    assert Remind("registration/0/consent-data", DAY) in player.effects

    player.say("đồng ý")
    assert Remind("registration/0/contact-name", DAY) in player.effects
    for words in ("Lý A Páo", "giải thích", "0912 000 111", "sửa"):
        player.say(words)
        assert not any(isinstance(one, Remind) for one in player.effects), words


def test_a_reminder_says_how_far_one_was_and_asks_again(signing_up: Player) -> None:
    signing_up.say("Lý A Páo")

    said = rests(signing_up)

    assert "2/9 câu, đến câu: Số điện thoại" in said
    assert "Câu 3/9" in said
    assert "Lý A Páo" not in said
    signing_up.say("0912 000 111")
    assert signing_up.answers()["contact-phone"] == "+84912000111"


def test_whoever_has_gone_on_since_is_waited_for_at_the_new_question(signing_up: Player) -> None:
    assert rests(signing_up, at="registration/0/est-name") == ""
    assert signing_up.effects == [Remind("registration/0/contact-name", DAY)]


def test_whoever_was_heard_a_moment_ago_is_waited_for(signing_up: Player) -> None:
    assert rests(signing_up, timedelta(hours=2)) == ""
    assert signing_up.effects == [Remind("registration/0/contact-name", DAY)]


@pytest.mark.parametrize("words", [(), ("ghi danh",), ("điều kiện",), ("gọi lại",)])
def test_nobody_is_reminded_of_what_they_have_not_begun(
    player: Player, words: tuple[str, ...]
) -> None:
    player.say(*words)

    assert rests(player, at="x") == ""
    assert rests(player) == ""


def test_a_detour_is_no_reason_to_forget_the_form(signing_up: Player) -> None:
    signing_up.say("Lý A Páo", "cán bộ")

    assert "2/9 câu" in rests(signing_up)
    assert "Câu 3/9" in signing_up.tap("Làm tiếp")


def test_the_review_is_reminded_of(reviewing: Player) -> None:
    assert "chỉ còn xem lại và gửi" in rests(reviewing)
    assert "HTX Lanh" not in reviewing.last.text
    assert "HTX Lanh Sợi Xanh" in reviewing.tap("Làm tiếp")


def test_while_staff_talk_to_somebody_the_bot_is_silent(signing_up: Player) -> None:
    signing_up.at += DAY
    signing_up.hear(StaffSpoke(signing_up.moment()))

    assert rests(signing_up, timedelta(minutes=5)) == ""


def test_a_reminder_on_a_shared_phone_opens_nothing(sent: Player) -> None:
    sent.tap("Liên hệ (4/8)")
    sent.tap("Nhiều người dùng chung")

    said = rests(sent, 3 * DAY)

    assert REMINDER in said
    for secret in ("HTX Lanh", "Vàng Thị Mỷ", "912 000", "Câu 6/8"):
        assert secret not in said
    assert "họ tên" in sent.tap("Làm tiếp")
    assert "Câu 6/8" in sent.say("Vàng Thị Mỷ")


@pytest.mark.parametrize("first", ["alo", "em ơi", "HTX Lanh", "1", "tiếp"])
def test_a_long_silence_opens_no_shared_phone(sent: Player, first: str) -> None:
    sent.tap("Liên hệ (4/8)")
    sent.tap("Nhiều người dùng chung")
    sent.at += 10 * DAY

    heard = sent.say(first) + sent.say("/mine") + "".join(sent.labels) + sent.say("tiếp")

    for secret in ("HTX Lanh", "Vàng Thị Mỷ", "912 000", "Câu 6/8"):
        assert secret not in heard + "".join(sent.labels)


def test_after_a_long_silence_a_text_answers_nothing(signing_up: Player) -> None:
    signing_up.at += 10 * DAY

    said = signing_up.say("Lý A Páo")

    assert "1/9 câu, đến câu: Người liên hệ" in said
    assert "contact-name" not in signing_up.answers()
    assert "Câu 2/9" in signing_up.tap("Làm tiếp")


def test_after_a_long_silence_a_command_leads_where_it_leads(signing_up: Player) -> None:
    signing_up.at += 10 * DAY

    assert "Câu 2/9" in signing_up.say("tiếp")


def test_after_a_long_silence_a_button_still_answers_its_question(signing_up: Player) -> None:
    signing_up.say("Lý A Páo", "0912 000 111", "HTX Lanh")
    payload = signing_up.button("Hợp tác xã").payload
    signing_up.at += 10 * DAY

    signing_up.hear(Chose(signing_up.moment(), payload))

    assert signing_up.answers()["est-type"] == "cooperative"


def test_after_a_long_silence_a_photo_still_answers_its_question(sent: Player) -> None:
    sent.tap("Giấy tờ của cơ sở (0/1)")
    assert sent.conversation.asked
    asked = sent.conversation.asked.question
    sent.at += 10 * DAY

    sent.hear(SentMedia(sent.moment(), "m9", MediaKind.PHOTO, "r", 90_000, "image/jpeg"))

    assert sent.answers()[asked] == "m9"


def test_a_call_back_that_was_left_for_long_is_forgotten(player: Player) -> None:
    player.say("gọi lại", "đồng ý", "0912 000 111")
    assert "callback" in player.conversation.answers
    player.at += 10 * DAY

    said = player.say("alo ai đấy")

    assert "callback" not in player.conversation.answers
    assert "Anh/chị cần gì ạ?" in said


def test_whoever_wants_no_reminders_can_have_them_again(signing_up: Player) -> None:
    signing_up.say("Lý A Páo", "thôi không nhắc")
    assert unfinished(signing_up.conversation) == ""

    signing_up.say("cài đặt")
    signing_up.tap("Nhắc phần làm dở")

    assert unfinished(signing_up.conversation) == "registration/0/contact-phone"
    assert signing_up.conversation.stage is Stage.ASKING
