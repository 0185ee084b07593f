"""What people came for, in sentences that no list of questions holds."""

import pytest

from content.model import Book
from handlers.effects import Consent
from handlers.questions.purpose import purpose
from tests.player import Player


@pytest.mark.parametrize(
    "text",
    [
        "tôi làm miến dong có được tham gia không",
        "toi lam che shan tuyet co duoc dang ky ko",
        "em dệt thổ cẩm thì có hợp không",
        "toi nuoi ong lay mat co thi duoc khong",
        "toi ban cam sanh co dc k",
        "xưởng mộc của tôi tham gia được không",
        "nhà em nấu cao lá thuốc, thế có được không ạ?",
    ],
)
def test_who_tells_what_they_make_is_led_to_the_questions(book: Book, text: str) -> None:
    assert purpose(text, book.faq) == "eligibility"


@pytest.mark.parametrize(
    "text",
    [
        "toi muon dang ky san pham mien dong",
        "muốn đăng ký",
        "cho em đăng ký chè với ạ",
        "nhờ em ghi danh giúp cái bánh chưng gù",
    ],
)
def test_who_wants_to_sign_up_is_led_there(book: Book, text: str) -> None:
    assert purpose(text, book.faq) == "register"


@pytest.mark.parametrize(
    "text",
    [
        "nhà em nấu rượu ngô có được không ạ",
        "làm sổ đỏ có được không",
        "bán hàng có được hỗ trợ tiền không",
        "tôi không muốn đăng ký nữa",
        "muốn đăng ký kinh doanh thì làm ở đâu",
        "muốn đăng ký lớp tập huấn",
        "đăng ký cần giấy tờ gì",
        "tôi làm miến dong",
        "",
        "làm " * 60 + "có được không",
    ],
)
def test_what_has_its_answer_or_is_something_else_leads_nowhere(book: Book, text: str) -> None:
    assert purpose(text, book.faq) == ""


def test_an_open_question_hears_no_purpose(signing_up: Player) -> None:
    asked = signing_up.conversation.asked

    signing_up.say("tôi làm miến dong có được tham gia không")

    assert signing_up.conversation.asked is not None
    assert asked is not None
    assert signing_up.conversation.asked.question == asked.question


def test_a_yes_where_a_name_is_asked_for_is_no_question(signing_up: Player) -> None:
    assert signing_up.say("dong y").startswith("Dạ em chưa đọc ra tên.")


def test_thanks_are_returned_wherever_they_are_said(player: Player) -> None:
    assert player.say("cảm ơn em nhé").startswith("Dạ, em cảm ơn anh/chị.")
    player.say("điều kiện")
    asked = player.conversation.asked

    assert player.say("cảm ơn").startswith("Dạ, em cảm ơn anh/chị.")
    assert player.conversation.asked == asked


def test_a_nod_is_not_called_unclear(player: Player) -> None:
    assert player.say("vâng ạ").startswith("Dạ vâng ạ.")
    assert player.conversation.lost == 0


def test_who_tells_first_and_then_asks_is_answered(player: Player) -> None:
    asked = "tôi có cơ sở chè ở Hoàng Su Phì, cho em hỏi nộp ở đâu ạ"

    assert player.say(asked).startswith("Nơi nộp ghi trong kế hoạch")


@pytest.mark.parametrize("said", ["đúng", "dạ đúng ạ", "đúng rồi em"])
def test_a_yes_with_its_marks_is_never_the_word_that_stops_notices(
    player: Player, said: str
) -> None:
    player.say("bình chọn là gì", "danh mục")

    assert player.say(said).startswith("Dạ vâng ạ.")
    assert not any(isinstance(one, Consent) for one in player.effects)


@pytest.mark.parametrize("said", ["Em chào cán bộ ạ", "a lo", "alô em ơi"])
def test_a_greeting_is_returned_to_whoever_it_is_meant_for(player: Player, said: str) -> None:
    assert player.say(said).startswith("Dạ, em chào anh/chị.")
