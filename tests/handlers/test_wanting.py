"""Staff ask for what is missing, and the form in hand is not lost by it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from content.model import Book
from handlers.deeds import StaffWants
from handlers.effects import ToStaff
from handlers.events import Said, StaffReplied
from handlers.state import Stage
from tests.player import Player

SIGN_UP = ("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "2", "Lùng Tám", "Khăn lanh", "1")
SIDE, DRAWN = (1, "att-photo-side"), (0, "rep-name")


@pytest.fixture
def weaver(book: Book) -> Player:
    """Somebody who has sent a registration, and is at the menu."""
    player = Player(book)
    player.start()
    player.say("ghi danh", "đồng ý", *SIGN_UP, "tất cả")
    player.tap("Gửi ghi danh")
    player.say("/menu")
    return player


def want(player: Player, *keys: tuple[int, str]) -> str:
    (entry,) = (one for one in player.conversation.registrations if one.status != "draft")
    return player.hear(StaffWants(player.moment(), 7, entry.id, keys))


def answered(player: Player) -> dict[tuple[int, str], str]:
    entry = player.conversation.registrations[0]
    return {key: one.value for key, one in entry.answers.items()}


def test_the_very_question_is_asked_and_its_answer_kept(weaver: Player) -> None:
    asked = want(weaver, SIDE)
    assert "nhờ anh/chị bổ sung 1 mục" in asked
    assert weaver.conversation.asked is not None
    assert weaver.conversation.asked.question == "att-photo-side"
    thanks = weaver.photo("m1")

    assert answered(weaver)[SIDE] == "m1"
    assert "Dạ, em đã ghi vào ghi danh để cán bộ xem." in thanks
    assert weaver.conversation.stage is Stage.HOME
    assert weaver.conversation.wanted is None


def test_several_are_asked_one_after_the_other(weaver: Player) -> None:
    want(weaver, SIDE, DRAWN)
    after = weaver.photo("m1")
    assert "Còn 1 mục cán bộ nhờ ạ." in after
    done = weaver.say("Giàng Mí Sính")

    assert answered(weaver)[DRAWN] == "Giàng Mí Sính"
    assert "Dạ, em đã ghi vào ghi danh" in done


def test_in_the_middle_of_another_form_nothing_is_lost(weaver: Player) -> None:
    before = weaver.say("điều kiện", "3")
    stood = weaver.conversation
    want(weaver, SIDE)
    back = weaver.photo("m1")

    assert before.splitlines()[-1] in back
    assert weaver.conversation.asked == stood.asked
    assert weaver.conversation.answers == stood.answers


def test_in_the_middle_of_a_draft_the_draft_goes_on(weaver: Player) -> None:
    weaver.say("ghi danh")
    weaver.tap("Cơ sở khác")
    weaver.say("đồng ý", "Giàng Mí Sính")
    stood = weaver.conversation
    want(weaver, SIDE)
    assert weaver.conversation.active != stood.active
    weaver.photo("m1")

    assert weaver.conversation.active == stood.active
    assert weaver.conversation.asked == stood.asked
    assert answered(weaver)[SIDE] == "m1"
    weaver.say("0912 000 222")
    assert weaver.conversation.registrations[1].answers[0, "contact-phone"].value == "+84912000222"


def test_what_was_left_is_taken_up_again(weaver: Player) -> None:
    weaver.say("điều kiện", "3")
    stood = weaver.conversation.asked
    want(weaver, SIDE)
    left = weaver.say("để sau")
    assert "để sau ạ" in left
    assert weaver.conversation.asked == stood
    weaver.say("/menu")
    again = weaver.say("tiếp")
    assert "nhờ anh/chị bổ sung 1 mục" in again
    weaver.photo("m1")

    assert answered(weaver)[SIDE] == "m1"


def test_what_was_said_before_the_question_was_seen_is_no_answer_to_it(weaver: Player) -> None:
    weaver.say("điều kiện", "3")
    want(weaver, DRAWN)
    at = weaver.moment()
    early = at._replace(sent=at.sent - timedelta(minutes=5))
    said = weaver.hear(Said(early, "Lùng Tám"))

    assert "gửi trước khi em hỏi" in said
    assert DRAWN not in answered(weaver)
    weaver.say("Giàng Mí Sính")
    assert answered(weaver)[DRAWN] == "Giàng Mí Sính"


def test_while_staff_answer_it_is_only_told(weaver: Player) -> None:
    weaver.hear(StaffReplied(weaver.moment(), 7, "Nông Thị Hoa", "Chào anh/chị"))
    told = want(weaver, SIDE)

    assert 'nhắn "tiếp"' in told
    assert weaver.conversation.stage is Stage.HOME
    weaver.say("tiếp")
    assert "nhờ anh/chị bổ sung" in weaver.say("tiếp")


def test_of_a_registration_that_is_gone_nothing_is_asked(weaver: Player) -> None:
    weaver.hear(StaffWants(weaver.moment(), 7, 999, (SIDE,)))
    assert weaver.effects == [ToStaff("gone")]
    (entry,) = weaver.conversation.registrations
    weaver.hear(StaffWants(weaver.moment(), 7, entry.id, ((1, "no-such"),)))
    assert weaver.effects == [ToStaff("nothing")]
