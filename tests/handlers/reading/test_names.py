"""Names, texts and e-mail addresses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content.form import Kind
from handlers.reading.names import read_email, read_name, read_text
from handlers.reading.understanding import Reading
from tests.handlers.reading.questions import likely, question, sure, wrong

NAME = question(Kind.NAME, "contact-name", minimum=2, maximum=80)
STORY = question(Kind.TEXT, "prod-description", minimum=30, maximum=1500)
NUMBER = replace(question(Kind.TEXT, "reg-number"), pattern=r"[0-9A-Za-z-]{5,20}")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("Vàng Thị Mỷ", sure("Vàng Thị Mỷ")),
        ("vang thi my", sure("vang thi my")),
        ("  Vàng   Thị Mỷ. ", sure("Vàng Thị Mỷ")),
        ("Giàng Mí Sính", sure("Giàng Mí Sính")),
        ("H'Lan Ê-ban", sure("H'Lan Ê-ban")),
        ("H’Mông Páo", sure("H’Mông Páo")),
        ("Vaj Txawj Hawj", sure("Vaj Txawj Hawj")),
        ("Nguye\u0302\u0303n", sure("Nguyễn")),
        ("Dung", sure("Dung")),
        ("Ten Thị Là", sure("Ten Thị Là")),
        ("Dạ tôi tên là Vàng Thị Mỷ ạ", likely("Vàng Thị Mỷ")),
        ("tên: Sùng Mí Pó", likely("Sùng Mí Pó")),
        ("em la Sùng Mí Pó nhé", likely("Sùng Mí Pó")),
        ("A", wrong("too-short")),
        ("'-'", wrong("too-short")),
        ("", wrong("too-short")),
        ("x" * 81, wrong("too-long")),
        ("0912000111", wrong("not-a-name")),
        ("Hờ A Páo 2", wrong("not-a-name")),
        ("<b>Mỷ</b>", wrong("not-a-name")),
        ("Mỷ 🙂", wrong("not-a-name")),
    ],
)
def test_names_keep_their_owners_spelling(typed: str, understood: Reading) -> None:
    assert read_name(NAME, typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("Khăn lanh dệt tay, nhuộm chàm sáu lần", sure("Khăn lanh dệt tay, nhuộm chàm sáu lần")),
        (
            "  hai dòng\nKhăn lanh dệt tay nhuộm chàm ",
            sure("hai dòng\nKhăn lanh dệt tay nhuộm chàm"),
        ),
        ("khăn", wrong("too-short")),
        ("." * 50, wrong("too-short")),
        ("x" * 1501, wrong("too-long")),
    ],
)
def test_texts_have_a_length(typed: str, understood: Reading) -> None:
    assert read_text(STORY, typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("10A-12345", sure("10A-12345")),
        ("10/12345", wrong("bad-shape")),
        ("", wrong("too-short")),
        ("x" * 2001, wrong("too-long")),
    ],
)
def test_texts_have_a_shape(typed: str, understood: Reading) -> None:
    assert read_text(NUMBER, typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("lanh@soixanh.vn", sure("lanh@soixanh.vn")),
        ("lanh@soixanh.vn.", sure("lanh@soixanh.vn")),
        ("Lanh.Xanh@GMAIL.com", likely("Lanh.Xanh@gmail.com")),
        ("email: lanh@soixanh.vn", likely("lanh@soixanh.vn")),
        ("lanh @ soixanh . vn", likely("lanh@soixanh.vn")),
        ("soixanh.vn", wrong("no-at")),
        ("lanh@soixanh", wrong("not-an-address")),
        ("x" * 250 + "@soixanh.vn", wrong("not-an-address")),
        ("a@b.vn c@d.vn", wrong("two-addresses")),
    ],
)
def test_addresses(typed: str, understood: Reading) -> None:
    assert read_email(typed) == understood
