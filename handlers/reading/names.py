"""Reads a person's name, a text and an e-mail address, each kept as its owner spells it."""

from __future__ import annotations

import re
import unicodedata

from content.form import Kind, Question
from handlers.reading.phone import read_phone
from handlers.reading.spelling import LONGEST, any_spelling, tidy
from handlers.reading.understanding import Reading, Understood, Wrong
from handlers.reading.yesno import is_no, says_nothing

SHORTEST_NAME = 2
LONGEST_NAME = 80
LONGEST_TEXT = 2_000
_ENDS_IN_NAME = "-name"
_SELVES = ("tôi", "em", "e", "mình", "tui", "anh", "chị", "cháu", "con", "họ")
_INTRODUCTIONS = any_spelling(
    ", ".join(f"{self} {called}" for self in _SELVES for called in ("tên là", "tên", "là"))
    + ", tên là, tên tôi là, tên em là, tên mình là, họ tên là, họ và tên, họ tên, tên"
    + ", dạ, vâng, thưa"
)
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MOST_WORDS_BEFORE = 3
_AFTER = re.compile(r"(?:[\s,.!]+(?:ạ|nhé|nha))+$", re.IGNORECASE)
_STRAY = ' .,;:!?"“”()…'
_IN_NAMES = "'’‘ʼ`´-‐‑ "
_EMAIL = re.compile(
    r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_AT = re.compile(r"\s+(?:a|@) (?:còng|cong|móc|moc)(?!\w)\s*", re.IGNORECASE)
_DOT = re.compile(r"\s+(?:chấm|cham)\s+|(?<=[a-z]),(?=[a-z]{2,4}$)", re.IGNORECASE)
_LONGEST_EMAIL = 254


def is_name(question: Question) -> bool:
    """Whether the answer is somebody's name, or that of something of theirs."""
    return question.kind is Kind.NAME or question.key.endswith(_ENDS_IN_NAME)


def read_name(question: Question, text: str) -> Reading:
    """A name of letters, spaces, apostrophes and hyphens, in the person's own spelling."""
    said = " ".join(unicodedata.normalize("NFC", text[:LONGEST]).split()).strip(_STRAY)
    name = _without_introduction(_AFTER.sub("", said)).strip(_STRAY)
    if _LINK.fullmatch(said):
        return Wrong("only-a-link")
    if says_nothing(said):
        return Wrong("not-a-name")
    if any(map(str.isdigit, name)) or not all(map(_may_be_in_a_name, name)):
        return Wrong("not-a-name")
    letters = sum(map(str.isalpha, name))
    if letters < (question.minimum or SHORTEST_NAME):
        return Wrong("too-short")
    if len(name) > (question.maximum or LONGEST_NAME):
        return Wrong("too-long")
    return Understood(name, literal=name == said)


def _may_be_in_a_name(letter: str) -> bool:
    return letter.isalpha() or letter in _IN_NAMES or unicodedata.category(letter) == "Mn"


def _without_introduction(said: str) -> str:
    """The name alone of "Dạ tôi tên là Vàng Thị Mỷ"."""
    words = said.replace(":", " ").split()
    at = 0
    while at < len(words):
        for length in range(min(_MOST_WORDS_BEFORE, len(words) - at - 1), 0, -1):
            phrase = " ".join(words[at : at + length]).lower().strip(_STRAY)
            if phrase in _INTRODUCTIONS and _is_marked(phrase):
                at += length
                break
        else:
            break
    return " ".join(words[at:])


def _is_marked(phrase: str) -> bool:
    """Short words without marks ("ten", "da") may be names; phrases of two words are not."""
    return " " in phrase or not phrase.isascii()


def read_text(question: Question, text: str) -> Reading:
    """
    The text as typed, within the question's length and of its shape.

    A mere yes or "I do not know" is no text, nor is a phone number or a link a name; a "no" is one
    where nothing need be told.
    """
    said = unicodedata.normalize("NFC", text).strip()
    if len(said) < (question.minimum or 1) or not any(map(str.isalnum, said)):
        return Wrong("too-short")
    if len(said) > (question.maximum or LONGEST_TEXT):
        return Wrong("too-long")
    if says_nothing(said) and (question.required or not is_no(said)):
        return Wrong("no-answer")
    if is_name(question) and _is_a_number(said):
        return Wrong("only-digits")
    if is_name(question) and _LINK.fullmatch(said):
        return Wrong("only-a-link")
    if question.pattern and not re.fullmatch(question.pattern, said):
        return Wrong("bad-shape")
    return Understood(said, literal=True)


def _is_a_number(said: str) -> bool:
    return not any(map(str.isalpha, said)) or isinstance(read_phone(said), Understood)


def read_email(text: str) -> Reading:
    """The address in the text, its domain in small letters."""
    said = tidy(text[:LONGEST]).strip(_STRAY)
    written = _DOT.sub(".", _AT.sub("@", said))
    if "@" not in written:
        return Wrong("no-at")
    found = _EMAIL.findall(said) or _EMAIL.findall(re.sub(r"\s*([@.])\s*", r"\1", written))
    if len(found) != 1 or len(found[0]) > _LONGEST_EMAIL:
        return Wrong("two-addresses" if len(found) > 1 else "not-an-address")
    person, _, domain = found[0].partition("@")
    address = f"{person}@{domain.lower()}"
    return Understood(address, literal=address == said)
