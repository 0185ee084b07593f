"""What moves nothing leaves the talk where it stands: a review and a dossier stay open too."""

from __future__ import annotations

import pytest

from handlers.events import MediaKind, OtherKind, SentMedia, SentOther
from handlers.state import Stage, Status
from tests.player import Player

MOVES_NOTHING = ("chào em", "cảm ơn em nhé", "bạn là ai", "trợ giúp", "trời ơi đất hỡi", "😀")


@pytest.mark.parametrize("said", MOVES_NOTHING)
def test_a_review_stays_open(reviewing: Player, said: str) -> None:
    offered = reviewing.labels
    reviewing.say(said)

    assert reviewing.conversation.stage is Stage.REVIEW
    assert reviewing.labels == offered


@pytest.mark.parametrize("said", MOVES_NOTHING)
def test_a_dossier_stays_open(sent: Player, said: str) -> None:
    offered = sent.labels
    sent.say(said)

    assert sent.conversation.stage is Stage.SECTIONS
    assert sent.labels == offered


def test_neither_a_picture_nor_an_old_button_closes_a_review(reviewing: Player) -> None:
    reviewing.photo()
    reviewing.hear(SentOther(reviewing.moment(), OtherKind.STICKER))
    reviewing.press("speak:en")

    assert reviewing.conversation.stage is Stage.REVIEW
    assert reviewing.labels[0] == "Gửi ghi danh"


@pytest.mark.parametrize("yes", ["đúng", "dung roi", "ok em", "vâng"])
def test_a_yes_at_the_review_sends_it(reviewing: Player, yes: str) -> None:
    reviewing.say(yes)

    assert reviewing.registration.status is Status.INTEREST


@pytest.mark.parametrize("no", ["chưa đúng", "sai rồi", "không"])
def test_a_no_at_the_review_asks_what_to_change(reviewing: Player, no: str) -> None:
    reviewing.say(no)

    assert reviewing.conversation.stage is Stage.EDITING


@pytest.mark.parametrize("before", [(), ("danh mục",), ("ghi danh của tôi",)])
def test_a_photo_of_somebody_sent_opens_the_photos(sent: Player, before: tuple[str, ...]) -> None:
    sent.say(*before)
    said = sent.photo()

    assert said.startswith("Dạ em chưa biết đây là ảnh nào")
    assert "mặt trước" in said
    sent.photo("m2")
    sent.photo("m3")
    kept = sent.answers()
    assert (kept["1/att-photo-front"], kept["1/att-photo-side"]) == ("m2", "m3")


def test_of_several_products_it_is_asked_which_one_a_photo_shows(sent: Player) -> None:
    sent.tap("Thêm sản phẩm")
    sent.say("túi lanh", "thủ công")
    assert sent.conversation.stage is Stage.SECTIONS

    assert sent.photo().startswith("Dạ em chưa biết đây là ảnh của sản phẩm nào")
    assert "Ảnh và giấy tờ (sản phẩm 2) (0/6)" in sent.labels


def test_the_words_under_a_photo_may_be_the_answer(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "2", "Lùng Tám")
    photo = SentMedia(
        signing_up.moment(), "m1", MediaKind.PHOTO, "", 90_000, "image/jpeg", "Khăn lanh"
    )
    said = signing_up.hear(photo)

    assert said.startswith("Dạ lúc này em chưa cần ảnh.")
    assert signing_up.answers()["1/prod-name"] == "Khăn lanh"
