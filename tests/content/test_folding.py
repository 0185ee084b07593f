"""Folding: what compares equal, and that the quick way and the thorough way agree."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.folding import fold

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Lùng Tám", "lung tam"),
        ("LÙNG TÁM", "lung tam"),
        ("Đồng Văn", "dong van"),
        ("Thuận Hoà", "thuan hoa"),
        ("Thuận Hòa", "thuan hoa"),
        ("Ỷ La", "y la"),
        ("H'Mông", "hmong"),
        ("H’Mông", "hmong"),
        ("Hʼmông", "hmong"),
        ("  xã\tLùng \u00a0Tám\n", "xa lung tam"),
        ("Lùng\u200bTám\ufeff", "lungtam"),
        ("\uff2c\u00f9ng", "lung"),
        ("\u33a1 \ufb01n", "m2 fin"),
        ("chè 😀 한국", "che 😀 한국"),
        ("Ærø", "ærø"),
        ("3,5%", "3,5%"),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_vietnamese_letter_folds_to_its_base() -> None:
    for letter in VIETNAMESE + VIETNAMESE.upper():
        assert fold(letter) in set("aeiouyd")


DROPPED = str.maketrans(dict.fromkeys("'’‘ʼʻ`´′ʹ＇\u200b\u200c\u200d\u2060\ufeff"))


def step_by_step(text: str) -> str:
    """Folding as it is worded: apostrophes off, NFKC, small letters, marks off, đ to d."""
    small = unicodedata.normalize("NFKC", text.translate(DROPPED)).lower().translate(DROPPED)
    apart = unicodedata.normalize("NFD", small)
    bare = "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
    return " ".join(unicodedata.normalize("NFC", bare).replace("đ", "d").split())


@given(st.text())
def test_the_quick_way_says_what_the_steps_say(text: str) -> None:
    assert fold(text) == step_by_step(text)


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " '’,."))
def test_composed_or_not_is_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
