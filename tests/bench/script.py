"""A producer's 45 turns: the programme, eligibility, two products, an edit, the code."""

from __future__ import annotations

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
