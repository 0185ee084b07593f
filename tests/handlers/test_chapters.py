"""The other chapters: programme, settings, own registrations, parts of the dossier."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest

from content.model import Book
from handlers import codes
from handlers.effects import Consent, Erase
from handlers.events import MediaRefused, OtherKind, SentOther
from handlers.state import Conversation, Stage, Status
from tests.player import Player


def test_the_programme_is_explained_page_by_page_and_every_page_is_reached(player: Player) -> None:
    seen: set[str] = set()
    open_pages = [player.book.pages[next(iter(player.book.pages))].key]
    while open_pages:
        key = open_pages.pop()
        said = player.press(f"go/page/{key}")
        assert 40 < len(said) <= 1200
        seen.add(key)
        open_pages += [lead for lead in player.book.pages[key].leads if lead not in seen]

    assert seen == set(player.book.pages)


def test_the_calendar_names_the_open_round(player: Player) -> None:
    running = player.book.rounds[0]

    assert f"{running.deadline:%d/%m/%Y}" in player.say("lịch")


def test_without_an_open_round_the_interest_is_taken(book: Book) -> None:
    player = Player(replace(book, rounds=()))
    player.start()
    assert "chưa có lịch" in player.say("lịch")

    player.say("ghi danh", "đồng ý", "Vàng Thị Mỷ", "0912000111", "HTX Lanh", "2", "Lùng Tám")
    player.say("Khăn lanh", "1", "tất cả")
    player.tap("Gửi ghi danh")

    assert player.registration.round == ""
    assert player.registration.status is Status.INTEREST
    assert "chưa có lịch" in player.last.text


def test_the_language_is_changed_and_the_form_goes_on(signing_up: Player) -> None:
    signing_up.say("ngôn ngữ")
    said = signing_up.tap("English")

    assert signing_up.conversation.language == "en"
    assert "2/9" in said
    assert "Câu" not in said


def test_topics_are_turned_on_and_off_and_each_change_is_a_record(player: Player) -> None:
    player.say("nhận tin")
    player.tap("✘ Hội chợ")
    version = player.book.office.text_version
    assert player.effects == [Consent("fairs", given=True, text_version=version)]

    player.tap("✔ Hội chợ")

    assert player.effects == [Consent("fairs", given=False, text_version=version)]
    assert player.conversation.topics == frozenset()


def test_stop_withdraws_every_topic_and_the_form_goes_on(signing_up: Player) -> None:
    said = signing_up.say("DỪNG")

    assert [(one.topic, one.given) for one in signing_up.effects if isinstance(one, Consent)] == [
        (topic, False) for topic in signing_up.book.topics
    ]
    assert "Câu 2/9" in said


def test_erasing_asks_once_and_forgets_everything(sent: Player) -> None:
    sent.say("xoá dữ liệu")
    assert sent.conversation.registrations

    sent.tap("Xoá tất cả")

    assert sent.effects == [Erase(everything=True)]
    assert sent.conversation._replace(offered=(), last_said="", replied_at=None) == Conversation(
        language="vi"
    )


def test_erasing_asks_whose_data_when_there_are_several(sent: Player) -> None:
    first = sent.registration.id
    sent.say("ghi danh")
    sent.tap("Cơ sở khác")
    sent.say("đồng ý", "A Tráng", "0912000112", "Hộ A Tráng", "4", "Lùng Tám", "Dao rèn")
    sent.say("xoá dữ liệu")
    sent.tap("Chỉ xoá: HTX Lanh Sợi Xanh")

    assert sent.effects == [Erase(registrations=(first,))]
    assert [one.title for one in sent.conversation.registrations] == ["Hộ A Tráng – Dao rèn"]


def test_a_filed_dossier_says_what_the_office_keeps(sent: Player) -> None:
    filed = sent.registration._replace(status=Status.FILED_COMMUNE)
    sent.conversation = sent.conversation._replace(registrations=(filed,))

    assert "phải giữ" in sent.say("xoá dữ liệu")


def test_ones_own_registrations_are_listed_with_code_and_state(sent: Player) -> None:
    sent.say("đăng ký của tôi")
    said = sent.say("1")

    assert codes.code(sent.registration.id) in said
    assert sent.tap("Làm tiếp")
    assert sent.conversation.stage is Stage.SECTIONS


def test_a_registration_is_taken_back_after_asking_once(sent: Player) -> None:
    sent.say("đăng ký của tôi", "1")
    sent.tap("Rút ghi danh này")
    assert [one.status for one in sent.conversation.registrations] == [Status.INTEREST]

    sent.tap("Rút")

    assert [one.status for one in sent.conversation.registrations] == [Status.WITHDRAWN]


def test_the_parts_of_the_dossier_are_filled_in_any_order(sent: Player) -> None:
    sent.press("go/part/establishment/0")
    sent.say("bỏ qua", "Giàng Mí Sính")
    left = sent.say("để sau" if "Chức vụ" not in sent.last.text else "bỏ qua")

    assert left
    assert sent.conversation.skipped or sent.conversation.stage is Stage.SECTIONS


def test_a_photo_that_cannot_be_kept_is_asked_again(sent: Player) -> None:
    sent.press("go/part/papers/1")
    while sent.conversation.asked and sent.conversation.asked.question != "att-photo-front":
        sent.say("bỏ qua")
    sent.photo("front")
    said = sent.hear(MediaRefused(sent.moment(), "front", "unreadable"))

    assert "không mở được" in said
    assert "1/att-photo-front" not in sent.answers()


@pytest.mark.parametrize("kind", list(OtherKind))
def test_what_answers_no_question_is_answered_and_the_question_stays(
    signing_up: Player, kind: OtherKind
) -> None:
    said = signing_up.hear(SentOther(signing_up.moment(), kind))

    assert "Câu 2/9" in said


def test_what_cannot_be_understood_is_answered_in_other_words_each_time(player: Player) -> None:
    said = [player.say(f"blah blah {n}") for n in range(5)]

    assert all(one != after for one, after in itertools.pairwise(said))


def test_the_maker_can_add_a_product_days_later(sent: Player) -> None:
    sent.at += timedelta(days=9)
    sent.say("ghi danh")
    sent.tap("Thêm sản phẩm cho HTX Lanh Sợi Xanh")
    sent.say("Túi thổ cẩm", "1")

    assert sent.registration.products == 2
    assert sent.answers()["2/prod-name"] == "Túi thổ cẩm"
    assert sent.conversation.stage is Stage.SECTIONS


def test_an_old_button_takes_nothing_back(sent: Player) -> None:
    first = sent.registration.id
    sent.say("ghi danh")
    sent.tap("Cơ sở khác")
    sent.say("đồng ý", "Sùng Thị B", "0912000112", "Hộ B", "4", "Lùng Tám", "Chè", "2", "không")
    sent.tap("Gửi ghi danh")
    sent.say("ghi danh của tôi")
    sent.tap("Hộ B")
    sent.tap("Rút ghi danh này")
    old = sent.button("Rút").payload
    sent.tap("Không rút")
    sent.press(f"go/mine/{first}")
    said = sent.press(old)

    assert "câu trước" in said
    assert {one.status for one in sent.conversation.registrations} == {Status.INTEREST}


def test_back_at_the_first_question_after_consent_names_the_consent(signing_up: Player) -> None:
    said = signing_up.say("sửa")

    assert "lời đồng ý" in said
    assert "Câu 2/9" in said


def test_a_finished_verdict_is_not_half_done(player: Player) -> None:
    player.say("điều kiện", "1")
    player.tap("Ở tỉnh khác")
    assert player.conversation.stage is Stage.VERDICT

    player.say("/menu")
    assert "Làm tiếp" not in player.labels
    assert "không có việc gì đang dở" in player.say("tiếp")
