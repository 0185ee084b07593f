"""Whoever follows the account in the middle of something goes on with what is open."""

from __future__ import annotations

from datetime import timedelta

from handlers.events import Followed, StaffSpoke, TakenOver
from handlers.state import Stage
from tests.player import Player


def follows(player: Player) -> str:
    return player.hear(Followed(player.moment(), "oa_profile", passing=True))


def test_an_open_question_stays_open(signing_up: Player) -> None:
    signing_up.say("Lý A Páo")

    said = follows(signing_up)

    assert "Câu 3/9" in said
    assert "danh mục" not in said
    signing_up.say("0912 000 111")
    assert signing_up.answers()["contact-phone"] == "+84912000111"


def test_a_review_stays_open(reviewing: Player) -> None:
    review = reviewing.labels

    follows(reviewing)

    assert reviewing.conversation.stage is Stage.REVIEW
    assert reviewing.labels == review


def test_whoever_is_new_or_has_nothing_open_is_welcomed(player: Player) -> None:
    assert "trợ lý tự động" in follows(player)
    player.say("menu")
    assert "trợ lý tự động" in follows(player)


def test_whoever_was_away_for_long_is_told_where_they_stood(signing_up: Player) -> None:
    signing_up.at += timedelta(days=8)

    assert "đã quay lại" in follows(signing_up)
    assert "Làm tiếp" in signing_up.labels


def test_whoever_calls_for_us_by_a_command_is_asked_what_they_want(signing_up: Player) -> None:
    said = signing_up.hear(Followed(signing_up.moment()))

    assert "về danh mục" in said


def test_it_does_not_come_between_a_person_and_staff(signing_up: Player) -> None:
    signing_up.hear(StaffSpoke(signing_up.moment()))
    assert follows(signing_up) == ""
    assert signing_up.say("dạ em bấm quan tâm rồi") == ""


def test_it_takes_nobody_back_from_staff_in_the_console(signing_up: Player) -> None:
    signing_up.hear(TakenOver(signing_up.moment(), 1, "Nông Thị Hoa"))
    assert follows(signing_up) == ""
    assert signing_up.say("dạ em bấm quan tâm rồi") == ""
