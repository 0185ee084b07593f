"""What people type, made canonical."""

from __future__ import annotations

from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import LIMIT, clean

FAMILY = "👨‍👩‍👧"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Chè Shan tuyết", "Chè Shan tuyết"),
        ("Che\u0300 Shan tuye\u0302\u0301t", "Chè Shan tuyết"),
        ("  một\r\nhai\rba\u2028bốn  ", "một\nhai\nba\nbốn"),
        ("một\thai", "một\thai"),
        ("a\x00b\x07c\x9bd\x7f", "abcd"),
        ("\u202eớưl\u202c \u200fx\u2066y\u2069", "ớưl xy"),
        ("a\ud800b", "a\N{REPLACEMENT CHARACTER}b"),
        (f"{FAMILY} 🌾", f"{FAMILY} 🌾"),
        ("e\x00\u0301", "é"),
        ("", ""),
        (" \u202e\0\n ", ""),
        ("<b>{{7*7}}</b> =1+1 '; --", "<b>{{7*7}}</b> =1+1 '; --"),
    ],
)
def test_a_text_is_kept_as_it_is_meant(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_text_is_cut_at_its_limit() -> None:
    assert clean("ă" * (LIMIT + 7)) == "ă" * LIMIT
    assert clean("một hai", 4) == "một"


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_cleaning_is_done_once_and_for_all(typed: str) -> None:
    once = clean(typed)

    assert clean(once) == once
    assert is_normalized("NFC", once)
    assert once.encode().decode() == once
    assert not any(letter < " " and letter not in "\n\t" for letter in once)
