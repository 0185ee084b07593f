"""Taking a registration, from consent to code."""

from __future__ import annotations

from handlers import codes
from handlers.effects import Consent, DropMedia, KeepMedia
from handlers.state import Source, Status
from tests.player import Player

TWO_PRODUCTS = {
    "consent-data": "yes",
    "contact-name": "Vàng Thị Mỷ",
    "contact-phone": "+84912000111",
    "est-name": "HTX Lanh Sợi Xanh",
    "est-type": "cooperative",
    "est-commune-code": "00901",
    "1/prod-name": "Khăn lanh nhuộm chàm",
    "1/prod-group": "craft",
    "topics": "programme,training,fairs",
}


def test_nothing_is_opened_before_consent(player: Player) -> None:
    said = player.say("ghi danh")

    assert player.conversation.registrations == ()
    assert "đồng ý" in said.lower()


def test_refusing_consent_keeps_nothing_and_offers_the_phone(player: Player) -> None:
    said = player.say("ghi danh", "không đồng ý")

    assert player.conversation.registrations == ()
    assert player.book.office.phone in said
    assert next(one for one in player.effects if isinstance(one, Consent)).given is False


def test_a_sign_up_holds_exactly_what_was_typed(sent: Player) -> None:
    assert sent.answers() == TWO_PRODUCTS
    assert sent.registration.status is Status.INTEREST
    assert sent.registration.title == "HTX Lanh Sợi Xanh – Khăn lanh nhuộm chàm"


def test_the_code_is_given_by_a_call_and_is_not_called_filing(sent: Player) -> None:
    assert codes.code(sent.registration.id) in sent.last.text
    assert "chưa phải nộp hồ sơ" in sent.last.text
    assert sent.last.by_call


def test_a_second_product_is_asked_only_what_is_about_it(reviewing: Player) -> None:
    reviewing.tap("Thêm sản phẩm")
    reviewing.say("Túi thổ cẩm", "1")
    reviewing.tap("Gửi ghi danh")

    assert reviewing.answers() == {
        **TWO_PRODUCTS,
        "2/prod-name": "Túi thổ cẩm",
        "2/prod-group": "craft",
    }


def test_one_answer_is_changed_at_the_review(reviewing: Player) -> None:
    reviewing.tap("Sửa một câu")
    reviewing.tap("Tên cơ sở")
    said = reviewing.say("HTX Lanh Hợp Tiến")

    assert "HTX Lanh Hợp Tiến" in said
    assert reviewing.answers() == {**TWO_PRODUCTS, "est-name": "HTX Lanh Hợp Tiến"}


def test_what_eligibility_learnt_is_not_asked_again(player: Player) -> None:
    player.say("điều kiện", "1", "Lùng Tám", "Hợp tác xã")
    for _ in range(12):
        if player.conversation.stage == "verdict":
            break
        player.say("1")
    player.say("ghi danh", "đồng ý", "Vàng Thị Mỷ", "0912000111", "HTX Lanh Sợi Xanh")
    player.say("Khăn lanh nhuộm chàm")

    registration = player.registration
    assert registration.answers[0, "est-type"].source is Source.ELIGIBILITY
    assert registration.answers[1, "prod-group"].value == "craft"
    assert player.conversation.asked is not None
    assert player.conversation.asked.question == "topics"
    assert not player.conversation.answers


def test_leaving_keeps_the_draft_and_tiep_goes_on_at_the_same_question(
    signing_up: Player,
) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912000111")
    left = signing_up.say("để sau")
    question = signing_up.say("tiếp")

    assert "3/9" in left
    assert "Câu 4/9" in question
    assert signing_up.answers()["contact-phone"] == "+84912000111"


def test_back_puts_the_earlier_question_and_deletes_nothing(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912000111")
    back = signing_up.say("sửa")

    assert "Câu 3/9" in back
    assert "0912 000 111" in back
    assert signing_up.answers()["contact-phone"] == "+84912000111"
    assert "Câu 4/9" in signing_up.tap("Giữ nguyên")


def test_an_old_button_is_recognised_and_changes_nothing(reviewing: Player) -> None:
    before = reviewing.answers()
    said = reviewing.press("a/registration/0/est-type/household")

    assert "câu trước" in said
    assert reviewing.answers() == before


def test_a_double_tap_is_acknowledged_without_a_second_message(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912000111", "HTX Lanh")
    signing_up.press("a/registration/0/est-type/cooperative")
    asked = signing_up.conversation.asked
    signing_up.press("a/registration/0/est-type/cooperative")

    assert signing_up.conversation.asked == asked
    assert [type(one).__name__ for one in signing_up.effects] == ["Acknowledge"]


def test_sending_twice_gives_the_same_code_again(sent: Player) -> None:
    code = codes.code(sent.registration.id)
    said = sent.press("go/send")

    assert code in said
    assert len(sent.conversation.registrations) == 1


def test_an_old_commune_name_that_was_split_is_asked_back(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912000111", "HTX Lanh", "2")
    signing_up.say("yen dinh")
    assert any("Minh Ngọc" in label for label in signing_up.labels)
    assert any("Ngọc Đường" in label for label in signing_up.labels)

    signing_up.say("1")

    assert signing_up.answers()["est-commune-code"] in {"00994", "00700"}


def test_the_three_photos_are_kept_and_a_replaced_one_dropped(sent: Player) -> None:
    sent.press("go/part/papers/1")
    while sent.conversation.asked and sent.conversation.asked.question != "att-photo-front":
        sent.say("bỏ qua")
    sent.photo("front")
    kept = [one for one in sent.effects if isinstance(one, KeepMedia)]
    assert [(one.media, one.question) for one in kept] == [("front", "att-photo-front")]

    sent.say("sửa")
    sent.photo("better")

    assert DropMedia("front") in sent.effects
    assert sent.answers()["1/att-photo-front"] == "better"


def test_of_too_many_files_the_first_goes_and_this_is_said(sent: Player) -> None:
    sent.press("go/part/papers/1")
    while sent.conversation.asked and sent.conversation.asked.question != "att-certificates":
        sent.say("bỏ qua")
    said = [sent.photo(f"sheet-{number}") for number in range(1, 12)]

    assert "bỏ tệp gửi đầu tiên" not in said[9]
    assert "em giữ được 10 tệp thôi, nên em bỏ tệp gửi đầu tiên" in said[10]
    assert DropMedia("sheet-1") in sent.effects
    assert sent.answers()["1/att-certificates"].startswith("sheet-2,sheet-3,")


def test_a_third_of_a_day_is_the_most_new_registrations(sent: Player) -> None:
    for _ in range(2):
        sent.say("ghi danh")
        sent.tap("Cơ sở khác")
        sent.say("đồng ý", "A Tráng", "0912000112", "Hộ A Tráng", "4", "Lùng Tám", "Dao rèn")
        sent.say("3", "không")
        sent.tap("Gửi ghi danh")
    sent.say("ghi danh")
    said = sent.tap("Cơ sở khác")

    assert len(sent.conversation.registrations) == 3
    assert "Ngày mai" in said


def test_changing_an_answer_at_the_review_recomputes_the_verdict(reviewing: Player) -> None:
    assert reviewing.registration.verdict == "ok"

    reviewing.tap("Sửa một câu")
    reviewing.tap("Xã, phường nơi làm sản phẩm")
    said = reviewing.tap("Ở tỉnh khác")

    assert reviewing.registration.verdict == "redirect"
    assert "tỉnh đặt nơi làm" in said


def test_answers_that_hung_on_a_changed_one_are_dropped_and_asked_again(sent: Player) -> None:
    sent.press("go/part/product/1")
    while sent.conversation.asked and sent.conversation.asked.question != "prod-kind":
        sent.say("bỏ qua")
    sent.tap("Một bộ nhiều món")
    assert sent.conversation.asked is not None
    assert sent.conversation.asked.question == "set-basis"
    sent.say("1")
    assert sent.answers()["1/set-basis"] == "a"

    sent.say("sửa", "sửa")
    sent.tap("Một sản phẩm")
    assert "1/set-basis" not in sent.answers()

    sent.say("sửa")
    sent.tap("Một bộ nhiều món")

    assert sent.conversation.asked is not None
    assert sent.conversation.asked.question == "set-basis"


def test_a_product_taken_out_takes_its_photos_along_and_the_next_moves_up(sent: Player) -> None:
    sent.press("go/part/papers/1")
    while sent.conversation.asked and sent.conversation.asked.question != "att-photo-front":
        sent.say("bỏ qua")
    sent.photo("front")
    sent.say("để sau")
    sent.tap("Thêm sản phẩm")
    sent.say("Túi thổ cẩm", "1")
    sent.tap("Sửa câu đã trả lời")
    sent.tap("Bỏ sản phẩm: Khăn lanh nhuộm chàm")
    old = sent.button("Bỏ").payload
    assert sent.registration.products == 2
    sent.tap("Bỏ")

    assert sent.effects == [DropMedia("front")]
    assert sent.registration.products == 1
    assert sent.answers() == {**TWO_PRODUCTS, "1/prod-name": "Túi thổ cẩm"}
    assert sent.registration.title == "HTX Lanh Sợi Xanh – Túi thổ cẩm"
    assert sent.press(old)
    assert sent.registration.products == 1


def test_a_product_of_which_nothing_was_said_is_not_kept_however_it_is_left(sent: Player) -> None:
    for way in ("/menu", "/huy", "/desau", "/sua", "/chuongtrinh", "/hoso"):
        sent.press("go/home")
        sent.say("tiếp")
        sent.tap("Thêm sản phẩm")
        assert sent.registration.products == 2
        sent.say(way)
        assert sent.conversation.registrations[0].products == 1, way


def test_a_detour_does_not_take_an_added_product_away(reviewing: Player) -> None:
    reviewing.tap("Thêm sản phẩm")
    reviewing.say("cán bộ", "Sản phẩm thứ hai thì cần gì ạ?")

    assert "sản phẩm thứ 2" in reviewing.last.text
    assert reviewing.registration.products == 2


def test_every_answer_of_the_dossier_can_be_changed(sent: Player) -> None:
    """By its part, photos too; what was left out on purpose can be answered after all."""
    sent.press("go/part/contact/0")
    sent.say("1", "3", "1", "sai@example.com")
    sent.tap("Liên hệ (8/8)")
    sent.tap("Email")
    sent.say("dung@example.com")
    assert sent.answers()["contact-email"] == "dung@example.com"

    sent.say("sửa email", "moi@example.com")
    assert sent.answers()["contact-email"] == "moi@example.com"

    sent.tap("Sửa câu đã trả lời")
    sent.tap("Liên hệ")
    assert {"Người liên hệ", "Số điện thoại", "Máy dùng chung"} <= set(sent.labels)
    sent.tap("Không sửa gì")
    assert sent.conversation.stage == "sections"


def test_another_maker_can_be_taken_while_a_draft_is_open(signing_up: Player) -> None:
    signing_up.say("Lý A Páo", "0912000111", "HTX Lanh", "/menu", "ghi danh")
    assert signing_up.labels == [
        "Làm tiếp: HTX Lanh",
        "Cơ sở khác của tôi",
        "Ghi hộ người khác",
        "Về danh mục",
    ]

    signing_up.tap("Cơ sở khác")
    assert "Câu 1/9" in signing_up.last.text
    signing_up.say("/menu")
    assert signing_up.labels[0] == "Làm tiếp"
    assert "Câu 5/9" in signing_up.tap("Làm tiếp")

    signing_up.say("/ghidanh")
    signing_up.tap("Cơ sở khác")
    signing_up.say("đồng ý", "Sùng Thị B", "0987654321", "Hộ B", "/ghidanh")
    assert signing_up.labels[:2] == ["Làm tiếp: Hộ B", "Làm tiếp: HTX Lanh"]

    signing_up.tap("Làm tiếp: HTX Lanh")
    assert "Câu 5/9" in signing_up.last.text
    assert signing_up.answers()["contact-name"] == "Lý A Páo"


def test_a_draft_has_no_code_for_people(signing_up: Player) -> None:
    signing_up.say("Lý A Páo", "0912000111", "HTX Lanh", "/hoso")
    signing_up.tap("HTX Lanh")

    assert codes.code(signing_up.registration.id) not in signing_up.last.text
    assert "Đang ghi dở" in signing_up.last.text
