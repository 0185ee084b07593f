"""Communes and wards by new names, old names, and the choices offered beside them."""

from __future__ import annotations

import pytest

from content.model import Book
from content.places import Former, Place, Places, Unit
from content.provinces import Provinces
from handlers.reading.places import read_place
from handlers.reading.understanding import Reading
from tests.handlers.reading.questions import either, likely, sure, wrong


def _place(code: str, name: str, district: str, *old: str, kind: Unit = Unit.COMMUNE) -> Place:
    made_from = tuple(Former(each, Unit.COMMUNE, district) for each in old)
    return Place(code, name, kind, (district,), made_from)


PLACES = Places(
    [
        _place("00901", "Lùng Tám", "Quản Bạ", "Đông Hà", "Lùng Tám", "Thái An"),
        _place("00994", "Minh Ngọc", "Bắc Mê", "Minh Ngọc", "Yên Định"),
        _place("00700", "Ngọc Đường", "Hà Giang", "Ngọc Đường", "Yên Định"),
        _place("00913", "Lao Chải", "Vị Xuyên", "Thanh Đức", "Lao Chải"),
        _place("02524", "Bình Thuận", "Tuyên Quang", kind=Unit.WARD),
        _place("00694", "Hà Giang 1", "Hà Giang", "Phương Độ", kind=Unit.WARD),
    ],
    {},
)
VALUES = ("elsewhere", "office-elsewhere")
LABELS = ("Tỉnh khác", "Xưởng ở trong tỉnh, trụ sở ở tỉnh khác")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("Lùng Tám", sure("00901")),
        ("xã lùng tám", sure("00901")),
        ("Phường Hà Giang 1", sure("00694")),
        ("lung tam", likely("00901")),
        ("Đông Hà", likely("00901")),
        ("lung tan", likely("00901")),
        ("yên định", either("00994", "00700")),
        ("1", sure("elsewhere")),
        ("tỉnh khác", sure("elsewhere")),
        ("elsewhere", sure("elsewhere")),
        ("em ở tỉnh khác cơ", likely("elsewhere")),
        ("Lào Cai", likely("elsewhere")),
        ("em ở hà nội", likely("elsewhere")),
        ("Sa Pa, Lào Cai", likely("elsewhere")),
        ("TP Hồ Chí Minh", likely("elsewhere")),
        ("lao chai", likely("00913")),
        ("Bình Thuận", sure("02524")),
        ("tỉnh Bình Thuận", likely("elsewhere")),
        ("Lùng Tám giáp Cao Bằng", likely("00901")),
        ("ở đây", wrong("unknown-place")),
        ("Sa Pa", wrong("unknown-place")),
        ("", wrong("unknown-place")),
        ("x" * 5000, wrong("unknown-place")),
    ],
)
def test_places(typed: str, understood: Reading, book: Book) -> None:
    assert read_place(typed, PLACES, book.provinces, LABELS, VALUES) == understood


def test_a_question_may_offer_nothing_beside_the_places() -> None:
    assert read_place("1", PLACES, Provinces(), (), ()) == wrong("unknown-place")
    assert read_place("lùng tám", PLACES, Provinces(), (), ()) == sure("00901")
