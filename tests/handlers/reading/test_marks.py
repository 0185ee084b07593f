"""Whether marks are likely missing from a name, which only its owner can add."""

from __future__ import annotations

import pytest

from handlers.reading.marks import lacks_marks


@pytest.mark.parametrize(
    ("name", "lacks"),
    [
        ("vang thi my", True),
        ("Giang A Pao", True),
        ("Lo Giang Pao", True),
        ("Sung Mi Vu", True),
        ("Hau A Sua", True),
        ("Ban Van Choi", True),
        ("Trieu Mui", True),
        ("Ma Thi Lan", True),
        ("NGUYEN LAN", True),
        ("Hop", True),
        ("H'Mong Pao", True),
        ("Vàng Thị Mỷ", False),
        ("Giàng Mí Sính", False),
        ("Sùng Mí Vừ", False),
        ("H'Mông Páo", False),
        ("Vàng Thi My", False),
        ("Lan", False),
        ("Ban", False),
        ("Minh", False),
        ("Mai Lan", False),
        ("Hoa Ban", False),
        ("Ma Thanh Lan", False),
        ("Phan Minh Quang", False),
        ("A Pao", False),
        ("Txawj Vaj Hawj", False),
        ("", False),
        ("'", False),
    ],
)
def test_of_people(name: str, *, lacks: bool) -> None:
    assert lacks_marks(name, person=True) is lacks


@pytest.mark.parametrize(
    ("name", "lacks"),
    [
        ("khan lanh nhuom cham", True),
        ("che shan", True),
        ("HTX Hop Tien", True),
        ("HTX lanh soi xanh", True),
        ("mat ong bac ha", True),
        ("Cong ty TNHH ABC", True),
        ("Khăn lanh", False),
        ("HTX Lanh", False),
        ("Lanh xanh", False),
        ("TNHH ABC 123", False),
        ("Green Tea House", False),
        ("Na Hang", False),
        ("2024", False),
    ],
)
def test_of_products_and_makers(name: str, *, lacks: bool) -> None:
    assert lacks_marks(name) is lacks
