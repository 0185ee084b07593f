"""What is kept of a question that nobody could answer tells staff what was asked, and never who."""

from __future__ import annotations

import pytest

from content.model import Book
from content.places import Exactly
from handlers.reading.masking import LONGEST, masked


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("thưởng bao nhiêu tiền vậy em", "thưởng bao nhiêu tiền vậy em"),
        ("gọi 0912 000 111 có được không", "gọi ••• có được không"),
        ("dt: O912.000.111 goi luc nao", "dt: ••• goi luc nao"),
        ("+84912000111?", "•••?"),
        ("mã 482-157-3 của em đâu", "mã ••• của em đâu"),
        ("gửi vào my.vang@example.vn được không", "gửi vào ••• được không"),
        ("xem https://fb.com/vang.my đi", "xem ••• đi"),
        ("tôi là Vàng Thị Mỷ ở Lùng Tám có được không", "tôi là ••• ở Lùng Tám có được không"),
        ("ten em la vang thi my, nop o dau", "ten em la •••, nop o dau"),
        ("em là Sùng A Páo ạ, nộp ở đâu", "em là ••• ạ, nộp ở đâu"),
        ("chị Mỷ làm khăn có được không", "chị ••• làm khăn có được không"),
        ("Giàng Mí Sính đăng ký chưa", "••• đăng ký chưa"),
        ("vang thi my da nop chua", "••• da nop chua"),
        ("VÀNG THỊ MỶ nộp chưa", "••• nộp chưa"),
        ("Hoàng Su Phì có hội chợ không", "Hoàng Su Phì có hội chợ không"),
        ("làm 2000 cái một năm có được không", "làm 2000 cái một năm có được không"),
        ("", ""),
        ("???", "???"),
    ],
)
def test_what_names_somebody_is_masked(typed: str, kept: str, book: Book) -> None:
    assert masked(typed, lambda name: isinstance(book.places.find(name), Exactly)) == kept


def test_a_long_text_is_cut_before_anything_is_looked_for() -> None:
    assert len(masked("hỏi " * 1000, lambda _: False)) <= LONGEST
