"""Seats in the talk: who is asked what, and how the talk goes on around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from content.model import Book
from handlers.effects import Consent
from handlers.events import SeatNews
from handlers.seats import News, Standing
from tests.player import Player

TITLE = "Tập huấn làm hồ sơ bình chọn"


def takes(player: Player, *names: str) -> str:
    """Take a seat at the course; what is said in the end."""
    player.say("lớp tập huấn")
    player.tap(TITLE)
    player.tap("Giữ chỗ cho tôi")
    return player.say(*names)


def test_consent_comes_before_any_name_and_is_recorded_with_the_seat(player: Player) -> None:
    assert "Anh/chị đồng ý không" in takes(player)
    player.say("đồng ý", "Vàng Thị Mỷ")
    assert not player.effects
    player.say("0912000111")

    [consent] = [one for one in player.effects if isinstance(one, Consent)]
    assert (consent.topic, consent.given) == ("seat", True)
    assert player.conversation.answers == {}


def test_whoever_does_not_agree_has_no_seat_and_nothing_is_kept(player: Player) -> None:
    said = takes(player, "không")

    assert "không giữ thêm gì" in said
    assert not player.hall.seats
    assert player.conversation.answers == {}


def test_a_known_name_and_number_are_offered(sent: Player) -> None:
    assert "Vàng Thị Mỷ" in takes(sent, "đồng ý")
    assert sent.labels == ["Đúng", "Không phải"]
    assert "0912 000 111" in sent.say("đúng")
    assert "Em đã giữ chỗ cho Vàng Thị Mỷ" in sent.say("đúng")


def test_somebody_else_may_come(sent: Player) -> None:
    takes(sent, "đồng ý", "không phải", "Sùng Mí Dìn", "không phải", "0987654321")

    [seat] = sent.hall.seats.values()
    assert (seat.name, seat.phone) == ("Sùng Mí Dìn", "+84987654321")


def test_several_people_of_one_phone_agree_once(player: Player) -> None:
    takes(player, "đồng ý", "Vàng Thị Mỷ", "0912000111")
    player.tap("Giữ chỗ cho người nữa")
    said = player.say("Lý A Páo")

    assert "Em đã giữ chỗ cho Lý A Páo" in said
    assert {one.phone for one in player.hall.seats.values()} == {"+84912000111"}
    assert not [one for one in player.effects if isinstance(one, Consent)]


def test_a_form_that_was_open_goes_on_afterwards(signing_up: Player) -> None:
    assert "Câu 2/9" in signing_up.last.text
    said = takes(signing_up, "đồng ý", "Vàng Thị Mỷ", "0912000111")

    assert "Em đã giữ chỗ" in said
    assert "Câu 2/9" in said


@pytest.mark.parametrize("leave", ["để sau", "huỷ"])
def test_whoever_leaves_half_way_has_no_seat_and_goes_on(signing_up: Player, leave: str) -> None:
    said = takes(signing_up, "đồng ý", "Vàng Thị Mỷ", leave)

    assert "chưa giữ chỗ nào" in said
    assert "Câu 2/9" in said
    assert "seat" not in signing_up.conversation.answers


def test_back_leads_out_of_the_list(signing_up: Player) -> None:
    signing_up.say("lớp tập huấn")

    assert "Câu 2/9" in signing_up.say("quay lại")


def test_an_old_button_gives_no_seat_back(player: Player) -> None:
    takes(player, "đồng ý", "Vàng Thị Mỷ", "0912000111")
    player.say("chỗ của tôi", "1")
    player.tap("Bỏ chỗ này")
    old = player.button("Bỏ chỗ").payload
    player.tap("Không, tôi giữ")
    player.press(old)

    assert [one.standing for one in player.hall.seats.values()] == [Standing.HELD]


def test_a_text_sent_again_in_impatience_takes_nothing_more(player: Player) -> None:
    takes(player, "đồng ý", "Vàng Thị Mỷ", "0912000111")
    player.say("chỗ của tôi")
    player.at -= timedelta(minutes=2)
    said = player.say("chỗ của tôi")

    assert "nhận được rồi" in said


def test_when_nothing_is_on_it_says_how_to_hear_of_it(book: Book) -> None:
    player = Player(replace(book, activities=()))
    player.start()

    assert book.office.phone in player.say("lớp tập huấn")
    assert player.labels == ["Chọn tin muốn nhận", "Về danh mục"]


def test_a_closed_one_takes_nobody(player: Player) -> None:
    player.say("lớp tập huấn")
    button = player.button(TITLE).payload
    player.at = player.book.activities[0].deadline
    said = player.press(button)

    assert "hết hạn" in said
    assert "Giữ chỗ cho tôi" not in player.labels
    assert "không còn nhận" in player.press("go/take/1")


def test_a_few_seats_left_are_counted(book: Book) -> None:
    course, fair = book.activities
    for left, told in ((30, "Hiện còn chỗ"), (3, "còn 3 chỗ"), (0, "ghi tên chờ")):
        player = Player(replace(book, activities=(replace(course, left=left), fair)))
        player.start()
        assert told in player.press("go/activity/1")


def test_on_a_shared_phone_seats_are_not_shown_before_the_name(sent: Player) -> None:
    takes(sent, "đồng ý", "đúng", "đúng")
    sent.say("tiếp")
    sent.tap("Liên hệ")
    sent.tap("Nhiều người dùng chung")
    sent.at += timedelta(days=3)

    assert "họ tên" in sent.say("chỗ của tôi")
    assert "Vàng Thị Mỷ, đã giữ chỗ" in sent.say("vang thi my")


def test_news_change_nothing_in_the_talk(player: Player) -> None:
    takes(player, "đồng ý", "Vàng Thị Mỷ", "0912000111")
    player.say("ghi danh")
    before = player.conversation
    [seat] = player.hall.seats.values()
    for news in News:
        assert TITLE in player.hear(SeatNews(player.moment(), news, seat))
        assert player.conversation == before
