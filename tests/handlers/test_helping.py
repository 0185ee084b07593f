"""What a helper's phone says about the helper is never taken for the producer's."""

from __future__ import annotations

from content.model import Book
from handlers.effects import Agreed, Consent, Erase
from tests.player import Player

PRODUCER = ("Vàng Thị Mỷ", "0912000111", "HTX Lanh", "2", "lùng tám", "Khăn lanh", "1")


def helping(book: Book) -> Player:
    """Somebody who signs up a producer that sits beside them."""
    player = Player(book)
    player.start()
    player.say("ghi hộ", "1", "đồng ý")
    return player


def test_the_phone_that_a_helper_shares_is_not_taken_for_the_producers(book: Book) -> None:
    player = helping(book)
    player.say("Vàng Thị Mỷ")
    assert player.last.ask_phone == ""

    player.share("0987654321")
    assert "contact-phone" not in player.answers()
    assert "0987 654 321" in player.last.text


def test_a_producers_shared_phone_does_not_lock_the_helpers(book: Book) -> None:
    player = helping(book)
    player.say(*PRODUCER)
    player.tap("Gửi ghi danh")
    player.tap("Liên hệ")
    player.say("2")

    assert player.answers()["phone-shared"] == "yes"
    assert player.conversation.names == frozenset()


def test_the_helpers_own_topics_are_not_the_producers(book: Book) -> None:
    player = helping(book)
    text = player.say(*PRODUCER)

    assert "xem lại" in text
    assert player.answers()["topics"] == ""
    assert player.conversation.topics == frozenset()


def test_a_producer_who_refuses_later_leaves_nothing(book: Book) -> None:
    player = Player(book)
    player.start()
    player.say("ghi hộ", "3", *PRODUCER)
    player.tap("Gửi ghi danh")
    number = player.registration.id
    player.tap("Ghi nhận đồng ý")
    player.say("1", "không")

    assert player.conversation.registrations == ()
    assert player.effects == [
        Consent("dossier", False, book.office.text_version, Agreed.PRESENT),
        Erase(registrations=(number,)),
    ]


def test_a_helper_sees_older_sign_ups_too(book: Book) -> None:
    player = Player(book)
    player.start()
    for n in range(11):
        player.say("ghi hộ", "3", f"Vàng Thị {'ABCDEFGHIKL'[n]}a")
    player.say("ghi danh")
    player.tap("Xem tất cả ghi danh")
    first = player.labels
    player.tap("Xem thêm")

    assert len(first) == 11
    assert player.labels[:2] == ["Vàng Thị Ba: Đang ghi dở", "Vàng Thị Aa: Đang ghi dở"]
