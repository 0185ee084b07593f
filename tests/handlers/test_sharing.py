"""What a person shares with the channel's own form or map, and what of it answers a question."""

from __future__ import annotations

import pytest

from tests.player import Player


def test_a_shared_number_of_ones_own_is_taken_at_once(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ")
    signing_up.share("84912000111")

    assert signing_up.answers()["contact-phone"] == "+84912000111"


def test_somebody_elses_number_is_said_back_first(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ")
    said = signing_up.share("84912000111", own=False)
    assert "0912 000 111" in said
    assert "contact-phone" not in signing_up.answers()

    signing_up.say("đúng")

    assert signing_up.answers()["contact-phone"] == "+84912000111"


def test_a_form_filled_in_answers_the_name_and_the_number(signing_up: Player) -> None:
    said = signing_up.share("84912000111", name="Vàng Thị Mỷ")

    answers = signing_up.answers()
    assert (answers["contact-name"], answers["contact-phone"]) == ("Vàng Thị Mỷ", "+84912000111")
    assert "Câu 4/9" in said


def test_a_form_without_a_number_answers_the_name_alone(signing_up: Player) -> None:
    said = signing_up.share("", name="Vàng Thị Mỷ")

    assert signing_up.answers()["contact-name"] == "Vàng Thị Mỷ"
    assert "Câu 3/9" in said


def test_a_form_without_a_name_answers_nothing_where_one_is_asked(signing_up: Player) -> None:
    said = signing_up.share("84912000111")

    assert "Câu 2/9" in said
    assert "contact-name" not in signing_up.answers()


def test_the_ward_of_a_form_is_said_back_first(signing_up: Player) -> None:
    """It may be where the person lives, and not the workshop."""
    signing_up.say("Vàng Thị Mỷ", "0912000111", "HTX Lanh", "2")
    said = signing_up.share("", ward="Xã Lùng Tám", address="Thôn 3, Xã Lùng Tám, Tuyên Quang")
    assert "Lùng Tám" in said
    assert "est-commune-code" not in signing_up.answers()

    signing_up.say("đúng")

    assert signing_up.answers()["est-commune-code"] == "00901"


@pytest.mark.parametrize("by_map", [True, False])
def test_an_address_is_taken_from_a_form_or_the_map(sent: Player, *, by_map: bool) -> None:
    sent.press("go/part/establishment/0")
    while sent.conversation.asked and sent.conversation.asked.question != "est-address-detail":
        sent.say("bỏ qua")
    given = "22.8233, 104.9784" if by_map else "Thôn 3, Xã Lùng Tám"
    said = sent.locate(given) if by_map else sent.share("", address=given)
    assert given in said
    assert "est-address-detail" not in sent.answers()

    sent.say("đúng")

    assert sent.answers()["est-address-detail"] == given


def test_a_place_on_the_map_answers_nothing_else(signing_up: Player) -> None:
    said = signing_up.locate("22.8233, 104.9784")

    assert "Câu 2/9" in said
    assert "contact-name" not in signing_up.answers()
