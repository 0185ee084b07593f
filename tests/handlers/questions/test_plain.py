"""However a word is typed, it is compared as the same word."""

from __future__ import annotations

import pytest

from content.faq import Faq
from handlers.questions.plain import is_syllable, one_spelling, spellings, twins, words

FAQ = Faq({}, {}, {"dk": "dang ky", "k": "khong", "d": "diem"}, frozenset({"em", "ạ", "ơi", "anh"}))


def plain(text: str) -> list[str]:
    return [word.bare for word in words(text, FAQ)]


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Đăng ký ở đâu?", ["dang", "ki", "o", "dau"]),
        ("đăng kí ở đâu", ["dang", "ki", "o", "dau"]),
        ("DK o dau k", ["dang", "ki", "o", "dau", "khong"]),
        ("em ơi, 70d ạ", ["70", "diem"]),
        ("d9a8ng ky1", ["dang", "ki"]),
        ("mỹ, lý, quý", ["mi", "li", "quy"]),
        ("chụp ảnh", ["chup", "anh"]),
        ("anh oi", ["oi"]),
        ("", []),
        ("?!", []),
    ],
)
def test_words(typed: str, compared: list[str]) -> None:
    assert plain(typed) == compared


def test_marks_are_the_same_wherever_they_stand() -> None:
    assert words("hoà", FAQ) == words("hòa", FAQ) == words("ho\u0300a", FAQ)
    assert words("hoá", FAQ) != words("hoà", FAQ)
    assert words("đo", FAQ) != words("do", FAQ)


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert len(plain("phi " * 1000)) == 75


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng", "dang"),
        ("kys", "ki"),
        ("dduwowcj", "duoc"),
        ("phaarm", "pham"),
        ("ruwowuj", "ruou"),
        ("khoong", "khong"),
        ("gif", "gi"),
        ("lao", "nao"),
        ("nam", "lam"),
    ],
)
def test_other_spellings(typed: str, meant: str) -> None:
    assert meant in list(spellings(typed))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("tro", "cho"),
        ("xan", "san"),
        ("giao", "dao"),
        ("rao", "dao"),
        ("bep", "vep"),
        ("pao", "bao"),
        ("cho", "chon"),
        ("bie", "biet"),
        ("la", "lam"),
    ],
)
def test_what_sounds_alike_to_who_speaks_another_language(said: str, meant: str) -> None:
    assert meant in list(twins(said))


@pytest.mark.parametrize(
    "word",
    ["nghiep", "nguoi", "thuong", "quay", "khuyen", "gieng", "yeu", "ruou", "oan", "a", "ia"],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["sna", "chpo", "capp", "nhugn", "haun", "dd", "ngh", "bp"])
def test_slips_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_y_and_i_are_one_letter_only_after_a_consonant_and_at_the_end() -> None:
    assert [one_spelling(word) for word in ("ky", "thuy", "yen", "quy")] == [
        "ki",
        "thuy",
        "yen",
        "quy",
    ]
