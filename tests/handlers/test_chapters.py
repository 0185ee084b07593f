"""The smaller chapters: the programme, staff and calls, settings, erasing, one's own list."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest

from content.model import Book
from handlers import codes
from handlers.effects import AskStaff, Consent, Erase, Need, NeedsStaff, Wish
from handlers.events import MediaRefused, OtherKind, SentOther
from handlers.state import Conversation, Stage, Status
from tests.player import MONDAY_MORNING, Player


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


def test_a_call_back_needs_no_registration_and_has_its_own_consent(player: Player) -> None:
    player.say("gọi lại", "đồng ý", "0912 000 111", "Mỷ")
    player.say("buổi sáng")
    said = player.say("1")

    assert player.conversation.registrations == ()
    assert player.effects == [
        Consent("call", given=True, text_version=player.book.office.text_version),
        AskStaff(Wish.CALL, "+84912000111", "Mỷ", "morning", "vi"),
    ]
    assert "0912 000 111" in said
    assert not player.conversation.answers


def test_refusing_the_call_keeps_no_number(player: Player) -> None:
    said = player.say("gọi lại", "không")

    assert player.effects == []
    assert player.book.office.phone in said


def test_who_has_agreed_to_nothing_is_asked_before_a_word_for_staff_is_kept(
    player: Player,
) -> None:
    player.say("cán bộ", "Bao giờ có lớp dệt lanh?")
    assert "chưa ghi" in player.last.text
    assert player.effects == []

    player.tap("Đồng ý, tôi nhắn")
    said = player.say("Bao giờ có lớp dệt lanh?")

    assert "đã ghi câu hỏi" in said
    consent, wish = player.effects
    assert isinstance(consent, Consent)
    assert (consent.topic, consent.given) == ("question", True)
    assert wish == AskStaff(Wish.QUESTION, text="Bao giờ có lớp dệt lanh?")


def test_a_question_to_staff_in_the_middle_of_a_form_goes_on_with_the_form(
    signing_up: Player,
) -> None:
    signing_up.say("Vàng Thị Mỷ", "cán bộ")
    said = signing_up.say("Xưởng nhà em chung với anh trai thì ghi tên ai?")

    assert signing_up.effects == [
        AskStaff(Wish.QUESTION, text="Xưởng nhà em chung với anh trai thì ghi tên ai?")
    ]
    assert "Câu 3/9" in said


def test_a_call_in_the_middle_of_a_form_reuses_the_number_and_goes_on(signing_up: Player) -> None:
    offered = signing_up.say("Vàng Thị Mỷ", "0912000111", "gọi lại", "đồng ý")
    assert "0912 000 111" in offered
    signing_up.say("đúng", "1")
    said = signing_up.say("1")

    assert [one.phone for one in signing_up.effects if isinstance(one, AskStaff)] == [
        "+84912000111"
    ]
    assert "Câu 4/9" in said


def test_a_known_number_is_called_only_after_it_was_said_back(sent: Player) -> None:
    assert "0912 000 111" in sent.say("gọi lại", "đồng ý")
    assert "số nào" in sent.tap("Không phải")
    sent.say("0987654321", "bỏ qua", "1", "1")

    asked = [one for one in sent.effects if isinstance(one, AskStaff)]
    assert asked == [AskStaff(Wish.CALL, "+84987654321", "", "any", "vi")]


def test_another_number_may_be_typed_where_one_is_offered(sent: Player) -> None:
    sent.say("gọi lại", "đồng ý", "0987654321", "A Tráng", "1", "1")

    asked = [one for one in sent.effects if isinstance(one, AskStaff)]
    assert asked == [AskStaff(Wish.CALL, "+84987654321", "A Tráng", "any", "vi")]


@pytest.mark.parametrize(
    ("hours", "there"),
    [(0, True), (5, True), (9, False), (24 * 5, False)],
)
def test_out_of_hours_the_hours_and_the_phone_are_given(
    book: Book, hours: int, there: bool
) -> None:
    player = Player(book, at=MONDAY_MORNING + timedelta(hours=hours))
    player.start()
    said = player.say("cán bộ")

    assert ("đang làm việc" in said) is there
    assert player.book.office.phone in said


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


def test_a_verdict_for_staff_says_how_they_get_to_know_of_it(player: Player) -> None:
    said = player.say("điều kiện", "1", "Lùng Tám", "2")
    while player.conversation.stage == "asking":
        asked = player.conversation.asked
        said = player.say("2" if asked and asked.question == "sample" else "1")

    assert "Nhờ cán bộ gọi" in said
    assert "báo lại" not in said
    assert player.button("Nhờ cán bộ gọi")


def test_a_registration_that_needs_staff_is_on_their_list_once(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "Vàng Thị Mỷ", "Nghệ nhân, người làm nghề")
    signing_up.say("Lùng Tám", "Khăn lanh nhuộm chàm", "1", "tất cả")
    signing_up.tap("Gửi ghi danh")
    (asked,) = [one for one in signing_up.effects if isinstance(one, AskStaff)]
    signing_up.say("/menu", "tiếp")

    assert (asked.wish, asked.phone, asked.name) == (Wish.QUESTION, "+84912000111", "Vàng Thị Mỷ")
    assert codes.code(signing_up.registration.id) in asked.text
    assert "ghệ nhân" in asked.text
    assert not [one for one in signing_up.effects if isinstance(one, AskStaff)]


def test_a_late_answer_that_needs_staff_puts_the_registration_on_their_list(sent: Player) -> None:
    assert not [one for one in sent.effects if isinstance(one, AskStaff)]
    sent.press("go/part/product/1")
    while sent.conversation.asked and sent.conversation.asked.question != "made-by-self":
        sent.say("bỏ qua")
    sent.tap("Tự làm một phần")

    assert len([one for one in sent.effects if isinstance(one, AskStaff)]) == 1


@pytest.fixture
def shared(sent: Player) -> Player:
    """Somebody whose phone others use too, in the middle of the dossier, days later."""
    sent.tap("Liên hệ (4/8)")
    sent.tap("Nhiều người dùng chung")
    assert "Câu 6/8" in sent.last.text
    sent.at += timedelta(days=3)
    return sent


@pytest.mark.parametrize(
    "said", ["1", "tiếp", "ghi danh của tôi", "ghi danh", "xoá dữ liệu", "sửa"]
)
def test_on_a_shared_phone_nothing_is_shown_before_the_name(shared: Player, said: str) -> None:
    heard = shared.say(said)
    for again in ("/menu", said):
        heard += shared.say(again)

    assert "họ tên" in heard or "Anh/chị cần gì" in heard
    for secret in ("HTX Lanh", "Vàng Thị Mỷ", "912 000", "Câu 6/8"):
        assert secret not in heard + "".join(shared.labels)


def test_the_name_opens_the_talk_where_it_was(shared: Player) -> None:
    assert "họ tên" in shared.say("1")
    assert "Câu 6/8" in shared.say("vang thi my")


def test_a_few_wrong_names_lead_to_staff(shared: Player) -> None:
    shared.say("tiếp")
    said = [shared.say(f"A Tráng {n}") for n in range(3)]

    assert len({*said}) == 3
    assert shared.book.office.phone in said[-1]
    assert "HTX Lanh" not in "".join([*said, *shared.labels])


def test_a_call_back_on_a_shared_phone_offers_no_number_and_opens_nothing(shared: Player) -> None:
    heard = [shared.say(one) for one in ("gọi lại", "đồng ý", "0987654321", "bỏ qua", "1", "1")]

    assert not any("912 000" in one or "Câu 6/8" in one for one in heard)
    assert any(isinstance(one, AskStaff) for one in shared.effects)


def test_somebody_else_on_a_shared_phone_can_sign_up(shared: Player) -> None:
    shared.say("ghi danh")
    shared.tap("Ghi danh cho cơ sở khác")
    shared.say("đồng ý", "A Tráng", "0912000112", "Hộ A Tráng", "4", "Lùng Tám", "Dao rèn", "3")
    said = shared.say("không")

    assert "Hộ A Tráng" in said
    assert "HTX Lanh" not in said


def test_a_phone_that_is_not_shared_is_never_asked_whose_it_is(sent: Player) -> None:
    sent.at += timedelta(days=3)

    assert "HTX Lanh" in sent.say("ghi danh của tôi") + "".join(sent.labels)


def test_back_at_the_first_question_after_consent_names_the_consent(signing_up: Player) -> None:
    said = signing_up.say("sửa")

    assert "lời đồng ý" in said
    assert "Câu 2/9" in said


def test_at_the_end_of_the_ladder_staff_are_told_once_and_the_question_waits(
    signing_up: Player,
) -> None:
    signing_up.say("Lý A Páo", "0912000111", "HTX Lanh")
    told = []
    said = []
    for n in range(5):
        said.append(signing_up.say(f"blah blah {n}"))
        told += [one for one in signing_up.effects if isinstance(one, AskStaff)]

    assert len({*said}) == 5
    assert [(one.wish, one.phone) for one in told] == [(Wish.QUESTION, "+84912000111")]
    assert "Loại hình cơ sở" in told[0].text
    assert signing_up.conversation.stage is Stage.HOME
    assert "Câu 5/9" in signing_up.say("tiếp")


def test_before_a_number_is_known_staff_see_only_that_somebody_is_stuck(signing_up: Player) -> None:
    signing_up.say("Lý A Páo")
    for n in range(4):
        assert "đã nhờ" not in signing_up.say(f"blah blah {n}")
        assert signing_up.effects == ([NeedsStaff(Need.STUCK)] if n == 3 else [])


def test_a_finished_verdict_is_not_half_done(player: Player) -> None:
    player.say("điều kiện", "1")
    player.tap("Ở tỉnh khác")
    assert player.conversation.stage is Stage.VERDICT

    player.say("/menu")
    assert "Làm tiếp" not in player.labels
    assert "không có việc gì đang dở" in player.say("tiếp")
