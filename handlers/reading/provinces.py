"""
The names of the other provinces and cities, of before July 2025 and since, as people say them.

Some are also names of communes here ("Thái Bình", "Bình Thuận"): what is a place of this province
comes first, unless it is called a province.
"""

from __future__ import annotations

import re

from content.folding import fold

_NAMES = """
An Giang, Bà Rịa, Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Cạn, Bắc Ninh, Bến Tre, Bình Dương,
Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắc Lắc, Đắk Nông,
Đắc Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng,
Hậu Giang, Hòa Bình, Huế, Thừa Thiên Huế, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu,
Lâm Đồng, Lạng Sơn, Lào Cai, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên,
Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình,
Thái Nguyên, Thanh Hóa, Tiền Giang, Hồ Chí Minh, Sài Gòn, Trà Vinh, Vĩnh Long, Vĩnh Phúc, Yên Bái
"""
_PROVINCES = frozenset(fold(name) for name in _NAMES.replace("\n", " ").split(", "))
_MOST_WORDS = 3
_WORD = re.compile(r"[^\W_]+")
_CALLED = frozenset(("tinh", "tp", "thanh pho"))


def province(text: str) -> tuple[str, bool]:
    """Another province named in the text, folded, and whether it is called one; else nothing."""
    words = _WORD.findall(fold(text))
    for at in range(len(words)):
        for length in range(_MOST_WORDS, 0, -1):
            name = " ".join(words[at : at + length])
            if name in _PROVINCES:
                before = " ".join(words[max(at - 2, 0) : at])
                return name, before in _CALLED or before.split(" ")[-1] in _CALLED
    return "", False
