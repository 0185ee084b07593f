"""Wishes and questions typed where a text was asked for, and texts that are none."""

from __future__ import annotations

import pytest

from content.form import Kind
from handlers.reading.names import read_name, read_text
from handlers.reading.wishes import ASK, wish
from tests.handlers.reading.questions import question, sure, wrong

NAME = question(Kind.TEXT, "est-name")
AWARDS = question(Kind.TEXT, "awards")
PERSON = question(Kind.NAME, "contact-name")


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("có mất tiền không?", ASK),
        ("nộp ở đâu vậy em?", ASK),
        ("ma dk co mat tien k", ASK),
        ("giấy này có phải công chứng không ạ", ASK),
        ("bao giờ có kết quả", ASK),
        ("where do I file it", ASK),
        ("cho tôi gặp cán bộ", "staff"),
        ("gọi lại cho tôi", "call"),
        ("goi lai cho toi nhe", "call"),
        ("tôi không muốn đăng ký nữa", "cancel"),
        ("huy dang ky", "cancel"),
        ("xoá hết đi", "erase"),
        ("xóa hết thông tin", "erase"),
        ("cho tôi sửa câu trước", "back"),
        ("hỏi để làm gì", "explain"),
        ("HTX Lanh Sợi Xanh", ""),
        ("Hộ kinh doanh Giàng Mí Sính", ""),
        ("Chè lá sao tay", ""),
        ("Cơ sở đầu bản", ""),
        ("Dao rèn Ở Đầu Cầu", ""),
        ("Vàng Thị Không", ""),
        ("Sữa chua nếp cẩm", ""),
        ("Thịt treo gói lại", ""),
        ("Ai cũng hỏi vì sao gọi là bạc hà. " * 4, ""),
        ("", ""),
        ("🙂", ""),
    ],
)
def test_wishes(typed: str, heard: str) -> None:
    assert wish(typed) == heard


@pytest.mark.parametrize("typed", ["dạ", "ok", "Không", "ko biết", "vâng ạ", "yes", "chưa rõ"])
def test_a_yes_a_no_and_not_knowing_are_no_name(typed: str) -> None:
    assert read_name(PERSON, typed) == wrong("not-a-name")


@pytest.mark.parametrize("typed", ["dạ", "ok", "ko biết", "vâng ạ"])
def test_a_yes_and_not_knowing_are_no_text(typed: str) -> None:
    assert read_text(AWARDS, typed) == wrong("no-answer")


def test_having_none_is_an_answer_where_nothing_need_be_told() -> None:
    assert read_text(AWARDS, "không") == sure("không")


@pytest.mark.parametrize("typed", ["0912000111", "0912 000 111", "2015", "số em 0912000111"])
def test_a_number_is_no_name(typed: str) -> None:
    assert read_text(NAME, typed) == wrong("only-digits")


def test_a_number_is_a_text_where_no_name_is_asked() -> None:
    assert read_text(AWARDS, "2015") == sure("2015")
