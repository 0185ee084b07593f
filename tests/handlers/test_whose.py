"""On a phone that several people use, nothing is shown before it is known who holds it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.effects import AskStaff
from tests.player import Player


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
