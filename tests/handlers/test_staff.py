"""What is put on the list of staff, because somebody asks for them or cannot go on alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from content.model import Book
from handlers import codes
from handlers.effects import AskStaff, Consent, Need, NeedsStaff, Wish
from handlers.state import Stage
from tests.player import MONDAY_MORNING, Player


def test_a_call_back_needs_no_registration_and_has_its_own_consent(player: Player) -> None:
    player.say("gọi lại", "đồng ý", "0912 000 111", "Mỷ")
    player.say("buổi sáng")
    said = player.say("1")

    assert player.conversation.registrations == ()
    assert player.effects == [
        Consent("call", given=True, text_version=player.book.office.text_version),
        AskStaff(Wish.CALL, "+84912000111", "Mỷ", "morning", "vi"),
    ]
    assert "0912 000 111" in said
    assert not player.conversation.answers


def test_refusing_the_call_keeps_no_number(player: Player) -> None:
    said = player.say("gọi lại", "không")

    assert player.effects == []
    assert player.book.office.phone in said


def test_who_has_agreed_to_nothing_is_asked_before_a_word_for_staff_is_kept(
    player: Player,
) -> None:
    player.say("cán bộ", "Bao giờ có lớp dệt lanh?")
    assert "chưa ghi" in player.last.text
    assert player.effects == []

    player.tap("Đồng ý, tôi nhắn")
    said = player.say("Bao giờ có lớp dệt lanh?")

    assert "đã ghi câu hỏi" in said
    consent, wish = player.effects
    assert isinstance(consent, Consent)
    assert (consent.topic, consent.given) == ("question", True)
    assert wish == AskStaff(Wish.QUESTION, text="Bao giờ có lớp dệt lanh?")


def test_a_question_to_staff_in_the_middle_of_a_form_goes_on_with_the_form(
    signing_up: Player,
) -> None:
    signing_up.say("Vàng Thị Mỷ", "cán bộ")
    said = signing_up.say("Xưởng nhà em chung với anh trai thì ghi tên ai?")

    assert signing_up.effects == [
        AskStaff(Wish.QUESTION, text="Xưởng nhà em chung với anh trai thì ghi tên ai?")
    ]
    assert "Câu 3/9" in said


def test_a_call_in_the_middle_of_a_form_reuses_the_number_and_goes_on(signing_up: Player) -> None:
    offered = signing_up.say("Vàng Thị Mỷ", "0912000111", "gọi lại", "đồng ý")
    assert "0912 000 111" in offered
    signing_up.say("đúng", "1")
    said = signing_up.say("1")

    assert [one.phone for one in signing_up.effects if isinstance(one, AskStaff)] == [
        "+84912000111"
    ]
    assert "Câu 4/9" in said


def test_a_known_number_is_called_only_after_it_was_said_back(sent: Player) -> None:
    assert "0912 000 111" in sent.say("gọi lại", "đồng ý")
    assert "số nào" in sent.tap("Không phải")
    sent.say("0987654321", "bỏ qua", "1", "1")

    asked = [one for one in sent.effects if isinstance(one, AskStaff)]
    assert asked == [AskStaff(Wish.CALL, "+84987654321", "", "any", "vi")]


def test_another_number_may_be_typed_where_one_is_offered(sent: Player) -> None:
    sent.say("gọi lại", "đồng ý", "0987654321", "A Tráng", "1", "1")

    asked = [one for one in sent.effects if isinstance(one, AskStaff)]
    assert asked == [AskStaff(Wish.CALL, "+84987654321", "A Tráng", "any", "vi")]


@pytest.mark.parametrize(
    ("hours", "there"),
    [(0, True), (5, True), (9, False), (24 * 5, False)],
)
def test_out_of_hours_the_hours_and_the_phone_are_given(
    book: Book, hours: int, there: bool
) -> None:
    player = Player(book, at=MONDAY_MORNING + timedelta(hours=hours))
    player.start()
    said = player.say("cán bộ")

    assert ("đang làm việc" in said) is there
    assert player.book.office.phone in said


def test_a_verdict_for_staff_says_how_they_get_to_know_of_it(player: Player) -> None:
    said = player.say("điều kiện", "1", "Lùng Tám", "2")
    while player.conversation.stage == "asking":
        asked = player.conversation.asked
        said = player.say("2" if asked and asked.question == "sample" else "1")

    assert "Nhờ cán bộ gọi" in said
    assert "báo lại" not in said
    assert player.button("Nhờ cán bộ gọi")


def test_a_registration_that_needs_staff_is_on_their_list_once(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "Vàng Thị Mỷ", "Nghệ nhân, người làm nghề")
    signing_up.say("Lùng Tám", "Khăn lanh nhuộm chàm", "1", "tất cả")
    signing_up.tap("Gửi ghi danh")
    (asked,) = [one for one in signing_up.effects if isinstance(one, AskStaff)]
    signing_up.say("/menu", "tiếp")

    assert (asked.wish, asked.phone, asked.name) == (Wish.QUESTION, "+84912000111", "Vàng Thị Mỷ")
    assert codes.code(signing_up.registration.id) in asked.text
    assert "ghệ nhân" in asked.text
    assert not [one for one in signing_up.effects if isinstance(one, AskStaff)]


def test_a_late_answer_that_needs_staff_puts_the_registration_on_their_list(sent: Player) -> None:
    assert not [one for one in sent.effects if isinstance(one, AskStaff)]
    sent.press("go/part/product/1")
    while sent.conversation.asked and sent.conversation.asked.question != "made-by-self":
        sent.say("bỏ qua")
    sent.tap("Tự làm một phần")

    assert len([one for one in sent.effects if isinstance(one, AskStaff)]) == 1


def test_at_the_end_of_the_ladder_staff_are_told_once_and_the_question_waits(
    signing_up: Player,
) -> None:
    signing_up.say("Lý A Páo", "0912000111", "HTX Lanh")
    told = []
    said = []
    for n in range(5):
        said.append(signing_up.say(f"blah blah {n}"))
        told += [one for one in signing_up.effects if isinstance(one, AskStaff)]

    assert len({*said}) == 5
    assert [(one.wish, one.phone) for one in told] == [(Wish.QUESTION, "+84912000111")]
    assert "Loại hình cơ sở" in told[0].text
    assert signing_up.conversation.stage is Stage.HOME
    assert "Câu 5/9" in signing_up.say("tiếp")


def test_before_a_number_is_known_staff_see_only_that_somebody_is_stuck(signing_up: Player) -> None:
    signing_up.say("Lý A Páo")
    for n in range(4):
        assert "đã nhờ" not in signing_up.say(f"blah blah {n}")
        assert signing_up.effects == ([NeedsStaff(Need.STUCK)] if n == 3 else [])
