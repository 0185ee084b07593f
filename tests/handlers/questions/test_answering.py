"""A question is answered at any moment, and what was open goes on, unchanged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from content.form import Kind
from content.model import Book
from handlers.state import Asked, Conversation, Stage
from tests.player import Player

FEE = "Trong quy định em đọc không có khoản phí"
QUESTION = "có mất phí không?"
FREE = {Kind.TEXT, Kind.NAME}


def every_question(book: Book) -> Iterator[tuple[Player, Asked]]:
    """Somebody at every question of every form that is asked without conditions."""
    for form in book.forms.values():
        for question in (one for one in form.questions if not one.when):
            player = Player(book)
            player.start()
            if form.key == "registration" and question.key != "consent-data":
                player.say("ghi danh", "đồng ý")
            product = 1 if question.about == "product" and form.key == "registration" else 0
            asked = Asked(form.key, question.key, product, tries=1)
            player.conversation = player.conversation._replace(
                stage=Stage.ASKING, asked=asked, offered=()
            )
            yield player, asked


def test_no_question_of_any_form_is_lost_by_one_in_its_middle(book: Book) -> None:
    for player, asked in every_question(book):
        before = player.conversation
        said = player.say(QUESTION)
        if book.forms[asked.form].by_key[asked.question].kind in FREE:
            assert player.labels[-1].startswith("Câu trả lời là"), asked
            said = player.say("1") if player.labels[0] == "Tôi hỏi" else FEE
        assert said.startswith(FEE), asked
        after = player.conversation
        if after.asked is not None and not after.asked.doubt:
            assert after.asked == asked
            assert "Giờ làm tiếp nhé." in said
        assert (after.stage, after.answers) == (before.stage, before.answers)
        assert after.registrations == before.registrations


@pytest.mark.parametrize(
    "acts",
    [
        (),
        ("chương trình",),
        ("cài đặt",),
        ("ngôn ngữ",),
        ("xoá dữ liệu",),
        ("điều kiện",),
        ("ghi danh",),
        ("ghi danh", "đồng ý", "Vàng Thị Mỷ"),
        ("điều kiện", "3", "Lùng Tám", "5"),
    ],
)
def test_a_question_is_answered_wherever_it_is_asked(player: Player, acts: tuple[str, ...]) -> None:
    player.say(*acts)
    before = player.conversation

    assert player.say(QUESTION).startswith(FEE)

    after = player.conversation
    assert after.asked == before.asked
    if before.stage is not Stage.PROGRAMME:
        assert after.stage is before.stage


def test_what_was_offered_is_offered_again(player: Player) -> None:
    player.say("cài đặt")
    offered = player.labels
    player.say(QUESTION)

    assert player.labels == offered


@pytest.mark.parametrize("place", ["cài đặt", "ngôn ngữ", "xoá dữ liệu"])
def test_where_a_list_waits_nothing_else_is_offered(player: Player, place: str) -> None:
    player.say(place, "giấy của tôi cấp năm 2021 thì còn hạn không?")

    assert "Không phải" not in player.labels


def test_what_was_read_still_waits_for_a_yes(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ")
    signing_up.share("0912000111", own=False)
    assert "đúng không" in signing_up.say(QUESTION)
    signing_up.say("đúng")

    assert signing_up.answers()["contact-phone"] == "+84912000111"


def test_a_name_is_a_name_and_a_product_a_product(signing_up: Player) -> None:
    signing_up.say("Lê Phí Thị", "0912000111", "Rượu ngô men lá", "2", "Lùng Tám")
    signing_up.say("Rượu ngô men lá Thanh Vân")

    assert signing_up.answers()["contact-name"] == "Lê Phí Thị"
    assert signing_up.answers()["est-name"] == "Rượu ngô men lá"
    assert signing_up.answers()["1/prod-name"] == "Rượu ngô men lá Thanh Vân"


def test_not_knowing_is_no_question(signing_up: Player) -> None:
    assert "họ và tên" in signing_up.say("ko biết")


def test_what_may_be_meant_is_offered_and_the_form_goes_on(player: Player) -> None:
    player.say("điều kiện")
    asked = player.conversation.asked
    player.say("giấy của tôi cấp năm 2021 thì còn hạn không?")
    assert player.labels[-1] == "Không phải"
    assert len(player.labels) <= 4
    assert player.conversation.asked == asked

    player.tap("Không phải")
    assert player.conversation.asked == asked
    assert "Thủ công mỹ nghệ" in player.labels[0]


def test_an_answer_is_chosen_by_its_number_in_the_middle_of_a_form(player: Player) -> None:
    player.say("điều kiện", "giấy của tôi cấp năm 2021 thì còn hạn không?")
    asked = player.conversation.asked
    said = player.say("1")

    assert "Giờ làm tiếp nhé." in said
    assert player.conversation.asked == asked


def test_a_command_put_as_a_sentence_is_offered_not_obeyed(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ")
    asked = signing_up.conversation.asked
    signing_up.say("cho xem lại đăng ký của tôi")

    assert signing_up.labels == ["Xem ghi danh của tôi", "Không phải"]
    assert signing_up.conversation.asked == asked


def test_at_home_an_answer_leads_on(player: Player) -> None:
    player.say(QUESTION)

    assert player.labels == ["Có mất tiền không", "Về danh mục"]


def test_the_open_round_is_told_with_the_deadline(player: Player) -> None:
    said = player.say("hạn nộp hồ sơ là ngày nào?")

    assert "kế hoạch" in said
    assert "Hạn nộp hồ sơ giấy" in said or "chưa có lịch" in said


def test_an_answer_that_the_book_no_longer_has_is_an_old_button(player: Player) -> None:
    player.say("điều kiện")
    asked = player.conversation.asked
    said = player.press("go/faq/gone")

    assert "Nút này là của câu trước" in said
    assert player.conversation.asked == asked


def test_a_question_is_remembered_nowhere(player: Player) -> None:
    player.say("điều kiện", "em Vàng Thị Mỷ hỏi có mất phí không?")

    assert "Vàng" not in repr(player.conversation)
    assert isinstance(player.conversation, Conversation)


@pytest.mark.parametrize("yes", ["đúng", "dung", "ừ", "phải rồi em"])
def test_a_yes_takes_the_one_thing_that_was_offered(signing_up: Player, yes: str) -> None:
    """Where a phone number is open too: the last question is the one that is answered."""
    signing_up.say("Vàng Thị Mỷ", "hai xã thì được mấy sản phẩm")
    assert signing_up.labels[1:] == ["Không phải"]

    signing_up.say(yes)

    assert "Giờ làm tiếp nhé." in signing_up.last.text


def test_a_no_takes_none_of_what_was_offered(player: Player) -> None:
    player.say("điều kiện", "2", "Lùng Tám", "4", "rượu ngô men lá đặc sản có cần mua tem không")
    asked = player.conversation.asked
    player.say("không")

    assert player.conversation.asked == asked
