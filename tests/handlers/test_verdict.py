"""The eligibility table, row by row: what each answer comes to, and the article it names."""

from __future__ import annotations

import pytest

from content.model import Book, Outcome
from handlers.state import Answer, Answers, Source
from handlers.verdict import verdict
from tests.player import MONDAY_MORNING, Player

GOOD = {
    "prod-group": "agro-food",
    "est-commune-code": "00901",
    "est-type": "cooperative",
    "made-by-self": "yes",
    "processed": "yes",
    "mass-producible": "yes",
    "ip-clear": "yes",
    "food-safety-status": "valid",
    "liquor": "no",
    "prod-kind": "single",
    "prev-cert-level": "none",
    "sample": "yes",
}


JUST_BEFORE = "2026-11-22"
TODAY = "2026-11-23"


def sheet(**changed: str) -> Answers:
    """Good answers, but for these (underscores stand for hyphens)."""
    values = GOOD | {key.replace("_", "-"): value for key, value in changed.items()}
    return {
        (0, key): Answer(value, value, Source.CHAT, MONDAY_MORNING) for key, value in values.items()
    }


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, "ok"),
        ({"est_commune_code": "02212"}, "ok"),
        ({"est_commune_code": "elsewhere"}, "redirect"),
        ({"est_commune_code": "office-elsewhere"}, "staff"),
        ({"est_type": "household"}, "ok"),
        ({"est_type": "coop-group"}, "ok"),
        ({"est_type": "enterprise", "est_small": "yes"}, "ok"),
        ({"est_type": "enterprise", "est_small": "no"}, "staff"),
        ({"est_type": "enterprise", "est_small": "unsure"}, "staff"),
        ({"est_type": "unregistered"}, "no"),
        ({"est_type": "artisan"}, "staff"),
        ({"est_type": "other"}, "staff"),
        ({"made_by_self": "resale"}, "no"),
        ({"made_by_self": "part"}, "staff"),
        ({"processed": "fresh"}, "no"),
        ({"processed": "sorted"}, "staff"),
        ({"processed": "service"}, "no"),
        ({"mass_producible": "no"}, "no"),
        ({"ip_clear": "no"}, "no"),
        ({"ip_clear": "unsure"}, "staff"),
        ({"food_safety_status": "applying"}, "warn"),
        ({"food_safety_status": "none"}, "staff"),
        ({"liquor": "licensed"}, "ok"),
        ({"liquor": "unlicensed"}, "staff"),
        ({"prod_kind": "set", "set_basis": "a"}, "ok"),
        ({"prod_kind": "set", "set_basis": "c"}, "ok"),
        ({"prod_kind": "set", "set_basis": "none"}, "no"),
        ({"prev_cert_level": "commune", "prev_cert_valid": "yes"}, "ok"),
        ({"prev_cert_level": "nation", "prev_cert_valid": "expired"}, "ok"),
        ({"prev_cert_level": "district", "prev_cert_valid": "yes"}, "staff"),
        ({"est_type": "enterprise", "est_small": "yes", "workers_total": "200"}, "ok"),
        ({"est_type": "enterprise", "est_small": "yes", "workers_total": "201"}, "staff"),
        ({"est_type": "enterprise", "est_small": "yes", "workers_total": ""}, "ok"),
        ({"est_type": "cooperative", "workers_total": "350"}, "ok"),
        ({"food_safety_expiry": JUST_BEFORE}, "warn"),
        ({"food_safety_expiry": TODAY}, "warn"),
        ({"food_safety_expiry": "2026-11-24"}, "ok"),
        ({"food_safety_expiry": "2026-10"}, "warn"),
        ({"food_safety_expiry": "2026-11"}, "ok"),
        ({"food_safety_expiry": ""}, "ok"),
        ({"prev_cert_valid": "yes", "prev_cert_valid_to": JUST_BEFORE}, "warn"),
        ({"prev_cert_valid": "yes", "prev_cert_valid_to": TODAY}, "ok"),
        ({"prev_cert_valid": "yes", "prev_cert_valid_to": "2027-12-31"}, "ok"),
        ({"sample": "hard"}, "staff"),
        ({"sample": "hard", "made_by_self": "resale"}, "no"),
        ({"food_safety_status": "applying", "sample": "hard"}, "staff"),
    ],
)
def test_each_row_of_the_table(book: Book, changed: dict[str, str], outcome: str) -> None:
    assert verdict(book, sheet(**changed), 0).outcome is Outcome(outcome)


@pytest.mark.parametrize(
    ("changed", "level"),
    [
        ({}, "commune"),
        ({"prev_cert_level": "commune", "prev_cert_valid": "yes"}, "province"),
        ({"prev_cert_level": "province", "prev_cert_valid": "yes"}, "region"),
        ({"prev_cert_level": "region", "prev_cert_valid": "yes"}, "nation"),
        ({"prev_cert_level": "province", "prev_cert_valid": "expired"}, "commune"),
        ({"prev_cert_level": "district", "prev_cert_valid": "yes"}, ""),
        (
            {
                "prev_cert_level": "province",
                "prev_cert_valid": "yes",
                "prev_cert_valid_to": JUST_BEFORE,
            },
            "commune",
        ),
    ],
)
def test_an_earlier_certificate_opens_the_next_level(
    book: Book, changed: dict[str, str], level: str
) -> None:
    assert verdict(book, sheet(**changed), 0).level == level


def craft(player: Player, *certificate: str) -> str:
    """What is said to a cooperative's craft product with this earlier certificate."""
    player.say("điều kiện", "1", "Lùng Tám")
    player.tap("Hợp tác xã")
    player.say("1", "1", "1", "1", "1")
    for label in certificate:
        player.tap(label)
    return player.tap("Gửi được")


@pytest.mark.parametrize(
    "certificate", [("Chưa có giấy này",), ("Có, cấp tỉnh", "Đã hết hạn")], ids=["none", "expired"]
)
def test_a_commune_round_is_not_said_to_be_held(
    player: Player, certificate: tuple[str, ...]
) -> None:
    said = craft(player, *certificate)

    assert "nơi không tổ chức cấp này" in said
    assert "thẳng lên cấp tỉnh" in said
    assert "Cấp có thể đăng ký: cấp xã" not in said


def test_whether_an_old_district_certificate_opens_the_province_is_left_to_staff(
    player: Player,
) -> None:
    said = craft(player, "Có, cấp huyện", "Còn hạn")

    assert "Giấy cấp huyện cũ" in said
    assert "Cấp có thể" not in said
    assert "Nhờ cán bộ gọi" in player.labels


@pytest.mark.parametrize(
    ("certificate", "proposed"),
    [("Có, cấp tỉnh", "do tỉnh đề nghị"), ("Có, cấp khu vực", "do cơ quan của Bộ Công Thương")],
)
def test_who_proposes_for_the_higher_levels_is_said(
    player: Player, certificate: str, proposed: str
) -> None:
    assert proposed in craft(player, certificate, "Còn hạn")


def test_nothing_is_concluded_from_an_answer_that_is_missing(book: Book) -> None:
    assert verdict(book, {}, 0).rules == ()


def test_every_rule_says_why_and_by_which_article(book: Book) -> None:
    for rule in book.rules:
        assert book.wording.say("vi", f"article-{rule.article}")
        assert book.wording.say("vi", f"rule-{rule.key}") if rule.outcome != "ok" else True


def test_a_no_ends_the_questions_at_once_with_its_article_and_a_way_on(player: Player) -> None:
    player.say("điều kiện", "3", "Lùng Tám")
    said = player.tap("Chưa đăng ký kinh doanh")

    assert "Thông tư 26/2014/TT-BCT" in said
    assert "Hội đồng" in said
    assert any("gọi" in label for label in player.labels)
    assert player.last.by_call


def test_a_no_after_three_questions_does_not_say_that_only_this_is_missing(
    player: Player,
) -> None:
    player.say("điều kiện", "1", "Lùng Tám")
    said = player.say("5")

    assert "giấy đăng ký kinh doanh" in said
    assert "Chỉ còn thiếu" not in said
    assert "các điều kiện khác" in said


def test_the_sources_can_be_seen(player: Player) -> None:
    player.say("điều kiện", "3", "Lùng Tám")
    player.tap("Chưa đăng ký kinh doanh")

    assert "Điều 12" in player.tap("Xem căn cứ")


def test_a_sign_up_made_in_another_province_is_not_taken_here(signing_up: Player) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "2")
    said = signing_up.tap("Ở tỉnh khác")

    assert "Sở Công Thương của tỉnh đặt nơi làm" in said
    assert "Điều 3 khoản 1" in said
    assert "Gửi ghi danh" not in signing_up.labels
    assert "UBND xã, phường nơi làm sản phẩm" not in said
    assert signing_up.registration.status == "draft"


def test_a_place_chosen_by_mistake_can_be_changed_and_the_sign_up_goes_on(
    signing_up: Player,
) -> None:
    signing_up.say("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "2")
    signing_up.tap("Ở tỉnh khác")
    signing_up.tap("Sửa một câu")
    signing_up.tap("Xã, phường")
    said = signing_up.say("Lùng Tám")

    assert "Sản phẩm anh/chị muốn ghi danh" in said
    assert signing_up.registration.verdict == "ok"


def test_an_old_button_does_not_send_what_belongs_to_another_province(reviewing: Player) -> None:
    send = reviewing.button("Gửi ghi danh").payload
    reviewing.tap("Sửa một câu")
    reviewing.tap("Xã, phường")
    reviewing.tap("Ở tỉnh khác")
    reviewing.press(send)

    assert reviewing.registration.status == "draft"


@pytest.mark.parametrize(
    ("kind", "reason", "article"),
    [
        ("Chưa đăng ký kinh doanh", "bản sao hợp lệ", "Điều 12 khoản 1 điểm a"),
        ("Nghệ nhân", "nghệ nhân thuộc diện khuyến công", "Nghị định 235/2025/NĐ-CP"),
    ],
)
def test_the_review_says_why_and_by_which_article(
    reviewing: Player, kind: str, reason: str, article: str
) -> None:
    reviewing.tap("Sửa một câu")
    reviewing.tap("Loại hình")
    said = reviewing.tap(kind)

    assert reason in said
    assert article in said
    assert "cán bộ sẽ gọi" not in said
    assert "☎ Cán bộ" in [way.label for way in reviewing.last.ways]


def test_a_verdict_follows_an_answer_given_after_sending_and_the_person_is_told(
    sent: Player,
) -> None:
    sent.tap("Chất lượng (0/8)")
    said = sent.tap("Mẫu của nơi khác")

    assert sent.registration.verdict == "no"
    assert "Điều 4 khoản 3" in said


def test_what_eligibility_learnt_of_another_province_stops_the_sign_up_before_any_name(
    player: Player,
) -> None:
    player.say("điều kiện", "1")
    player.tap("Ở tỉnh khác")
    said = player.say("ghi danh", "đồng ý")

    assert "Sở Công Thương của tỉnh đặt nơi làm" in said
    assert "contact-name" not in player.answers()


def answering(player: Player, part: str, key: str) -> Player:
    """Somebody who opened a part and is asked this; what else is asked meanwhile is skipped."""
    player.press(f"go/part/{part}")
    for _ in range(30):
        if player.conversation.asked and player.conversation.asked.question == key:
            return player
        player.say("bỏ qua")
    raise AssertionError(key)


def test_many_workers_told_late_send_an_enterprise_to_staff(reviewing: Player) -> None:
    reviewing.tap("Sửa một câu")
    reviewing.tap("Loại hình")
    reviewing.tap("Doanh nghiệp, công ty")
    reviewing.tap("Gửi ghi danh")
    reviewing.press("go/part/establishment/0")
    reviewing.tap("Đúng, nhỏ và vừa")
    assert reviewing.registration.verdict == "ok"
    said = answering(reviewing, "establishment/0", "workers-total").say("350")

    assert reviewing.registration.verdict == "staff"
    assert "trên 200 lao động" in said
    assert "Nghị định 45/2012/NĐ-CP" in said


def test_a_paper_that_ran_out_is_told_when_its_day_is_given(sent: Player) -> None:
    answering(sent, "quality/1", "prev-cert-level").tap("Có, cấp tỉnh")
    sent.tap("Còn hạn")
    assert sent.registration.verdict == "ok"
    said = answering(sent, "quality/1", "prev-cert-valid-to").say("31/12/2019")

    assert sent.registration.verdict == "warn"
    assert "Ngày hết hạn trên giấy chứng nhận đã qua" in said


def test_a_part_is_never_more_than_its_whole(sent: Player) -> None:
    answering(sent, "establishment/0", "workers-total").say("18")
    first = sent.say("500")
    second = sent.say("400")

    assert "Lao động thường xuyên" in first
    assert "18" in first
    assert first != second
    assert "workers-women" not in sent.answers()
    sent.say("15")
    assert sent.answers()["workers-women"] == "15"


def test_a_part_that_no_longer_fits_is_asked_again(sent: Player) -> None:
    answering(sent, "establishment/0", "workers-total").say("18")
    sent.say("15", "sửa", "sửa")
    said = sent.say("10")

    assert sent.answers()["workers-total"] == "10"
    assert "workers-women" not in sent.answers()
    assert "Lao động nữ" in said
    assert sent.conversation.asked is not None
    assert sent.conversation.asked.question == "workers-women"
