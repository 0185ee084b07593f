"""The short words of chat ("htx", "đk", "ko", "sp"), written out to be looked for in our own."""

from __future__ import annotations

from collections.abc import Mapping

_WRITTEN_OUT: Mapping[str, str] = {
    "bik": "biet",
    "bit": "biet",
    "cb": "can bo",
    "cs": "co so",
    "cty": "cong ty",
    "dc": "duoc",
    "dk": "dang ky",
    "dkkd": "dang ky kinh doanh",
    "dn": "doanh nghiep",
    "e": "em",
    "gcn": "giay chung nhan",
    "gp": "giay phep",
    "hem": "khong",
    "hk": "khong",
    "hkd": "ho kinh doanh",
    "hok": "khong",
    "hong": "khong",
    "hs": "ho so",
    "htx": "hop tac xa",
    "k": "khong",
    "kd": "kinh doanh",
    "kh": "khong",
    "khum": "khong",
    "ki": "ky",
    "ko": "khong",
    "ng": "nguoi",
    "sp": "san pham",
    "sx": "san xuat",
    "tcmn": "thu cong my nghe",
    "tht": "to hop tac",
    "ti": "ty",
    "xk": "xuat khau",
}
"""Folded, as they are looked up; a word that means something by itself is none of them."""


def written_out(folded: str) -> str:
    """The folded text with its short words written out; empty when it has none."""
    words = folded.split(" ")
    if _WRITTEN_OUT.keys().isdisjoint(words):
        return ""
    return " ".join(_WRITTEN_OUT.get(word, word) for word in words)
