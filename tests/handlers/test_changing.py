"""What somebody wants otherwise once they have answered, in words of their own."""

from __future__ import annotations

import pytest

from handlers.state import Stage
from tests.player import Player

PHONE = "contact-phone"


@pytest.fixture
def two(sent: Player) -> Player:
    """Somebody who has signed up two products, and left for the menu."""
    sent.tap("Thêm sản phẩm")
    sent.say("Túi lanh", "thủ công", "danh mục")
    assert sent.conversation.stage is Stage.HOME
    return sent


@pytest.mark.parametrize(
    "said",
    [
        "sửa số điện thoại",
        "đổi số điện thoại",
        "cho tôi sửa số điện thoại",
        "em ơi tôi muốn đổi số điện thoại",
        "em oi toi doi so dien thoai moi 0987654321",
    ],
)
@pytest.mark.parametrize("before", [(), ("danh mục",)])
def test_an_answer_that_is_named_is_asked_again(
    sent: Player, before: tuple[str, ...], said: str
) -> None:
    sent.say(*before, said)
    assert sent.conversation.asked is not None
    assert sent.conversation.asked.question == PHONE

    sent.say("0987654321")

    assert sent.answers()[PHONE] == "+84987654321"


def test_what_is_changed_in_a_draft_leads_back_to_where_it_was(signing_up: Player) -> None:
    """And not into a part of the dossier."""
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh", "để sau", "sửa số điện thoại")

    assert signing_up.say("0987654321").startswith("Câu 5/9.")


@pytest.mark.parametrize(
    "said", ["không làm túi lanh nữa", "em ơi bỏ túi lanh đi", "tôi muốn rút sản phẩm túi lanh"]
)
def test_a_product_that_is_named_goes_once_that_is_confirmed(two: Player, said: str) -> None:
    two.say(said)
    assert two.registration.products == 2

    two.tap("Bỏ")

    assert two.registration.products == 1
    assert two.answers()["1/prod-name"] == "Khăn lanh nhuộm chàm"


def test_of_several_products_it_is_asked_which_one_goes(two: Player) -> None:
    two.say("bỏ sản phẩm")

    assert {"Bỏ sản phẩm: Khăn lanh nhuộm chàm", "Bỏ sản phẩm: Túi lanh"} <= set(two.labels)


def test_where_there_is_one_product_the_whole_may_be_taken_back(sent: Player) -> None:
    sent.say("tôi rút sản phẩm")

    assert "Rút ghi danh này" in sent.labels


@pytest.mark.parametrize("said", ["thêm sản phẩm", "cho tôi ghi thêm một sản phẩm nữa"])
def test_one_more_product_is_begun(sent: Player, said: str) -> None:
    sent.say("danh mục", said)

    asked = sent.conversation.asked
    assert asked is not None
    assert (asked.product, asked.question) == (2, "prod-name")


def test_a_sign_up_half_done_is_finished_before_another_product(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "để sau")

    assert "Câu 3/9" in signing_up.say("thêm sản phẩm")


@pytest.mark.parametrize("said", ["đổi ngôn ngữ", "bỏ tên tôi ra khỏi danh sách", "thêm mắm muối"])
def test_what_names_neither_is_heard_as_before(two: Player, said: str) -> None:
    before = two.registration
    two.say(said)

    assert two.registration == before
    assert two.conversation.stage is not Stage.EDITING
