"""One of staff takes a talk over: the bot is silent, and then goes on exactly where it was."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

import pytest

from content.model import Book
from handlers.attending import IDLE
from handlers.effects import AskStaff, Consent, KeepMedia, Need, NeedsStaff, Wish, WithStaff
from handlers.events import (
    Event,
    HandedBack,
    MediaKind,
    MediaRefused,
    Rested,
    SentMedia,
    Sought,
    StaffReplied,
    StaffSpoke,
    TakenOver,
)
from handlers.standing import standing
from handlers.state import Conversation, Stage
from tests.handlers.test_machine import _any_event
from tests.player import Player

HOA = (7, "Nông Thị Hoa")
WAITING = "Giờ làm tiếp nhé"


def taken(player: Player) -> str:
    return player.hear(TakenOver(player.moment(), *HOA))


def replied(player: Player, text: str = "Chị gửi ảnh giúp em ạ") -> str:
    return player.hear(StaffReplied(player.moment(), *HOA, text))


def back(player: Player, staff: int = HOA[0]) -> str:
    return player.hear(HandedBack(player.moment(), staff))


def open_question(c: Conversation) -> tuple[object, ...]:
    return c.stage, c.asked, c.paused, c.registrations


def test_who_answers_is_said_and_the_bot_is_silent(signing_up: Player) -> None:
    before = open_question(signing_up.conversation)

    said = taken(signing_up)
    (with_staff,) = signing_up.effects

    assert "cán bộ Nông Thị Hoa" in said
    assert 'nhắn "tiếp"' in said
    assert with_staff == WithStaff(signing_up.at + IDLE)
    for word in ("dạ em chào", "1", "giúp", "xin chào", "0912 000 111", "dung"):
        assert signing_up.say(word) == ""
    assert open_question(signing_up.conversation) == before


def test_what_is_said_waits_for_staff_until_they_answer(signing_up: Player) -> None:
    taken(signing_up)
    signing_up.say("Ảnh chụp thế nào ạ")
    asked = signing_up.effects
    signing_up.say("Chị ơi")
    again = signing_up.effects
    said = replied(signing_up)

    assert (
        asked == again == [WithStaff(signing_up.at - 2 * timedelta(minutes=1) + IDLE, waits=True)]
    )
    assert said == "Cán bộ Nông Thị Hoa: Chị gửi ảnh giúp em ạ"
    assert signing_up.effects == [WithStaff(signing_up.at + IDLE, waits=False)]
    assert signing_up.last.by_call


def test_a_reply_takes_the_talk_over_and_says_that_answers_are_kept(signing_up: Player) -> None:
    said = replied(signing_up)

    assert "em giữ lời nhắn để cán bộ đọc" in said
    assert signing_up.say("Vâng ạ") == ""


def test_given_back_the_same_question_is_put_again(signing_up: Player) -> None:
    question = signing_up.last.text.rpartition("\n\n")[2]
    taken(signing_up)
    signing_up.say("Vàng Thị Mỷ")

    said = back(signing_up)

    assert "cán bộ Nông Thị Hoa đã trả lời xong" in said
    assert said.endswith(question)
    assert signing_up.effects == [WithStaff(None)]
    assert "contact-name" not in signing_up.answers()
    signing_up.say("Vàng Thị Mỷ")
    assert signing_up.answers()["contact-name"] == "Vàng Thị Mỷ"


def test_a_question_with_readings_is_put_again_with_them(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh", "2", "yen dinh")
    offered = signing_up.labels
    taken(signing_up)
    signing_up.say("xã nào cũng được ạ")
    back(signing_up)

    assert signing_up.labels == offered


@pytest.mark.parametrize("words", ["lớp tập huấn", "cài đặt", "ghi danh của tôi"])
def test_what_was_on_offer_is_on_offer_again(sent: Player, words: str) -> None:
    sent.say(words)
    offered, stage = sent.labels, sent.conversation.stage
    replied(sent)
    back(sent)

    assert (sent.labels, sent.conversation.stage) == (offered, stage)


@pytest.mark.parametrize("word", ["tiếp", "tiep", "/menu", "STOP"])
def test_a_word_that_means_us_takes_the_talk_back(signing_up: Player, word: str) -> None:
    taken(signing_up)

    assert signing_up.say(word) != ""
    assert signing_up.effects[0] == WithStaff(None)
    assert signing_up.conversation.attended is None


def test_a_button_takes_the_talk_back(signing_up: Player) -> None:
    taken(signing_up)

    assert "Câu 2/9" in signing_up.tap("Quay lại")
    assert signing_up.conversation.attended is None


def test_it_comes_back_by_itself_only_after_long_silence(signing_up: Player) -> None:
    taken(signing_up)
    signing_up.say("Chị còn đó không")
    until = signing_up.at + IDLE

    early = back(signing_up, 0)
    assert (early, signing_up.effects) == ("", [WithStaff(until)])

    signing_up.at = until
    said = back(signing_up, 0)
    assert "chưa kịp trả lời" in said
    assert "Câu 2/9" in said


def test_staff_who_had_the_last_word_have_finished(signing_up: Player) -> None:
    taken(signing_up)
    replied(signing_up)
    signing_up.at += IDLE

    assert "đã trả lời xong" in back(signing_up, 0)


def test_giving_back_what_is_ours_says_nothing(signing_up: Player) -> None:
    assert back(signing_up) == ""
    assert signing_up.effects == [WithStaff(None)]


def test_the_first_word_to_staff_agrees_that_it_is_kept(player: Player, book: Book) -> None:
    taken(player)
    player.say("Cho em hỏi với")
    first = player.effects
    player.say("Bao giờ có lớp ạ")

    assert first[0] == Consent("question", given=True, text_version=book.office.text_version)
    assert not [one for one in player.effects if isinstance(one, Consent)]


def test_what_is_sent_to_staff_is_kept_and_fills_in_nothing(sent: Player) -> None:
    number = sent.registration.id
    taken(sent)
    sent.photo("m7")
    photo = sent.effects
    sent.hear(SentMedia(sent.moment(), "m8", MediaKind.VOICE, "r", 20_000, "audio/ogg"))

    assert KeepMedia("m7", number, 0, "", "remote-m7") in photo
    assert AskStaff(Wish.VOICE, media="m8") in sent.effects
    assert "được không mở" not in sent.last.text
    said = sent.hear(MediaRefused(sent.moment(), "m7", "unreadable"))
    assert "để chuyển cho cán bộ" in said
    assert sent.conversation.attended


def test_a_word_on_zalos_own_page_counts_as_one_of_staff(signing_up: Player) -> None:
    taken(signing_up)
    signing_up.hear(StaffSpoke(signing_up.moment()))

    assert signing_up.effects == [WithStaff(signing_up.at + IDLE, waits=False)]
    assert signing_up.conversation.quiet_until is None


def test_nobody_is_reminded_while_staff_answer(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ")
    taken(signing_up)
    signing_up.at += timedelta(days=1)
    said = signing_up.hear(Rested(signing_up.moment(), standing(signing_up.conversation)))

    assert said == ""
    assert signing_up.effects != []


def test_on_a_shared_phone_a_name_is_asked_for_after_a_pause(reviewing: Player) -> None:
    c = reviewing.conversation
    reviewing.conversation = c._replace(names=frozenset({f"{c.active}:0000"}))
    taken(reviewing)
    reviewing.at += IDLE

    said = back(reviewing)

    assert "đã trả lời xong" in said
    assert reviewing.conversation.stage is Stage.WHOSE
    assert "Vàng" not in said


def test_who_cannot_go_on_is_shown_to_staff(player: Player) -> None:
    player.say("asdf ghjk", "qwer tyui")
    assert player.effects == []
    player.say("zxcv bnm")
    assert player.effects == [NeedsStaff(Need.LOST)]


def test_who_is_stuck_at_a_question_is_shown_to_staff(signing_up: Player) -> None:
    signing_up.say(*("0912 000 11" + str(n) for n in range(4)))

    assert NeedsStaff(Need.STUCK) in signing_up.effects


EVENTS: tuple[Callable[[Player], Event], ...] = (
    lambda player: TakenOver(player.moment(), *HOA),
    lambda player: StaffReplied(player.moment(), *HOA, "Vâng ạ"),
    lambda player: StaffSpoke(player.moment()),
    lambda player: HandedBack(player.moment(), HOA[0]),
    lambda player: HandedBack(player.moment(), 0),
)


@pytest.mark.parametrize("seed", range(20))
def test_wherever_it_is_taken_over_the_talk_is_the_same_afterwards(book: Book, seed: int) -> None:
    """Random walks with staff coming between; while they answer nothing of the talk changes."""
    chance = random.Random(seed)
    player = Player(book)
    for _ in range(300):
        event = _any_event(player, chance)
        if chance.random() < 0.2:
            event = chance.choice(EVENTS)(player)
        if isinstance(event, Sought):
            continue  # it comes in the turn that asks for it, which takes the talk back
        before = player.conversation
        player.hear(event)
        if before.attended and player.conversation.attended:
            assert open_question(before) == open_question(player.conversation)
    back(player)
    assert player.conversation.attended is None
    assert player.say("/menu")
