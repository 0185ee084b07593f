"""A wish or a question typed where any text would be an answer is asked about, never stored."""

from __future__ import annotations

import pytest

from content.model import Book
from handlers.effects import AskStaff, Unanswered, Wish
from handlers.state import Asked, Stage
from tests.player import Player

FREE = ("text", "name")
WISHES = ("cho tôi gặp cán bộ", "nộp ở đâu vậy em?", "tôi không muốn đăng ký nữa")


def _free(book: Book) -> list[str]:
    questions = book.forms["registration"].questions
    return [one.key for one in questions if one.kind in FREE and not one.when]


@pytest.mark.parametrize("said", WISHES)
def test_every_free_text_asks_what_was_meant(signing_up: Player, said: str) -> None:
    for key in _free(signing_up.book):
        asked = Asked("registration", key)
        c = signing_up.conversation._replace(stage=Stage.ASKING, asked=asked, offered=())
        signing_up.conversation = c
        signing_up.say(said)

        assert (0, key) not in signing_up.registration.answers, key
        assert len(signing_up.labels) == 2 or signing_up.conversation.stage is not Stage.ASKING, key


def test_a_question_that_nobody_here_answers_goes_to_staff(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "ai hát hay nhất?", "1")

    asked = "ai hát hay nhất?"
    assert signing_up.effects == [AskStaff(Wish.QUESTION, text=asked), Unanswered(asked)]
    assert "Câu 4/9" in signing_up.last.text
    signing_up.say("HTX Lanh")
    assert signing_up.answers()["est-name"] == "HTX Lanh"


def test_what_sounds_like_a_question_may_be_the_answer(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "Quán Ở Đâu", "2")

    assert signing_up.answers()["est-name"] == "Quán Ở Đâu"


@pytest.mark.parametrize(
    "asked",
    [
        "đăng ký rồi làm gì tiếp",
        "toi muon doi so dt",
        "quên mã ghi danh",
        "giấy chứng nhận dùng mấy năm",
        "lừa đảo à",
        "thông tin của tôi ai xem",
        "nộp ở xã hay ở tỉnh",
        "ocop rồi thì sao",
    ],
)
def test_what_people_ask_is_no_name_of_a_workshop(signing_up: Player, asked: str) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", asked)

    assert "est-name" not in signing_up.answers()
    assert signing_up.labels == ["Tôi hỏi", f'Câu trả lời là "{asked}"']


@pytest.mark.parametrize(
    "name",
    [
        "HTX Lanh Sợi Xanh",
        "Hợp tác xã nông nghiệp Tân Trào",
        "Cơ sở sản xuất rượu ngô Thanh Vân",
        "Hộ kinh doanh Vàng Thị Mỷ",
        "Nhà may Bao Bì",
        "Công ty TNHH Hà Giang xanh",
        "co so che hoi cho",
        "Quán chị Sao",
        "Dao rèn",
    ],
)
def test_a_name_is_not_taken_for_a_question(signing_up: Player, name: str) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", name)

    assert signing_up.answers()["est-name"] == name


@pytest.mark.parametrize("key", ["contact-phone", "est-type", "workers-total"])
def test_a_wish_that_cannot_be_the_answer_is_obeyed(signing_up: Player, key: str) -> None:
    asked = Asked("registration", key)
    signing_up.conversation = signing_up.conversation._replace(asked=asked, offered=())
    signing_up.say("cho tôi gặp cán bộ")

    assert signing_up.conversation.stage is Stage.STAFF


def test_a_question_about_a_call_back_is_explained(player: Player) -> None:
    player.say("gọi lại", "đồng ý", "0912000111", "cần tên có được không")
    assert player.labels[0] == "Nghe giải thích"
    player.say("1")

    assert player.conversation.asked is not None
    assert player.conversation.asked.question == "contact-name"


def test_an_english_button_word_is_asked_about(book: Book) -> None:
    player = Player(book, language="en")
    player.start()
    player.press("go/register")
    player.say("1", "Vang Thi My", "0912000111", "back")

    assert player.labels == ["Change the last question", 'My answer is "back"']


@pytest.mark.parametrize(("said", "stage"), [("can bo", Stage.STAFF), ("giai thich", Stage.ASKING)])
def test_a_command_is_no_misspelt_place(signing_up: Player, said: str, stage: Stage) -> None:
    asked = Asked("registration", "est-commune-code")
    signing_up.conversation = signing_up.conversation._replace(asked=asked, offered=())
    signing_up.say(said)

    assert signing_up.conversation.stage is stage
    assert "Đúng" not in signing_up.labels


def test_a_place_among_other_wishes_is_still_a_place(signing_up: Player) -> None:
    asked = Asked("registration", "est-commune-code")
    signing_up.conversation = signing_up.conversation._replace(asked=asked, offered=())

    assert "xã Lùng Tám" in signing_up.say("em ở Lùng Tám, gọi lại cho em nhé")
