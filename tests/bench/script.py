"""A producer's 45 turns: the programme, eligibility, two products, an edit, the code."""

from __future__ import annotations

from collections.abc import Iterator

TURNS: tuple[str, ...] = (
    "/start",
    *("1", "2", "/menu"),
    *("điều kiện", "1", "Lùng Tám", "2", "1", "1", "1", "1", "1", "1", "1", "2", "1"),
    *("đồng ý", "Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "Khăn lanh nhuộm chàm"),
    *("giải thích", "tất cả"),
    *("3", "Túi thổ cẩm", "1"),
    *("2", "3", "HTX Lanh Hợp Tiến"),
    *("1", "3", "Tổ bán hàng xã", "để sau", "hồ sơ của tôi", "1", "/menu"),
    *("lịch", "/menu", "cài đặt", "2", "3", "4", "cán bộ", "2"),
)
"""One a turn; the same words for everybody, so that runs can be compared."""

assert len(TURNS) == 45, len(TURNS)

FREE = {
    "Vàng Thị Mỷ",
    "HTX Lanh Sợi Xanh",
    "Khăn lanh nhuộm chàm",
    "Túi thổ cẩm",
    "HTX Lanh Hợp Tiến",
    "Tổ bán hàng xã",
}
SYLLABLES = ("An", "Bằng", "Chúa", "Dín", "Giang", "Hoa", "Khé", "Lý", "Mai", "Nông", "Páo", "Thào")


def turns_of(person: int) -> Iterator[str]:
    """
    The turns of one of many, whose names are no one else's for a long time.

    What everybody types alike is read only once, and would flatter us.
    """
    high, low = divmod(person, len(SYLLABLES))
    own = f" {SYLLABLES[high % len(SYLLABLES)]} {SYLLABLES[low]}"
    return (text + own if text in FREE else text for text in TURNS)
