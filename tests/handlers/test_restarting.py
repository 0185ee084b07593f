"""Starting over takes one form's answers and nothing else; a change can be taken back."""

from __future__ import annotations

import pytest

from handlers.effects import DropMedia
from handlers.state import Stage, Status
from tests.player import Player

YES = "Xoá, làm lại từ đầu"


def test_it_is_asked_once_and_can_be_left(signing_up: Player) -> None:
    signing_up.say("Lý A Páo")

    assert "từ câu đầu" in signing_up.say("làm lại")
    assert "Câu 3/9" in signing_up.tap("Thôi, giữ nguyên")
    assert signing_up.answers()["contact-name"] == "Lý A Páo"


def test_the_consent_stays_and_the_answers_go(reviewing: Player) -> None:
    number = reviewing.registration.id
    reviewing.say("làm lại từ đầu")

    assert "Câu 2/9" in reviewing.tap(YES)

    entry = reviewing.registration
    assert (entry.id, entry.status, entry.title, entry.products) == (number, Status.DRAFT, "", 1)
    assert set(reviewing.answers()) == {"consent-data"}


def test_it_takes_the_added_product_along(reviewing: Player) -> None:
    reviewing.tap("Thêm sản phẩm")
    reviewing.say("Khăn thêu", "làm lại")
    reviewing.tap(YES)

    assert reviewing.registration.products == 1


def test_an_old_button_erases_nothing(signing_up: Player) -> None:
    signing_up.say("Lý A Páo", "làm lại")
    old = signing_up.button(YES).payload
    signing_up.tap("Thôi, giữ nguyên")
    signing_up.press(old)
    assert signing_up.answers()["contact-name"] == "Lý A Páo"

    signing_up.say("để sau", "điều kiện", "1", "làm lại")
    assert signing_up.conversation.stage is Stage.RESTARTING
    signing_up.press(old)
    assert any(name == (0, "contact-name") for name in signing_up.registration.answers)


def test_the_eligibility_questions_start_over_without_the_draft(signing_up: Player) -> None:
    signing_up.say("Lý A Páo", "để sau", "điều kiện", "1", "làm lại")

    assert "Câu 1/10" in signing_up.tap(YES)
    assert "eligibility" not in signing_up.conversation.answers
    assert "Câu 3/9" in signing_up.say("/menu", "tiếp")


def test_a_call_back_starts_over(player: Player) -> None:
    player.say("gọi lại", "đồng ý", "0912 000 111", "làm lại")
    player.tap(YES)

    assert player.conversation.asked
    assert player.conversation.asked.form == "callback"
    assert "callback" not in player.conversation.answers


def test_what_was_sent_is_not_started_over(sent: Player) -> None:
    before = sent.answers()

    assert "đã gửi rồi" in sent.say("làm lại")
    assert sent.answers() == before


def test_there_may_be_nothing_to_start_over(player: Player) -> None:
    assert "không có việc gì đang dở" in player.say("làm lại")


def test_photos_go_with_the_draft(reviewing: Player) -> None:
    entry = reviewing.registration
    photo = entry.answers[0, "est-name"]._replace(value="m1,m2")
    question = next(
        one.key for one in reviewing.book.forms["registration"].questions if one.kind == "photo"
    )
    answers = {**entry.answers, (1, question): photo}
    reviewing.conversation = reviewing.conversation._replace(
        registrations=(entry._replace(answers=answers),)
    )
    reviewing.say("làm lại")
    reviewing.tap(YES)

    assert {DropMedia("m1"), DropMedia("m2")} <= set(reviewing.effects)


@pytest.fixture
def changed(reviewing: Player) -> Player:
    """Somebody who changed the type of the establishment by mistake."""
    reviewing.say("sửa")
    reviewing.tap("Loại hình cơ sở")
    reviewing.tap("Hộ kinh doanh")
    assert reviewing.answers()["est-type"] == "household"
    return reviewing


@pytest.mark.parametrize("words", ["hoàn tác", "trả lại như cũ", "/undo"])
def test_a_change_can_be_taken_back(changed: Player, words: str) -> None:
    said = changed.say(words)

    assert "để lại như cũ. Loại hình cơ sở: Hợp tác xã" in said
    assert changed.answers()["est-type"] == "cooperative"
    assert "xem lại" in said
    assert "Chưa có câu nào vừa đổi" in changed.say(words)


def test_going_back_to_a_changed_answer_offers_the_old_one(signing_up: Player) -> None:
    signing_up.say("Lý A Páo", "0912 000 111", "sửa", "0912 000 222", "sửa")
    assert "Đang ghi: 0912 000 222" in signing_up.last.text

    signing_up.tap("↩ Để như cũ")

    assert signing_up.answers()["contact-phone"] == "+84912000111"
    assert "Câu 4/9" in signing_up.last.text


def test_what_hung_on_the_answer_comes_back_with_it(player: Player) -> None:
    player.say("điều kiện", "1", "Lùng Tám", "doanh nghiệp")
    hung = next(
        one.key
        for one in player.book.forms["eligibility"].questions
        if any(each.question == "est-type" for each in one.when)
    )
    assert player.conversation.asked
    assert player.conversation.asked.question == hung
    player.say("1")
    before = player.conversation.answers["eligibility"]
    player.say("sửa", "sửa", "hợp tác xã")
    assert (0, hung) not in player.conversation.answers["eligibility"]

    player.say("hoàn tác")

    assert player.conversation.answers["eligibility"] == before


def test_a_change_is_forgotten_when_the_form_is_left(changed: Player) -> None:
    changed.say("/menu")

    assert changed.conversation.replaced is None


def test_a_first_answer_can_only_be_gone_back_to(signing_up: Player) -> None:
    signing_up.say("Lý A Páo")

    assert "Chưa có câu nào vừa đổi" in signing_up.say("hoàn tác")
    assert "Câu 3/9" in signing_up.last.text
